import type { Fill } from './account'
import { orderTypeSide, type TradeSide } from './order-type'

/** Own fills of one side in one candle. */
export interface FillMark {
  readonly startMs: number
  /** null: the fills' type does not tell it for sure. */
  readonly side: TradeSide | null
  readonly count: number
  /** Base units. */
  readonly size: number
  readonly averagePrice: number
}

/** Fills of a market gathered by candle and side, oldest first; those without a time stand in none. */
export function fillMarks(fills: readonly Fill[], marketId: string, intervalMs: number): FillMark[] {
  const marks = new Map<string, FillMark>()
  for (const { marketId: of, timeMs, orderType, price, size } of fills) {
    if (of !== marketId || timeMs === null) continue
    const startMs = Math.floor(timeMs / intervalMs) * intervalMs
    const side = orderType === null ? null : orderTypeSide(orderType)
    const id = `${startMs} ${side}`
    const { count, size: held, averagePrice } = marks.get(id) ?? { count: 0, size: 0, averagePrice: price }
    const sum = held + size
    marks.set(id, {
      startMs,
      side,
      count: count + 1,
      size: sum,
      // Fills of size 0 weigh nothing.
      averagePrice: sum === 0 ? averagePrice : (averagePrice * held + price * size) / sum,
    })
  }
  return [...marks.values()].sort((a, b) => a.startMs - b.startMs)
}
