import { memo, useCallback, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { OpenOrder } from '../../domain/account'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { DataTable } from '../../ui/data-table'
import type { Sort } from '../../ui/sort-rows'
import { Bar } from './bar'
import { ExportButton } from './export-button'
import { type BookView, ordersInLiveOrder } from './live-order'
import { orderColumns } from './order-columns'
import { useSureness } from './sure-prices'
import type { TabProps } from './table-context'
import { useLiveStore } from './use-live-store'

const Table = memo(DataTable<OpenOrder>)
const rowKey = ({ orderId }: OpenOrder) => orderId

export function OrdersTab({ context, view, onView, withheld }: TabProps) {
  const orders = useStore((state) => selectAccount(state).openOrders)
  const sureness = useSureness(orders)
  const books = useMemo(
    (): BookView => ({ decimalsFor: context.decimalsFor, sureness, trusted: !withheld }),
    [context, sureness, withheld],
  )
  const columns = useMemo(() => orderColumns(context, books), [context, books])
  const { sort } = view
  const rows = useLiveStore(useShallow((state) => ordersInLiveOrder(state, orders, books, sort)))
  const onSort = useCallback((next: Sort | null) => onView({ sort: next }), [onView])
  return (
    <>
      <Bar tools={<ExportButton tab="orders" network={context.network} filter={null} />}>
        <span className="max-sm:leading-tight max-sm:whitespace-normal">
          Size ahead is an upper bound: nobody tells the queue within a price
        </span>
      </Bar>
      <Table
        label="Open orders"
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        sort={sort}
        onSort={onSort}
        pinned
        cards
      />
    </>
  )
}
