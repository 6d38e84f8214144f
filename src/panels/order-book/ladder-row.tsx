import { memo, useRef } from 'react'
import { useChanged } from '../../ui/changed'

/** The reader's own prices at a row, as plain values, so that a row that keeps them is not drawn anew. */
interface RowMarks {
  /** Empty: none. */
  readonly glyphs: string
  readonly words: string
  /** Whether they can be relied on. */
  readonly sure: boolean
  /** One of them lies between this row and the one before it. */
  readonly between: boolean
}

interface LadderRowProps extends RowMarks {
  /** The row's place in the whole side, of which only what is in view is drawn; the header is 1. */
  readonly rowIndex: number
  /** The best is 0. */
  readonly row: number
  readonly asks: boolean
  readonly price: string
  readonly size: string
  readonly total: string
  /** The bar's length in percent. */
  readonly share: number
  /** Time since its last change, by AGE_TONES and in words. */
  readonly age: number
  readonly ageWords: string
  /** Its value is below what the reader cares for. */
  readonly dim: boolean
  /** Summed up: the row pointed at, or one before it. */
  readonly picked: 'no' | 'before' | 'last'
}

/** Sizes fade with their age, from the colour of text to the muted one, which keeps its contrast on the bars. */
const AGE_TONES = [
  '',
  'text-[color-mix(in_srgb,var(--text)_67%,var(--muted))]',
  'text-[color-mix(in_srgb,var(--text)_33%,var(--muted))]',
  'text-muted',
]
const AGE_STEPS_MS = [10_000, 60_000, 600_000]

/** Index in AGE_TONES. An age that is not known claims nothing. */
export function ageTone(ageMs: number | null): number {
  return ageMs === null ? 0 : AGE_STEPS_MS.filter((stepMs) => ageMs >= stepMs).length
}

const SIDES = {
  ask: {
    bar: 'bg-[linear-gradient(var(--down-wash),var(--down-wash))]',
    price: 'text-down',
    between: 'shadow-[inset_0_-1px_var(--accent)]',
  },
  bid: {
    bar: 'bg-[linear-gradient(var(--up-wash),var(--up-wash))]',
    price: 'text-up',
    between: 'shadow-[inset_0_1px_var(--accent)]',
  },
}

const PICKED = { no: '', before: 'bg-raised', last: 'bg-raised outline outline-1 -outline-offset-1 outline-muted' }

// Keyed by slot and memoised: a level that keeps its place and figures costs nothing.
export const LadderRow = memo(function LadderRow(props: LadderRowProps) {
  const { rowIndex, row, asks, price, size, total, share, age, ageWords, dim, glyphs, words, sure, between } = props
  const side = SIDES[asks ? 'ask' : 'bid']
  const sizeCell = useRef<HTMLTableCellElement>(null)
  useChanged(sizeCell, size, price)
  return (
    <tr
      aria-rowindex={rowIndex}
      data-row={row}
      className={`h-ladder-row bg-right bg-no-repeat leading-ladder-row ${side.bar} ${between ? side.between : ''} ${PICKED[props.picked]}`}
      style={{ backgroundSize: `${share}% 100%` }}
    >
      <td className={`overflow-hidden pl-3 text-left whitespace-nowrap ${dim ? 'text-muted' : side.price}`}>
        {price}
        {glyphs !== '' && <Marks glyphs={glyphs} words={words} sure={sure} />}
      </td>
      <td ref={sizeCell} className={`figure ${dim ? 'text-muted' : AGE_TONES[age]}`} title={ageWords}>
        {size}
      </td>
      <td className="figure pr-3 text-muted">{total}</td>
    </tr>
  )
})

type MarksProps = Pick<RowMarks, 'glyphs' | 'words' | 'sure'>

/** Drawn without text of its own, so that a price that is selected and copied comes alone. */
function Marks({ glyphs, words, sure }: MarksProps) {
  const danger = glyphs.split(' ').includes('L')
  const tone = !sure ? 'bg-raised text-muted' : danger ? 'bg-warn-wash text-warn' : 'bg-accent-wash text-accent'
  return (
    <span
      role="note"
      aria-label={words}
      title={words}
      data-glyphs={glyphs}
      className={`ml-1.5 inline-block rounded-sm px-0.5 align-[1px] text-[9px] leading-3 font-semibold before:content-[attr(data-glyphs)] ${tone}`}
    />
  )
}
