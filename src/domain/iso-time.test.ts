import { describe, expect, it } from 'vitest'
import { dayOf, isoTime } from './iso-time'

const TIME = Date.UTC(2025, 1, 17, 23, 30, 5)

describe('a time as text', () => {
  it('is ISO in UTC', () => {
    expect(isoTime(TIME)).toBe('2025-02-17T23:30:05.000Z')
    expect(isoTime(8.64e15)).toBe('+275760-09-13T00:00:00.000Z')
  })

  it('is nothing for no time, and beyond the range of dates', () => {
    for (const time of [null, NaN, Infinity, 8.64e15 + 1]) expect(isoTime(time)).toBeNull()
  })
})

describe('the day of a time', () => {
  it('is that of the reader’s wall clock at that time', () => {
    expect(dayOf(TIME, () => 0)).toBe('2025-02-17')
    expect(dayOf(TIME, () => 3_600_000)).toBe('2025-02-18')
    const summer = (timeMs: number) => (timeMs > Date.UTC(2025, 2, 30) ? 7_200_000 : 0)
    expect(dayOf(TIME, summer)).toBe('2025-02-17')
    expect(dayOf(Date.UTC(2025, 5, 1, 23), summer)).toBe('2025-06-02')
  })

  it('is not known without a time', () => {
    expect(dayOf(null, () => 0)).toBeNull()
    expect(dayOf(8.64e15, () => 1)).toBeNull()
  })
})
