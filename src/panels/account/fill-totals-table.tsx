import { useMemo } from 'react'
import type { Fill } from '../../domain/account'
import { type FillTotals, fillTotals } from '../../domain/fills-summary'
import { grouped } from '../../domain/grouped'
import type { KnownSum } from '../../domain/known-sum'
import { type Column, DataTable } from '../../ui/data-table'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'
import { Sum, SUM_HINTS } from './sums'
import { groupingBy, type TotalsTableProps } from './totals-groups'

interface Row {
  readonly name: string
  readonly totals: FillTotals
}

interface FillTotalsTableProps extends TotalsTableProps {
  readonly fills: readonly Fill[]
}

/** The fills that pass the filter, by pair or by day. */
export function FillTotalsTable({ fills, by, network, withheld }: FillTotalsTableProps) {
  const all = useMemo(() => fillTotals(fills), [fills])
  const { header, keyOf, nameOf } = useMemo(() => groupingBy(by, network), [by, network])
  const rows = useMemo(
    () =>
      grouped(fills, ({ marketId, timeMs }) => keyOf(marketId, timeMs)).map(
        (group): Row => ({ name: nameOf(group.key), totals: fillTotals(group.rows) }),
      ),
    [fills, keyOf, nameOf],
  )
  const volume = ({ volumeUsd }: FillTotals) => (withheld ? NO_FIGURE : formatUsd(volumeUsd))
  const sum = (header: string, hint: string, pick: (totals: FillTotals) => KnownSum, signed: boolean): Column<Row> => {
    const figure = (totals: FillTotals) => (withheld ? NO_FIGURE : <Sum sum={pick(totals)} signed={signed} />)
    return { header, hint, align: 'right', cell: ({ totals }) => figure(totals), total: figure(all) }
  }
  const columns: readonly Column<Row>[] = [
    { header, cell: ({ name }) => name, total: 'All' },
    {
      header: 'Fills',
      align: 'right',
      cell: ({ totals }) => formatFixed(totals.count, 0),
      total: formatFixed(all.count, 0),
    },
    {
      header: 'Volume ($)',
      hint: SUM_HINTS.volume,
      align: 'right',
      cell: ({ totals }) => volume(totals),
      total: volume(all),
    },
    sum('Fees ($)', SUM_HINTS.fees, ({ feesUsd }) => feesUsd, false),
    sum('Before fees ($)', SUM_HINTS.beforeFees, ({ beforeFeesUsd }) => beforeFeesUsd, true),
    sum('Realised PnL ($)', SUM_HINTS.realised, ({ realisedUsd }) => realisedUsd, true),
    sum('Net result ($)', SUM_HINTS.net, ({ netUsd }) => netUsd, true),
  ]
  return (
    <DataTable
      label={`Fills by ${by === 'day' ? 'day' : 'pair'}`}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      cards
    />
  )
}
