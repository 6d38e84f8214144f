/** The page's panels by name, whatever the layout. */
import { type ReactNode, useState } from 'react'
import { findMarket, type Network } from '../domain/market'
import { useStore } from '../store/store'
import { late } from '../ui/late'
import { Panel } from '../ui/panel'
import { PanelBoundary } from '../ui/panel-boundary'
import { useAccountSource } from './use-account-source'

export type PanelName = 'price' | 'depth' | 'book' | 'trades' | 'funding' | 'account'

const PANEL_LABELS: Readonly<Record<PanelName, string>> = {
  price: 'Price chart',
  depth: 'Depth chart',
  book: 'Order book',
  trades: 'Trades',
  account: 'Account',
  funding: 'Funding',
}

const loading = (name: PanelName) => <Panel label={PANEL_LABELS[name]} state="waiting" status="Loading" />

const PricePanel = late(async () => (await import('../panels/price/price-panel')).PricePanel, loading('price'))
const DepthPanel = late(async () => (await import('../panels/depth/depth-panel')).DepthPanel, loading('depth'))
const OrderBookPanel = late(
  async () => (await import('../panels/order-book/order-book-panel')).OrderBookPanel,
  loading('book'),
)
const TradesPanel = late(async () => (await import('../panels/trades/trades-panel')).TradesPanel, loading('trades'))
const FundingPanel = late(
  async () => (await import('../panels/funding/funding-panel')).FundingPanel,
  loading('funding'),
)
const NoAccount = late(async () => (await import('../panels/account/no-account')).NoAccount, loading('account'))
const AccountView = late(async () => (await import('./account-area')).AccountView, loading('account'))
const LateAccountFeeds = late(async () => (await import('./account-area')).AccountFeeds, null)

/** Asks for the code of all panels; of the account's tables where the page opens with an address to watch. Ends with the book's and the account's. */
export async function preloadPanels(): Promise<void> {
  const ofAccount = useStore.getState().watch === null ? [NoAccount] : [AccountView, LateAccountFeeds]
  const first = [OrderBookPanel, ...ofAccount].map(({ preload }) => preload())
  for (const { preload } of [TradesPanel, DepthPanel, PricePanel, FundingPanel]) void preload()
  await Promise.all(first)
}

/**
 * The account's look-up and sockets, from the first account that is asked for, or the dialog that asks whose: from then on
 * they stay, since it is they that clear what was shown when nobody's account is wanted any more.
 */
export function AccountFeeds({ network }: { readonly network: Network }) {
  const isWanted = useAccountSource() !== null
  const isAsked = useStore(({ asked }) => asked?.what === 'wallet' || asked?.what === 'watch')
  const [wereWanted, setWereWanted] = useState(false)
  if ((isWanted || isAsked) && !wereWanted) setWereWanted(true)
  return wereWanted && <LateAccountFeeds network={network} />
}

function Account({ network }: { readonly network: Network }) {
  return useAccountSource() === null ? <NoAccount /> : <AccountView network={network} />
}

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
      return <Account network={network} />
    case 'funding':
      return <FundingPanel network={network} />
  }
}
