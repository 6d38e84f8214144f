import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from './book'
import { imbalance, levelAgeMs, newestChangeMs } from './book-figures'
import { anyBook, bookOf, level } from './test-kit'

describe('the imbalance near the mid', () => {
  const book = bookOf(
    [
      [9.99, 3],
      [9.9, 2],
      [9, 100],
    ],
    [
      [10.01, 1],
      [10.1, 4],
      [11, 100],
    ],
  )

  it('weighs what lies within the distance, its edge included', () => {
    expect(imbalance(book, 20)).toEqual({ known: true, bidSize: 3, askSize: 1, bidShare: 0.75 })
    expect(imbalance(book, 150)).toEqual({ known: true, bidSize: 5, askSize: 5, bidShare: 0.5 })
    expect(imbalance(bookOf([[96, 3]], [[104, 1]]), 400)).toMatchObject({ known: true, bidShare: 0.75 })
  })

  it('is not known, instead of even, where the spread is wider or there is no mid', () => {
    expect(imbalance(book, 5)).toEqual({ known: false, because: 'wide-spread' })
    const noMid = { known: false, because: 'no-mid' }
    expect(imbalance(bookOf([], [[10, 1]]), 100)).toEqual(noMid)
    expect(imbalance(bookOf([[10, 1]], [[10, 1]]), 100)).toEqual(noMid)
    expect(imbalance(bookOf([[11, 1]], [[10, 1]]), 100)).toEqual(noMid)
    expect(imbalance(bookOf([], []), 100)).toEqual(noMid)
  })

  it('is not known where one side of the book ends nearer, and says where', () => {
    expect(
      imbalance(
        bookOf(
          [[99, 1]],
          [
            [101, 1],
            [110, 1],
          ],
        ),
        500,
      ),
    ).toEqual({
      known: false,
      because: 'short-book',
      endsBps: 100,
    })
    expect(
      imbalance(
        bookOf(
          [
            [99, 1],
            [90, 1],
          ],
          [
            [101, 1],
            [102, 1],
          ],
        ),
        500,
      ),
    ).toMatchObject({ endsBps: 200 })
  })

  it('counts exactly the levels within the distance, and is not known where a side has none within or none beyond', () => {
    const ticks = (price: number) => Math.round(price * 1000)
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 1, max: 5000 }), (book, bps) => {
        const [bid, ask] = [book.bids[0], book.asks[0]]
        fc.pre(bid !== undefined && ask !== undefined)
        const twiceMid = ticks(bid?.price ?? 0) + ticks(ask?.price ?? 0)
        // In whole numbers: 0 at the edge itself, where rounding may decide.
        const inside = (price: number) => twiceMid * bps - Math.abs(2 * ticks(price) - twiceMid) * 10_000
        const levels = [...book.bids, ...book.asks]
        fc.pre(levels.every(({ price }) => inside(price) !== 0))
        const sizeOf = (side: readonly Level[]) =>
          side.reduce((sum, { price, size }) => (inside(price) > 0 ? sum + size : sum), 0)
        const bidSize = sizeOf(book.bids)
        const askSize = sizeOf(book.asks)
        const reaches = [book.bids, book.asks].every((side) => inside(side.at(-1)?.price ?? 0) < 0)
        const found = imbalance(book, bps)
        if (bidSize === 0 || askSize === 0) expect(found).toEqual({ known: false, because: 'wide-spread' })
        else if (!reaches) {
          expect(found).toMatchObject({ known: false, because: 'short-book' })
          if (!found.known && found.because === 'short-book') expect(found.endsBps).toBeLessThan(bps)
        } else expect(found).toEqual({ known: true, bidSize, askSize, bidShare: bidSize / (bidSize + askSize) })
      }),
    )
  })
})

describe('the age of a level', () => {
  it('counts from the newest change in the book, on the exchange’s clock', () => {
    const old = level(9, 1, 1_739_758_360_000)
    const book = { bids: [old, level(8, 1)], asks: [level(10, 1, 1_739_790_996_000)] }
    const newestMs = newestChangeMs(book)
    expect(newestMs).toBe(1_739_790_996_000)
    expect(levelAgeMs(old, newestMs)).toBe(32_636_000)
    expect(book.asks.map((each) => levelAgeMs(each, newestMs))).toEqual([0])
  })

  it('is not known where the level or the whole book names no time', () => {
    expect(newestChangeMs(bookOf([[9, 1]], [[10, 1]]))).toBeNull()
    expect(levelAgeMs(level(9), 1000)).toBeNull()
    expect(levelAgeMs(level(9, 1, 1000), null)).toBeNull()
  })

  it('is never negative within its book', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const newestMs = newestChangeMs(book)
        const ages = [...book.bids, ...book.asks].map((each) => levelAgeMs(each, newestMs))
        for (const age of ages) if (age !== null) expect(age).toBeGreaterThanOrEqual(0)
        if (newestMs !== null) expect(ages).toContain(0)
      }),
    )
  })
})
