import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book, Level } from './book'
import { bookReach, depthGrid } from './depth'

const level = (price: number, size: number): Level => ({ price, size, updatedMs: null })

/** Prices in whole ticks of a thousandth on either side of 10; sizes in whole units, so that sums are exact. */
const side = (direction: 1 | -1) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 1000 })), {
      selector: ([ticks]) => ticks,
      maxLength: 60,
    })
    .map((rows) =>
      rows.sort(([a], [b]) => a - b).map(([ticks, size]) => level((10_000 + direction * ticks) / 1000, size)),
    )
const anyBook: fc.Arbitrary<Book> = fc.record({ bids: side(-1), asks: side(1) })
const total = (levels: readonly Level[]) => levels.reduce((sum, { size }) => sum + size, 0)

describe('the depth grid', () => {
  it('shows at each price what a sum over all levels gives', () => {
    fc.assert(
      fc.property(
        anyBook,
        fc.double({ min: 0.001, max: 0.6, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (book, span, steps) => {
          for (const { price, bid, ask } of depthGrid(book, 10, span, steps)) {
            if (bid !== null) expect(bid).toBe(total(book.bids.filter((each) => each.price >= price)))
            if (ask !== null) expect(ask).toBe(total(book.asks.filter((each) => each.price <= price)))
          }
        },
      ),
    )
  })

  it('rises in price, evenly, with the mid in its middle and each side on its own half', () => {
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 1, max: 50 }), (book, steps) => {
        const points = depthGrid(book, 10, 0.5, steps)
        expect(points).toHaveLength(2 * steps + 1)
        expect(points[steps]?.price).toBe(10)
        points.forEach((point, index) => {
          expect(point.price).toBeCloseTo(10 + ((index - steps) * 5) / steps, 9)
          expect(point.bid === null).toBe(index > steps)
          expect(point.ask === null).toBe(index < steps)
        })
      }),
    )
  })

  it('never falls away from the mid', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const points = depthGrid(book, 10, 0.3, 20)
        const asks = points.flatMap(({ ask }) => ask ?? [])
        const bids = points.flatMap(({ bid }) => bid ?? [])
        expect(asks).toEqual(asks.toSorted((a, b) => a - b))
        expect(bids).toEqual(bids.toSorted((a, b) => b - a))
      }),
    )
  })

  it('of an empty book is 0 everywhere, not absent', () => {
    const points = depthGrid({ bids: [], asks: [] }, 10, 0.1, 2)
    expect(points.map(({ bid, ask }) => [bid, ask])).toEqual([
      [0, null],
      [0, null],
      [0, 0],
      [null, 0],
      [null, 0],
    ])
  })
})

describe('the reach of a book', () => {
  const book: Book = {
    bids: [level(9.9, 1), level(9.5, 1)],
    asks: [level(10.1, 1), level(10.2, 1), level(10.3, 1), level(20, 1)],
  }

  it('is as far as its wider side goes, as a fraction of the mid', () => {
    expect(bookReach(book, 10, 1)).toBe(1)
    expect(bookReach({ ...book, asks: [] }, 10, 1)).toBeCloseTo(0.05, 12)
    expect(bookReach({ bids: [], asks: [] }, 10, 1)).toBe(0)
  })

  it('leaves out the far levels beyond the share that is asked for', () => {
    expect(bookReach(book, 10, 0.75)).toBeCloseTo(0.05, 12)
    expect(bookReach(book, 10, 0.5)).toBeCloseTo(0.02, 12)
    expect(bookReach(book, 10, 0)).toBeCloseTo(0.01, 12)
  })
})
