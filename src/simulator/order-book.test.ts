import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type BookOrder, OrderBook, type Side } from './order-book'

interface NamedOrder extends BookOrder {
  readonly name: string
}

const owners = [{}, {}, {}, {}] as const

function order(name: string, side: Side, price: number, lots: number, owner: object = {}): NamedOrder {
  return { name, owner, side, price, lots, remaining: lots }
}

function bookOf(...orders: NamedOrder[]): OrderBook<NamedOrder> {
  const book = new OrderBook<NamedOrder>()
  for (const resting of orders) book.rest(resting, 0)
  return book
}

const names = (crossings: readonly { maker: NamedOrder; lots: number; price: number }[]) =>
  crossings.map(({ maker, lots, price }) => `${maker.name} ${lots}@${price}`)

test('the better price goes first, then the older order, and the maker sets the price', () => {
  const book = bookOf(
    order('late', 'ask', 101, 5),
    order('worse', 'ask', 102, 5),
    order('best', 'ask', 100, 5),
    order('later', 'ask', 101, 5),
  )
  const { crossings } = book.match(order('taker', 'bid', 0, 14), 102, 0)
  expect(names(crossings)).toEqual(['best 5@100', 'late 5@101', 'later 4@101'])
})

test('a partly filled order keeps its place in the queue', () => {
  const book = bookOf(order('first', 'bid', 100, 5), order('second', 'bid', 100, 5))
  book.match(order('a', 'ask', 0, 2), null, 0)
  expect(book.levels('bid')[0]?.lots).toBe(8)
  expect(names(book.match(order('b', 'ask', 0, 4), null, 0).crossings)).toEqual(['first 3@100', 'second 1@100'])
})

test('a limit is not passed, and what is left can rest', () => {
  const book = bookOf(order('a', 'ask', 100, 5), order('b', 'ask', 101, 5))
  const taker = order('taker', 'bid', 100, 8)
  expect(names(book.match(taker, 100, 0).crossings)).toEqual(['a 5@100'])
  book.rest(taker, 0)
  expect(taker.remaining).toBe(3)
  expect([book.best('bid'), book.best('ask')]).toEqual([100, 101])
})

test('an order never meets its own owner: the older one is pulled', () => {
  const own = order('own', 'ask', 100, 5, owners[0])
  const book = bookOf(own, order('other', 'ask', 100, 5, owners[1]))
  const { crossings, pulled } = book.match(order('taker', 'bid', 0, 5, owners[0]), null, 0)
  expect(names(crossings)).toEqual(['other 5@100'])
  expect(pulled).toEqual([own])
  expect(book.levels('ask')).toEqual([])
})

test('an order that would cross may not rest', () => {
  const book = bookOf(order('a', 'ask', 100, 5))
  expect(() => book.rest(order('b', 'bid', 100, 1), 0)).toThrow(RangeError)
})

test('a cancelled order is gone; one that does not rest cannot be cancelled', () => {
  const resting = order('a', 'ask', 100, 5)
  const book = bookOf(resting, order('b', 'ask', 100, 2))
  expect(book.cancel(resting, 9)).toBe(true)
  expect(book.cancel(resting, 9)).toBe(false)
  expect(book.levels('ask')).toMatchObject([{ price: 100, lots: 2, updatedSec: 9 }])
})

const command = record({
  kind: constantFrom('limit', 'limit', 'market', 'cancel'),
  owner: constantFrom(...owners),
  side: constantFrom<Side>('bid', 'ask'),
  price: integer({ min: 90, max: 110 }),
  lots: integer({ min: 1, max: 20 }),
})

test('no sequence of orders crosses the book, loses a lot, or disorders a level', () => {
  assert(
    property(array(command, { maxLength: 80 }), (commands) => {
      const book = new OrderBook<NamedOrder>()
      const resting: NamedOrder[] = []
      let placed = 0
      let traded = 0
      let dropped = 0
      for (const { kind, owner, side, price, lots } of commands) {
        if (kind === 'cancel') {
          const old = resting[lots % Math.max(1, resting.length)]
          if (old !== undefined && book.cancel(old, 0)) dropped += old.remaining
          continue
        }
        const next = order('', side, price, lots, owner)
        placed += lots
        const { crossings, pulled } = book.match(next, kind === 'limit' ? price : null, 0)
        for (const crossing of crossings) {
          traded += crossing.lots
          expect(crossing.maker.owner).not.toBe(owner)
          if (kind === 'limit') expect(side === 'bid' ? crossing.price <= price : crossing.price >= price).toBe(true)
        }
        for (const old of pulled) dropped += old.remaining
        if (kind === 'market') dropped += next.remaining
        else if (next.remaining > 0) {
          book.rest(next, 0)
          resting.push(next)
        }
        const [bid, ask] = [book.best('bid'), book.best('ask')]
        if (bid !== null && ask !== null) expect(bid).toBeLessThan(ask)
      }
      const levels = [...book.levels('bid'), ...book.levels('ask')]
      for (const level of levels) {
        expect(level.orders.length).toBeGreaterThan(0)
        expect(level.orders.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(level.lots)
      }
      const standing = levels.reduce((sum, level) => sum + level.lots, 0)
      // A match uses up lots of both sides.
      expect(standing + 2 * traded + dropped).toBe(placed)
      for (const side of ['bid', 'ask'] as const) {
        const prices = book.levels(side).map((level) => level.price)
        expect(prices).toEqual([...new Set(prices)].sort((a, b) => (side === 'bid' ? b - a : a - b)))
      }
    }),
    { numRuns: 300 },
  )
})
