import { type Network, marketName } from '../../domain/market'
import { decimalsOf } from '../../domain/decimals'
import type { FundingRate } from '../../domain/funding'
import { selectFunding } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useFreshness } from '../../store/use-freshness'
import { type Column, DataTable } from '../../ui/data-table'
import { Time, Toned } from '../../ui/figures'
import { formatFixed } from '../../ui/format'
import { emptyWords, TopicPanel } from '../topic-panel'

export function FundingPanel({ network }: { readonly network: Network }) {
  return (
    <TopicPanel label="Funding" topic="live_funding_rate" subject="funding rates">
      <FundingTable network={network} />
    </TopicPanel>
  )
}

const MOST_DECIMALS = 12

/** As delivered: the unit is not documented, so it is no percentage. All rows have the decimals of the one with most. */
function formatRate(rate: number, decimals: number): string {
  return (rate > 0 ? '+' : '') + formatFixed(rate, decimals)
}

function FundingTable({ network }: { readonly network: Network }) {
  const { state } = useFreshness('live_funding_rate')
  const rates = useStore((state) => selectFunding(state).rates)
  if (rates.length === 0) {
    const words = emptyWords('The exchange lists no funding rates', state)
    return <p className="p-4 text-center text-xs text-muted">{words}</p>
  }
  const known = new Map(network.markets.map((market, index) => [market.id, index]))
  const order = (row: FundingRate) => known.get(row.marketId) ?? known.size
  const rows = rates.toSorted((a, b) => order(a) - order(b) || a.marketId.localeCompare(b.marketId))
  const decimals = Math.min(MOST_DECIMALS, Math.max(2, ...rates.map((row) => decimalsOf(row.rate))))
  const foreign = rates.every((row) => !known.has(row.marketId))
  const columns: readonly Column<FundingRate>[] = [
    { header: 'Market', cell: (row) => marketName(network, row.marketId) },
    {
      header: 'Rate',
      align: 'right',
      cell: (row) => (
        <Toned direction={row.rate > 0 ? 'up' : row.rate < 0 ? 'down' : null}>{formatRate(row.rate, decimals)}</Toned>
      ),
    },
    { header: 'Applied', align: 'right', cell: (row) => <Time timeMs={row.transactionMs} /> },
    { header: 'Changed', align: 'right', cell: (row) => <Time timeMs={row.updatedMs} /> },
  ]
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
        rows={rows}
        rowKey={(row, index) => `${row.marketId} ${index}`}
      />
      <p className="px-3 py-1.5 text-2xs text-muted">Rate as delivered; its unit and period are not documented.</p>
    </>
  )
}
