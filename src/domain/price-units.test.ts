import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceOfUnits, unitsAbove, unitsBelow, wholeUnits } from './price-units'

/** A decimal of up to 14 digits: its digits, and where the point stands. */
const anyDecimal = fc.tuple(fc.integer({ min: 1, max: 1e14 }), fc.nat({ max: 14 }))
const written = (digits: number, decimals: number) => Number(`${digits}e-${decimals}`)

describe('a price in units', () => {
  it('is the whole number that its decimal says, and reads back as the same double', () => {
    fc.assert(
      fc.property(anyDecimal, ([digits, decimals]) => {
        const price = written(digits, decimals)
        expect(unitsBelow(price, decimals)).toBe(digits)
        expect(unitsAbove(price, decimals)).toBe(digits)
        expect(wholeUnits(price, decimals)).toBe(digits)
        expect(priceOfUnits(digits, decimals)).toBe(price)
      }),
    )
  })

  it('lies between the unit below and the unit above where it has more decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 12 }), (digits, decimals) => {
        fc.pre(digits % 10 !== 0)
        const price = written(digits, decimals)
        const below = Number(BigInt(digits) / 10n)
        expect(unitsBelow(price, decimals - 1)).toBe(below)
        expect(unitsAbove(price, decimals - 1)).toBe(below + 1)
        expect(wholeUnits(price, decimals - 1)).toBeNull()
      }),
    )
  })

  it.each([
    [4.35, 2, 435],
    [1.005, 3, 1005],
    [8.2, 1, 82],
    [97_000.1, 1, 970_001],
    [0.1 + 0.2, 1, 3],
    [1.1 * 3, 1, 33],
  ])('is not misled by the double: %d with %d decimals is %d', (price, decimals, units) => {
    expect(unitsBelow(price, decimals)).toBe(units)
    expect(unitsAbove(price, decimals)).toBe(units)
  })

  it('of nothing is nothing, and the longest is of 14 noughts', () => {
    expect(wholeUnits(0, 3)).toBe(0)
    expect(wholeUnits(1e14, 0)).toBe(1e14)
    expect(wholeUnits(1e14 + 1, 0)).toBeNull()
  })

  it('is refused where whole numbers are no longer exact, and where it is no price', () => {
    for (const price of [97_000.5, 1e15, -1, NaN, Infinity]) expect(unitsBelow(price, 10)).toBeNull()
    for (const decimals of [-1, 0.5, 16]) expect(unitsAbove(5, decimals)).toBeNull()
  })
})
