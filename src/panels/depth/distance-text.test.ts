import { expect, it } from 'vitest'
import { axisDecimals, axisSize, distanceTexts, windowText } from './distance-text'

it('a window is named in three digits at most', () => {
  expect([1, 0.05, 0.33333, 12.345].map(windowText)).toEqual(['±1 %', '±0.05 %', '±0.333 %', '±12.3 %'])
})

it('a distance keeps its decimals all over a window, and gets more of them in a narrower one', () => {
  expect(distanceTexts(0.25, 1)).toEqual({ percent: '0.25 %', bps: '25.0 bps' })
  expect(distanceTexts(0.00001, 1)).toEqual({ percent: '0.00 %', bps: '0.0 bps' })
  expect(distanceTexts(0.0125, 0.05)).toEqual({ percent: '0.0125 %', bps: '1.250 bps' })
  expect(distanceTexts(5, 50)).toEqual({ percent: '5.0 %', bps: '500 bps' })
})

it('ticks of the price axis can be told apart, and bear no digits that a price has not', () => {
  expect(axisDecimals(0.027, 3)).toBe(3)
  expect(axisDecimals(49.8, 1)).toBe(0)
  expect(axisDecimals(2000, 1)).toBe(0)
  expect(axisDecimals(0.5, 7)).toBe(2)
})

it('sizes of the axis are short', () => {
  expect([0.5, 40, 4000, 12_500, 1_250_000].map(axisSize)).toEqual(['0.5', '40', '4,000', '12.5K', '1.25M'])
})
