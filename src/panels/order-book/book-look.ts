/** A book as the ladder shows it: what its picture, which follows each book, and its table, which follows calmly, have in common. */
import { type Book, bookTop } from '../../domain/book'
import { newestChangeMs } from '../../domain/book-figures'
import type { Decimals } from '../../domain/decimals'
import { type BookSide, groupedLadder, type Ladder, plainLadder, type PriceGrid } from '../../domain/ladder'
import { type LadderMark, placeMarks } from '../../domain/ladder-marks'
import type { OwnMark } from '../../domain/own-marks'
import { type LadderLine, ladderLines } from './ladder-lines'

/** What the reader chose, and what the figures are worth. */
export interface LadderView {
  readonly decimals: Decimals
  /** Rows are groups of 10^exponent ticks. */
  readonly exponent: number
  readonly inQuote: boolean
  readonly dimBelowUsd: number
  /** Sizes that are doubted are not summed. */
  readonly doubted: boolean
}

export interface BookLook {
  readonly ladders: Readonly<Record<BookSide, Ladder>>
  /** What the rows were grouped by; null: each level is a row, also where the groups can't be told exactly. */
  readonly grid: PriceGrid | null
  readonly newestMs: number | null
  /** The larger of both sides' last totals. */
  readonly deepest: number
}

interface Looked {
  readonly view: LadderView
  readonly look: BookLook
}

const looked = new WeakMap<Book, Looked>()

/** `view` must be stable. */
export function bookLook(book: Book, view: LadderView): BookLook {
  const known = looked.get(book)
  if (known?.view === view) return known.look
  const { ladders, grid } = laddersOf(book, view)
  const deepest = Math.max(totalsOf(ladders.ask, view).at(-1) ?? 0, totalsOf(ladders.bid, view).at(-1) ?? 0)
  const look = { ladders, grid, newestMs: newestChangeMs(book), deepest }
  looked.set(book, { view, look })
  return look
}

function laddersOf({ asks, bids }: Book, { decimals, exponent }: LadderView): Pick<BookLook, 'ladders' | 'grid'> {
  if (exponent > 0) {
    const grid = { decimals: decimals.price, step: 10 ** exponent }
    const ask = groupedLadder(asks, 'ask', grid)
    const bid = groupedLadder(bids, 'bid', grid)
    if (ask !== null && bid !== null) return { ladders: { ask, bid }, grid }
  }
  return { ladders: { ask: plainLadder(asks), bid: plainLadder(bids) }, grid: null }
}

const totalsOf = ({ sizes, values }: Ladder, { inQuote }: LadderView) => (inQuote ? values : sizes)

/** Those of the reader's own prices that stand on a side, by its rows. */
export function sideMarks(book: Book, marks: readonly OwnMark[], side: BookSide, view: LadderView): LadderMark[] {
  if (marks.length === 0) return []
  const { ladders, grid } = bookLook(book, view)
  return placeMarks(marks, side, bookTop(book), ladders[side].levels, grid)
}

/** The rows of a side from `first` up to `last`, the best first. */
export function sideLines(book: Book, side: BookSide, view: LadderView, first: number, last: number): LadderLine[] {
  const { decimals, exponent, inQuote, dimBelowUsd, doubted } = view
  const { ladders, grid, newestMs, deepest } = bookLook(book, view)
  const options = {
    ladder: ladders[side],
    totals: totalsOf(ladders[side], view),
    deepest: doubted ? null : deepest,
    dimBelowUsd: doubted ? 0 : dimBelowUsd,
    newestMs,
    // A group needs fewer.
    priceDecimals: Math.max(0, decimals.price - (grid === null ? 0 : exponent)),
    sizeDecimals: decimals.size,
    totalDecimals: inQuote ? 2 : decimals.size,
  }
  return ladderLines(options, first, last)
}
