import type { FillTotals } from '../../domain/fills-summary'
import type { KnownSum } from '../../domain/known-sum'
import { formatUsd, NO_FIGURE } from '../../ui/format'
import { signedUsd, toneOf } from './cells'

/** A sum, and of how many it is known where that is not all: 3 of 4. */
export function Sum({ sum: { total, known, all }, signed }: { readonly sum: KnownSum; readonly signed: boolean }) {
  return (
    <span title={total === null ? undefined : String(total)}>
      <span className={signed ? toneOf(total) : ''}>{signed ? signedUsd(total) : formatUsd(total)}</span>
      {known < all && (
        <span className="ml-1 text-2xs text-warn">
          {known} of {all}
        </span>
      )}
    </span>
  )
}

export const SUM_HINTS = {
  volume: 'Price × size, summed',
  fees: 'All fees, of opening and of closing',
  beforeFees: 'Realised PnL before any fee',
  realised: 'Sum of the PnL as delivered: after the fees of closing, before those of opening',
  net: 'After all fees: realised PnL less the fees of the fills with a PnL of 0',
} as const

interface FillSumsProps {
  readonly totals: FillTotals
  /** The fills are not sure enough to be reckoned with. */
  readonly withheld: boolean
}

export function FillSums({ totals, withheld }: FillSumsProps) {
  const { volumeUsd, count } = totals
  const volume = { total: volumeUsd, known: count, all: count }
  const figures = [
    { term: 'Volume ($)', hint: SUM_HINTS.volume, sum: volume, signed: false },
    { term: 'Fees ($)', hint: SUM_HINTS.fees, sum: totals.feesUsd, signed: false },
    { term: 'Before fees ($)', hint: SUM_HINTS.beforeFees, sum: totals.beforeFeesUsd, signed: true },
    { term: 'Realised PnL ($)', hint: SUM_HINTS.realised, sum: totals.realisedUsd, signed: true },
    { term: 'Net result ($)', hint: SUM_HINTS.net, sum: totals.netUsd, signed: true },
  ]
  return (
    <dl
      aria-label="Sums"
      className="ml-auto flex gap-4 max-sm:ml-0 max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:gap-y-1"
    >
      {figures.map(({ term, hint, sum, signed }) => (
        <div key={term} title={hint} className="flex gap-1.5 max-sm:justify-between">
          <dt>{term}</dt>
          <dd className="font-medium text-text">{withheld ? NO_FIGURE : <Sum sum={sum} signed={signed} />}</dd>
        </div>
      ))}
    </dl>
  )
}
