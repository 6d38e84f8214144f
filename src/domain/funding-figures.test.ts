import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateDecimals } from './funding'
import { fundingFigures } from './funding-figures'
import { HOUR_MS } from './funding-interval'

const NOON = 1_747_396_800_000
const row = (rate: number, transactionMs: number | null = NOON) => ({
  marketId: '14',
  rate,
  fundingMs: null,
  updatedMs: null,
  transactionMs,
  version: null,
})
const every = (hours: number) => [
  { timeMs: NOON - hours * HOUR_MS, rate: 0, gapMs: null },
  { timeMs: NOON, rate: 0, gapMs: hours * HOUR_MS },
]

describe('what follows from a funding rate', () => {
  it('of 0.0001 each hour is 0.0008 over 8 hours and 87.6 % over a year', () => {
    const figures = fundingFigures(row(0.0001), every(1), NOON + 60_000)
    expect(figures.interval).toEqual({ intervalMs: HOUR_MS, times: 2 })
    expect(figures.perHour).toBeCloseTo(0.0001, 15)
    expect(figures.perEightHours).toBeCloseTo(0.0008, 15)
    expect(figures.perYear).toBeCloseTo(0.876, 12)
    expect(figures.next).toEqual({ atMs: NOON + HOUR_MS, inMs: 59 * 60_000 })
  })

  it('of −0.0008 every 8 hours is an eighth of it each hour', () => {
    const figures = fundingFigures(row(-0.0008), every(8), NOON)
    expect(figures.perHour).toBeCloseTo(-0.0001, 15)
    expect(figures.perEightHours).toBe(-0.0008)
  })

  it('is nothing while the period is not known', () => {
    expect(fundingFigures(row(0.0001), [], NOON)).toEqual({
      interval: null,
      perHour: null,
      perEightHours: null,
      perYear: null,
      next: null,
    })
  })

  it('without a time has no next funding', () => {
    expect(fundingFigures(row(0.0001, null), every(1), NOON)).toMatchObject({ perHour: 0.0001, next: null })
  })

  it('agrees over all spans', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(1, 2, 4, 8, 12, 24), (rate, hours) => {
        const { perHour, perEightHours, perYear } = fundingFigures(row(rate), every(hours), NOON)
        expect((perHour ?? NaN) * hours).toBeCloseTo(rate, 12)
        expect(perEightHours).toBeCloseTo((perHour ?? NaN) * 8, 12)
        expect(perYear).toBeCloseTo((perHour ?? NaN) * 8760, 9)
      }),
    )
  })
})

it('rates stand in a column with the decimals of the one that has most, 2 at least and 12 at most', () => {
  expect(rateDecimals([])).toBe(2)
  expect(rateDecimals([0, 0.0000144, -0.5])).toBe(7)
  expect(rateDecimals([1.23e-15])).toBe(12)
})
