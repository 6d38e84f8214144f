import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingCostUsd } from './funding-cost'
import { sumKnown } from './known-sum'

const long = (size: number) => ({ side: 'long', size }) as const
const short = (size: number) => ({ side: 'short', size }) as const

describe('what a funding costs', () => {
  it.each([
    ['a long pays a rate above 0', long(2), 0.0001, 0.01],
    ['a short receives it', short(2), 0.0001, -0.01],
    ['a long receives a rate below 0', long(2), -0.0001, -0.01],
    ['a short pays it', short(2), -0.0001, 0.01],
    ['a rate of 0 costs nobody', short(2), 0, 0],
  ])('%s', (_what, held, rate, cost) => {
    expect(fundingCostUsd(held, 50, rate)).toBe(cost)
  })

  it('is not known without a price or a rate', () => {
    expect(fundingCostUsd(long(2), null, 0.0001)).toBeNull()
    expect(fundingCostUsd(long(2), 50, null)).toBeNull()
  })

  it('of a long and a short of one size is nothing together', () => {
    const figures = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(figures, figures, fc.double({ min: -1, max: 1, noNaN: true }), (size, price, rate) => {
        const costs = [long(size), short(size)].map((held) => fundingCostUsd(held, price, rate))
        expect(sumKnown(costs).total).toBe(0)
        expect(Math.abs(costs[0] ?? NaN)).toBeCloseTo(size * price * Math.abs(rate), 6)
      }),
    )
  })

  it('over several positions says of how many it is known', () => {
    const costs = [fundingCostUsd(long(1), 100, 0.01), fundingCostUsd(short(1), null, 0.01)]
    expect(sumKnown(costs)).toEqual({ total: 1, known: 1, all: 2 })
  })
})
