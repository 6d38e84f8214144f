/**
 * Decimals a figure needs to be shown exactly: those of the shortest text that reads back as the same double, which
 * leaves the dust of decimals like 0.0326969090000000006806411505 behind.
 */
export function decimalsOf(value: number): number {
  const text = String(value)
  const mark = text.indexOf('e')
  const mantissa = mark < 0 ? text : text.slice(0, mark)
  const exponent = mark < 0 ? 0 : Number(text.slice(mark + 1))
  const point = mantissa.indexOf('.')
  const fraction = point < 0 ? 0 : mantissa.length - point - 1
  return Math.max(0, fraction - exponent)
}

export interface Decimals {
  readonly price: number
  readonly size: number
}

/** The larger of each; the first comes back itself when nothing grows, so that nothing re-renders. */
export function growDecimals(known: Decimals, price: number, size: number): Decimals {
  return price <= known.price && size <= known.size
    ? known
    : { price: Math.max(price, known.price), size: Math.max(size, known.size) }
}
