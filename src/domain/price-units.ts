/**
 * Prices as whole numbers of a market's smallest unit, 10^-decimals. The doubles of prices stand for decimals, so that
 * floor, remainder and comparison are exact on these integers and nowhere else. Dust behind the 15th digit is ignored.
 */
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`))
/** Beyond, neighbouring integers would lie as close as the dust. */
const MOST_UNITS = 1e14
const DUST = 1e-15

/** The largest whole number of units that is not above the price; null where it can't be told exactly. */
export function unitsBelow(price: number, decimals: number): number | null {
  const units = inUnits(price, decimals)
  return units === null ? null : Math.floor(units)
}

/** The smallest whole number of units that is not below the price; null where it can't be told exactly. */
export function unitsAbove(price: number, decimals: number): number | null {
  const units = inUnits(price, decimals)
  return units === null ? null : Math.ceil(units)
}

/** The price in units; null where it is no whole number of them. */
export function wholeUnits(price: number, decimals: number): number | null {
  const units = inUnits(price, decimals)
  return units !== null && Number.isInteger(units) ? units : null
}

/** The double nearest to units / 10^decimals: the very one that reading the decimal gives. `decimals` up to 15. */
export function priceOfUnits(units: number, decimals: number): number {
  return units / (POWERS_OF_TEN[decimals] ?? 10 ** decimals)
}

function inUnits(price: number, decimals: number): number | null {
  const scale = POWERS_OF_TEN[decimals]
  if (scale === undefined) return null
  const product = price * scale
  if (!(product >= 0 && product <= MOST_UNITS)) return null
  const nearest = Math.round(product)
  return Math.abs(product - nearest) <= product * DUST ? nearest : product
}
