import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillTotals } from './fills-summary'
import { grouped } from './grouped'
import { dayOf } from './iso-time'
import { fill } from './test-kit'

it('groups come in the order in which their keys do, each with its rows', () => {
  expect(grouped(['b1', 'a1', 'b2'], (row) => row.slice(0, 1))).toEqual([
    { key: 'b', rows: ['b1', 'b2'] },
    { key: 'a', rows: ['a1'] },
  ])
})

it('fills by day are those of the reader’s days, fills without a time apart', () => {
  const rows = [
    fill({ timeMs: Date.UTC(2025, 1, 18, 0, 30) }),
    fill({ timeMs: Date.UTC(2025, 1, 17, 23, 30) }),
    fill({ timeMs: null }),
  ]
  const daysWith = (offsetMs: number) =>
    grouped(rows, ({ timeMs }) => dayOf(timeMs, () => offsetMs)).map(({ key, rows }) => [key, rows.length])
  expect(daysWith(0)).toEqual([
    ['2025-02-18', 1],
    ['2025-02-17', 1],
    [null, 1],
  ])
  expect(daysWith(-3_600_000)).toEqual([
    ['2025-02-17', 2],
    [null, 1],
  ])
})

it('the totals of the groups together are the totals of all', () => {
  const anyFill = fc.record({ marketId: fc.constantFrom('14', '15', '16'), price: fc.nat(9), size: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(anyFill), (rows) => {
      const fills = rows.map((fields) => fill(fields))
      const totals = grouped(fills, ({ marketId }) => marketId).map((group) => fillTotals(group.rows))
      const all = fillTotals(fills)
      expect(totals.reduce((sum, { volumeUsd }) => sum + volumeUsd, 0)).toBe(all.volumeUsd)
      expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(all.count)
    }),
  )
})
