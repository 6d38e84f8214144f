import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from './book'
import { depthCurves, depthWithin, reachPercent } from './depth'
import { anyBook, bookOf } from './test-kit'

const book = bookOf(
  [
    [9.9, 1],
    [9.5, 2],
  ],
  [
    [10.1, 3],
    [10.2, 4],
    [20, 5],
  ],
)
/** Prices in whole thousandths around 10: a hundredth of a percent of the mid is one of them. */
const ticksOff = ({ price }: Level) => Math.abs(Math.round(price * 1000) - 10_000)
const sizeOf = (levels: readonly Level[]) => levels.reduce((sum, { size }) => sum + size, 0)

describe('the depth within a distance', () => {
  it('is the size and the value of each side up to there, a level exactly there included', () => {
    expect(depthWithin(book, 10, 1)).toEqual({
      bids: { size: 1, valueUsd: 9.9 },
      asks: { size: 3, valueUsd: 3 * 10.1 },
    })
    expect(depthWithin(book, 10, 2).asks.size).toBe(7)
    expect(depthWithin(book, 10, 5).bids).toEqual({ size: 3, valueUsd: 28.9 })
  })

  it('is nothing nearer than the best prices, and all that is visible without a limit', () => {
    expect(depthWithin(book, 10, 0.5)).toEqual({ bids: { size: 0, valueUsd: 0 }, asks: { size: 0, valueUsd: 0 } })
    expect(depthWithin(book, 10, Number.POSITIVE_INFINITY).asks.size).toBe(12)
  })

  it('is what a count in whole ticks gives, whatever dust the distance leaves', () => {
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 1, max: 5000 }), (any, ticks) => {
        const within = (side: readonly Level[]) => sizeOf(side.filter((level) => ticksOff(level) <= ticks))
        const { bids, asks } = depthWithin(any, 10, ticks / 100)
        expect([bids.size, asks.size]).toEqual([within(any.bids), within(any.asks)])
      }),
    )
  })
})

describe('the depth curves', () => {
  it('hold at each step what lies within its distance', () => {
    fc.assert(
      fc.property(
        anyBook,
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (...drawn) => {
          const [any, percent, steps] = drawn
          const { bids, asks } = depthCurves(any, 10, percent, steps)
          const expected = Array.from({ length: steps + 1 }, (_, step) =>
            depthWithin(any, 10, (percent * step) / steps),
          )
          expect(bids).toEqual(expected.map((sums) => sums.bids.size))
          expect(asks).toEqual(expected.map((sums) => sums.asks.size))
        },
      ),
    )
  })

  it('never fall on the way out', () => {
    fc.assert(
      fc.property(anyBook, (any) => {
        const { bids, asks } = depthCurves(any, 10, 30, 20)
        expect(bids).toEqual(bids.toSorted((a, b) => a - b))
        expect(asks).toEqual(asks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('of an empty book are 0 everywhere, not absent', () => {
    expect(depthCurves({ bids: [], asks: [] }, 10, 10, 2)).toEqual({ bids: [0, 0, 0], asks: [0, 0, 0] })
  })
})

it('a side reaches as far as its last level', () => {
  expect(reachPercent(book.bids, 10)).toBeCloseTo(5, 12)
  expect(reachPercent(book.asks, 10)).toBeCloseTo(100, 12)
  expect(reachPercent([], 10)).toBe(0)
})
