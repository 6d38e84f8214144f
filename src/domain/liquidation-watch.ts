import type { LiquidationDistance } from './liquidation'

export interface WatchedPosition {
  /** trade_id of the position. */
  readonly tradeId: string
  readonly distance: LiquidationDistance
}

/** A position may warn again once its distance is the threshold and a tenth of it. */
const REARM_FACTOR = 1.1

/**
 * Which positions have come nearer to their liquidation than `percent` of the price. `warned`: trade_ids of those that have
 * warned and not gone far enough since; a distance that is not known changes nothing, and a position that is gone is forgotten.
 */
export function watchLiquidation(
  warned: ReadonlySet<string>,
  positions: readonly WatchedPosition[],
  percent: number,
): { readonly warned: ReadonlySet<string>; readonly near: readonly string[] } {
  const near: string[] = []
  const still = new Set<string>()
  for (const { tradeId, distance } of positions) {
    const known = warned.has(tradeId)
    const isNear = 'percent' in distance && distance.percent < percent
    const isFar = 'percent' in distance && distance.percent >= percent * REARM_FACTOR
    if (isNear && !known) near.push(tradeId)
    if (isNear || (known && !isFar)) still.add(tradeId)
  }
  return { warned: still, near }
}
