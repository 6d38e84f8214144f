import type { Position } from '../../domain/account'
import { fundingCostUsd } from '../../domain/funding-cost'
import type { NextFunding } from '../../domain/funding-interval'
import { sumKnown } from '../../domain/known-sum'
import type { PanelState } from '../../domain/freshness'
import { marketName, type Network } from '../../domain/market'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useTopicState } from '../../store/use-freshness'
import type { FundingRow } from '../../store/use-funding'
import { type LiveMid, useLiveMids } from '../../store/use-live-mids'
import { Toned } from '../../ui/figures'
import { formatClock, formatDateTime, formatFixed, NO_FIGURE } from '../../ui/format'
import { emptyWords } from '../topic-panel'

interface OwnFundingProps {
  readonly network: Network
  readonly rows: readonly FundingRow[]
  /** The rates may not be reckoned with. */
  readonly withheld: boolean
}

interface OwnCost {
  readonly position: Position
  readonly mid: LiveMid | undefined
  /** Of the next funding, above 0 is paid; null where the price or the rate is not known. */
  readonly costUsd: number | null
  readonly next: NextFunding | null
}

/** What the next funding takes from each own position, or gives it; nothing where no account is on show. */
export function OwnFunding({ network, rows, withheld }: OwnFundingProps) {
  const watched = useStore((state) => state.account !== null)
  const positions = useStore((state) => selectAccount(state).positions)
  const sure = useTopicState('positions')
  const mids = useLiveMids([...new Set(positions.map(({ marketId }) => marketId))])
  if (!watched) return null
  const costs = positions.map((position): OwnCost => {
    const funding = rows.find(({ row }) => row.marketId === position.marketId)
    const mid = mids.get(position.marketId)
    const rate = withheld || sure.withheld ? null : (funding?.row.rate ?? null)
    const costUsd = fundingCostUsd(position, mid?.price ?? null, rate)
    return { position, mid, costUsd, next: funding?.figures.next ?? null }
  })
  return (
    <div
      data-state={sure.state}
      className={`flex max-h-1/2 shrink-0 flex-col border-t border-line px-3 py-1 text-2xs ${isDimmed(sure.state) ? 'dimmed' : ''}`}
    >
      {costs.length === 0 ? (
        <p className="text-muted">
          {sure.hasFigures ? emptyWords('No open positions', sure.state) : 'Waiting for positions…'}
        </p>
      ) : (
        <>
          <Total costs={costs} state={sure.state} assumed={network.fundingConfirmed !== true} />
          <ul aria-label="Funding of own positions" className="min-h-0 overflow-y-auto">
            {costs.map((cost) => (
              <Cost key={cost.position.tradeId} network={network} cost={cost} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface TotalProps {
  readonly costs: readonly OwnCost[]
  readonly state: PanelState
  readonly assumed: boolean
}

function Total({ costs, state, assumed }: TotalProps) {
  const { total, known, all } = sumKnown(costs.map(({ costUsd }) => costUsd))
  return (
    <p className="flex justify-between gap-2 whitespace-nowrap">
      <span className="flex gap-1 text-muted">
        Own positions
        {known < all && (
          <span className="text-warn" title="Of the others the price or the rate is not known">
            {known} of {all}
          </span>
        )}
        {state !== 'live' && <span className="text-warn">{state}</span>}
        {assumed && (
          <span className="text-warn" title="A fraction of the value each period; above 0 longs pay shorts">
            assumed
          </span>
        )}
      </span>
      <span className="figure flex-1 font-semibold">{costWords(total)}</span>
    </p>
  )
}

function Cost({ network, cost }: { readonly network: Network; readonly cost: OwnCost }) {
  const { position, mid, costUsd, next } = cost
  const basis = mid === undefined ? 'No live price' : costUsd === null ? 'No rate' : `Priced at the mid, ${mid.price}`
  return (
    <li className="flex justify-between gap-2 whitespace-nowrap" title={basis}>
      <span>
        {marketName(network, position.marketId)}{' '}
        <Toned direction={position.side === 'long' ? 'up' : 'down'}>{position.side}</Toned>
      </span>
      <span>
        {mid?.delayed === true && <span className="mr-1 text-warn">delayed</span>}
        {costWords(costUsd)}
        {costUsd !== null && <When next={next} />}
      </span>
    </li>
  )
}

function costWords(costUsd: number | null): string {
  if (costUsd === null) return NO_FIGURE
  if (costUsd === 0) return 'pays nothing'
  return `${costUsd > 0 ? 'pays' : 'receives'} about $${formatFixed(Math.abs(costUsd), 2)}`
}

function When({ next }: { readonly next: NextFunding | null }) {
  if (next === null) return ' at the next'
  return (
    <time dateTime={new Date(next.atMs).toISOString()} title={formatDateTime(next.atMs)}>
      {next.inMs > 0 ? ' at ' : ' since '}
      {formatClock(next.atMs).slice(0, 5)}
    </time>
  )
}
