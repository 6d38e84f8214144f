import type { BookTop, Level } from './book'
import { type BookSide, type PriceGrid, placeOf, type RowPlace } from './ladder'
import type { OwnMark } from './own-marks'

/** A price of one's own among the rows of one side; a row past the last one: beyond what the book shows. */
export interface LadderMark extends RowPlace {
  readonly mark: OwnMark
}

/** The marks that stand on one side of the ladder, in their order; rows and grid as for `placeOf`. */
export function placeMarks(
  marks: readonly OwnMark[],
  of: BookSide,
  top: BookTop,
  rows: readonly Level[],
  grid: PriceGrid | null,
): LadderMark[] {
  return marks
    .filter((mark) => sideOfMark(mark, top) === of)
    .map((mark) => {
      // A group that can't be told exactly still lies at the first row that is at the price or worse.
      const place = placeOf(mark.price, of, rows, grid) ?? placeOf(mark.price, of, rows, null)
      return { mark, row: rows.length, holds: false, ...place }
    })
}

/** An order's own side, else the one on which the price lies. null: an empty book has no sides. */
function sideOfMark({ side, price }: OwnMark, { mid, bestBid, bestAsk }: BookTop): BookSide | null {
  if (side === 'bid' || side === 'ask') return side
  const firstAsk = mid ?? bestAsk
  if (firstAsk !== null) return price >= firstAsk ? 'ask' : 'bid'
  if (bestBid !== null) return price > bestBid ? 'ask' : 'bid'
  return null
}
