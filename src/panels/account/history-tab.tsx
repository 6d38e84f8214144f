import { memo, useCallback, useMemo } from 'react'
import type { HistoryOrder } from '../../domain/account'
import { orderFacts, passesFilter } from '../../domain/row-filter'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { DataTable } from '../../ui/data-table'
import { late } from '../../ui/late'
import type { Sort } from '../../ui/sort-rows'
import { Bar } from './bar'
import { ExportButton } from './export-button'
import { FilterBar } from './filter-bar'
import { NO_CHOICE, rowFilter } from './filters'
import { historyColumns } from './history-columns'
import { ListFoot, NothingPasses, TotalsChoice } from './list-parts'
import type { TabProps } from './table-context'

const OrderTotalsTable = late(async () => (await import('./order-totals-table')).OrderTotalsTable, null)

const Table = memo(DataTable<HistoryOrder>)
const rowKey = ({ orderId }: HistoryOrder) => orderId
const statusOf = ({ status }: HistoryOrder) => status

export function HistoryTab({ context, view, onView, withheld }: TabProps) {
  const held = useStore((state) => selectAccount(state).orderHistory)
  const cut = useStore((state) => selectAccount(state).cut.orderHistory)
  const columns = useMemo(() => historyColumns(context), [context])
  const { sort, totalsBy } = view
  const filter = useMemo(() => rowFilter(view.filter), [view.filter])
  const rows = useMemo(
    () => (filter === null ? held : held.filter((order) => passesFilter(orderFacts(order), filter))),
    [held, filter],
  )
  const onSort = useCallback((next: Sort | null) => onView({ sort: next }), [onView])
  const clear = useCallback(() => onView({ filter: NO_CHOICE }), [onView])
  return (
    <>
      <Bar
        tools={
          <>
            <TotalsChoice by={totalsBy} onChange={(by) => onView({ totalsBy: by })} />
            <ExportButton tab="history" network={context.network} filter={filter} />
          </>
        }
      >
        <FilterBar
          network={context.network}
          rows={held}
          statusOf={statusOf}
          choice={view.filter}
          isOn={filter !== null}
          onChange={(choice) => onView({ filter: choice })}
        />
      </Bar>
      {rows.length === 0 ? (
        <NothingPasses what="order" onClear={clear} />
      ) : totalsBy === 'none' ? (
        <Table label="Order history" columns={columns} rows={rows} rowKey={rowKey} sort={sort} onSort={onSort} cards />
      ) : (
        <OrderTotalsTable orders={rows} by={totalsBy} network={context.network} withheld={withheld} />
      )}
      <ListFoot what="order" shown={rows.length} held={held.length} cut={cut} />
    </>
  )
}
