import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBookFeed, serialIn } from './book-feed'
import { median } from './compare'
import { droppedFrames, quantile } from './measure'
import { withSection } from './report'

describe('frames', () => {
  it('that a steady sixty a second would have had are counted as dropped', () => {
    const frame = 1000 / 60
    expect(droppedFrames([0, frame, 2 * frame])).toBe(0)
    expect(droppedFrames([0, frame, 4 * frame, 5.2 * frame])).toBe(2)
    expect(droppedFrames([])).toBe(0)
  })
})

describe('the middle', () => {
  it('is the upper one of an even number, and no figure of none', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(3)
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('of records is that of each field', () => {
    expect(
      median([
        { a: 1, b: 9 },
        { a: 2, b: 7 },
        { a: 3, b: 8 },
      ]),
    ).toEqual({ a: 2, b: 8 })
  })
})

describe('the feed', () => {
  const feed = createBookFeed(3)
  const rowsOf = (serial: number) =>
    (JSON.parse(feed.message(serial).toString()) as { data: { is_ask: boolean; price: string; size: string }[] }).data

  it('is the same each time, asks first, each side from its best price on', () => {
    const other = createBookFeed(3)
    const prices = (message: Buffer) => message.toString().match(/"price":"[\d.]+"/g)
    expect(prices(feed.message(7))).toEqual(prices(other.message(7)))
    const rows = rowsOf(7)
    expect(rows.map(({ is_ask }) => is_ask)).toEqual([true, true, true, false, false, false])
    expect(Number(rows[0]?.price)).toBeGreaterThan(Number(rows[3]?.price))
    expect(Number(rows[1]?.price)).toBeGreaterThan(Number(rows[0]?.price))
  })

  it('tells its serial number by the best bid, however a page writes it', () => {
    fc.assert(
      fc.property(fc.nat(800_000), (serial) => {
        const size = rowsOf(serial)[3]?.size ?? ''
        expect(serialIn(size)).toBe(serial)
        expect(serialIn(Number(size).toLocaleString('en-US', { minimumFractionDigits: 3 }))).toBe(serial)
      }),
    )
    expect(serialIn('—')).toBeNaN()
  })
})

describe('a section of the report', () => {
  const file = 'before\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\nafter\n'

  it('is written anew in its place, and all else stays', () => {
    expect(withSection(file, 'a', 'new')).toBe('before\n\n<!-- a -->\n\nnew\n\n<!-- /a -->\n\nafter\n')
  })

  it('comes at the end where it has no place yet', () => {
    expect(withSection(file, 'b', 'new')).toBe(`${file.trimEnd()}\n\n<!-- b -->\n\nnew\n\n<!-- /b -->\n`)
  })
})
