import { memo, type PointerEvent, useCallback, useLayoutEffect, useRef } from 'react'
import type { BookSide } from '../../domain/ladder'
import type { OwnMark } from '../../domain/own-marks'
import { selectBook } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useTableStore } from '../../store/use-table-store'
import { plural } from '../../ui/format'
import { useLook } from '../../ui/look'
import { useTurn } from '../../ui/use-turn'
import { useVisibleRows } from '../../ui/use-visible-rows'
import { bookLook, type LadderView } from './book-look'
import { EdgeMarks } from './edge-marks'
import { LadderCanvas } from './ladder-canvas'
import { LadderHead } from './ladder-head'
import { LadderTable } from './ladder-table'
import { RowStepper } from './row-stepper'
import { useMarksBeyond } from './use-marks-beyond'

interface LadderSideProps {
  readonly side: BookSide
  readonly view: LadderView
  readonly base: string
  /** On this or the other side: both keep a line for those that are out of view. */
  readonly marks: readonly OwnMark[]
  /** The marks can be relied on. */
  readonly sure: boolean
  /** The figures are drawn back. */
  readonly dimmed: boolean
  /** The row that is summed up to; null: none. */
  readonly picked: number | null
  /** The pointer or the keyboard came to a row, or left. */
  readonly onPoint: (side: BookSide, row: number | null, byKey?: boolean) => void
}

/** One side of the ladder; asks stand with the best at the bottom, so both sides meet in the middle. */
export const LadderSide = memo(function LadderSide(props: LadderSideProps) {
  const { side, view, base, marks, sure, picked, onPoint } = props
  const { inQuote, exponent, doubted } = view
  const priceDecimals = view.decimals.price
  const count = useStore((state) => {
    const book = selectBook(state)
    return book === null ? 0 : bookLook(book, view).ladders[side].levels.length
  })
  const asks = side === 'ask'
  const label = asks ? 'Asks' : 'Bids'
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useLook().rows.ladder
  const { first, last, end } = useVisibleRows(scroller, rowHeight, count)
  const beyond = useMarksBeyond(marks, side, view, end)
  // What the reader does, and what makes figures unsure, is not waited for.
  const scope = [first, end, inQuote, exponent, doubted, sure].join(' ')
  const tabled = useTableStore(selectBook)
  // At the page's start what is seen comes before what is read aloud.
  const isDrawn = useTurn(1, true)
  const isTabled = useTurn(asks ? 3 : 4)
  const settled = useRef(scope)
  useLayoutEffect(() => {
    if (settled.current !== scope) useTableStore.settle()
    settled.current = scope
  }, [scope])
  const edge = marks.length > 0 && <EdgeMarks asks={asks} marks={beyond} priceDecimals={priceDecimals} sure={sure} />
  const shared = { label, side, view, first, last, rowHeight, marks, sure }

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
      {/* No row is cut in half: what is left of the height stays empty, away from the best. */}
      <div className={`flex min-h-0 flex-1 flex-col ${asks ? 'justify-end' : ''}`}>
        <div
          ref={scroller}
          onPointerOver={onPointerOver}
          onPointerUp={onPointerUp}
          onPointerLeave={(event) => event.pointerType !== 'touch' && onPoint(side, null)}
          // What is selected from here on is what is seen.
          onPointerDown={useTableStore.settle}
          className={`flex h-[round(down,100%,var(--row-ladder))] min-h-0 overflow-y-auto [scrollbar-gutter:stable] [scrollbar-width:thin] ${asks ? 'flex-col-reverse' : 'flex-col'}`}
        >
          {/* Inside what it scrolls. */}
          <RowStepper label={label} count={count} picked={picked} onStep={onStep} />
          <div className="relative shrink-0" style={{ height: count * rowHeight }}>
            {isDrawn && <LadderCanvas {...shared} dimmed={props.dimmed} picked={picked} />}
            {/* Laid out alone. */}
            <div className="absolute inset-0 contain-strict">
              {tabled !== null && isTabled && <LadderTable {...shared} book={tabled} base={base} />}
            </div>
          </div>
          {count === 0 && <p className="p-2 text-center text-2xs text-muted">No {label.toLowerCase()}</p>}
        </div>
      </div>
      {!asks && edge}
      <p className="sr-only">
        {plural(count, 'level')} of {label.toLowerCase()}
      </p>
    </div>
  )
})

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
