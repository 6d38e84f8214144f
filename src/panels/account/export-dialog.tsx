import { type ReactNode, useState } from 'react'
import { type ExportScope, exportFileName } from '../../domain/export-rows'
import { isoTime } from '../../domain/iso-time'
import type { Network } from '../../domain/market'
import { fillFacts, orderFacts, passesFilter, type RowFilter } from '../../domain/row-filter'
import type { AccountData } from '../../store/account-slice'
import { selectAccount, TOPIC_OF_TAB } from '../../store/selectors'
import { type AccountTab, type State, useStore } from '../../store/store'
import { isDimmed, useFreshness } from '../../store/use-freshness'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { formatFixed } from '../../ui/format'
import { CONTROL } from './bar'
import { coverageOf } from './export-coverage'
import { type ExportTable, fillsTable, historyTable, ordersTable, positionsTable } from './export-tables'
import { tapeOf } from './fill-columns'
import { figuresOf, type PriceView } from './live-position'
import { usePriceView } from './use-price-view'

interface ExportDialogProps {
  readonly tab: AccountTab
  readonly network: Network
  readonly filter: RowFilter | null
  readonly onClose: () => void
}

const WHAT: Readonly<Record<AccountTab, string>> = {
  positions: 'positions',
  orders: 'open-orders',
  history: 'order-history',
  fills: 'fills',
}

const WHICH = [
  { value: 'all', label: 'All held', name: 'All held' },
  { value: 'filtered', label: 'Those that pass the filter', name: 'Those that pass the filter' },
] as const

/** Writes a tab's rows as a file, and says before what it will hold. */
export function ExportDialog({ tab, network, filter, onClose }: ExportDialogProps) {
  const account = useStore(selectAccount)
  const subject = useStore((state) => state.account)
  const freshness = useFreshness(TOPIC_OF_TAB[tab])
  const prices = usePriceView(account.positions, !freshness.withheld)
  const [rows, setRows] = useState<'all' | 'filtered'>('all')
  const [saved, setSaved] = useState<string | null>(null)
  const applied = rows === 'filtered' ? filter : null

  function tableNow(): ExportTable {
    return tableOf(tab, useStore.getState(), network, applied, prices)
  }

  const table = tableNow()
  const held = heldIn(tab, account)
  const coverage = coverageOf({
    tab,
    held,
    passing: applied === null ? null : table.count,
    cut: tab === 'history' ? account.cut.orderHistory : tab === 'fills' && account.cut.fills,
    lostCount: freshness.lostCount,
    isCurrent: !isDimmed(freshness.state),
  })
  const scope: ExportScope = {
    what: WHAT[tab],
    network: network.id,
    account: subject?.address ?? '',
    since: isoTime(table.sinceMs),
    asOf: isoTime(freshness.asOf?.wall ?? null),
    state: freshness.state,
    rows: table.count,
    full: coverage.full,
    coverage: coverage.words,
  }

  function save(format: 'csv' | 'json') {
    const name = exportFileName(scope, format)
    download(name, format === 'csv' ? 'text/csv' : 'application/json', table[format](scope))
    setSaved(name)
  }

  return (
    <Dialog title={`Export ${WHAT[tab].replace('-', ' ')}`} onClose={onClose}>
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <Line term="Network">{network.label}</Line>
        <Line term="Account">{scope.account}</Line>
        <Line term="Rows">{formatFixed(scope.rows, 0)}</Line>
        <Line term="Oldest row">{scope.since ?? 'without a time'}</Line>
        <Line term="Known to be current">
          {scope.asOf ?? 'not yet'}, {scope.state}
        </Line>
        <Line term="Covers">{scope.coverage}</Line>
      </dl>
      {filter !== null && (
        <div className="mb-4 flex">
          <Choice label="Which rows" options={WHICH} selected={rows} onSelect={setRows} />
        </div>
      )}
      <div className="flex gap-2">
        <button type="button" onClick={() => save('csv')} className={`${CONTROL} h-7 px-3`}>
          Save as CSV
        </button>
        <button type="button" onClick={() => save('json')} className={`${CONTROL} h-7 px-3`}>
          Save as JSON
        </button>
      </div>
      <p className="mt-3 text-2xs text-muted">
        Times are UTC, ids are text, amounts in $ unless the column says otherwise. The JSON carries all of the above; a
        CSV has network and account in every row and the rest in its name.
      </p>
      <output className="mt-1 block text-2xs break-all text-muted">{saved !== null && `Saved as ${saved}`}</output>
    </Dialog>
  )
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="break-all">{children}</dd>
    </>
  )
}

function heldIn(tab: AccountTab, account: AccountData): number {
  const { positions, openOrders, orderHistory, fills } = account
  return { positions, orders: openOrders, history: orderHistory, fills }[tab].length
}

function tableOf(
  tab: AccountTab,
  state: State,
  network: Network,
  filter: RowFilter | null,
  prices: PriceView,
): ExportTable {
  const { positions, openOrders, orderHistory, fills } = selectAccount(state)
  switch (tab) {
    case 'positions':
      return positionsTable(positions, network, prices.basis, (position) =>
        prices.trusted ? figuresOf(state, position, prices) : null,
      )
    case 'orders':
      return ordersTable(openOrders, network)
    case 'history':
      return historyTable(
        orderHistory.filter((order) => filter === null || passesFilter(orderFacts(order), filter)),
        network,
      )
    case 'fills':
      return fillsTable(
        fills.filter((fill) => filter === null || passesFilter(fillFacts(fill), filter)),
        network,
        tapeOf(state),
        prices.trusted,
      )
  }
}

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
