import { memo } from 'react'
import { MAX_TAPE_ROWS } from '../../config'
import type { Decimals } from '../../domain/decimals'
import type { Match } from '../../domain/tape'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useFreshness } from '../../store/use-freshness'
import { Time } from '../../ui/figures'
import { formatFixed, formatUsd, plural } from '../../ui/format'
import { emptyWords, TopicPanel } from '../topic-panel'

/** Rows on show; the tape holds MAX_TAPE_ROWS. */
const ROWS_SHOWN = 60

export function TradesPanel({ base }: { readonly base: string }) {
  return (
    <TopicPanel label="Trades" topic="recent_trades" subject="trades">
      <Tape base={base} />
    </TopicPanel>
  )
}

function Tape({ base }: { readonly base: string }) {
  const matches = useStore((state) => selectMarket(state)?.matches)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  const { state } = useFreshness('recent_trades')
  const cut = useStore((state) => selectMarket(state)?.tapeCut === true)
  if (matches === undefined || decimals === undefined) return null
  if (matches.length === 0) {
    return <p className="p-4 text-center text-xs text-muted">{emptyWords('No trades yet', state)}</p>
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <table aria-label="Trades" className="w-full table-fixed text-right text-xs">
        <thead className="sticky top-0 bg-panel text-2xs text-muted">
          <tr className="h-6">
            <th scope="col" className="w-16 pl-3 text-left font-medium">
              Time
            </th>
            <th scope="col" className="font-medium">
              Price
            </th>
            <th scope="col" className="font-medium">
              Size ({base})
            </th>
            <th scope="col" className="pr-3 font-medium">
              Value ($)
            </th>
          </tr>
        </thead>
        <tbody>
          {matches.slice(0, ROWS_SHOWN).map((match) => (
            <TapeRow key={match.key} match={match} decimals={decimals} />
          ))}
        </tbody>
      </table>
      <p className="px-3 py-2 text-2xs text-muted">
        {plural(matches.length, 'trade')} held
        {matches.length > ROWS_SHOWN && `, the newest ${ROWS_SHOWN} shown`}
        {cut && `; the tape keeps ${MAX_TAPE_ROWS}`}
      </p>
    </div>
  )
}

const TapeRow = memo(function TapeRow({ match, decimals }: { readonly match: Match; readonly decimals: Decimals }) {
  const { takerSide } = match
  const tone = takerSide === 'buy' ? 'text-up' : takerSide === 'sell' ? 'text-down' : ''
  const arrow = takerSide === 'buy' ? '▲' : takerSide === 'sell' ? '▼' : ''
  return (
    <tr className="h-5" title={takerSide === null ? 'The taker’s side is not known' : `Taker ${takerSide}`}>
      <td className="pl-3 text-left text-muted">
        <Time timeMs={match.timeMs} />
      </td>
      <td className={tone}>
        <span aria-hidden="true" className="mr-1 text-[0.5rem]">
          {arrow}
        </span>
        {formatFixed(match.price, decimals.price)}
        {takerSide !== null && <span className="sr-only"> {takerSide}</span>}
      </td>
      <td>{formatFixed(match.size, decimals.size)}</td>
      <td className="pr-3 text-muted">{formatUsd(match.valueUsd)}</td>
    </tr>
  )
})
