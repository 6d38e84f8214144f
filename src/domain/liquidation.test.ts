import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byDanger,
  estimatedLiquidation,
  type LiquidationDistance,
  liquidationDistance,
  MAINTENANCE_MARGIN,
} from './liquidation'
import { marginRatio } from './position-figures'
import { position } from './test-kit'

describe('the distance to liquidation', () => {
  it.each([
    ['long', 100, 80, { state: 'safe', percent: 20 }],
    ['short', 100, 120, { state: 'safe', percent: 20 }],
    ['long', 100, 100, { state: 'crossed', percent: 0 }],
    ['long', 100, 125, { state: 'crossed', percent: -25 }],
    ['short', 100, 75, { state: 'crossed', percent: -25 }],
  ] as const)('of a %s at %d with its liquidation at %d', (side, price, liquidationPrice, distance) => {
    expect(liquidationDistance({ side, liquidationPrice }, price)).toEqual(distance)
  })

  it('tells a position without a liquidation price from one without a price', () => {
    expect(liquidationDistance({ side: 'long', liquidationPrice: null }, null)).toEqual({ state: 'none' })
    expect(liquidationDistance({ side: 'long', liquidationPrice: null }, 100)).toEqual({ state: 'none' })
    expect(liquidationDistance({ side: 'long', liquidationPrice: 80 }, null)).toEqual({ state: 'unknown' })
  })
})

describe('the order of danger', () => {
  const anyDistance: fc.Arbitrary<LiquidationDistance> = fc.oneof(
    fc.double({ min: -100, max: 0, noNaN: true }).map((percent) => ({ state: 'crossed', percent }) as const),
    fc.double({ min: 0.001, max: 100, noNaN: true }).map((percent) => ({ state: 'safe', percent }) as const),
    fc.constant({ state: 'unknown' } as const),
    fc.constant({ state: 'none' } as const),
  )

  it('is crossed, safe by its distance, unknown, none', () => {
    const sorted: LiquidationDistance[] = [
      { state: 'crossed', percent: -5 },
      { state: 'crossed', percent: 0 },
      { state: 'safe', percent: 1 },
      { state: 'safe', percent: 20 },
      { state: 'unknown' },
      { state: 'none' },
    ]
    expect(sorted.toReversed().sort(byDanger)).toEqual(sorted)
  })

  it('is an order: turned around it is the other way, and it holds in chains', () => {
    fc.assert(
      fc.property(anyDistance, anyDistance, anyDistance, (a, b, c) => {
        expect(Math.sign(byDanger(a, b)) + Math.sign(byDanger(b, a))).toBe(0)
        if (byDanger(a, b) <= 0 && byDanger(b, c) <= 0) expect(byDanger(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('the estimated liquidation price', () => {
  it('of the documented short is the printed one, to the last digit', () => {
    // In the sample's integers.
    const sample = position({ entryPrice: 6050, marginUsd: 3025, liquidationPrice: 8853.658536585366 })
    expect(estimatedLiquidation(sample)).toBe(8853.658536585366)
  })

  it('of a long lies below its entry', () => {
    expect(estimatedLiquidation(position({ side: 'long', size: 2, entryPrice: 100, marginUsd: 20 }))).toBeCloseTo(
      90 / 0.975,
      12,
    )
  })

  it('is none without a margin, without a size, and where the margin covers all of a long', () => {
    expect(estimatedLiquidation(position({ marginUsd: null }))).toBeNull()
    expect(estimatedLiquidation(position({ size: 0 }))).toBeNull()
    expect(estimatedLiquidation(position({ side: 'long', entryPrice: 100, size: 1, marginUsd: 100 }))).toBeNull()
  })

  it('is where the margin ratio falls to the maintenance margin', () => {
    const amounts = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom('long' as const, 'short' as const),
        amounts,
        amounts,
        fc.double({ min: 0.03, max: 0.9, noNaN: true }),
        (side, entryPrice, size, share) => {
          const held = position({ side, entryPrice, size, marginUsd: entryPrice * size * share })
          expect(marginRatio(held, estimatedLiquidation(held))).toBeCloseTo(MAINTENANCE_MARGIN, 9)
        },
      ),
    )
  })
})
