/** What was typed as a number, not negative; or why it can't be taken for one, as a sentence for the reader. */
export type TypedNumber = { readonly value: number } | { readonly problem: string }

/** Powers of ten as text: a product would leave dust behind 1.005k. */
const POWERS: Readonly<Record<string, string>> = { k: 'e3', m: 'e6' }

/** Groups of three may be parted by commas, spaces, underscores or apostrophes; what is not such a group is no thousands mark. */
const NUMBER = /^(\d{1,3}(?:[,_\s\u2019]\d{3})+|\d*)(\.\d*)?\s*([km]?)$/i

/**
 * Reads 1000.5, 1,000.5, 1 000.5, 2k, 1.5M and $500; with `point` "," the comma and the point change places. The other
 * mark before decimals is refused: 1,5 could be meant as either.
 */
export function readNumber(text: string, point: string = '.'): TypedNumber {
  const swapped = point === ','
  const typed = text.trim().replace(/^\$\s*|\s*\$$/g, '')
  const plain = swapped ? swapMarks(typed) : typed
  if (/^[-\u2212]/.test(plain)) return { problem: 'Not below zero, please.' }
  const [, whole = '', fraction = '', unit = ''] = NUMBER.exec(plain) ?? []
  const digits = whole.replace(/[,_\s\u2019]/g, '') + fraction
  if (!/\d/.test(digits)) {
    const [mark, example, large] = swapped ? ['comma', '1,5', '1.000,5'] : ['point', '1.5', '1,000.5']
    return {
      problem: /^\d+,\d+$/.test(plain)
        ? `Decimals stand behind a ${mark}: ${example}.`
        : `Not a number: try ${large} or 2k.`,
    }
  }
  return { value: Number(digits + (POWERS[unit.toLowerCase()] ?? '')) }
}

const swapMarks = (text: string) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
