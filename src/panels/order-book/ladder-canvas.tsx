import { memo, useCallback, useLayoutEffect, useRef } from 'react'
import type { BookSide } from '../../domain/ladder'
import type { OwnMark } from '../../domain/own-marks'
import { selectBook } from '../../store/selectors'
import type { State } from '../../store/store'
import { useDrawn } from '../../store/use-drawn'
import { type LadderView, sideLines, sideMarks } from './book-look'
import { ladderLabels } from './ladder-labels'
import { createLadderPicture, type LadderPicture } from './ladder-picture'

interface LadderCanvasProps {
  readonly label: string
  readonly side: BookSide
  readonly view: LadderView
  /** The rows from `first` up to `last`, the best first. */
  readonly first: number
  readonly last: number
  /** px */
  readonly rowHeight: number
  /** The figures are drawn back. */
  readonly dimmed: boolean
  /** The reader's own prices, on this or the other side, and whether they can be relied on. */
  readonly marks: readonly OwnMark[]
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
 * What is seen of a side, drawn as a picture; the table that readers' tools want lies over it unseen. A strict box, so that a
 * change in it lays out nothing else.
 */
export const LadderCanvas = memo(function LadderCanvas(props: LadderCanvasProps) {
  const { label, side, view, first, last, rowHeight, dimmed, marks, sure, picked } = props
  const asks = side === 'ask'
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
  const draw = useCallback(
    (state: State) => {
      const book = selectBook(state)
      if (book === null) return
      const labels = ladderLabels(sideMarks(book, marks, side, view), first, last, sure)
      picture.current?.draw(sideLines(book, side, view, first, last), { first, last, height: rowHeight }, labels)
    },
    [side, view, first, last, rowHeight, marks, sure],
  )
  useDrawn(draw)
  useLayoutEffect(() => picture.current?.drawBack(dimmed), [dimmed])
  const start = first * rowHeight
  const lineOf = (row: number) => (asks ? last - 1 - row : row - first)
  return (
    <div
      ref={root}
      aria-hidden="true"
      data-ladder={label}
      style={{ height: (last - first) * rowHeight, ...(asks ? { bottom: start } : { top: start }) }}
      className="pointer-events-none absolute inset-x-0 pl-3 leading-ladder-row whitespace-pre contain-strict print:hidden"
    >
      {picked !== null && picked >= first && (
        <Picked
          top={lineOf(asks ? Math.min(picked, last - 1) : first) * rowHeight}
          height={(Math.min(picked, last - 1) - first + 1) * rowHeight}
          last={picked < last ? lineOf(picked) * rowHeight : null}
          rowHeight={rowHeight}
        />
      )}
      <canvas className="absolute inset-0 size-full" />
      <Samples asks={asks} />
    </div>
  )
})

/** Their colours are those that the picture is drawn in: the stylesheet's, in whatever look. */
const Samples = memo(function Samples({ asks }: { readonly asks: boolean }) {
  const samples = {
    price: asks ? 'text-down' : 'text-up',
    bars: asks ? 'text-down-wash' : 'text-up-wash',
    muted: 'text-muted',
    flash: 'text-accent',
    own: 'text-accent',
    'own-wash': 'text-accent-wash',
    warn: 'text-warn',
    'warn-wash': 'text-warn-wash',
    unsure: 'text-muted',
    'unsure-wash': 'text-raised',
    ...Object.fromEntries(SIZE_TONES.map((tone, age) => [`age-${age}`, tone])),
  }
  return Object.entries(samples).map(([name, tone]) => <i key={name} data-sample={name} className={`hidden ${tone}`} />)
})

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
