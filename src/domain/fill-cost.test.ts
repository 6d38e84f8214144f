import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exitPrice, fillCost, slippageBps } from './fill-cost'
import { anyBook, bookOf } from './test-kit'

const book = bookOf(
  [
    [99, 2],
    [98, 4],
  ],
  [
    [101, 1],
    [102, 3],
  ],
)
const base = (value: number) => ({ unit: 'base', value }) as const
const quote = (value: number) => ({ unit: 'quote', value }) as const

describe('slippage', () => {
  it('is the distance of the average price from the mid, on either side of it', () => {
    expect(slippageBps(101.5, 100)).toBe(150)
    expect(slippageBps(98.5, 100)).toBe(150)
    expect(slippageBps(101, null)).toBeNull()
  })
})

describe('the cost of a size', () => {
  it('of buying is what the asks take from the best on, with the fee', () => {
    expect(fillCost(book, 'buy', base(2), 5)).toEqual({
      size: 2,
      valueUsd: 203,
      averagePrice: 101.5,
      worstPrice: 102,
      slippageBps: 150,
      feeUsd: 0.1015,
      totalUsd: 203.1015,
      unfilled: 0,
    })
  })

  it('of selling is what the bids bring, less the fee', () => {
    expect(fillCost(book, 'sell', base(4), 10)).toEqual({
      size: 4,
      valueUsd: 394,
      averagePrice: 98.5,
      worstPrice: 98,
      slippageBps: 150,
      feeUsd: 0.394,
      totalUsd: 393.606,
      unfilled: 0,
    })
  })

  it('takes an amount in the quote currency as the value before the fee', () => {
    expect(fillCost(book, 'buy', quote(203), 0)).toMatchObject({ size: 2, valueUsd: 203, unfilled: 0 })
    expect(fillCost(book, 'sell', quote(49.5), 0)).toMatchObject({ size: 0.5, averagePrice: 99, totalUsd: 49.5 })
  })

  it('says what the visible book can’t fill, in the unit of the amount', () => {
    expect(fillCost(book, 'buy', base(10), 5)).toMatchObject({ size: 4, valueUsd: 407, unfilled: 6 })
    expect(fillCost(book, 'buy', quote(500), 5)).toMatchObject({ size: 4, valueUsd: 407, unfilled: 93 })
  })

  it('has neither fee nor total while the rate is not known', () => {
    expect(fillCost(book, 'buy', base(1), null)).toMatchObject({ valueUsd: 101, feeUsd: null, totalUsd: null })
  })

  it('of a one-sided book is known on that side, but for the slippage', () => {
    const asksOnly = bookOf([], [[101, 1]])
    expect(fillCost(asksOnly, 'buy', base(1), 0)).toMatchObject({ averagePrice: 101, slippageBps: null })
    expect(fillCost(asksOnly, 'sell', base(1), 0)).toBeNull()
  })

  it.each([
    ['a crossed book', bookOf([[102, 1]], [[101, 1]])],
    ['a locked book', bookOf([[101, 1]], [[101, 1]])],
    ['an empty book', bookOf([], [])],
  ])('of %s is not known', (_shape, contradictory) => {
    expect(fillCost(contradictory, 'buy', base(1), 5)).toBeNull()
    expect(fillCost(contradictory, 'sell', base(1), 5)).toBeNull()
  })

  it('is not known of no amount', () => {
    for (const value of [0, -1, NaN, Infinity]) expect(fillCost(book, 'buy', base(value), 5)).toBeNull()
  })

  it('leaves no rest of dust, and takes none from a level too far', () => {
    const tenths = bookOf(
      [[98, 1]],
      [
        [101, 0.1],
        [102, 0.2],
        [500, 1],
      ],
    )
    expect(fillCost(tenths, 'buy', base(0.3), 0)).toMatchObject({ worstPrice: 102, unfilled: 0 })
    expect(fillCost(tenths, 'buy', base(0.1 + 0.2 + 1), 0)).toMatchObject({ worstPrice: 500, unfilled: 0 })
  })
})

describe('of any book and size', () => {
  const anySize = fc.integer({ min: 1, max: 20_000 })
  const anySideOf = fc.constantFrom('buy' as const, 'sell' as const)

  it('filled and unfilled make the amount, and the average lies between best and worst', () => {
    fc.assert(
      fc.property(anyBook, anySideOf, anySize, (book, side, size) => {
        const cost = fillCost(book, side, base(size), 5)
        const levels = side === 'buy' ? book.asks : book.bids
        const best = levels[0]?.price ?? 0
        if (cost === null) {
          expect(levels).toEqual([])
          return
        }
        const there = levels.reduce((sum, each) => sum + each.size, 0)
        expect(cost.size).toBe(Math.min(size, there))
        expect(cost.unfilled).toBe(size - cost.size)
        expect(cost.averagePrice).toBeGreaterThanOrEqual(Math.min(best, cost.worstPrice))
        expect(cost.averagePrice).toBeLessThanOrEqual(Math.max(best, cost.worstPrice))
        expect(cost.valueUsd).toBeCloseTo(cost.size * cost.averagePrice, 6)
      }),
    )
  })

  it('a larger size is never cheaper, and its value buys the same size back', () => {
    fc.assert(
      fc.property(anyBook, anySideOf, anySize, (book, side, size) => {
        const small = fillCost(book, side, base(size), 5)
        const large = fillCost(book, side, base(size + 7), 5)
        fc.pre(small !== null && large !== null && large.unfilled === 0)
        const worse = side === 'buy' ? 1 : -1
        expect(((large?.averagePrice ?? 0) - (small?.averagePrice ?? 0)) * worse).toBeGreaterThan(-1e-12)
        const back = fillCost(book, side, quote(small?.valueUsd ?? 0), 5)
        expect(back?.size).toBeCloseTo(size, 6)
        expect(back?.unfilled).toBe(0)
      }),
    )
  })
})

describe('the price of closing', () => {
  it('of a long is what the bids bring a unit after the fee, of a short what the asks cost with it', () => {
    expect(exitPrice(book, 'long', 4, 10)).toBeCloseTo(98.5 * 0.999, 12)
    expect(exitPrice(book, 'short', 2, 10)).toBeCloseTo(101.5 * 1.001, 12)
    expect(exitPrice(book, 'short', 2, 0)).toBe(101.5)
  })

  it('is not known where the visible book can’t take all of it', () => {
    expect(exitPrice(book, 'long', 6, 5)).not.toBeNull()
    expect(exitPrice(book, 'long', 6.001, 5)).toBeNull()
    expect(exitPrice(bookOf([], [[101, 1]]), 'long', 1, 5)).toBeNull()
    expect(exitPrice(book, 'long', 0, 5)).toBeNull()
  })
})
