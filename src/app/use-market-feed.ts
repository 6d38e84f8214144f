import { useEffect } from 'react'
import type { Network } from '../domain/market'
import type { MarketSubject } from '../domain/subject'
import type { Feed } from '../feed/feed'
import { useStore } from '../store/store'
import { feeds } from './runtime'

let first: { readonly market: MarketSubject; readonly feed: Feed } | null = null

/** Opens the first market's socket before anything is drawn: on a slow machine that is seconds earlier. */
export function openFirstMarket(network: Network): void {
  const { market } = useStore.getState()
  if (market !== null) first = { market, feed: feeds.open(market, network) }
}

function takeFirst(market: MarketSubject): Feed | null {
  const taken = first
  first = null
  if (taken === null || taken.market === market) return taken?.feed ?? null
  // Left before it was ever drawn.
  taken.feed.close()
  return null
}

/** Keeps one socket open for the market on show. */
export function useMarketFeed(network: Network): void {
  const market = useStore((state) => state.market)
  useEffect(() => {
    if (market === null) return
    const feed = takeFirst(market) ?? feeds.open(market, network)
    return () => feed.close()
  }, [network, market])
}
