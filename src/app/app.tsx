import type { ReactNode } from 'react'
import { NETWORKS } from '../config'
import { findMarket, type Network } from '../domain/market'
import { OrderBookPanel } from '../panels/order-book/order-book-panel'
import { useStore } from '../store/store'
import { late } from '../ui/late'
import { Panel } from '../ui/panel'
import { PanelBoundary } from '../ui/panel-boundary'
import { Announcer } from './announcer'
import { Header } from './header'
import { useLifecycle } from './lifecycle'
import { Notices } from './notices'
import { StatusBar } from './status-bar'
import { useMarketFeed } from './use-market-feed'
import { TabSignals } from './tab-signals'
import { useViewAddress } from './use-view-address'
import { WalletButton } from './wallet-button'

const loading = (label: string) => <Panel label={label} state="waiting" status="Loading" />

// The ladder alone comes with the page: it is what a reader looks at first, and the sockets open before the rest is here.
const DepthPanel = late(async () => (await import('../panels/depth/depth-panel')).DepthPanel, loading('Depth chart'))
const TradesPanel = late(async () => (await import('../panels/trades/trades-panel')).TradesPanel, loading('Trades'))
const FundingPanel = late(
  async () => (await import('../panels/funding/funding-panel')).FundingPanel,
  loading('Funding'),
)
const AccountArea = late(async () => (await import('./account-area')).AccountArea, loading('Account'))

export function App({ network }: { readonly network: Network }) {
  const marketId = useStore((state) => state.marketId)
  const showMarket = useStore((state) => state.showMarket)
  useLifecycle()
  useViewAddress()
  useMarketFeed(network)

  function onNetwork(id: string) {
    const next = NETWORKS.find((candidate) => candidate.id === id)
    if (next === undefined) return
    // The same market of the other network, where there is one.
    const base = findMarket(network, marketId)?.base
    const twin = next.markets.find((market) => market.base === base && market.retired !== true)
    showMarket(next, (twin ?? next.markets[0])?.id ?? '')
  }

  const base = findMarket(network, marketId)?.base ?? 'base'
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <Header
        network={network}
        networks={NETWORKS}
        onNetwork={onNetwork}
        onMarket={(id) => showMarket(network, id)}
        wallet={<WalletButton />}
      />
      <Notices />
      <main className="grid min-h-0 flex-1 gap-1.5 p-1.5 lg:grid-cols-[minmax(0,1fr)_20rem_20rem] lg:grid-rows-[minmax(0,1fr)_minmax(0,19rem)]">
        <Cell label="Depth chart" className="h-80">
          <DepthPanel base={base} />
        </Cell>
        <Cell label="Order book" className="h-120">
          <OrderBookPanel base={base} />
        </Cell>
        <Cell label="Trades" className="h-96">
          <TradesPanel base={base} />
        </Cell>
        <Cell label="Account" className="h-96 gap-1.5 lg:col-span-2">
          <AccountArea network={network} />
        </Cell>
        <Cell label="Funding" className="h-72">
          <FundingPanel network={network} />
        </Cell>
      </main>
      <StatusBar />
      <TabSignals network={network} />
      <Announcer />
    </div>
  )
}

interface CellProps {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

function Cell({ label, className, children }: CellProps) {
  return (
    <div className={`flex min-h-0 min-w-0 flex-col *:last:flex-1 lg:h-auto ${className}`}>
      <PanelBoundary label={label}>{children}</PanelBoundary>
    </div>
  )
}
