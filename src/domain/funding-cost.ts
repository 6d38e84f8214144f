import type { Position } from './account'

/**
 * What one funding costs the holder in the quote currency: above 0 is paid, below 0 received. size × price × rate, with
 * the usual reading of the rate, which the exchange has not confirmed: a fraction a period, above 0 longs pay shorts.
 * null where price or rate is not known. Sum over positions: sumKnown.
 */
export function fundingCostUsd(
  { side, size }: Pick<Position, 'side' | 'size'>,
  price: number | null,
  rate: number | null,
): number | null {
  if (price === null || rate === null) return null
  const paidByLongs = size * price * rate
  // No minus on a zero.
  return side === 'long' ? paidByLongs : 0 - paidByLongs
}
