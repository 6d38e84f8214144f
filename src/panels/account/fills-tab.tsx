import { memo, useCallback, useMemo } from 'react'
import type { Fill } from '../../domain/account'
import { fillTotals } from '../../domain/fills-summary'
import { fillFacts, passesFilter } from '../../domain/row-filter'
import { selectAccount } from '../../store/selectors'
import { useStore } from '../../store/store'
import { DataTable } from '../../ui/data-table'
import { late } from '../../ui/late'
import type { Sort } from '../../ui/sort-rows'
import { Bar } from './bar'
import { ExportButton } from './export-button'
import { fillColumns } from './fill-columns'
import { keysOf } from './fill-keys'
import { FilterBar } from './filter-bar'
import { NO_CHOICE, rowFilter } from './filters'
import { ListFoot, NothingPasses, TotalsChoice } from './list-parts'
import type { TabProps } from './table-context'
import { FillSums } from './sums'

const FillTotalsTable = late(async () => (await import('./fill-totals-table')).FillTotalsTable, null)

const Table = memo(DataTable<Fill>)

export function FillsTab({ context, view, onView, withheld }: TabProps) {
  const held = useStore((state) => selectAccount(state).fills)
  const cut = useStore((state) => selectAccount(state).cut.fills)
  const columns = useMemo(() => fillColumns(context, withheld), [context, withheld])
  const { sort, totalsBy } = view
  const filter = useMemo(() => rowFilter(view.filter), [view.filter])
  const rows = useMemo(
    () => (filter === null ? held : held.filter((fill) => passesFilter(fillFacts(fill), filter))),
    [held, filter],
  )
  const rowKey = useMemo(() => keysOf(held), [held])
  const totals = useMemo(() => fillTotals(rows), [rows])
  const onSort = useCallback((next: Sort | null) => onView({ sort: next }), [onView])
  const clear = useCallback(() => onView({ filter: NO_CHOICE }), [onView])
  return (
    <>
      <Bar
        tools={
          <>
            <TotalsChoice by={totalsBy} onChange={(by) => onView({ totalsBy: by })} />
            <ExportButton tab="fills" network={context.network} filter={filter} />
          </>
        }
      >
        <FilterBar
          network={context.network}
          rows={held}
          choice={view.filter}
          isOn={filter !== null}
          onChange={(choice) => onView({ filter: choice })}
        />
      </Bar>
      {rows.length === 0 ? (
        <NothingPasses what="fill" onClear={clear} />
      ) : totalsBy === 'none' ? (
        <Table label="Fills" columns={columns} rows={rows} rowKey={rowKey} sort={sort} onSort={onSort} cards />
      ) : (
        <FillTotalsTable fills={rows} by={totalsBy} network={context.network} withheld={withheld} />
      )}
      <ListFoot what="fill" shown={rows.length} held={held.length} cut={cut}>
        <FillSums totals={totals} withheld={withheld} />
      </ListFoot>
    </>
  )
}
