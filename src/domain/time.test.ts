import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ageMs, type Stamp } from './time'

const stamps: fc.Arbitrary<Stamp> = fc.record({ mono: fc.nat(), wall: fc.nat() })

it('an age is what the clock says that went further', () => {
  const then = { mono: 1000, wall: 1_000_000 }
  expect(ageMs(then, { mono: 3000, wall: 1_002_000 })).toBe(2000)
  expect(ageMs(then, { mono: 1000, wall: 1_060_000 })).toBe(60_000)
  expect(ageMs(then, { mono: 6000, wall: 400_000 })).toBe(5000)
})

it('an age is never negative, and 0 at the moment itself', () => {
  fc.assert(
    fc.property(stamps, stamps, (then, now) => {
      expect(ageMs(then, now)).toBeGreaterThanOrEqual(0)
      expect(ageMs(then, then)).toBe(0)
    }),
  )
})
