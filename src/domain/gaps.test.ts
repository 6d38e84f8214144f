import { describe, expect, it } from 'vitest'
import { beginGap, closeGap, endGap, type Gap, overlapsGap } from './gaps'

describe('a span of time', () => {
  it.each([
    [true, 'begins in a gap', 1500, 3000],
    [true, 'ends in it', 0, 1001],
    [true, 'holds it', 0, 3000],
    [true, 'lies in it', 1200, 1300],
    [false, 'ends where it begins', 0, 1000],
    [false, 'begins where it ends', 2000, 3000],
  ])('overlaps (%s) where it %s', (overlaps, _how, fromMs, toMs) => {
    expect(overlapsGap([{ fromMs: 1000, toMs: 2000 }], fromMs, toMs)).toBe(overlaps)
  })

  it('overlaps a gap that lasts from its beginning on', () => {
    const gaps = [{ fromMs: 1000, toMs: null }]
    expect(overlapsGap(gaps, 0, 1000)).toBe(false)
    expect(overlapsGap(gaps, 9_000_000, 9_001_000)).toBe(true)
    expect(overlapsGap([], 0, 1000)).toBe(false)
  })
})

describe('what the first list after a gap leaves of it', () => {
  const gap = { fromMs: 10_000, toMs: null }
  const listed = (...times: number[]) => times.map((timeMs) => ({ timeMs }))

  it('is nothing where the list reaches back to before it', () => {
    expect(closeGap(gap, listed(20_000, 9000, 15_000))).toBeNull()
  })

  it('is all up to the second of the oldest trade, which may be cut', () => {
    expect(closeGap(gap, listed(20_000, 15_000))).toEqual({ fromMs: 10_000, toMs: 16_000 })
    expect(closeGap(gap, listed(10_000))).toEqual({ fromMs: 10_000, toMs: 11_000 })
  })

  it('is the gap itself where nothing is listed', () => {
    expect(closeGap(gap, [])).toBe(gap)
  })
})

describe('the gaps of a tape', () => {
  const listed = (...times: number[]) => times.map((timeMs) => ({ timeMs }))
  const before: readonly Gap[] = [{ fromMs: 1000, toMs: 2000 }]

  it('begin once, however often the connection is lost before the next trade', () => {
    const open = beginGap(before, 5000)
    expect(open).toEqual([...before, { fromMs: 5000, toMs: null }])
    expect(beginGap(open, 6000)).toBe(open)
  })

  it('end with the next list that holds a trade, or were none', () => {
    const open = beginGap(before, 5000)
    expect(endGap(open, [])).toBe(open)
    expect(endGap(open, listed(9000, 7000))).toEqual([...before, { fromMs: 5000, toMs: 8000 }])
    expect(endGap(open, listed(9000, 4000))).toEqual(before)
    expect(endGap(before, listed(9000))).toBe(before)
  })

  it('are never forgotten: beyond a hundred the oldest two become one', () => {
    let gaps: readonly Gap[] = []
    for (let index = 0; index < 102; index += 1) {
      gaps = endGap(beginGap(gaps, index * 10_000), listed(index * 10_000 + 3000))
    }
    expect(gaps).toHaveLength(100)
    expect(gaps.slice(0, 2)).toEqual([
      { fromMs: 0, toMs: 24_000 },
      { fromMs: 30_000, toMs: 34_000 },
    ])
  })
})
