import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginRatio, pnlAt, positionFigures, positionTotals } from './position-figures'
import { bookOf, position } from './test-kit'

const long = position({ side: 'long', size: 2, entryPrice: 100, marginUsd: 40, liquidationPrice: 82 })
const short = position({ side: 'short', size: 2, entryPrice: 100, marginUsd: 40, liquidationPrice: 117 })
const book = bookOf(
  [
    [109, 1],
    [107, 9],
  ],
  [
    [111, 1],
    [113, 9],
  ],
)
const prices = { book, lastPrice: 105, feeBps: 10 }

describe('the figures of a position', () => {
  it('at mid rest on the middle of the book', () => {
    expect(positionFigures(long, prices, 'mid')).toMatchObject({
      price: 110,
      pnlUsd: 20,
      roe: 0.5,
      valueUsd: 220,
      marginRatio: 60 / 220,
      distance: { state: 'safe', percent: (28 / 110) * 100 },
    })
    expect(positionFigures(short, prices, 'mid')).toMatchObject({ price: 110, pnlUsd: -20, roe: -0.5 })
  })

  it('at last rest on the last trade', () => {
    expect(positionFigures(long, prices, 'last')).toMatchObject({ price: 105, pnlUsd: 10, roe: 0.25, valueUsd: 210 })
  })

  it('at exit gain what closing through the book would bring, while the distance stays that of the mid', () => {
    const exit = positionFigures(long, prices, 'exit')
    expect(exit.price).toBeCloseTo(108 * 0.999, 12)
    expect(exit.pnlUsd).toBeCloseTo(2 * (108 * 0.999 - 100), 12)
    expect(exit).toMatchObject({ valueUsd: 220, distance: { percent: (28 / 110) * 100 } })
    expect(positionFigures(short, prices, 'exit').price).toBeCloseTo(112 * 1.001, 12)
  })

  it('at exit are not known where the book can’t take the whole position', () => {
    const large = { ...long, size: 11 }
    expect(positionFigures(large, prices, 'exit')).toMatchObject({ price: null, pnlUsd: null, roe: null })
    expect(positionFigures(large, prices, 'mid').pnlUsd).toBe(110)
  })

  it('are not known without a price; what needs none stays', () => {
    const held = { ...long, takeProfit: 120 }
    for (const book of [null, bookOf([], []), bookOf([[111, 1]], [[110, 1]])]) {
      expect(positionFigures(held, { book, lastPrice: null, feeBps: 5 }, 'mid')).toMatchObject({
        price: null,
        pnlUsd: null,
        roe: null,
        valueUsd: null,
        marginRatio: null,
        distance: { state: 'unknown' },
        takeProfit: { price: 120, pnlUsd: 40, movePercent: null },
      })
    }
    expect(positionFigures(held, { ...prices, lastPrice: null }, 'last').pnlUsd).toBeNull()
    expect(positionFigures(held, { ...prices, book: null }, 'exit').pnlUsd).toBeNull()
  })

  it('have no return on a margin that is not known or none', () => {
    for (const marginUsd of [null, 0]) {
      expect(positionFigures({ ...long, marginUsd }, prices, 'mid')).toMatchObject({ pnlUsd: 20, roe: null })
    }
    expect(marginRatio({ ...long, marginUsd: null }, 110)).toBeNull()
    expect(marginRatio({ ...long, size: 0 }, 110)).toBeNull()
  })

  it('say what take-profit and stop-loss would bring, and how far the price must move to them', () => {
    const guarded = { ...short, takeProfit: 88, stopLoss: 121 }
    expect(positionFigures(guarded, prices, 'mid')).toMatchObject({
      takeProfit: { price: 88, pnlUsd: 24, movePercent: -20 },
      stopLoss: { price: 121, pnlUsd: -42, movePercent: 10 },
    })
    expect(positionFigures(short, prices, 'mid')).toMatchObject({ takeProfit: null, stopLoss: null })
  })
})

describe('the gain at a price', () => {
  const whole = fc.integer({ min: 1, max: 1e6 })

  it('is nothing at the entry, and a short’s is a long’s turned around', () => {
    fc.assert(
      fc.property(whole, whole, whole, (size, entryPrice, price) => {
        const held = position({ size, entryPrice })
        expect(pnlAt(held, entryPrice)).toBe(0)
        const sides = [pnlAt({ ...held, side: 'long' }, price), pnlAt({ ...held, side: 'short' }, price)]
        expect((sides[0] ?? NaN) + (sides[1] ?? NaN)).toBe(0)
        expect(Math.sign(sides[0] ?? NaN)).toBe(Math.sign(price - entryPrice))
      }),
    )
  })
})

describe('the totals', () => {
  it('sum what is known, and say of how many', () => {
    const rows = [
      { position: long, figures: positionFigures(long, prices, 'mid') },
      { position: short, figures: positionFigures(short, { ...prices, book: null }, 'mid') },
      { position: { ...long, marginUsd: null }, figures: positionFigures(long, prices, 'mid') },
    ]
    expect(positionTotals(rows)).toEqual({
      valueUsd: { total: 440, known: 2, all: 3 },
      marginUsd: { total: 80, known: 2, all: 3 },
      pnlUsd: { total: 40, known: 2, all: 3 },
    })
  })

  it('over none known are not 0', () => {
    expect(positionTotals([]).pnlUsd.total).toBeNull()
  })
})
