import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import type { LadderMark } from '../../domain/ladder-marks'
import type { LadderLine } from './ladder-lines'
import { createLadderPicture, FLASH_ACROSS, type LadderPicture } from './ladder-picture'
import { markGlyphs } from './mark-words'

interface LadderColumnsProps {
  readonly label: string
  readonly asks: boolean
  /** The rows from `first` up to `last`, the best first. */
  readonly lines: readonly LadderLine[]
  readonly first: number
  readonly last: number
  /** px */
  readonly rowHeight: number
  readonly marks: readonly LadderMark[]
  /** The marks can be relied on. */
  readonly sure: boolean
  /** The row that is summed up to; null: none. */
  readonly picked: number | null
}

/** Sizes fade with their age, from the colour of text to the muted one, which keeps its contrast on the bars. */
const SIZE_TONES = [
  'text-text',
  'text-[color-mix(in_srgb,var(--text)_67%,var(--muted))]',
  'text-[color-mix(in_srgb,var(--text)_33%,var(--muted))]',
  'text-muted',
]

/**
 * What is seen of a side: columns of text over one picture of bars. Rows of elements cost the browser twice as much; the table
 * that readers' tools want lies over it unseen. A strict box, so that a change in it lays out nothing else.
 */
export function LadderColumns(props: LadderColumnsProps) {
  const { label, asks, lines, first, last, rowHeight, picked } = props
  const root = useRef<HTMLDivElement>(null)
  const picture = useRef<LadderPicture | null>(null)
  useLayoutEffect(() => {
    if (root.current === null) return
    const made = createLadderPicture(root.current, asks)
    picture.current = made
    return () => {
      picture.current = null
      made.remove()
    }
  }, [asks])
  useLayoutEffect(() => picture.current?.draw(lines, first, last), [lines, first, last])
  const columns = useMemo(() => <Columns asks={asks} rows={last - first} />, [asks, first, last])
  const start = first * rowHeight
  const lineOf = (row: number) => (asks ? last - 1 - row : row - first)
  return (
    <div
      ref={root}
      aria-hidden="true"
      data-ladder={label}
      style={{ height: (last - first) * rowHeight, ...(asks ? { bottom: start } : { top: start }) }}
      className="pointer-events-none absolute inset-x-0 leading-ladder-row whitespace-pre contain-strict"
    >
      {picked !== null && picked >= first && (
        <Picked
          top={lineOf(asks ? Math.min(picked, last - 1) : first) * rowHeight}
          height={(Math.min(picked, last - 1) - first + 1) * rowHeight}
          last={picked < last ? lineOf(picked) * rowHeight : null}
          rowHeight={rowHeight}
        />
      )}
      {columns}
      {props.marks.length > 0 && <Marks {...props} lineOf={lineOf} />}
    </div>
  )
}

/** Laid out here and filled by the picture. */
function Columns({ asks, rows }: { readonly asks: boolean; readonly rows: number }) {
  return (
    <>
      <svg
        viewBox={`0 0 100 ${rows}`}
        preserveAspectRatio="none"
        className={`absolute inset-0 size-full in-[.dimmed]:hidden ${asks ? 'fill-down-wash' : 'fill-up-wash'}`}
      >
        <path data-part="bars" />
      </svg>
      <div data-part="price" className={`absolute inset-0 pl-3 ${asks ? 'text-down' : 'text-up'}`} />
      <div data-part="price" className="absolute inset-0 pl-3 text-muted" />
      <div className="absolute inset-y-0 right-[38%] left-[26%]">
        <svg
          viewBox={`0 0 ${FLASH_ACROSS} ${rows}`}
          preserveAspectRatio="none"
          style={{ width: `${FLASH_ACROSS}ch` }}
          className="absolute inset-y-0 right-0 h-full fill-accent in-[.dimmed]:hidden"
        >
          {FLASH_TONES.map((tone) => (
            <path key={tone} data-part="flashes" className={tone} />
          ))}
        </svg>
        {SIZE_TONES.map((tone) => (
          <div key={tone} data-part="size" className={`figure absolute inset-0 ${tone}`} />
        ))}
      </div>
      <div data-part="total" className="figure absolute inset-y-0 right-0 left-[62%] pr-3 text-muted" />
    </>
  )
}

const FLASH_TONES = ['opacity-20', 'opacity-12', 'opacity-6']

interface PickedProps {
  /** All in px. */
  readonly top: number
  readonly height: number
  /** Of the row pointed at; null: it is not drawn. */
  readonly last: number | null
  readonly rowHeight: number
}

const Picked = memo(function Picked({ top, height, last, rowHeight }: PickedProps) {
  return (
    <>
      <div data-picked="" style={{ top, height }} className="absolute inset-x-0 bg-raised" />
      {last !== null && (
        <div
          style={{ top: last, height: rowHeight }}
          className="absolute inset-x-0 outline outline-1 -outline-offset-1 outline-muted"
        />
      )}
    </>
  )
})

interface MarksProps extends LadderColumnsProps {
  readonly lineOf: (row: number) => number
}

/** The reader's own prices in view, behind the price of their row; a price between two rows also as a line there. */
function Marks({ asks, lines, first, last, rowHeight, marks, sure, lineOf }: MarksProps) {
  const byRow = new Map<number, LadderMark[]>()
  for (const mark of marks) {
    if (mark.row < first || mark.row >= last) continue
    const list = byRow.get(mark.row)
    if (list === undefined) byRow.set(mark.row, [mark])
    else list.push(mark)
  }
  return [...byRow].map(([row, own]) => {
    const top = lineOf(row) * rowHeight
    const line = lines[row - first]
    if (line === undefined) return null
    return (
      <div key={row} style={{ transform: `translateY(${top}px)`, height: rowHeight }} className="absolute inset-x-0">
        <Glyphs glyphs={markGlyphs(own)} sure={sure} after={line.price} />
        {own.some(({ holds }) => !holds) && (
          <div className={`absolute inset-x-0 h-px bg-accent in-[.dimmed]:bg-muted ${asks ? 'bottom-0' : 'top-0'}`} />
        )}
      </div>
    )
  })
}

function glyphTone(glyphs: string, sure: boolean): string {
  if (!sure) return 'bg-raised text-muted'
  return glyphs.split(' ').includes('L') ? 'bg-warn-wash text-warn' : 'bg-accent-wash text-accent'
}

const Glyphs = memo(function Glyphs({ glyphs, sure, after }: { glyphs: string; sure: boolean; after: string }) {
  return (
    <span className="absolute left-0 pl-3">
      <span className="invisible">{after}</span>
      <span className={`${GLYPHS} ${glyphTone(glyphs, sure)}`}>{glyphs}</span>
    </span>
  )
})

export const GLYPHS = 'ml-1.5 inline-block rounded-sm px-0.5 align-[1px] text-[9px] leading-3 font-semibold'
