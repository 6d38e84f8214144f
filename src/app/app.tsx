import type { ReactNode } from 'react'
import { NETWORKS } from '../config'
import { findMarket, type Network } from '../domain/market'
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

// The page's frame and its sockets come first; the panels' code is on its way while the exchange answers.
const OrderBookPanel = late(
  async () => (await import('../panels/order-book/order-book-panel')).OrderBookPanel,
  loading('Order book'),
)
const DepthPanel = late(async () => (await import('../panels/depth/depth-panel')).DepthPanel, loading('Depth chart'))
const PricePanel = late(async () => (await import('../panels/price/price-panel')).PricePanel, loading('Price chart'))
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
        <div className="flex min-h-0 min-w-0 flex-col gap-1.5">
          <Cell label="Price chart" className="h-96 lg:grow-11 lg:basis-0">
            <PricePanel base={base} />
          </Cell>
          <Cell label="Depth chart" className="h-130 lg:grow-9 lg:basis-0">
            <DepthPanel base={base} />
          </Cell>
        </div>
        <Cell label="Order book" className="h-120">
          <OrderBookPanel base={base} />
        </Cell>
        <Cell label="Trades" className="h-120">
          <TradesPanel base={base} network={network} />
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
