import { type PointerEvent, useCallback, useMemo, useRef } from 'react'
import type { Decimals } from '../../domain/decimals'
import type { BookSide, Ladder } from '../../domain/ladder'
import type { LadderMark } from '../../domain/ladder-marks'
import { plural } from '../../ui/format'
import { useLook } from '../../ui/look'
import { useCalm } from '../../ui/use-calm'
import { useVisibleRows } from '../../ui/use-visible-rows'
import { EdgeMarks } from './edge-marks'
import { LadderColumns } from './ladder-columns'
import { LadderHead } from './ladder-head'
import { ladderLines, type LineOptions } from './ladder-lines'
import { type LadderLook, LadderTable } from './ladder-table'
import { RowStepper } from './row-stepper'

interface LadderSideProps extends Pick<LineOptions, 'totals' | 'deepest' | 'dimBelowUsd' | 'newestMs'> {
  readonly side: BookSide
  readonly ladder: Ladder
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
  readonly onPoint: (side: BookSide, row: number | null, byKey?: boolean) => void
}

/** Nobody can listen to figures that change sixty times a second. */
const TABLE_MS = 1000

/** One side of the ladder; asks stand with the best at the bottom, so both sides meet in the middle. */
export function LadderSide(props: LadderSideProps) {
  const { side, ladder, base, inQuote, decimals, marks, sure, picked, onPoint } = props
  const { totals, deepest, dimBelowUsd, newestMs, rowDecimals } = props
  const count = ladder.levels.length
  const asks = side === 'ask'
  const label = asks ? 'Asks' : 'Bids'
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useLook().rows.ladder
  const { first, last, end } = useVisibleRows(scroller, rowHeight, count)
  const lines = useMemo(() => {
    const places = {
      priceDecimals: rowDecimals,
      sizeDecimals: decimals.size,
      totalDecimals: inQuote ? 2 : decimals.size,
    }
    return ladderLines({ ladder, totals, deepest, dimBelowUsd, newestMs, ...places }, first, last)
  }, [ladder, totals, deepest, dimBelowUsd, newestMs, rowDecimals, decimals.size, inQuote, first, last])
  const priceDecimals = decimals.price
  const current = useMemo(
    (): LadderLook => ({ lines, first, count, marks, sure, priceDecimals }),
    [lines, first, count, marks, sure, priceDecimals],
  )
  // What the reader does, and what makes figures unsure, is not waited for.
  const scope = [first, end, inQuote, rowDecimals, deepest === null, sure].join(' ')
  const [look, lookNow] = useCalm(current, TABLE_MS, scope)
  const beyond = useMemo(() => {
    const from = Math.min(end, count)
    return marks.length === 0 ? marks : marks.filter(({ row }) => row >= from)
  }, [marks, end, count])
  const edge = props.hasMarks && <EdgeMarks asks={asks} marks={beyond} priceDecimals={priceDecimals} sure={sure} />
  const shared = { label, asks, rowHeight }

  function onPointerOver(event: PointerEvent) {
    const row = rowOf(event.target)
    if (event.pointerType !== 'touch' && row !== null) onPoint(side, row)
  }
  // A finger has no place above a row: it taps one, and taps it again to let it go.
  function onPointerUp(event: PointerEvent) {
    const row = rowOf(event.target)
    if (event.pointerType === 'touch' && row !== null) onPoint(side, row === picked ? null : row)
  }
  const onStep = useCallback(
    (row: number | null) => {
      onPoint(side, row, true)
      if (row !== null && scroller.current !== null) bringIntoView(scroller.current, row, rowHeight, asks)
    },
    [onPoint, side, rowHeight, asks],
  )

  return (
    <div className="relative flex min-h-0 flex-1 basis-0 flex-col">
      {asks && edge}
      {asks && <LadderHead base={base} inQuote={inQuote} />}
      <div
        ref={scroller}
        onPointerOver={onPointerOver}
        onPointerUp={onPointerUp}
        onPointerLeave={(event) => event.pointerType !== 'touch' && onPoint(side, null)}
        // What is selected from here on is what is seen.
        onPointerDown={lookNow}
        className={`flex min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable] [scrollbar-width:thin] ${asks ? 'flex-col-reverse' : 'flex-col'}`}
      >
        {/* Inside what it scrolls. */}
        <RowStepper label={label} count={count} picked={picked} onStep={onStep} />
        <div className="relative shrink-0" style={{ height: count * rowHeight }}>
          <LadderColumns {...shared} {...current} last={last} picked={picked} />
          <LadderTable {...shared} look={look} base={base} inQuote={inQuote} />
        </div>
        {count === 0 && <p className="p-2 text-center text-2xs text-muted">No {label.toLowerCase()}</p>}
      </div>
      {!asks && edge}
      <p className="sr-only">
        {plural(count, 'level')} of {label.toLowerCase()}
      </p>
    </div>
  )
}

function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
  return row === undefined ? null : Number(row)
}

function bringIntoView(scroller: HTMLElement, row: number, rowHeight: number, asks: boolean): void {
  const at = Math.abs(scroller.scrollTop)
  const start = row * rowHeight
  const to = start < at ? start : Math.max(at, start + rowHeight - scroller.clientHeight)
  if (to !== at) scroller.scrollTo({ top: asks ? -to : to })
}
