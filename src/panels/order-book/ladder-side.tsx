import { memo, useRef } from 'react'
import type { Level } from '../../domain/book'
import type { Decimals } from '../../domain/decimals'
import { formatFixed, NO_FIGURE, plural } from '../../ui/format'
import { useVisibleRows } from '../../ui/use-visible-rows'

const ROW_HEIGHT = 20

interface LadderSideProps {
  readonly label: 'Asks' | 'Bids'
  /** Best first. */
  readonly levels: readonly Level[]
  readonly totals: readonly number[]
  /** The larger of both sides' last totals: the length of a full bar. null: the sizes are doubted and not summed. */
  readonly deepest: number | null
  readonly base: string
  readonly decimals: Decimals
}

/** One side of the ladder as a table; asks stand with the best at the bottom, so both sides meet in the middle. */
export function LadderSide({ label, levels, totals, deepest, base, decimals }: LadderSideProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useVisibleRows(scroller, ROW_HEIGHT, levels.length)
  const asks = label === 'Asks'
  const rows = levels.slice(first, last).map((level, offset) => {
    // The slot is the key on purpose: a new best price then changes texts and moves no row.
    const slot = String(first + offset)
    const total = totals[first + offset] ?? 0
    return (
      <LadderRow
        key={slot}
        asks={asks}
        price={formatFixed(level.price, decimals.price)}
        size={formatFixed(level.size, decimals.size)}
        rowIndex={asks ? levels.length - first - offset + 1 : first + offset + 2}
        total={deepest === null ? NO_FIGURE : formatFixed(total, decimals.size)}
        share={deepest === null ? 0 : Math.round((total / deepest) * 100)}
      />
    )
  })
  const before = first * ROW_HEIGHT
  const after = (levels.length - last) * ROW_HEIGHT
  return (
    <div className="flex min-h-0 flex-1 basis-0 flex-col">
      <div ref={scroller} className={`flex min-h-0 flex-1 overflow-y-auto ${asks ? 'flex-col-reverse' : 'flex-col'}`}>
        <table aria-label={label} aria-rowcount={levels.length + 1} className="w-full table-fixed text-right">
          <thead className={asks ? 'sticky top-0 bg-panel text-2xs text-muted' : 'sr-only'}>
            <tr className="h-6">
              <th scope="col" className="pl-3 text-left font-medium">
                Price
              </th>
              <th scope="col" className="font-medium">
                Size ({base})
              </th>
              <th scope="col" className="pr-3 font-medium">
                Total ({base})
              </th>
            </tr>
          </thead>
          <tbody>
            <Gap height={asks ? after : before} />
            {asks ? rows.reverse() : rows}
            <Gap height={asks ? before : after} />
          </tbody>
        </table>
        {levels.length === 0 && <p className="p-2 text-center text-2xs text-muted">No {label.toLowerCase()}</p>}
      </div>
      <p className="sr-only">
        {plural(levels.length, 'level')} of {label.toLowerCase()}
      </p>
    </div>
  )
}

function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={3} />
    </tr>
  )
}

interface LadderRowProps {
  /** The row's place in the whole side, of which only what is in view is drawn; the header is 1. */
  readonly rowIndex: number
  readonly asks: boolean
  readonly price: string
  readonly size: string
  readonly total: string
  /** The bar's length in percent. */
  readonly share: number
}

// Keyed by slot and memoised: a level that keeps its place and figures costs nothing.
const LadderRow = memo(function LadderRow({ rowIndex, asks, price, size, total, share }: LadderRowProps) {
  const wash = asks ? 'var(--down-wash)' : 'var(--up-wash)'
  return (
    <tr
      aria-rowindex={rowIndex}
      className="h-5 hover:outline hover:-outline-offset-1 hover:outline-line"
      style={{ background: `linear-gradient(to left, ${wash} ${share}%, transparent ${share}%)` }}
    >
      <td className={`pl-3 text-left ${asks ? 'text-down' : 'text-up'}`}>{price}</td>
      <td>{size}</td>
      <td className="pr-3 text-muted">{total}</td>
    </tr>
  )
})
