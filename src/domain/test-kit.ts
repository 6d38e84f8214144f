/** What the tests of this folder share: rows with plain figures, of which a test names those that it is about. */
import * as fc from 'fast-check'
import type { Fill, HistoryOrder, OpenOrder, Position } from './account'
import type { Book, Level } from './book'
import { makeOrderId } from './order-id'
import { type Match, newestFirst } from './tape'

export const level = (price: number, size = 1, updatedMs: number | null = null): Level => ({ price, size, updatedMs })

/** Levels as [price, size], best first. */
export const bookOf = (
  bids: readonly (readonly [number, number])[],
  asks: readonly (readonly [number, number])[],
): Book => ({
  bids: bids.map(([price, size]) => level(price, size)),
  asks: asks.map(([price, size]) => level(price, size)),
})

/** A digit at a time of a number drawn at random, each below its base. */
function digitsOf(drawn: number): (base: number) => number {
  let rest = drawn
  return (base) => {
    const digit = rest % base
    rest = Math.floor(rest / base)
    return digit
  }
}

/** A book from numbers drawn at random: prices in whole thousandths around 10, sizes whole, so that sums are exact. */
function bookFrom(drawn: readonly number[]): Book {
  const sides = { bids: new Map<number, Level>(), asks: new Map<number, Level>() }
  for (const each of drawn) {
    const digit = digitsOf(each)
    const direction = digit(2) === 0 ? -1 : 1
    const price = (10_000 + direction * (1 + digit(4000))) / 1000
    const size = 1 + digit(1000)
    const seconds = digit(50)
    sides[direction < 0 ? 'bids' : 'asks'].set(price, level(price, size, seconds === 0 ? null : seconds * 1000))
  }
  return {
    bids: [...sides.bids.values()].sort((a, b) => b.price - a.price),
    asks: [...sides.asks.values()].sort((a, b) => a.price - b.price),
  }
}

export const anyBook = fc.array(fc.nat(), { maxLength: 60 }).map(bookFrom)

let serial = 0
export function match(fields: Partial<Match> = {}): Match {
  serial += 1
  return {
    key: `match ${serial}`,
    price: 5,
    size: 1,
    valueUsd: null,
    timeMs: 1_746_177_750_000,
    version: '6704413443',
    takerSide: null,
    legs: [],
    ...fields,
  }
}

/** A tape from numbers drawn at random, newest first, 40 seconds long; whole prices and sizes, so that sums are exact. */
function tapeFrom(drawn: readonly number[]): Match[] {
  const matches = drawn.map((each) => {
    const digit = digitsOf(each)
    return match({
      price: 1 + digit(9),
      size: 1 + digit(9),
      timeMs: 1_746_177_750_000 + digit(41) * 1000,
      version: String(9 + digit(3)),
      takerSide: ([null, 'buy', 'sell'] as const)[digit(3)] ?? null,
    })
  })
  return matches.sort(newestFirst)
}

export const anyTape = fc.array(fc.nat(), { maxLength: 40 }).map(tapeFrom)

export function position(fields: Partial<Position> = {}): Position {
  return {
    address: '0xa',
    marketId: '396',
    tradeId: '16509835945970048696716',
    side: 'short',
    size: 1,
    entryPrice: 6.05,
    liquidationPrice: 8.853658536585366,
    marginUsd: 3.025,
    valueUsd: 6.05,
    leverage: 2,
    stopLoss: null,
    takeProfit: null,
    updatedMs: 1_739_788_459_000,
    ...fields,
  }
}

export function openOrder(fields: Partial<OpenOrder> = {}): OpenOrder {
  return {
    address: '0xa',
    marketId: '396',
    orderId: makeOrderId(7n, { side: 'bid', integerPrice: 6002 }),
    tradeId: null,
    orderType: null,
    price: 6.002,
    totalSize: 4,
    remainingSize: 4,
    valueUsd: null,
    leverage: 2,
    createdMs: 1_739_790_733_000,
    updatedMs: 1_739_790_733_000,
    ...fields,
  }
}

export function historyOrder(fields: Partial<HistoryOrder> = {}): HistoryOrder {
  const { totalSize, remainingSize: _rest, ...order } = openOrder()
  return { ...order, size: totalSize, key: order.orderId, isMarket: false, status: 'Open', ...fields }
}

export function fill(fields: Partial<Fill> = {}): Fill {
  serial += 1
  return {
    key: `fill ${serial}`,
    address: '0xa',
    marketId: '396',
    tradeId: '16509835945970048696716',
    orderType: 2,
    price: 6.05,
    size: 1,
    feeUsd: 0.003025,
    pnlUsd: 0,
    timeMs: 1_739_788_459_000,
    updatedMs: 1_739_788_459_000,
    version: null,
    orderId: null,
    ...fields,
  }
}
