import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Book, bookTop } from './book'
import { type BookSide, groupedLadder, groupPrice } from './ladder'
import { placeMarks } from './ladder-marks'
import type { OwnMark } from './own-marks'
import { anyBook, bookOf } from './test-kit'

const markAt = (price: number, side: OwnMark['side'] = 'long', kind: OwnMark['kind'] = 'entry'): OwnMark => ({
  key: `${kind} ${price}`,
  kind,
  price,
  size: 1,
  side,
})

const book = bookOf(
  [
    [5.47, 1],
    [5.46, 1],
  ],
  [
    [5.48, 1],
    [5.5, 1],
  ],
)

/** Rows of the marks on a side: a number alone where the row holds the price, `<` where the price lies before it. */
function rows(marks: readonly OwnMark[], of: BookSide, shown: Book = book): string[] {
  const levels = of === 'ask' ? shown.asks : shown.bids
  return placeMarks(marks, of, bookTop(shown), levels, null).map(({ row, holds }) => `${holds ? '' : '<'}${row}`)
}

describe('a mark in the ladder', () => {
  it('stands on the side where its price lies, at its level or before the next one', () => {
    const marks = [markAt(5.47), markAt(5.465), markAt(5.476), markAt(5.5)]
    expect(rows(marks, 'bid')).toEqual(['0', '<1'])
    expect(rows(marks, 'ask')).toEqual(['<0', '1'])
  })

  it('of an order stands on the order’s side, wherever its price lies', () => {
    const bid = markAt(5.49, 'bid', 'order')
    expect(rows([bid], 'bid')).toEqual(['<0'])
    expect(rows([bid], 'ask')).toEqual([])
  })

  it('beyond the book stands past its last row', () => {
    expect(rows([markAt(3.754, 'long', 'liquidation')], 'bid')).toEqual(['<2'])
    expect(rows([markAt(9, 'short', 'liquidation')], 'ask')).toEqual(['<2'])
  })

  it('finds its side in a one-sided book, and none in an empty one', () => {
    const noBids = bookOf([], [[5.48, 1]])
    const noAsks = bookOf([[5.47, 1]], [])
    expect(rows([markAt(5.48), markAt(5.47)], 'ask', noBids)).toEqual(['0'])
    expect(rows([markAt(5.48), markAt(5.47)], 'bid', noBids)).toEqual(['<0'])
    expect(rows([markAt(5.48), markAt(5.47)], 'bid', noAsks)).toEqual(['0'])
    expect(rows([markAt(5.48), markAt(5.47)], 'ask', noAsks)).toEqual(['<0'])
    expect(rows([markAt(5)], 'ask', bookOf([], []))).toEqual([])
    expect(rows([markAt(5)], 'bid', bookOf([], []))).toEqual([])
  })

  it('stands exactly once, and in a grouped ladder in the group it falls into', () => {
    const anyMark = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom('long', 'bid', 'ask'))
    fc.assert(
      fc.property(anyBook, anyMark, fc.constantFrom(1, 10, 100), (shown, [ticks, side], step) => {
        fc.pre(shown.bids.length + shown.asks.length > 0)
        const mark = markAt(ticks / 1000, side)
        const grid = { decimals: 3, step }
        const placed = (['bid', 'ask'] as const).flatMap((of) => {
          const levels = groupedLadder(of === 'ask' ? shown.asks : shown.bids, of, grid)?.levels ?? []
          return placeMarks([mark], of, bookTop(shown), levels, grid).map((each) => ({ ...each, of, levels }))
        })
        expect(placed).toHaveLength(1)
        for (const { row, holds, of, levels } of placed) {
          const group = groupPrice(mark.price, of, grid) ?? Number.NaN
          expect(holds).toBe(levels.some(({ price }) => price === group))
          if (holds) expect(levels[row]?.price).toBe(group)
        }
      }),
    )
  })

  it('too long to be grouped exactly still stands before the first row that is worse', () => {
    const grid = { decimals: 12, step: 10 }
    expect(placeMarks([markAt(9000)], 'ask', bookTop(book), book.asks, grid)).toMatchObject([{ row: 2, holds: false }])
  })
})
