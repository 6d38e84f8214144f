import type { MouseEvent } from 'react'
import { DEMO_NETWORK, NETWORKS } from '../config'
import { findMarket, type Network } from '../domain/market'
import { usePreferences } from '../store/preferences'
import { useStore } from '../store/store'
import { Boundary } from '../ui/boundary'
import { late } from '../ui/late'
import { Header } from './header'
import { Layout, useIsWide } from './layout'
import { useLifecycle } from './lifecycle'
import { Notices } from './notices'
import { AccountFeeds } from './panels'
import { useMarketFeed } from './use-market-feed'
import { useViewAddress } from './use-view-address'
import { WalletButton } from './wallet-button'

const Alerts = late(async () => (await import('./alerts')).Alerts, null)
const DemoBanner = late(async () => (await import('./demo-banner')).DemoBanner, null)
const NewVersion = late(async () => (await import('./new-version')).NewVersion, null)
const PrintHead = late(async () => (await import('./print-head')).PrintHead, null)
const Shortcuts = late(async () => (await import('./shortcuts')).Shortcuts, null)
const TabSignals = late(async () => (await import('./tab-signals')).TabSignals, null)

export function App({ network }: { readonly network: Network }) {
  const showMarket = useStore((state) => state.showMarket)
  const wide = useIsWide()
  useLifecycle()
  useViewAddress()
  useMarketFeed(network)

  function onNetwork(id: string) {
    const next = NETWORKS.find((candidate) => candidate.id === id)
    if (next === undefined) return
    // The same market of the other network, where there is one.
    const base = findMarket(network, useStore.getState().marketId)?.base
    const twin = next.markets.find((market) => market.base === base && market.retired !== true)
    showMarket(next, (twin ?? next.markets[0])?.id ?? '')
  }

  const page = useStore((state) => state.page)
  // Texts that stand are written anew when the reader wants numbers or times otherwise.
  const formats = usePreferences(({ numbers, times, timeStyle }) => `${numbers} ${times} ${timeStyle}`)
  return (
    <div data-page={wide ? undefined : page} className="group/app flex h-dvh flex-col">
      <SkipLink />
      <Boundary broken={(reason, retry) => <Broken what="The head of printed sheets" reason={reason} retry={retry} />}>
        <PrintHead network={network} />
      </Boundary>
      {network.id === DEMO_NETWORK.id && (
        <Boundary broken={(reason, retry) => <Broken what="The demo’s banner" reason={reason} retry={retry} />}>
          <DemoBanner onLeave={() => onNetwork('mainnet')} />
        </Boundary>
      )}
      <Header
        formats={formats}
        network={network}
        networks={NETWORKS}
        onNetwork={onNetwork}
        onMarket={(id) => showMarket(network, id)}
        wallet={<WalletButton />}
      />
      <Notices />
      <Boundary broken={(reason, retry) => <Broken what="The look for new versions" reason={reason} retry={retry} />}>
        <NewVersion />
      </Boundary>
      <Boundary broken={(reason, retry) => <Broken what="The page" reason={reason} retry={retry} />}>
        <Layout key={formats} wide={wide} network={network} />
      </Boundary>
      <Boundary broken={(reason, retry) => <Broken what="The account’s look-up" reason={reason} retry={retry} />}>
        <AccountFeeds network={network} />
      </Boundary>
      <Boundary broken={(reason, retry) => <Broken what="The keyboard’s part" reason={reason} retry={retry} />}>
        <Shortcuts network={network} wide={wide} />
      </Boundary>
      <Boundary broken={(reason, retry) => <Broken what="The tab’s title" reason={reason} retry={retry} />}>
        <TabSignals network={network} />
      </Boundary>
      <Boundary broken={(reason, retry) => <Broken what="The alerts’ part" reason={reason} retry={retry} />}>
        <Alerts network={network} />
      </Boundary>
    </div>
  )
}

/** For who comes by keyboard: past the header's controls. */
function SkipLink() {
  function skip(event: MouseEvent) {
    // A fragment would stay in the page's address.
    event.preventDefault()
    document.getElementById('panels')?.focus()
  }
  return (
    <a
      href="#panels"
      onClick={skip}
      className="sr-only rounded border border-line bg-raised px-3 py-1.5 text-xs font-medium focus:not-sr-only focus:absolute focus:top-1.5 focus:left-1.5 focus:z-50"
    >
      Skip to the panels
    </a>
  )
}

interface BrokenProps {
  readonly what: string
  readonly reason: string
  readonly retry: () => void
}

function Broken({ what, reason, retry }: BrokenProps) {
  return (
    <p role="alert" className="flex items-center gap-3 border-y border-line bg-warn-wash px-3 py-1.5 text-xs text-warn">
      {what} broke: {reason}
      <button type="button" onClick={retry} className="rounded border border-line bg-raised px-2 py-0.5 text-text">
        Try again
      </button>
    </p>
  )
}
