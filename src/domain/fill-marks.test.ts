import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillMarks } from './fill-marks'
import { fill } from './test-kit'

const MINUTE = 60_000

it('fills of a candle and a side make one mark: count, size, average price', () => {
  const rows = [
    fill({ timeMs: 3 * MINUTE + 500, orderType: 1, price: 6, size: 3 }),
    fill({ timeMs: 3 * MINUTE, orderType: 8, price: 5, size: 1 }),
    fill({ timeMs: 3 * MINUTE, orderType: 7, price: 5, size: 2 }),
    fill({ timeMs: MINUTE + 59_999, orderType: 3, price: 4, size: 2 }),
  ]
  expect(fillMarks(rows, '396', MINUTE)).toEqual([
    { startMs: MINUTE, side: null, count: 1, size: 2, averagePrice: 4 },
    { startMs: 3 * MINUTE, side: 'buy', count: 2, size: 4, averagePrice: 5.75 },
    { startMs: 3 * MINUTE, side: 'sell', count: 1, size: 2, averagePrice: 5 },
  ])
})

it('fills of other markets, and those without a time, have none', () => {
  expect(fillMarks([fill({ marketId: '14' }), fill({ timeMs: null })], '396', MINUTE)).toEqual([])
})

it('no fill and no size is lost, and an average lies among its prices', () => {
  const anyFills = fc.array(
    fc
      .record({
        timeMs: fc.nat(10 * MINUTE),
        orderType: fc.constantFrom(1, 2, 3, null),
        price: fc.integer({ min: 1, max: 9 }),
        size: fc.nat(9),
      })
      .map((fields) => fill(fields)),
  )
  fc.assert(
    fc.property(anyFills, fc.constantFrom(1000, MINUTE), (rows, intervalMs) => {
      const marks = fillMarks(rows, '396', intervalMs)
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
      expect(marks.reduce((sum, { size }) => sum + size, 0)).toBe(rows.reduce((sum, { size }) => sum + size, 0))
      for (const { startMs, averagePrice } of marks) {
        const prices = rows
          .filter(({ timeMs }) => timeMs !== null && timeMs >= startMs && timeMs < startMs + intervalMs)
          .map(({ price }) => price)
        expect(averagePrice).toBeGreaterThanOrEqual(Math.min(...prices) - 1e-9)
        expect(averagePrice).toBeLessThanOrEqual(Math.max(...prices) + 1e-9)
      }
    }),
  )
})
