import { useMemo } from 'react'
import type { HistoryOrder } from '../../domain/account'
import { grouped } from '../../domain/grouped'
import { type OrderTotals, orderTotals } from '../../domain/orders-summary'
import { type Column, DataTable } from '../../ui/data-table'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { Sum } from './sums'
import { groupingBy, type TotalsTableProps } from './totals-groups'

interface Row {
  readonly name: string
  readonly totals: OrderTotals
}

interface OrderTotalsTableProps extends TotalsTableProps {
  readonly orders: readonly HistoryOrder[]
}

/** The orders that pass the filter, by pair or by day. */
export function OrderTotalsTable({ orders, by, network, withheld }: OrderTotalsTableProps) {
  const all = useMemo(() => orderTotals(orders), [orders])
  const { header, keyOf, nameOf } = useMemo(() => groupingBy(by, network), [by, network])
  const rows = useMemo(
    () =>
      grouped(orders, ({ marketId, createdMs }) => keyOf(marketId, createdMs)).map(
        (group): Row => ({ name: nameOf(group.key), totals: orderTotals(group.rows) }),
      ),
    [orders, keyOf, nameOf],
  )
  const value = ({ valueUsd }: OrderTotals) => (withheld ? NO_FIGURE : <Sum sum={valueUsd} signed={false} />)
  const columns: readonly Column<Row>[] = [
    { header, cell: ({ name }) => name, total: 'All' },
    {
      header: 'Orders',
      align: 'right',
      cell: ({ totals }) => formatFixed(totals.count, 0),
      total: formatFixed(all.count, 0),
    },
    {
      header: 'Value ($)',
      hint: 'Of whole orders as delivered, filled or not',
      align: 'right',
      cell: ({ totals }) => value(totals),
      total: value(all),
    },
    { header: 'By status', card: 'wide', cell: ({ totals }) => statusText(totals), total: statusText(all) },
  ]
  return (
    <DataTable
      label={`Orders by ${by === 'day' ? 'day' : 'pair'}`}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      cards
    />
  )
}

function statusText({ statuses }: OrderTotals): string {
  return statuses.map(({ status, count }) => `${status} ${formatFixed(count, 0)}`).join(', ')
}
