/** One market's limit order book: price first, then time. It never crosses, and it knows nothing of money. */
export type Side = 'bid' | 'ask'

export interface BookOrder {
  /** Orders of one owner never trade with each other. */
  readonly owner: object
  readonly side: Side
  /** Ticks; meaningless for an order that may not rest. */
  readonly price: number
  readonly lots: number
  remaining: number
}

export interface Level<Order> {
  readonly price: number
  lots: number
  updatedSec: number
  /** Oldest first. */
  readonly orders: Order[]
  /** Kept for the wire's writer, dropped at each change. */
  text: string | null
}

export interface Crossing<Order> {
  readonly maker: Order
  readonly price: number
  readonly lots: number
}

export class OrderBook<Order extends BookOrder> {
  readonly #levels: Record<Side, Level<Order>[]> = { bid: [], ask: [] }
  #version = 0

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  /** Best first. */
  levels(side: Side): readonly Level<Order>[] {
    return this.#levels[side]
  }

  best(side: Side): number | null {
    return this.#levels[side][0]?.price ?? null
  }

  /**
   * Takes from the other side up to `limit` (ticks; null: at any price) until nothing remains. Where the taker would meet an
   * order of its own, that older order is pulled out instead.
   */
  match(taker: Order, limit: number | null, nowSec: number): { crossings: Crossing<Order>[]; pulled: Order[] } {
    const crossings: Crossing<Order>[] = []
    const pulled: Order[] = []
    const levels = this.#levels[taker.side === 'bid' ? 'ask' : 'bid']
    while (taker.remaining > 0) {
      const level = levels[0]
      if (level === undefined || (limit !== null && fallsShort(taker.side, limit, level.price))) break
      const maker = level.orders[0]
      if (maker === undefined) throw new Error('an empty level was left in the book')
      this.#touch(level, nowSec)
      if (maker.owner === taker.owner) {
        level.lots -= maker.remaining
        level.orders.shift()
        pulled.push(maker)
      } else {
        const lots = Math.min(maker.remaining, taker.remaining)
        maker.remaining -= lots
        taker.remaining -= lots
        level.lots -= lots
        if (maker.remaining === 0) level.orders.shift()
        crossings.push({ maker, price: level.price, lots })
      }
      if (level.orders.length === 0) levels.shift()
    }
    return { crossings, pulled }
  }

  /** Puts what remains of the order behind the others at its price. Throws RangeError where that would cross the book. */
  rest(order: Order, nowSec: number): void {
    const opposite = this.best(order.side === 'bid' ? 'ask' : 'bid')
    if (opposite !== null && !fallsShort(order.side, order.price, opposite))
      throw new RangeError('the order would cross')
    if (!(order.remaining > 0)) throw new RangeError('nothing is left to rest')
    const levels = this.#levels[order.side]
    const index = findLevel(levels, order.side, order.price)
    let level = levels[index]
    if (level?.price !== order.price) {
      level = { price: order.price, lots: 0, updatedSec: nowSec, orders: [], text: null }
      levels.splice(index, 0, level)
    }
    level.orders.push(order)
    level.lots += order.remaining
    this.#touch(level, nowSec)
  }

  /** False where the order does not rest here. */
  cancel(order: Order, nowSec: number): boolean {
    const levels = this.#levels[order.side]
    const index = findLevel(levels, order.side, order.price)
    const level = levels[index]
    const place = level?.price === order.price ? level.orders.indexOf(order) : -1
    if (level === undefined || place < 0) return false
    level.orders.splice(place, 1)
    level.lots -= order.remaining
    if (level.orders.length === 0) levels.splice(index, 1)
    this.#touch(level, nowSec)
    return true
  }

  #touch(level: Level<Order>, nowSec: number): void {
    level.updatedSec = nowSec
    level.text = null
    this.#version++
  }
}

/** A bid below the price, or an ask above it, does not reach it. */
function fallsShort(side: Side, limit: number, price: number): boolean {
  return side === 'bid' ? limit < price : limit > price
}

/** The index of the level with this price, or the one where it belongs. */
function findLevel(levels: readonly { readonly price: number }[], side: Side, price: number): number {
  let low = 0
  let high = levels.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = levels[middle]?.price ?? 0
    if (side === 'bid' ? there > price : there < price) low = middle + 1
    else high = middle
  }
  return low
}
