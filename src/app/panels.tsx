/** The page's panels by name, whatever the layout. */
import type { ReactNode } from 'react'
import { findMarket, type Network } from '../domain/market'
import { useStore } from '../store/store'
import { late } from '../ui/late'
import { Panel } from '../ui/panel'
import { PanelBoundary } from '../ui/panel-boundary'

const imports = {
  price: () => import('../panels/price/price-panel'),
  depth: () => import('../panels/depth/depth-panel'),
  book: () => import('../panels/order-book/order-book-panel'),
  trades: () => import('../panels/trades/trades-panel'),
  funding: () => import('../panels/funding/funding-panel'),
  account: () => import('./account-area'),
}

export type PanelName = keyof typeof imports

const PANEL_LABELS: Readonly<Record<PanelName, string>> = {
  price: 'Price chart',
  depth: 'Depth chart',
  book: 'Order book',
  trades: 'Trades',
  account: 'Account',
  funding: 'Funding',
}

/** Asks for the code of all panels. */
export function preloadPanels(): void {
  // A panel whose code does not come asks for it again, and tells.
  for (const load of Object.values(imports)) load().catch(() => undefined)
}

const loading = (name: PanelName) => <Panel label={PANEL_LABELS[name]} state="waiting" status="Loading" />

const PricePanel = late(async () => (await imports.price()).PricePanel, loading('price'))
const DepthPanel = late(async () => (await imports.depth()).DepthPanel, loading('depth'))
const OrderBookPanel = late(async () => (await imports.book()).OrderBookPanel, loading('book'))
const TradesPanel = late(async () => (await imports.trades()).TradesPanel, loading('trades'))
const FundingPanel = late(async () => (await imports.funding()).FundingPanel, loading('funding'))
const AccountView = late(async () => (await imports.account()).AccountView, loading('account'))
export const AccountFeeds = late(async () => (await imports.account()).AccountFeeds, null)

interface PanelOfProps {
  readonly name: PanelName
  readonly network: Network
}

/** Its place, until it is its turn. */
export function PanelToCome({ name }: { readonly name: PanelName }) {
  return loading(name)
}

/** One panel; a broken one is broken alone. */
export function PanelOf({ name, network }: PanelOfProps) {
  return <PanelBoundary label={PANEL_LABELS[name]}>{useContent(name, network)}</PanelBoundary>
}

function useContent(name: PanelName, network: Network): ReactNode {
  const marketId = useStore((state) => state.marketId)
  const base = findMarket(network, marketId)?.base ?? 'base'
  switch (name) {
    case 'price':
      return <PricePanel base={base} />
    case 'depth':
      return <DepthPanel base={base} />
    case 'book':
      return <OrderBookPanel base={base} />
    case 'trades':
      return <TradesPanel base={base} network={network} />
    case 'account':
      return <AccountView network={network} />
    case 'funding':
      return <FundingPanel network={network} />
  }
}
