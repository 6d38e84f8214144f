import { type PointerEvent, useRef } from 'react'
import { levelAgeMs } from '../../domain/book-figures'
import type { Decimals } from '../../domain/decimals'
import type { BookSide, Ladder } from '../../domain/ladder'
import type { LadderMark } from '../../domain/ladder-marks'
import { formatAge, formatFixed, NO_FIGURE, plural } from '../../ui/format'
import { useLook } from '../../ui/look'
import { useVisibleRows } from '../../ui/use-visible-rows'
import { EdgeMarks } from './edge-marks'
import { LadderHead } from './ladder-head'
import { ageTone, LadderRow } from './ladder-row'
import { markGlyphs, markWords } from './mark-words'
import { RowStepper } from './row-stepper'

interface LadderSideProps {
  readonly side: BookSide
  readonly ladder: Ladder
  /** Of the rows, in the unit in which totals are shown. */
  readonly totals: readonly number[]
  /** The larger of both sides' last totals: the length of a full bar. null: the sizes are doubted and not summed. */
  readonly deepest: number | null
  /** Rows of a smaller value are drawn back. */
  readonly dimBelowUsd: number
  /** The book's newest change, which ages are counted from. */
  readonly newestMs: number | null
  readonly base: string
  readonly inQuote: boolean
  readonly decimals: Decimals
  /** Of the rows' prices: a group needs fewer. */
  readonly rowDecimals: number
  readonly marks: readonly LadderMark[]
  /** The market has marks on this or the other side: both keep a line for those that are out of view. */
  readonly hasMarks: boolean
  /** The marks can be relied on. */
  readonly sure: boolean
  /** The row that is summed up to; null: none. */
  readonly picked: number | null
  /** The pointer or the keyboard came to a row, or left. */
  readonly onPoint: (row: number | null, byKey?: boolean) => void
}

/** px */
const HEAD_HEIGHT = 21

/** One side of the ladder as a table; asks stand with the best at the bottom, so both sides meet in the middle. */
export function LadderSide(props: LadderSideProps) {
  const { side, ladder, deepest, decimals, marks, sure, picked, onPoint } = props
  const { levels, values } = ladder
  const asks = side === 'ask'
  const label = asks ? 'Asks' : 'Bids'
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useLook().rows.ladder
  const { first, last, end } = useVisibleRows(scroller, rowHeight, levels.length, asks ? HEAD_HEIGHT : 0)
  const totalDecimals = props.inQuote ? 2 : decimals.size
  const rows = levels.slice(first, last).map((level, offset) => {
    // The slot is the key on purpose: a new best price then changes texts and moves no row.
    const row = first + offset
    const own = marks.length === 0 ? marks : marks.filter((mark) => mark.row === row)
    const total = props.totals[row] ?? 0
    const ageMs = levelAgeMs(level, props.newestMs)
    return (
      <LadderRow
        key={String(row)}
        asks={asks}
        price={formatFixed(level.price, props.rowDecimals)}
        size={formatFixed(level.size, decimals.size)}
        row={row}
        rowIndex={asks ? levels.length - row + 1 : row + 2}
        total={deepest === null ? NO_FIGURE : formatFixed(total, totalDecimals)}
        share={deepest === null ? 0 : Math.round((total / deepest) * 100)}
        age={ageTone(ageMs)}
        ageWords={ageMs === null ? 'Time of its last change not known' : ageText(ageMs)}
        dim={(values[row] ?? 0) - (values[row - 1] ?? 0) < props.dimBelowUsd}
        picked={picked === null || row > picked ? 'no' : row < picked ? 'before' : 'last'}
        glyphs={own.length === 0 ? '' : markGlyphs(own)}
        words={own.length === 0 ? '' : markWords(own, decimals.price, sure)}
        sure={sure}
        between={own.some(({ holds }) => !holds)}
      />
    )
  })
  const before = first * rowHeight
  const after = (levels.length - last) * rowHeight
  const beyond = marks.filter(({ row }) => row >= Math.min(end, levels.length))
  const edge = props.hasMarks && <EdgeMarks asks={asks} marks={beyond} priceDecimals={decimals.price} sure={sure} />

  function onPointerOver(event: PointerEvent) {
    const row = rowOf(event.target)
    if (event.pointerType !== 'touch' && row !== null) onPoint(row)
  }
  // A finger has no place above a row: it taps one, and taps it again to let it go.
  function onPointerUp(event: PointerEvent) {
    const row = rowOf(event.target)
    if (event.pointerType === 'touch' && row !== null) onPoint(row === picked ? null : row)
  }
  function onStep(row: number | null) {
    onPoint(row, true)
    if (row !== null && scroller.current !== null) bringIntoView(scroller.current, row, rowHeight, asks)
  }

  return (
    <div className="relative flex min-h-0 flex-1 basis-0 flex-col">
      {asks && edge}
      <div
        ref={scroller}
        onPointerOver={onPointerOver}
        onPointerUp={onPointerUp}
        onPointerLeave={(event) => event.pointerType !== 'touch' && onPoint(null)}
        className={`flex min-h-0 flex-1 overflow-y-auto ${asks ? 'flex-col-reverse' : 'flex-col'}`}
      >
        {/* Inside what it scrolls. */}
        <RowStepper label={label} count={levels.length} picked={picked} onStep={onStep} />
        <table
          aria-label={label}
          aria-rowcount={levels.length + 1}
          className="w-full shrink-0 grow table-fixed border-separate border-spacing-0 text-right"
        >
          <LadderHead base={props.base} inQuote={props.inQuote} hidden={!asks} />
          <tbody>
            {asks && <Gap />}
            <Gap height={asks ? after : before} />
            {asks ? rows.reverse() : rows}
            <Gap height={asks ? before : after} />
            {!asks && <Gap />}
          </tbody>
        </table>
        {levels.length === 0 && <p className="p-2 text-center text-2xs text-muted">No {label.toLowerCase()}</p>}
      </div>
      {!asks && edge}
      <p className="sr-only">
        {plural(levels.length, 'level')} of {label.toLowerCase()}
      </p>
    </div>
  )
}

/** Stands for rows out of view; without a height it takes the room that few rows leave over. */
function Gap({ height }: { readonly height?: number }) {
  if (height !== undefined && height <= 0) return null
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={3} />
    </tr>
  )
}

const ageText = (ageMs: number) =>
  ageMs < 1000 ? 'Among the newest changes' : `Changed ${formatAge(ageMs)} before the newest`

function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
  return row === undefined ? null : Number(row)
}

function bringIntoView(scroller: HTMLElement, row: number, rowHeight: number, asks: boolean): void {
  const height = scroller.clientHeight - (asks ? HEAD_HEIGHT : 0)
  const at = Math.abs(scroller.scrollTop)
  const start = row * rowHeight
  const to = start < at ? start : Math.max(at, start + rowHeight - height)
  if (to !== at) scroller.scrollTo({ top: asks ? -to : to })
}
