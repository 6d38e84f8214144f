import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, fitsDecimals, growDecimals } from './decimals'

describe('decimalsOf', () => {
  it.each([
    [0, 0],
    [42, 0],
    [1500, 0],
    [5.1, 1],
    [-5.125, 3],
    [97_000.125, 3],
    [0.000001, 6],
    [1e-7, 7],
    [1.25e-9, 11],
    [1e21, 0],
    [1.5e22, 0],
    [Number('0.0326969090000000006806411505'), 9],
  ])('%d has %d', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals)
  })

  it.each([
    [0.1 + 0.2, 1],
    [1.1 * 3, 1],
    [5.123 * 3, 3],
  ])('leaves the dust of arithmetic behind: %d', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals)
  })

  it('leaves no dust on sums of tenths', () => {
    for (let tenths = 1; tenths < 200; tenths += 1) expect(decimalsOf(tenths * 0.1)).toBeLessThanOrEqual(1)
  })

  it('gives the decimals of any figure of up to 15 digits as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.nat({ max: 15 }), (digits, decimals) => {
        const value = Number(`${digits}e-${decimals}`)
        expect(Number(value.toFixed(decimalsOf(value)))).toBe(value)
        expect(decimalsOf(value)).toBeLessThanOrEqual(decimals)
      }),
    )
  })
})

describe('growDecimals', () => {
  it('takes the larger of each', () => {
    expect(growDecimals({ price: 2, size: 3 }, 4, 1)).toEqual({ price: 4, size: 3 })
    expect(growDecimals({ price: 2, size: 3 }, 0, 5)).toEqual({ price: 2, size: 5 })
  })

  it('gives the very same object back when nothing grows', () => {
    const known = { price: 2, size: 3 }
    expect(growDecimals(known, 2, 0)).toBe(known)
    const most = growDecimals(known, 300, 300)
    expect(growDecimals(most, 301, 20)).toBe(most)
  })

  it('learns no more than 10, and never fewer than it knew', () => {
    expect(growDecimals({ price: 2, size: 20 }, 300, 300)).toEqual({ price: 10, size: 20 })
  })
})

describe('fitsDecimals', () => {
  it.each([
    [5.125, 2, false],
    [5.125, 3, true],
    [97_000, 0, true],
    [0.1, 1, true],
    [1e-7, 6, false],
    [1e21, 0, true],
    [Number.NaN, 10, false],
  ])('%d with %d: %s', (value, decimals, fits) => {
    expect(fitsDecimals(value, decimals)).toBe(fits)
  })

  it('never keeps decimals from growing that the figure’s text has', () => {
    const figure = fc.oneof(
      fc.double({ noNaN: true }),
      fc
        .tuple(fc.integer({ min: -1e15, max: 1e15 }), fc.nat({ max: 15 }))
        .map(([digits, decimals]) => Number(`${digits}e-${decimals}`)),
    )
    fc.assert(
      fc.property(figure, fc.nat({ max: 12 }), (value, known) => {
        const decimals = { price: known, size: 0 }
        if (fitsDecimals(value, known)) expect(growDecimals(decimals, decimalsOf(value), 0)).toBe(decimals)
      }),
      { numRuns: 5000 },
    )
  })
})
