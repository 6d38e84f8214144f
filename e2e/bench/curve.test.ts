import { expect, test } from 'vitest'
import { kindOf, logLogSlope } from './curve'

const over = (xs: readonly number[], y: (x: number) => number) => xs.map((x) => ({ x, y: y(x) }))

test('the slope is the exponent of a power law, whatever its factor', () => {
  const xs = [10, 20, 50, 200, 1000]
  expect(logLogSlope(over(xs, () => 0.3))).toBeCloseTo(0)
  expect(logLogSlope(over(xs, (x) => 0.02 * x))).toBeCloseTo(1)
  expect(logLogSlope(over(xs, (x) => 7 * x ** 2))).toBeCloseTo(2)
  expect(logLogSlope(over(xs, (x) => 3 / Math.sqrt(x)))).toBeCloseTo(-0.5)
})

test('a large fixed part makes a linear cost less than linear', () => {
  expect(kindOf(logLogSlope(over([10, 20, 50], (x) => 100 + x)))).toBe('less than linear')
})

test('points at nothing have no logarithm and are left out', () => {
  expect(logLogSlope(over([0, 10, 100], (x) => x))).toBeCloseTo(1)
  expect(logLogSlope(over([0, 10], (x) => x + 1))).toBeNaN()
})

test('the kinds and their borders', () => {
  expect([-0.15, -0.1, 0.149].map(kindOf)).toEqual(['falling', 'flat', 'flat'])
  expect([0.15, 0.849].map(kindOf)).toEqual(['less than linear', 'less than linear'])
  expect([0.85, 1.15].map(kindOf)).toEqual(['linear', 'linear'])
  expect(kindOf(1.16)).toBe('worse than linear')
})
