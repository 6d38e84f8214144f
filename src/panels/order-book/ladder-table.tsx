import { memo } from 'react'
import type { Book } from '../../domain/book'
import type { BookSide } from '../../domain/ladder'
import type { OwnMark } from '../../domain/own-marks'
import { bookLook, type LadderView, sideLines, sideMarks } from './book-look'
import { markGlyphs, markWords } from './mark-words'

interface LadderTableProps {
  readonly label: string
  readonly side: BookSide
  readonly book: Book
  readonly view: LadderView
  /** The rows from `first` up to `last`, the best first. */
  readonly first: number
  readonly last: number
  /** The reader's own prices, and whether they can be relied on. */
  readonly marks: readonly OwnMark[]
  readonly sure: boolean
  readonly base: string
  /** px */
  readonly rowHeight: number
}

/**
 * The side as a table, for readers' tools, and to point at: it lies unseen over the picture, row on row, and changes calmly,
 * once a second. What is selected and copied is its text too: while the button is held down its letters are transparent and
 * not hidden, so that the selection is seen. On paper it stands for the picture.
 */
export const LadderTable = memo(function LadderTable(props: LadderTableProps) {
  const { label, side, book, view, first, last, marks, sure, base, rowHeight } = props
  const asks = side === 'ask'
  const { levels } = bookLook(book, view).ladders[side]
  const placed = sideMarks(book, marks, side, view)
  const rows = sideLines(book, side, view, first, last).map((line, offset) => {
    const row = first + offset
    const own = placed.filter((mark) => mark.row === row)
    return (
      <LadderRow
        key={String(row)}
        row={row}
        rowIndex={asks ? levels.length - row + 1 : row + 2}
        price={line.price}
        size={line.size}
        total={line.total}
        ageWords={line.ageWords}
        glyphs={own.length === 0 ? '' : markGlyphs(own)}
        words={own.length === 0 ? '' : markWords(own, view.decimals.price, sure)}
      />
    )
  })
  const start = first * rowHeight
  return (
    <table
      aria-label={label}
      aria-rowcount={levels.length + 1}
      data-calm=""
      style={asks ? { bottom: start } : { top: start }}
      className="absolute inset-x-0 w-full table-fixed border-separate border-spacing-0 text-right opacity-0 print:opacity-100 active:text-transparent active:opacity-100 in-[.dimmed]:active:opacity-0"
    >
      <thead className="sr-only">
        <tr>
          <th scope="col">Price</th>
          <th scope="col">Size ({base})</th>
          <th scope="col">Total ({view.inQuote ? '$' : base})</th>
        </tr>
      </thead>
      <tbody>{asks ? rows.reverse() : rows}</tbody>
    </table>
  )
})

interface LadderRowProps {
  /** The row's place in the whole side, of which only what is in view is drawn; the header is 1. */
  readonly rowIndex: number
  /** The best is 0. */
  readonly row: number
  readonly price: string
  readonly size: string
  readonly total: string
  readonly ageWords: string
  /** Of the reader's own prices there; empty: none. */
  readonly glyphs: string
  readonly words: string
}

// Keyed by slot and memoised: a level that keeps its place and figures costs nothing.
const LadderRow = memo(function LadderRow(props: LadderRowProps) {
  const { rowIndex, row, price, size, total, ageWords, glyphs, words } = props
  return (
    <tr aria-rowindex={rowIndex} data-row={row} className="h-ladder-row leading-ladder-row">
      <td className="w-[26%] overflow-hidden pl-3 text-left whitespace-nowrap">
        {price}
        {glyphs !== '' && (
          // Without a text of its own, so that a price that is copied comes alone.
          <span
            role="note"
            aria-label={words}
            title={words}
            data-glyphs={glyphs}
            className="ml-1.5 inline-block rounded-sm px-0.5 align-[1px] text-[9px] leading-3 font-semibold before:content-[attr(data-glyphs)]"
          />
        )}
      </td>
      <td className="w-[36%]" title={ageWords}>
        {size}
      </td>
      <td className="pr-3">{total}</td>
    </tr>
  )
})
