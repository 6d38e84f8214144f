import { describe, expect, it } from 'vitest'
import { localOffsetMs, NO_CHOICE, rowFilter } from './filters'

describe('what is set in the filter bar', () => {
  it('filters nothing while nothing is set, blanks do not count', () => {
    expect(rowFilter(NO_CHOICE)).toBeNull()
    expect(rowFilter({ ...NO_CHOICE, idText: '  ' })).toBeNull()
  })

  it.each([
    [{ marketId: '14' }],
    [{ side: 'unknown' as const }],
    [{ status: 'Open' }],
    [{ idText: ' 77 ' }],
    [{ fromDay: '2025-02-17' }],
    [{ toDay: '2025-02-17' }],
  ])('%j filters', (choice) => {
    expect(rowFilter({ ...NO_CHOICE, ...choice })).not.toBeNull()
  })

  it('takes both days as whole, by the reader’s clocks', () => {
    const filter = rowFilter({ ...NO_CHOICE, fromDay: '2025-02-28', toDay: '2025-02-28' })
    expect(filter?.fromMs).toBe(new Date(2025, 1, 28).getTime())
    expect(filter?.toMs).toBe(new Date(2025, 2, 1).getTime())
  })

  it('takes half a typed day for none', () => {
    expect(rowFilter({ ...NO_CHOICE, fromDay: '2025-02-' })).toBeNull()
  })
})

it('the reader’s clocks are ahead of UTC by what the calendar of that day says', () => {
  const noon = new Date(2025, 5, 1, 12).getTime()
  expect(noon + localOffsetMs(noon)).toBe(Date.UTC(2025, 5, 1, 12))
})
