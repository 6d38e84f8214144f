/** What was typed as a number, not negative; or why it can't be taken for one, as a sentence for the reader. */
export type TypedNumber = { readonly value: number } | { readonly problem: string }

/** Powers of ten as text: a product would leave dust behind 1.005k. */
const POWERS: Readonly<Record<string, string>> = { k: 'e3', m: 'e6' }

/** Groups of three may be parted by commas, spaces or underscores; what is not such a group is no thousands mark. */
const NUMBER = /^(\d{1,3}(?:[,_\s]\d{3})+|\d*)(\.\d*)?\s*([km]?)$/i

/** Reads 1000.5, 1,000.5, 1 000.5, 2k, 1.5M and $500. A decimal comma is refused: 1,5 could be meant as either. */
export function readNumber(text: string): TypedNumber {
  const plain = text.trim().replace(/^\$\s*|\s*\$$/g, '')
  if (/^[-\u2212]/.test(plain)) return { problem: 'Not below zero, please.' }
  const [, whole = '', fraction = '', unit = ''] = NUMBER.exec(plain) ?? []
  const digits = whole.replace(/[,_\s]/g, '') + fraction
  if (!/\d/.test(digits)) {
    return {
      problem: /^\d+,\d+$/.test(plain) ? 'Decimals stand behind a point: 1.5.' : 'Not a number: try 1,000.5 or 2k.',
    }
  }
  return { value: Number(digits + (POWERS[unit.toLowerCase()] ?? '')) }
}
