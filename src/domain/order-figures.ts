import type { OpenOrder } from './account'
import { type Book, type BookTop, bookShape } from './book'
import type { BookSide } from './ladder'
import { readOrderId } from './order-id'
import { orderTypeSide, type TradeSide } from './order-type'
import { wholeUnits } from './price-units'

/** The side on which an order rests, told by its id alone; null where the id does not tell. */
export function restingSide(orderId: string): BookSide | null {
  const facts = readOrderId(orderId)
  return facts?.rested === true ? facts.side : null
}

/** Buy or sell: by where it rested, else by its type where that is safe; else null. */
export function orderSide({
  orderId,
  orderType,
}: {
  readonly orderId: string
  readonly orderType: number | null
}): TradeSide | null {
  const side = restingSide(orderId)
  if (side !== null) return side === 'bid' ? 'buy' : 'sell'
  return orderType === null ? null : orderTypeSide(orderType)
}

/** The part that is filled, 0 to 1; null where the two sizes contradict each other. */
export function filledPart({
  totalSize,
  remainingSize,
}: Pick<OpenOrder, 'totalSize' | 'remainingSize'>): number | null {
  if (totalSize <= 0 || remainingSize < 0 || remainingSize > totalSize) return null
  return (totalSize - remainingSize) / totalSize
}

/** An order's price less the mid: below 0 under it. */
export interface MidDistance {
  /** In smallest price units, exact to the half; null where a price is no whole number of them. */
  readonly ticks: number | null
  /** Of the mid. */
  readonly percent: number
}

/** null without a mid. `decimals`: those of the market's prices. */
export function midDistance(price: number, { bestBid, bestAsk, mid }: BookTop, decimals: number): MidDistance | null {
  if (mid === null || bestBid === null || bestAsk === null) return null
  const own = wholeUnits(price, decimals)
  const bid = wholeUnits(bestBid, decimals)
  const ask = wholeUnits(bestAsk, decimals)
  const ticks = own === null || bid === null || ask === null ? null : own - (bid + ask) / 2
  return { ticks, percent: ((price - mid) / mid) * 100 }
}

/**
 * The most that can stand before an order, in the base unit: all sizes at better prices and, at its own, what is not its
 * own. How much of the latter came earlier nobody says. null where order and book do not fit together: the id tells no
 * side, the book is crossed or locked, or it does not hold the order's remaining size at its price (they come by
 * different sockets, one may be ahead).
 */
export function sizeAhead({ orderId, price, remainingSize }: OpenOrder, book: Book): number | null {
  const side = restingSide(orderId)
  const shape = bookShape(book)
  if (side === null || shape === 'crossed' || shape === 'locked') return null
  const direction = side === 'ask' ? 1 : -1
  let better = 0
  for (const level of side === 'ask' ? book.asks : book.bids) {
    if (level.price === price) return level.size < remainingSize ? null : better + (level.size - remainingSize)
    if ((level.price - price) * direction > 0) return null
    better += level.size
  }
  return null
}

/** How long ago the exchange took the order in; `nowMs` in the exchange's time (the reader's clock less its offset). */
export function orderAgeMs({ createdMs }: OpenOrder, nowMs: number): number | null {
  return createdMs === null ? null : Math.max(0, nowMs - createdMs)
}
