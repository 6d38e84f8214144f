import { expect, it } from 'vitest'
import { coverageOf } from './export-coverage'

const covered = { tab: 'fills', held: 250, passing: null, cut: false, lostCount: 0, isCurrent: true } as const

it.each([
  ['a current list that the exchange sends as a whole', { tab: 'positions' }, true],
  ['such a list that may have changed since', { tab: 'orders', isCurrent: false }, null],
  ['a history: nobody says whether there was more', {}, null],
  ['a history of which older rows have left', { cut: true }, false],
  ['the rows that pass a filter', { passing: 12 }, false],
  ['a list of which parts were set aside', { tab: 'positions', lostCount: 2 }, false],
] as const)('%s', (_what, fields, full) => {
  expect(coverageOf({ ...covered, ...fields }).full).toBe(full)
})

it('is said in words', () => {
  expect(coverageOf(covered).words).toBe(
    'everything held, 250 rows; whether the exchange has older rows than it sent is not known',
  )
  expect(coverageOf({ ...covered, tab: 'orders', passing: 1, lostCount: 2, isCurrent: false }).words).toBe(
    'those that pass the filter, 1 of 250 rows held; the exchange sends this list as a whole, which may have changed since; 2 parts of the last message set aside',
  )
})
