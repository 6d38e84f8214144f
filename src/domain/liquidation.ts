import type { Position } from './account'

/** Part of a position's value that must be left as margin. Source: the vendor prints 2.5 % for APT; assumed for all. */
export const MAINTENANCE_MARGIN = 0.025

/**
 * How far the price may move before the position is liquidated, in percent of the price: `safe` is above 0; `crossed`
 * is 0 or below: the price stands at the liquidation price or beyond. `none`: the exchange names no liquidation price.
 * `unknown`: there is no price to measure from.
 */
export type LiquidationDistance =
  | { readonly state: 'safe' | 'crossed'; readonly percent: number }
  | { readonly state: 'none' | 'unknown' }

type Measured = Pick<Position, 'side' | 'liquidationPrice'>

/** From the price at hand to the exchange's own liquidation price. */
export function liquidationDistance({ side, liquidationPrice }: Measured, price: number | null): LiquidationDistance {
  if (liquidationPrice === null) return { state: 'none' }
  if (price === null) return { state: 'unknown' }
  const room = side === 'long' ? price - liquidationPrice : liquidationPrice - price
  return { state: room > 0 ? 'safe' : 'crossed', percent: (room / price) * 100 }
}

/** Sorts the most endangered first: crossed, then safe by distance, then unknown, and none last. */
export function byDanger(a: LiquidationDistance, b: LiquidationDistance): number {
  if ('percent' in a && 'percent' in b) return a.percent - b.percent
  return dangerRank(a) - dangerRank(b)
}

function dangerRank({ state }: LiquidationDistance): number {
  return state === 'none' ? 2 : state === 'unknown' ? 1 : 0
}

type Held = Pick<Position, 'side' | 'entryPrice' | 'size' | 'marginUsd'>

/**
 * Our own estimate: a short at (entry + margin/size) / (1 + m), which gives the sample's printed price to the last digit;
 * a long by symmetry at (entry − margin/size) / (1 − m). null: the margin is not known, the size is 0, or the margin
 * covers a long down to a price of 0.
 */
export function estimatedLiquidation(position: Held, maintenance = MAINTENANCE_MARGIN): number | null {
  const { side, entryPrice, size, marginUsd } = position
  if (marginUsd === null || size <= 0) return null
  if (side === 'short') return (entryPrice + marginUsd / size) / (1 + maintenance)
  const price = (entryPrice - marginUsd / size) / (1 - maintenance)
  return price > 0 ? price : null
}
