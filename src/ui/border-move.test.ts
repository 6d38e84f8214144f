import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedMove } from './border-move'

const pane = (size: number, min: number, max = Number.POSITIVE_INFINITY) => ({ size, min, max })

describe('a border', () => {
  it.each([
    ['as far as it is asked to', 30, 30],
    ['back as well', -30, -30],
    ['no further than the pane behind it bears', 500, 150],
    ['no further than the pane before it bears', -500, -100],
    ['from end to end', Number.POSITIVE_INFINITY, 150],
    ['and back', Number.NEGATIVE_INFINITY, -100],
  ])('moves %s', (_name, by, expected) => {
    expect(allowedMove(pane(300, 200), pane(350, 200), by)).toBe(expected)
  })

  it('stops where a pane is at its largest', () => {
    expect(allowedMove(pane(300, 200, 320), pane(350, 200), 100)).toBe(20)
    expect(allowedMove(pane(300, 200), pane(350, 200, 360), -100)).toBe(-10)
  })

  it('gives a pane room that has too little, and takes none from it', () => {
    expect(allowedMove(pane(199.6, 200), pane(350, 200), -10)).toBe(0)
    expect(allowedMove(pane(199.6, 200), pane(350, 200), 10)).toBe(10)
  })

  it('never pushes a pane beyond what it may be', () => {
    const any = fc
      .tuple(fc.nat(500), fc.nat(500), fc.nat(500))
      .map(([min, more, most]) => pane(min + more, min, min + more + most))
    fc.assert(
      fc.property(any, any, fc.integer({ min: -3000, max: 3000 }), (before, after, by) => {
        const moved = allowedMove(before, after, by)
        expect(before.size + moved).toBeGreaterThanOrEqual(before.min)
        expect(before.size + moved).toBeLessThanOrEqual(before.max)
        expect(after.size - moved).toBeGreaterThanOrEqual(after.min)
        expect(after.size - moved).toBeLessThanOrEqual(after.max)
        expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(by))
      }),
    )
  })
})
