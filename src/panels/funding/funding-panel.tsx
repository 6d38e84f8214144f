import { useMemo, useState } from 'react'
import { findMarket, type Network } from '../../domain/market'
import { useKeepFunding } from '../../store/funding-history'
import { useTopicState } from '../../store/use-freshness'
import { type FundingRow, useFunding } from '../../store/use-funding'
import { DataTable } from '../../ui/data-table'
import type { Sort } from '../../ui/sort-rows'
import { PanelMessage } from '../../ui/panel'
import { EmptyWords, TopicPanel } from '../topic-panel'
import { ASSUMED, fundingColumns, periodWords } from './funding-columns'
import { OwnFunding } from './own-funding'

export function FundingPanel({ network }: { readonly network: Network }) {
  return (
    <TopicPanel label="Funding" topic="live_funding_rate" subject="funding rates">
      <Rates network={network} />
    </TopicPanel>
  )
}

function Rates({ network }: { readonly network: Network }) {
  const { state, withheld } = useTopicState('live_funding_rate')
  // What is shown here is kept, also where the header's part, which keeps it everywhere else, has yet to come.
  useKeepFunding()
  const funding = useFunding()
  const [sort, setSort] = useState<Sort | null>(null)
  const { rows, decimals } = funding
  const columns = useMemo(() => fundingColumns(network, decimals), [network, decimals])
  if (rows.length === 0) {
    return (
      <PanelMessage>
        <EmptyWords none="The exchange lists no funding rates" state={state} />
      </PanelMessage>
    )
  }
  const foreign = rows.every(({ row }) => findMarket(network, row.marketId) === undefined)
  return (
    <>
      {foreign && (
        <p role="alert" className="px-3 py-2 text-xs text-warn">
          None of these markets is in the table of {network.label}: a wrong host, or the exchange was set up anew.
        </p>
      )}
      <DataTable
        label="Funding rates"
        columns={columns}
        rows={inTableOrder(network, rows)}
        rowKey={({ row }, index) => `${row.marketId} ${index}`}
        sort={sort}
        onSort={setSort}
      />
      <OwnFunding network={network} rows={rows} withheld={withheld} />
      <p className="shrink-0 border-t border-line px-3 py-1 text-2xs leading-3 text-muted">
        {basisWords(network, rows)}
      </p>
    </>
  )
}

function inTableOrder(network: Network, rows: readonly FundingRow[]): readonly FundingRow[] {
  const known = new Map(network.markets.map((market, index) => [market.id, index]))
  const order = ({ row }: FundingRow) => known.get(row.marketId) ?? known.size
  return rows.toSorted((a, b) => order(a) - order(b) || (a.row.marketId < b.row.marketId ? -1 : 1))
}

/** On what the derived figures rest. */
function basisWords(network: Network, rows: readonly FundingRow[]): string {
  const periods = new Set(rows.flatMap(({ figures: { interval } }) => (interval === null ? [] : interval.intervalMs)))
  if (periods.size === 0) return 'Rates as delivered. Their period is known once two fundings in a row were seen.'
  const inferred = `period inferred: ${[...periods].map(periodWords).join(', ')}`
  if (network.fundingConfirmed === true) return `Rates as delivered; ${inferred}.`
  return `Rates as delivered; ${inferred}. ${ASSUMED} assumed: a fraction each period, + longs pay shorts.`
}
