import type { OpenOrder, Position } from './account'
import { readOrderId } from './order-id'

export type OwnMarkKind = 'order' | 'entry' | 'liquidation' | 'take-profit' | 'stop-loss'

/** A price of the reader's own in a market, to be marked in book and charts. */
export interface OwnMark {
  /** Unique within the market. */
  readonly key: string
  readonly kind: OwnMarkKind
  readonly price: number
  /** Base units: what remains of the order, or the size of the position. */
  readonly size: number
  /** The side an order rests on, by its id, or the position's; null where the id does not tell. */
  readonly side: 'bid' | 'ask' | 'long' | 'short' | null
}

/** The marks of one market: its positions' and orders' prices, in the lists' order. */
export function ownMarks(
  positions: readonly Position[],
  orders: readonly OpenOrder[],
  marketId: string,
): readonly OwnMark[] {
  return [
    ...positions.filter((row) => row.marketId === marketId).flatMap(marksOfPosition),
    ...orders.filter((row) => row.marketId === marketId).map(markOfOrder),
  ]
}

function marksOfPosition({ tradeId, side, size, ...row }: Position): OwnMark[] {
  const prices: readonly (readonly [OwnMarkKind, number | null])[] = [
    ['entry', row.entryPrice],
    ['liquidation', row.liquidationPrice],
    ['take-profit', row.takeProfit],
    ['stop-loss', row.stopLoss],
  ]
  return prices.flatMap(([kind, price]) =>
    price === null || price <= 0 ? [] : [{ key: `${kind} ${tradeId}`, kind, price, size, side }],
  )
}

function markOfOrder({ orderId, price, remainingSize }: OpenOrder): OwnMark {
  const facts = readOrderId(orderId)
  const side = facts?.rested === true ? facts.side : null
  return { key: `order ${orderId}`, kind: 'order', price, size: remainingSize, side }
}
