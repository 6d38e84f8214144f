/** Field by field: what the wire may say and what becomes of it. Nothing here throws, whatever comes in. */
import { UNPRINTABLE } from '../domain/unprintable'

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/
const DIGITS = /^\d+$/
const MAX_DECIMAL_LENGTH = 100
/** No honest figure is larger; below 2^53, so that a JSON number was not rounded and sums and products stay finite. */
const MAX_FIGURE = 1e15
const MAX_ID_LENGTH = 60
const MAX_TEXT_LENGTH = 200
/** Year 5138 in seconds: anything above is no Unix time in seconds (milliseconds, say). */
const MAX_TIME_SECONDS = 1e11

/**
 * The text's value / 10^shift as the nearest double; null for everything that is no decimal, for values beyond
 * MAX_FIGURE, and for those that a double can hold only as a false zero.
 */
export function decimal(value: unknown, shift: number): number | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    return shift === 0 ? believable(value + 0) : shifted(String(value), shift)
  }
  if (typeof value !== 'string' || value.length > MAX_DECIMAL_LENGTH) return null
  return plain(value, shift) ?? (DECIMAL.test(value) ? shifted(value, shift) : null)
}

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/**
 * Digits with perhaps a point, up to 15 characters: nearly every figure there is, in one pass. Digits and power of ten
 * are exact doubles, so their quotient is the nearest one. null: for the long way to judge.
 */
function plain(text: string, shift: number): number | null {
  if (text.length === 0 || text.length > 15) return null
  let digits = 0
  let point = -1
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) digits = digits * 10 + (code - 48)
    else if (code === 46 && point < 0 && index > 0 && index < text.length - 1) point = index
    else return null
  }
  const power = POWERS_OF_TEN[(point < 0 ? 0 : text.length - 1 - point) + shift]
  return power === undefined ? null : digits / power
}

function believable(figure: number): number | null {
  return figure <= MAX_FIGURE && figure >= -MAX_FIGURE ? figure : null
}

// Shifting in the text keeps the result the nearest double; a division would round a second time.
function shifted(text: string, shift: number): number | null {
  const mark = text.search(/e/i)
  const mantissa = mark < 0 ? text : text.slice(0, mark)
  const exponent = (mark < 0 ? 0 : Number(text.slice(mark + 1))) - shift
  const result = Number(exponent === 0 ? mantissa : `${mantissa}e${exponent}`)
  // Not a number: an exponent of more than 21 digits, which changes nothing about a zero.
  if (result === 0 || Number.isNaN(result)) return /[1-9]/.test(mantissa) ? null : 0
  return believable(result)
}

/** Ids of 23 digits and more: a JSON number is refused, since it was rounded before it came here. */
export function longId(value: unknown): string | null {
  return typeof value === 'string' && value.length <= MAX_ID_LENGTH && DIGITS.test(value) ? value : null
}

/** market_id and transaction_version: digits as text or a safe integer. */
export function shortId(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null
  return longId(value)
}

/** Unix seconds as ms; 'unset' for 0, null for what is no time. */
export function timeMs(value: unknown): number | 'unset' | null {
  const seconds = decimal(value, 0)
  if (seconds === null || seconds < 0 || seconds > MAX_TIME_SECONDS) return null
  if (seconds === 0) return 'unset'
  return Number.isInteger(seconds) ? seconds * 1000 : decimal(value, -3)
}

/** A small whole number: order_type. */
export function smallInteger(value: unknown): number | null {
  const number = decimal(value, 0)
  return number !== null && Number.isInteger(number) && number >= 0 && number < 1000 ? number : null
}

/** Text from the server is text: unprintable characters removed, clipped to 200 characters or fewer. */
export function cleanText(text: string, maxLength = MAX_TEXT_LENGTH): string {
  const cleaned = text.slice(0, MAX_TEXT_LENGTH * 4).replace(UNPRINTABLE, '')
  if (cleaned.length <= maxLength) return cleaned
  // The cut may fall between the halves of a surrogate pair.
  return `${cleaned.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A value as a reader is shown it in a rejection, clipped; lists and objects are named, never walked. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'string') return `"${cleanText(value, 40)}"`
  if (Array.isArray(value)) return 'a list'
  if (value !== null && typeof value === 'object') return 'an object'
  return String(value)
}
