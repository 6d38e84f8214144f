import { memo, useMemo } from 'react'
import type { Network } from '../../domain/market'
import type { ProfileState } from '../../domain/profile'
import { selectAccount, selectMarket, TOPIC_OF_TAB } from '../../store/selectors'
import { type AccountTab, useStore } from '../../store/store'
import { type TopicFreshness, useFreshness } from '../../store/use-freshness'
import { type Column, DataTable } from '../../ui/data-table'
import { plural } from '../../ui/format'
import { Panel, PanelMessage } from '../../ui/panel'
import { type Tab, TabList, TabPanel } from '../../ui/tabs'
import { emptyWords, FreshnessStatus, TopicBody } from '../topic-panel'
import { AccountBar } from './account-bar'
import { accountColumns } from './columns'
import { LookUpProblem, NoAccount } from './look-up'
import { createDecimalsFor } from './market-decimals'

interface AccountPanelProps {
  readonly network: Network
  readonly profile: ProfileState
  readonly onRetry: () => void
  readonly onEnterProfile: (address: string) => void
}

const WORDS: Readonly<Record<AccountTab, { readonly label: string; readonly none: string; readonly subject: string }>> =
  {
    positions: { label: 'Positions', none: 'No open positions', subject: 'positions' },
    orders: { label: 'Open orders', none: 'No open orders', subject: 'open orders' },
    history: { label: 'Order history', none: 'No orders yet', subject: 'the order history' },
    fills: { label: 'Fills', none: 'No fills yet', subject: 'fills' },
  }

const TABS: readonly AccountTab[] = ['positions', 'orders', 'history', 'fills']

export function AccountPanel({ network, profile, onRetry, onEnterProfile }: AccountPanelProps) {
  const tab = useStore((state) => state.tab)
  const showTab = useStore((state) => state.showTab)
  const account = useStore(selectAccount)
  const freshness: Readonly<Record<AccountTab, TopicFreshness>> = {
    positions: useFreshness(TOPIC_OF_TAB.positions),
    orders: useFreshness(TOPIC_OF_TAB.orders),
    history: useFreshness(TOPIC_OF_TAB.history),
    fills: useFreshness(TOPIC_OF_TAB.fills),
  }
  const lists = {
    positions: account.positions,
    orders: account.openOrders,
    history: account.orderHistory,
    fills: account.fills,
  }
  const watched = profile.status === 'found'
  const doubtful = profile.status === 'found' && profile.as === 'profile' && !account.named
  const failed = profile.status === 'failed' || profile.status === 'unknown'
  const tabs = TABS.map(
    (id): Tab<AccountTab> => ({
      id,
      label: WORDS[id].label,
      state: watched ? freshness[id].state : failed ? 'error' : 'waiting',
      count: watched && !doubtful && freshness[id].asOf !== null ? lists[id].length : null,
      mark: freshness[id].state === 'live' ? null : freshness[id].state,
    }),
  )
  return (
    <>
      <AccountBar network={network} profile={profile} />
      <Panel
        label="Account"
        state={watched ? freshness[tab].state : failed ? 'error' : 'waiting'}
        status={watched ? <FreshnessStatus freshness={freshness[tab]} /> : failed ? 'No answer' : 'No account'}
        withheld={watched && freshness[tab].withheld}
        actions={<TabList label="Account" tabs={tabs} selected={tab} onSelect={showTab} />}
        className="h-full"
      >
        <TabPanel id={tab}>
          {profile.status === 'none' && <NoAccount />}
          {profile.status === 'looking-up' && <PanelMessage>Looking up the profile of this wallet…</PanelMessage>}
          {failed && <LookUpProblem profile={profile} onRetry={onRetry} onEnterProfile={onEnterProfile} />}
          {profile.status === 'found' && (
            <TopicBody freshness={freshness[tab]} subject={WORDS[tab].subject}>
              {lists[tab].length === 0 ? (
                <PanelMessage>
                  {doubtful ? 'No data; it may not be a profile' : emptyWords(WORDS[tab].none, freshness[tab].state)}
                </PanelMessage>
              ) : (
                <AccountTable network={network} tab={tab} />
              )}
            </TopicBody>
          )}
        </TabPanel>
      </Panel>
    </>
  )
}

interface AccountTableProps {
  readonly network: Network
  readonly tab: AccountTab
}

// The panel's frame is drawn every second for its ages; the rows only when they change.
const AccountTable = memo(function AccountTable({ network, tab }: AccountTableProps) {
  const account = useStore(selectAccount)
  const shown = useStore((state) => selectMarket(state)?.decimals)
  const marketId = useStore((state) => state.marketId)
  const columns = useMemo(
    () => accountColumns(network, createDecimalsFor(network, account, shown && { marketId, decimals: shown })),
    [network, account, marketId, shown],
  )
  switch (tab) {
    case 'positions':
      return (
        <List label="Positions" columns={columns.positions} rows={account.positions} rowKey={(row) => row.tradeId} />
      )
    case 'orders':
      return (
        <List label="Open orders" columns={columns.orders} rows={account.openOrders} rowKey={(row) => row.orderId} />
      )
    case 'history':
      return (
        <List
          label="Order history"
          columns={columns.history}
          rows={account.orderHistory}
          rowKey={(row) => row.orderId}
          cut={account.cut.orderHistory}
        />
      )
    case 'fills':
      return (
        <List
          label="Fills"
          columns={columns.fills}
          rows={account.fills}
          rowKey={(row) => row.key}
          cut={account.cut.fills}
        />
      )
  }
})

/** Rows drawn at once; the rest is held and counted. */
const ROWS_DRAWN = 200

interface ListProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly cut?: boolean
}

function List<Row>({ label, columns, rows, rowKey, cut = false }: ListProps<Row>) {
  const drawn = rows.slice(0, ROWS_DRAWN)
  const keys = uniqueKeys(drawn.map(rowKey))
  return (
    <>
      <DataTable label={label} columns={columns} rows={drawn} rowKey={(row, index) => keys[index] ?? rowKey(row)} />
      {(cut || drawn.length < rows.length) && (
        <p className="px-3 py-1 text-2xs text-muted">
          The newest {drawn.length} of {plural(rows.length, 'row')} held{cut && '; older rows have left the list'}.
        </p>
      )}
    </>
  )
}

// Equal fills are real, and new rows come in front: counted from the end, a row keeps its key.
function uniqueKeys(keys: readonly string[]): string[] {
  const seen = new Map<string, number>()
  const unique = keys.toReversed().map((key) => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return count === 0 ? key : `${key} ${count}`
  })
  return unique.reverse()
}
