import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparkPoints } from './sparkline'

const sample = (timeMs: number, rate: number) => ({ timeMs, rate, gapMs: null })

describe('the course of a rate', () => {
  it('goes from left to right by time, and upwards by rate, a unit from the edges', () => {
    const { points } = sparkPoints([sample(0, 1), sample(10, 3), sample(40, 2)], 62, 12)
    expect(points).toEqual([
      { x: 1, y: 11 },
      { x: 16, y: 1 },
      { x: 61, y: 6 },
    ])
  })

  it('lies in the middle where nothing is to compare', () => {
    expect(sparkPoints([sample(5, 7)], 62, 12).points).toEqual([{ x: 31, y: 6 }])
    expect(sparkPoints([sample(0, 7), sample(10, 7)], 62, 12).points.map(({ y }) => y)).toEqual([6, 6])
    expect(sparkPoints([], 62, 12)).toEqual({ points: [], zeroY: null })
  })

  it('marks zero only between rates on both sides of it', () => {
    expect(sparkPoints([sample(0, -1), sample(10, 3)], 62, 12).zeroY).toBe(8.5)
    expect(sparkPoints([sample(0, 1), sample(10, 3)], 62, 12).zeroY).toBeNull()
    expect(sparkPoints([sample(0, 0), sample(10, 3)], 62, 12).zeroY).toBeNull()
  })

  it('stays inside, whatever the rates and times', () => {
    const anySamples = fc.array(
      fc.record({ timeMs: fc.integer({ min: 1, max: 1e13 }), rate: fc.double({ min: -1e9, max: 1e9, noNaN: true }) }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(anySamples, (rows) => {
        const samples = rows.toSorted((a, b) => a.timeMs - b.timeMs).map(({ timeMs, rate }) => sample(timeMs, rate))
        for (const { x, y } of sparkPoints(samples, 60, 9).points) {
          expect(x).toBeGreaterThanOrEqual(1)
          expect(x).toBeLessThanOrEqual(59)
          expect(y).toBeGreaterThanOrEqual(1 - 1e-9)
          expect(y).toBeLessThanOrEqual(8 + 1e-9)
        }
      }),
    )
  })
})
