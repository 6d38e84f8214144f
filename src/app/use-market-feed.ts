import { useEffect } from 'react'
import type { Network } from '../domain/market'
import { useStore } from '../store/store'
import { feeds } from './runtime'

/** Keeps one socket open for the market on show. */
export function useMarketFeed(network: Network): void {
  const market = useStore((state) => state.market)
  useEffect(() => {
    if (market === null) return
    const feed = feeds.open(market, network)
    return () => feed.close()
  }, [network, market])
}
