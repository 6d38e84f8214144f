/** A double holds every decimal of 15 significant digits; what stands behind them is dust of its arithmetic. */
const SIGNIFICANT_DIGITS = 15
/** More would be dust: one residue of 1.7e-17 must not give a whole ladder 18 decimals. A smaller figure shows its own digits. */
const MAX_LEARNT = 10

/**
 * Decimals a figure needs to be shown exactly: those of the shortest text that reads back as the same double, which
 * leaves the dust of decimals like 0.0326969090000000006806411505 and 0.30000000000000004 behind.
 */
export function decimalsOf(value: number): number {
  const full = String(value)
  const text = full.length <= SIGNIFICANT_DIGITS ? full : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)))
  const mark = text.indexOf('e')
  const mantissa = mark < 0 ? text : text.slice(0, mark)
  const exponent = mark < 0 ? 0 : Number(text.slice(mark + 1))
  const point = mantissa.indexOf('.')
  const fraction = point < 0 ? 0 : mantissa.length - point - 1
  return Math.max(0, fraction - exponent)
}

const UNITS = Array.from({ length: MAX_LEARNT + 1 }, (_, decimals) => 10 ** decimals)

/** Whether so many decimals, up to 10, are enough to show it exactly; a text, which decimalsOf makes, costs thirty times as much. */
export function fitsDecimals(value: number, decimals: number): boolean {
  const unit = UNITS[decimals]
  return unit !== undefined && Math.round(value * unit) / unit === value
}

export interface Decimals {
  readonly price: number
  readonly size: number
}

/** The larger of each; the first comes back itself when nothing grows, so that nothing re-renders. */
export function growDecimals(known: Decimals, price: number, size: number): Decimals {
  const next = { price: grown(known.price, price), size: grown(known.size, size) }
  return next.price === known.price && next.size === known.size ? known : next
}

function grown(known: number, needed: number): number {
  return Math.max(known, Math.min(needed, MAX_LEARNT))
}
