/** Figures as text. Grouped by hand: a cached Intl formatter costs ten times as much, and the ladder formats thousands a second. */

const MINUS = '\u2212'
/** The limit of toFixed. */
const MOST_DECIMALS = 100

/** What parts thousands, and what stands before decimals. */
const NUMBER_STYLES = {
  comma: { group: ',', point: '.' },
  dot: { group: '.', point: ',' },
  space: { group: '\u202f', point: ',' },
  apostrophe: { group: '\u2019', point: '.' },
} as const

let group: string = NUMBER_STYLES.comma.group
let point: string = NUMBER_STYLES.comma.point
let inUtc = false
let inAges = false

interface Formats {
  readonly numbers: keyof typeof NUMBER_STYLES | 'system'
  readonly times: 'local' | 'utc'
  readonly timeStyle: 'clock' | 'ago'
}

/** Sets how numbers and times are written from now on; texts that stand already are drawn anew by their owner. */
export function setFormats({ numbers, times, timeStyle }: Formats): void {
  const style = NUMBER_STYLES[numbers === 'system' ? systemStyle() : numbers]
  group = style.group
  point = style.point
  inUtc = times === 'utc'
  inAges = timeStyle === 'ago'
}

/**
 * Languages that write 12,345.6 wherever they are spoken, by far the most readers'. Asked first: a browser's own answer costs
 * 60 ms the first time, five times as much on a slow phone, before anything is on show.
 */
const COMMA_LANGUAGES: ReadonlySet<string> = new Set(
  'en en-US en-GB en-CA en-AU en-NZ en-IE en-SG en-HK ja ja-JP ko ko-KR th th-TH zh zh-CN zh-HK zh-SG zh-TW'.split(' '),
)

function systemStyle(): keyof typeof NUMBER_STYLES {
  if (COMMA_LANGUAGES.has(navigator.language)) return 'comma'
  const parts = new Intl.NumberFormat(navigator.language).formatToParts(12_345.6)
  const mark = (type: string) => parts.find((part) => part.type === type)?.value
  if (mark('decimal') === ',') return mark('group') === '.' ? 'dot' : 'space'
  // Newer tables have the straight one.
  return /['\u2019]/.test(mark('group') ?? '') ? 'apostrophe' : 'comma'
}

/** "." or ",": what the reader types and reads before decimals. */
export function decimalPoint(): string {
  return point
}

/** Whether rows tell how long ago they came. */
export function timesAreAges(): boolean {
  return inAges
}

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
  const dot = text.indexOf('.')
  const whole = dot < 0 ? text : text.slice(0, dot)
  const rest = dot < 0 ? '' : point + text.slice(dot + 1)
  if (whole.length <= 3) return whole + rest
  let out = whole.slice(0, whole.length % 3)
  for (let index = whole.length % 3; index < whole.length; index += 3) {
    out += (out === '' ? '' : group) + whole.slice(index, index + 3)
  }
  return out + rest
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

/** Time of day by the reader's choice, local or UTC: 14:03:07. */
export function formatClock(timeMs: number): string {
  const date = new Date(timeMs)
  return inUtc
    ? `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`
    : `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`
}

/** Day and time of day by the same choice: 2025-02-17 14:03:07, and 2025-02-17 13:03:07 UTC. */
export function formatDateTime(timeMs: number): string {
  const date = new Date(timeMs)
  if (inUtc) return `${date.toISOString().slice(0, 10)} ${formatClock(timeMs)} UTC`
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${formatClock(timeMs)}`
}
