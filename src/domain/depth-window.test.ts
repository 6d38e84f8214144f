import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookTop } from './book'
import { reachPercent } from './depth'
import { clamped, fittedPercent, leastPercent, roundTicks, zoomStop } from './depth-window'
import { MAX_DEPTH_PERCENT, MIN_DEPTH_PERCENT } from './preferences'
import { anyBook, bookOf, level } from './test-kit'

/** A mid of 10 and ten levels on each side, 0.1 % from one to the next. */
const steps = Array.from({ length: 10 }, (_, index) => index + 1)
const even = bookOf(
  steps.map((step) => [(1000 - step) / 100, 1]),
  steps.map((step) => [(1000 + step) / 100, 1]),
)
const crossed = bookOf([[11, 1]], [[10, 1]])

describe('the least window', () => {
  it('shows both best prices half way out at most', () => {
    expect(leastPercent(bookOf([[9, 1]], [[11, 1]]))).toBe(20)
  })

  it('is no narrower than what may be chosen, and no wider than the way down to a price of 0', () => {
    expect(leastPercent(bookOf([[99_999.9, 1]], [[100_000.1, 1]]))).toBe(MIN_DEPTH_PERCENT)
    expect(leastPercent(bookOf([[1, 1]], [[19, 1]]))).toBe(100)
  })

  it('is not known without a mid', () => {
    expect(leastPercent(crossed)).toBeNull()
    expect(leastPercent({ bids: even.bids, asks: [] })).toBeNull()
  })

  it('goes before the limit of the widest window, so that there is always something to see', () => {
    expect(clamped(1, 2)).toBe(2)
    expect(clamped(70, 2)).toBe(MAX_DEPTH_PERCENT)
    expect(clamped(70, 60)).toBe(60)
  })
})

describe('the fitted window', () => {
  it('is round and shows four fifths of the levels', () => {
    expect(fittedPercent(even, null)).toBe(1)
    expect(fittedPercent({ bids: even.bids.slice(0, 5), asks: even.asks.slice(0, 5) }, null)).toBe(0.5)
    expect(fittedPercent({ bids: even.bids.slice(0, 2), asks: even.asks.slice(0, 2) }, null)).toBe(0.2)
  })

  it('is not spoilt by one far order, in a thin book neither', () => {
    const thin = { bids: even.bids.slice(0, 2), asks: [...even.asks.slice(0, 2), level(5_000, 1)] }
    expect(fittedPercent(thin, null)).toBe(0.2)
    expect(fittedPercent({ bids: even.bids, asks: [...even.asks, level(5_000, 1)] }, null)).toBe(1)
    expect(fittedPercent({ bids: [...even.bids, level(0.01, 1)], asks: even.asks }, null)).toBe(1)
  })

  it('stays while the book fills a fifth of it and is not cut by it', () => {
    expect(fittedPercent(even, 4)).toBe(4)
    expect(fittedPercent(even, 5)).toBe(1)
    expect(fittedPercent(even, 0.5)).toBe(1)
  })

  it('is not known without a mid', () => {
    expect(fittedPercent(crossed, 1)).toBeNull()
    expect(fittedPercent({ bids: [], asks: [] }, null)).toBeNull()
  })

  it('is the same again for the same book, within the limits, and shows the best prices', () => {
    fc.assert(
      fc.property(anyBook, fc.option(fc.double({ min: 0.01, max: 50, noNaN: true })), (book, current) => {
        const fitted = fittedPercent(book, current)
        const { mid } = bookTop(book)
        expect(fitted === null).toBe(mid === null)
        if (fitted === null || mid === null) return
        expect(fittedPercent(book, fitted)).toBe(fitted)
        expect(fitted).toBe(clamped(fitted, leastPercent(book) ?? Number.NaN))
        expect(reachPercent(book.bids.slice(0, 1), mid)).toBeLessThan(fitted)
      }),
    )
  })
})

describe('zooming', () => {
  it('goes from stop to stop, and from between two to the next', () => {
    expect([1, 0.5, 0.37, 0.05].map((percent) => zoomStop(percent, 'in'))).toEqual([0.5, 0.2, 0.2, 0.02])
    expect([1, 0.5, 0.37, 20].map((percent) => zoomStop(percent, 'out'))).toEqual([2, 1, 0.5, 50])
  })

  it('ends at the limits', () => {
    expect(zoomStop(MIN_DEPTH_PERCENT, 'in')).toBe(MIN_DEPTH_PERCENT)
    expect(zoomStop(MAX_DEPTH_PERCENT, 'out')).toBe(MAX_DEPTH_PERCENT)
  })

  it('never leaves the limits, however it is turned', () => {
    const turn = fc.oneof(
      fc.constantFrom('in' as const, 'out' as const),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(turn), fc.double({ min: 0.01, max: 100, noNaN: true }), (turns, least) => {
        let percent = clamped(1, least)
        for (const each of turns) {
          percent = typeof each === 'number' ? clamped(percent * each, least) : clamped(zoomStop(percent, each), least)
          expect(percent).toBeGreaterThanOrEqual(least)
          expect(percent).toBeLessThanOrEqual(Math.max(MAX_DEPTH_PERCENT, least))
        }
      }),
    )
  })
})

describe('round ticks', () => {
  it('are even multiples of 1, 2 or 5, as many as asked for at most', () => {
    expect(roundTicks(1, 2)).toEqual([0.5, 1])
    expect(roundTicks(0.37, 2)).toEqual([0.2])
    expect(roundTicks(5_380, 4)).toEqual([2_000, 4_000])
    expect(roundTicks(0.3, 3)).toEqual([0.1, 0.2, 0.3])
  })

  it('of nothing are none', () => {
    expect([0, -1, Number.NaN].map((most) => roundTicks(most, 3))).toEqual([[], [], []])
  })

  it('fill the range and stay in it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 9 }), (most, count) => {
        const ticks = roundTicks(most, count)
        expect(ticks.length).toBeLessThanOrEqual(count)
        for (const tick of ticks) expect(tick).toBeLessThanOrEqual(most * (1 + 1e-9))
        expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(count / 2.5))
      }),
    )
  })
})
