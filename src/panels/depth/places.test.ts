import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftOf, placeAt } from './places'

const part = (place: number) => Number.parseFloat(leftOf(place)) / 100

it('the mid is in the middle, and the window’s edges are those of the plot', () => {
  expect([-1, -0.5, 0, 1].map(leftOf)).toEqual(['0%', '25%', '50%', '100%'])
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
