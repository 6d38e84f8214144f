import { expect, it } from 'vitest'
import { sumKnown } from './known-sum'

it('a sum says how many it holds: 3 of 4', () => {
  expect(sumKnown([1, null, 2, 4])).toEqual({ total: 7, known: 3, all: 4 })
})

it('a zero is known', () => {
  expect(sumKnown([0, null])).toEqual({ total: 0, known: 1, all: 2 })
})

it('of nothing known there is no total', () => {
  expect(sumKnown([null, null])).toEqual({ total: null, known: 0, all: 2 })
  expect(sumKnown([])).toEqual({ total: null, known: 0, all: 0 })
})
