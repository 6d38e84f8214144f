import { lazy, type ReactNode, Suspense, useCallback, useRef } from 'react'
import { NETWORKS } from '../config'
import { findMarket, type Network } from '../domain/market'
import type { WalletState } from '../domain/wallet'
import { DepthPanel } from '../panels/depth/depth-panel'
import { FundingPanel } from '../panels/funding/funding-panel'
import { OrderBookPanel } from '../panels/order-book/order-book-panel'
import { TradesPanel } from '../panels/trades/trades-panel'
import { useStore, walletAddress } from '../store/store'
import { Panel } from '../ui/panel'
import { ConnectWallet } from '../wallet/connect-wallet'
import { AccountBar } from './account-bar'
import { Header } from './header'
import { useLifecycle } from './lifecycle'
import { Notices } from './notices'
import { StatusBar } from './status-bar'
import { useAccountFeed } from './use-account-feed'
import { useMarketFeed } from './use-market-feed'
import { type AccountSource, useProfile } from './use-profile'
import { useViewAddress } from './use-view-address'

// Out of the entry chunk, but asked for at once: the look-up of the account takes longer than this chunk.
const accountPanel = import('../panels/account/account-panel')
const AccountPanel = lazy(() => accountPanel.then((module) => ({ default: module.AccountPanel })))

export function App({ network }: { readonly network: Network }) {
  const marketId = useStore((state) => state.marketId)
  const showMarket = useStore((state) => state.showMarket)
  const setWatch = useStore((state) => state.setWatch)
  const profile = useProfile(network, useAccountSource())
  useLifecycle()
  useViewAddress()
  useMarketFeed(network, marketId)
  useAccountFeed(network, profile.state.status === 'found' ? profile.state.profileAddress : null)

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
        wallet={<Wallet />}
      />
      <Notices />
      <main className="grid min-h-0 flex-1 gap-1.5 p-1.5 lg:grid-cols-[minmax(0,1fr)_20rem_20rem] lg:grid-rows-[minmax(0,1fr)_minmax(0,19rem)]">
        <Cell className="h-80">
          <DepthPanel base={base} />
        </Cell>
        <Cell className="h-120">
          <OrderBookPanel base={base} />
        </Cell>
        <Cell className="h-96">
          <TradesPanel base={base} />
        </Cell>
        <Cell className="h-96 gap-1.5 lg:col-span-2">
          <AccountBar network={network} profile={profile.state} />
          <Suspense fallback={<Panel label="Account" state="waiting" status="Loading" />}>
            <AccountPanel
              network={network}
              profile={profile.state}
              onRetry={profile.retry}
              onEnterProfile={(address) => setWatch({ address, fromLink: false, asProfile: true })}
            />
          </Suspense>
        </Cell>
        <Cell className="h-72">
          <FundingPanel network={network} />
        </Cell>
      </main>
      <StatusBar />
    </div>
  )
}

function Cell({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return <div className={`flex min-h-0 min-w-0 flex-col *:last:flex-1 lg:h-auto ${className}`}>{children}</div>
}

/** A watched address goes before the wallet; connecting a wallet by hand ends watching. */
function useAccountSource(): AccountSource | null {
  const watch = useStore((state) => state.watch)
  const address = useStore((state) => walletAddress(state.wallet))
  if (watch !== null) return { address: watch.address, via: 'watch', asProfile: watch.asProfile }
  return address === null ? null : { address, via: 'wallet', asProfile: false }
}

function Wallet() {
  const wallet = useStore((state) => state.wallet)
  const setWallet = useStore((state) => state.setWallet)
  const clicked = useRef(false)
  const onWallet = useCallback(
    (next: WalletState) => {
      setWallet(next)
      if (next.status !== 'connected' || !clicked.current) return
      clicked.current = false
      useStore.getState().setWatch(null)
    },
    [setWallet],
  )
  return (
    <div onClickCapture={() => (clicked.current = true)}>
      <ConnectWallet wallet={wallet} onWallet={onWallet} />
    </div>
  )
}
