import { type ComponentType, useCallback, useMemo } from 'react'
import type { Network } from '../../domain/market'
import type { ProfileState } from '../../domain/profile'
import { subjectKey } from '../../domain/subject'
import { selectAccount, TOPIC_OF_TAB } from '../../store/selectors'
import { type AccountTab, useStore } from '../../store/store'
import { type TopicState, useTopicState } from '../../store/use-freshness'
import { late } from '../../ui/late'
import { Panel, PanelMessage } from '../../ui/panel'
import { type Tab, TabList, TabPanel } from '../../ui/tabs'
import { EmptyWords, FreshnessStatus, TopicBody } from '../topic-panel'
import { AccountBar } from './account-bar'
import { Extra } from './extra'
import { FillsTab } from './fills-tab'
import { HistoryTab } from './history-tab'
import { LookUpProblem } from './look-up'
import { OrdersTab } from './orders-tab'
import { PositionsTab } from './positions-tab'
import { TAB_LABELS, TABS } from './tab-names'
import type { TabProps, TableContext } from './table-context'
import { useDecimals } from './use-decimals'
import { useViews, type View } from './views'

interface AccountPanelProps {
  readonly network: Network
  readonly profile: ProfileState
  readonly onRetry: () => void
  readonly onEnterProfile: (address: string) => void
}

const StoryDialog = late(async () => (await import('./story-dialog')).StoryDialog, null)

interface TabParts {
  readonly none: string
  readonly subject: string
  readonly Table: ComponentType<TabProps>
}

const PARTS: Readonly<Record<AccountTab, TabParts>> = {
  positions: { none: 'No open positions', subject: 'positions', Table: PositionsTab },
  orders: { none: 'No open orders', subject: 'open orders', Table: OrdersTab },
  history: { none: 'No orders yet', subject: 'the order history', Table: HistoryTab },
  fills: { none: 'No fills yet', subject: 'fills', Table: FillsTab },
}

export function AccountPanel({ network, profile, onRetry, onEnterProfile }: AccountPanelProps) {
  const tab = useStore((state) => state.tab)
  const showTab = useStore((state) => state.showTab)
  const account = useStore(selectAccount)
  const owner = useStore((state) => (state.account === null ? '' : subjectKey(state.account)))
  const { views, changeView, showStory } = useViews(owner)
  const decimalsFor = useDecimals(network)
  const context = useMemo((): TableContext => ({ network, decimalsFor, showStory }), [network, decimalsFor, showStory])
  const onView = useCallback((part: Partial<View>) => changeView(tab, part), [changeView, tab])
  const sure: Readonly<Record<AccountTab, TopicState>> = {
    positions: useTopicState(TOPIC_OF_TAB.positions),
    orders: useTopicState(TOPIC_OF_TAB.orders),
    history: useTopicState(TOPIC_OF_TAB.history),
    fills: useTopicState(TOPIC_OF_TAB.fills),
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
      label: TAB_LABELS[id],
      state: watched ? sure[id].state : failed ? 'error' : 'waiting',
      count: watched && !doubtful && sure[id].hasFigures ? lists[id].length : null,
      mark: sure[id].state === 'live' ? null : sure[id].state,
    }),
  )
  const { none, subject, Table } = PARTS[tab]
  return (
    <>
      <AccountBar network={network} profile={profile} />
      <Panel
        label="Account"
        state={watched ? sure[tab].state : failed ? 'error' : 'waiting'}
        status={watched ? <FreshnessStatus topic={TOPIC_OF_TAB[tab]} /> : failed ? 'No answer' : 'No account'}
        withheld={watched && sure[tab].withheld}
        lead={<TabList label="Account" tabs={tabs} selected={tab} onSelect={showTab} />}
        className="h-full"
      >
        <TabPanel id={tab}>
          {profile.status === 'looking-up' && <PanelMessage>Looking up the profile of this wallet…</PanelMessage>}
          {failed && <LookUpProblem profile={profile} onRetry={onRetry} onEnterProfile={onEnterProfile} />}
          {watched && (
            <TopicBody sure={sure[tab]} subject={subject}>
              {lists[tab].length === 0 ? (
                <PanelMessage>
                  {doubtful ? 'No data; it may not be a profile' : <EmptyWords none={none} state={sure[tab].state} />}
                </PanelMessage>
              ) : (
                <Table context={context} view={views.tabs[tab]} onView={onView} withheld={sure[tab].withheld} />
              )}
            </TopicBody>
          )}
        </TabPanel>
        {watched && views.story !== null && (
          <Extra onClose={() => showStory(null)}>
            <StoryDialog subject={views.story} context={context} onClose={() => showStory(null)} />
          </Extra>
        )}
      </Panel>
    </>
  )
}
