import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedLadder, groupPrice, groupSteps, placeOf, plainLadder, sumTo } from './ladder'
import { anyBook, level } from './test-kit'

const cents = { decimals: 3, step: 10 }
const anyStep = fc.constantFrom(1, 2, 5, 10, 25, 100, 1000)
const anySide = fc
  .tuple(anyBook, fc.constantFrom('bid' as const, 'ask' as const))
  .map(([book, of]) => ({ of, levels: of === 'ask' ? book.asks : book.bids }))
const inTicks = (price: number) => Math.round(price * 1000)

describe('the group of a price', () => {
  it.each([
    ['ask', 6.036, 6.04],
    ['ask', 6.04, 6.04],
    ['ask', 6.041, 6.05],
    ['bid', 6.036, 6.03],
    ['bid', 6.03, 6.03],
    ['bid', 6.029, 6.02],
  ] as const)('%s: %d stands at %d in steps of 0.01', (of, price, group) => {
    expect(groupPrice(price, of, cents)).toBe(group)
  })

  it('takes a price between two ticks to the worse one', () => {
    expect(groupPrice(6.0351, 'ask', { decimals: 3, step: 1 })).toBe(6.036)
    expect(groupPrice(6.0359, 'bid', { decimals: 3, step: 1 })).toBe(6.035)
  })

  it('is exact, which a remainder of doubles is not', () => {
    expect(groupPrice(0.7, 'ask', { decimals: 1, step: 1 })).toBe(0.7)
    expect(groupPrice(4.35, 'bid', { decimals: 2, step: 5 })).toBe(4.35)
    expect(groupPrice(97_000.1, 'ask', { decimals: 1, step: 100 })).toBe(97_010)
  })

  it('is a multiple of the step, less than a step away, and never better than the price', () => {
    const ticks = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(ticks, anyStep, fc.nat({ max: 5 }), (units, step, decimals) => {
        const price = Number(`${units}e-${decimals}`)
        const grid = { decimals, step }
        const above = Math.ceil(units / step) * step
        expect(groupPrice(price, 'ask', grid)).toBe(Number(`${above}e-${decimals}`))
        expect(groupPrice(price, 'bid', grid)).toBe(Number(`${above === units ? units : above - step}e-${decimals}`))
      }),
    )
  })

  it('is refused for a step that is no whole number of units, and for prices too long to be exact', () => {
    for (const step of [0, -1, 0.5, NaN]) expect(groupPrice(6, 'ask', { decimals: 3, step })).toBeNull()
    expect(groupPrice(97_000, 'ask', { decimals: 12, step: 1 })).toBeNull()
    expect(groupedLadder([level(97_000)], 'ask', { decimals: 12, step: 1 })).toBeNull()
  })
})

describe('a grouped side', () => {
  it('joins what falls together, as new as its newest level, and leaves out what is not there', () => {
    const asks = [level(6.036, 1, 9000), level(6.037, 2, 5000), level(6.04, 4), level(6.041, 8), level(8, 16)]
    expect(groupedLadder(asks, 'ask', cents)).toEqual({
      levels: [level(6.04, 7, 9000), level(6.05, 8), level(8, 16)],
      sizes: [7, 15, 31],
      values: [
        6.036 + 2 * 6.037 + 4 * 6.04,
        6.036 + 2 * 6.037 + 4 * 6.04 + 8 * 6.041,
        6.036 + 2 * 6.037 + 4 * 6.04 + 8 * 6.041 + 16 * 8,
      ],
    })
  })

  it('loses no size and no value, and stays sorted with each price once', () => {
    fc.assert(
      fc.property(anySide, anyStep, ({ of, levels }, step) => {
        const grouped = groupedLadder(levels, of, { decimals: 3, step })
        const plain = plainLadder(levels)
        expect(grouped?.sizes.at(-1)).toBe(plain.sizes.at(-1))
        expect(grouped?.values.at(-1)).toBe(plain.values.at(-1))
        const prices = grouped?.levels.map(({ price }) => inTicks(price) * (of === 'ask' ? 1 : -1)) ?? []
        expect(prices).toEqual([...new Set(prices)].sort((a, b) => a - b))
        grouped?.levels.forEach(({ size }, row) => {
          expect(grouped.sizes[row]).toBe(size + (grouped.sizes[row - 1] ?? 0))
        })
      }),
    )
  })

  it('in steps of one unit is the side itself', () => {
    fc.assert(
      fc.property(anySide, ({ of, levels }) => {
        expect(groupedLadder(levels, of, { decimals: 3, step: 1 })).toEqual(plainLadder(levels))
      }),
    )
  })
})

describe('the steps on offer', () => {
  it('are powers of ten of the tick up to a tenth of the mid', () => {
    expect(groupSteps(3, 6.0335)).toEqual([1, 10, 100])
    expect(groupSteps(1, 97_000.1)).toEqual([1, 10, 100, 1000, 10_000])
    expect(groupSteps(1, 10)).toEqual([1, 10])
    expect(groupSteps(0, 5)).toEqual([1])
  })

  it('are one while there is no mid, and never more than the preferences keep', () => {
    expect(groupSteps(3, null)).toEqual([1])
    expect(groupSteps(8, 97_000)).toHaveLength(7)
  })
})

describe('the place of a price', () => {
  const asks = [level(6.036), level(6.037), level(6.05)]

  it('is the row that holds it, or the row that comes after it', () => {
    expect(placeOf(6.037, 'ask', asks, null)).toEqual({ row: 1, holds: true })
    expect(placeOf(6.0375, 'ask', asks, null)).toEqual({ row: 2, holds: false })
    expect(placeOf(6.03, 'ask', asks, null)).toEqual({ row: 0, holds: false })
    expect(placeOf(7, 'ask', asks, null)).toEqual({ row: 3, holds: false })
    expect(placeOf(6.04, 'bid', asks.toReversed(), null)).toEqual({ row: 1, holds: false })
  })

  it('of each level, in any grouping, is the group that holds it', () => {
    fc.assert(
      fc.property(anySide, anyStep, ({ of, levels }, step) => {
        const grid = { decimals: 3, step }
        const rows = groupedLadder(levels, of, grid)?.levels ?? []
        for (const { price } of levels) {
          const place = placeOf(price, of, rows, grid)
          expect(place?.holds).toBe(true)
          expect(rows[place?.row ?? -1]?.price).toBe(groupPrice(price, of, grid))
        }
      }),
    )
  })

  it('is not told where its group can not be', () => {
    expect(placeOf(97_000, 'ask', asks, { decimals: 12, step: 1 })).toBeNull()
  })
})

describe('the sum to a row', () => {
  const side = plainLadder([level(10, 1), level(11, 3), level(12, 4)])

  it('is size, value and average of everything from the best row to it', () => {
    expect(sumTo(side, 0)).toEqual({ size: 1, value: 10, averagePrice: 10 })
    expect(sumTo(side, 1)).toEqual({ size: 4, value: 43, averagePrice: 10.75 })
  })

  it('is nothing for a row that is not there', () => {
    expect(sumTo(side, 3)).toBeNull()
    expect(sumTo(side, -1)).toBeNull()
  })

  it('has no average where there is no size', () => {
    expect(sumTo(plainLadder([level(10, 0)]), 0)).toBeNull()
  })
})
