/** Figures as text. Grouped by hand: a cached Intl formatter costs ten times as much, and the ladder formats thousands a second. */

const MINUS = '\u2212'
/** The limit of toFixed. */
const MOST_DECIMALS = 100

/** What stands where a figure is not known. */
export const NO_FIGURE = '—'

/**
 * `value` with exactly `decimals` decimals and grouped thousands. A value that would be rounded to zero is given as many
 * decimals as show its first two digits instead.
 */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NO_FIGURE
  const size = Math.abs(value)
  const vanishes = size > 0 && size < 0.5 * 10 ** -decimals
  const text = vanishes ? firstTwoDigits(size) : exactDigits(size, Math.min(MOST_DECIMALS, decimals))
  return (value < 0 ? MINUS : '') + grouped(text)
}

/** A double bears 15 significant digits; what toFixed prints behind them is dust, so noughts stand there. */
function exactDigits(size: number, decimals: number): string {
  const borne = size === 0 || size >= 1e15 ? decimals : Math.max(0, 14 - exponent(size))
  return decimals <= borne ? size.toFixed(decimals) : padded(size.toFixed(borne), decimals)
}

/** The power of ten of the first digit. The logarithm alone rounds up just below a power: 99,999,999,999,999.8 is not 10^14. */
function exponent(size: number): number {
  const near = Math.floor(Math.log10(size))
  return 10 ** near > size ? near - 1 : near
}

function padded(text: string, decimals: number): string {
  const point = text.indexOf('.')
  const present = point < 0 ? 0 : text.length - point - 1
  return (point < 0 ? `${text}.` : text) + '0'.repeat(decimals - present)
}

function firstTwoDigits(size: number): string {
  const decimals = 1 - exponent(size)
  return decimals > MOST_DECIMALS ? size.toPrecision(2) : size.toFixed(decimals)
}

function grouped(text: string): string {
  if (text.includes('e')) return text
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  if (whole.length <= 3) return text
  let out = whole.slice(0, whole.length % 3)
  for (let index = whole.length % 3; index < whole.length; index += 3) {
    out += (out === '' ? '' : ',') + whole.slice(index, index + 3)
  }
  return point < 0 ? out : out + text.slice(point)
}

/** An amount in the quote currency: 2 decimals from 10 up, 3 from 1 up, 6 below, so that small fees stay readable. */
export function formatUsd(value: number | null): string {
  if (value === null) return NO_FIGURE
  const size = Math.abs(value)
  return formatFixed(value, size === 0 || size >= 10 ? 2 : size >= 1 ? 3 : 6)
}

/** The same with its sign, for gains and losses. */
export function formatSignedUsd(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_FIGURE
  return (value > 0 ? '+' : '') + formatUsd(value)
}

/** A figure whose sign matters: +0.0012, −0.5, 0.00. */
export function formatSigned(value: number, decimals: number): string {
  return (value > 0 && Number.isFinite(value) ? '+' : '') + formatFixed(value, decimals)
}

/** A whole number of units: "1 row", "2 rows". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatFixed(count, 0)} ${count === 1 ? one : many}`
}

/** "21 s", "3 min", "2 h 5 min". */
export function formatAge(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const pad = (value: number) => String(value).padStart(2, '0')

/** Time left, to the second begun: 32:10, 7:32:10; "due" when none is. */
export function formatCountdown(ms: number): string {
  if (ms <= 0) return 'due'
  const seconds = Math.ceil(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = pad(seconds % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${pad(minutes)}:${rest}`
}

/** Local time of day, 14:03:07. */
export function formatClock(timeMs: number): string {
  const date = new Date(timeMs)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`
}

/** Local day and time of day, 2025-02-17 14:03:07. */
export function formatDateTime(timeMs: number): string {
  const date = new Date(timeMs)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${formatClock(timeMs)}`
}
