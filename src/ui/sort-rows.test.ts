import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortRows } from './sort-rows'

describe('rows', () => {
  it('sort by size or by letters, either way', () => {
    expect(sortRows([2, 10, 1], (row) => row, false)).toEqual([1, 2, 10])
    expect(sortRows([2, 10, 1], (row) => row, true)).toEqual([10, 2, 1])
    expect(sortRows(['b', 'a'], (row) => row, false)).toEqual(['a', 'b'])
  })

  it('of which the value is not known stand last, whichever way', () => {
    expect(sortRows([null, 1, null, 2], (row) => row, false)).toEqual([1, 2, null, null])
    expect(sortRows([null, 1, null, 2], (row) => row, true)).toEqual([2, 1, null, null])
  })

  it('of equal value keep their order, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat({ max: 3 }))), fc.boolean(), (values, descending) => {
        const rows = values.map((value, index) => ({ value, index }))
        const sorted = sortRows(rows, ({ value }) => value, descending)
        expect(sorted.toSorted((a, b) => a.index - b.index)).toEqual(rows)
        sorted.slice(1).forEach((row, index) => {
          const before = sorted[index]
          if (before !== undefined && before.value === row.value) expect(before.index).toBeLessThan(row.index)
        })
      }),
    )
  })
})
