import { bookTop } from '../../domain/book'
import type { Decimals } from '../../domain/decimals'
import { depthWithin } from '../../domain/depth'
import { selectBook } from '../../store/selectors'
import { useTableStore } from '../../store/use-table-store'
import { formatFixed, formatUsd } from '../../ui/format'

/** In percent of mid; the last row is all that is visible. */
const DISTANCES = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, Number.POSITIVE_INFINITY]

interface DepthTableProps {
  readonly base: string
  readonly decimals: Decimals
}

export function DepthTable({ base, decimals }: DepthTableProps) {
  const book = useTableStore(selectBook)
  const mid = book === null ? null : bookTop(book).mid
  if (book === null || mid === null) return null
  // A zero of exactly nothing reads like a figure of its own.
  const sized = (size: number, shown: string) => (size === 0 ? 'none' : shown)
  return (
    <div className="min-h-56 min-w-0 flex-1 overflow-auto">
      <table
        aria-label="Depth"
        className="w-full border-separate border-spacing-0 text-right text-2xs whitespace-nowrap"
      >
        <caption className="sr-only">Cumulative sizes on each side, refreshed once a second</caption>
        <thead>
          <tr>
            {['Within', `Bids (${base})`, 'Bids ($)', `Asks (${base})`, 'Asks ($)'].map((header) => (
              <th
                key={header}
                scope="col"
                className="sticky top-0 h-5 border-b border-line bg-panel px-1.5 font-medium text-muted first:pl-3 first:text-left last:pr-3"
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DISTANCES.map((percent) => {
            const { bids, asks } = depthWithin(book, mid, percent)
            return (
              <tr key={percent} className="hover:bg-raised *:px-1.5 *:first:pl-3 *:last:pr-3">
                <th scope="row" className="text-left font-normal text-muted">
                  {Number.isFinite(percent) ? `${percent} % of mid` : 'All visible'}
                </th>
                <td className="text-up">{sized(bids.size, formatFixed(bids.size, decimals.size))}</td>
                <td>{sized(bids.size, formatUsd(bids.valueUsd))}</td>
                <td className="text-down">{sized(asks.size, formatFixed(asks.size, decimals.size))}</td>
                <td>{sized(asks.size, formatUsd(asks.valueUsd))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
