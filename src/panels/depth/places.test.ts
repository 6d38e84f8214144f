import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftOf, placeAt } from './places'

const part = (place: number) => Number.parseFloat(leftOf(place)) / 100

it('the mid is in the middle, and both edges lie half a grid point inside', () => {
  expect(part(0)).toBeCloseTo(0.5, 12)
  expect(part(-1)).toBeCloseTo(0.5 / 401, 12)
  expect(part(1)).toBeCloseTo(1 - 0.5 / 401, 12)
})

it('a place that is pointed at is found again', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (place) => {
      expect(placeAt(part(place))).toBeCloseTo(place, 9)
      expect(part(place) + part(-place)).toBeCloseTo(1, 9)
    }),
  )
})

it('beyond an edge is the edge', () => {
  expect([-3, 0, 1, 7].map(placeAt)).toEqual([-1, -1, 1, 1])
})
