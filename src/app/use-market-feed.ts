import { useEffect } from 'react'
import type { Network } from '../domain/market'
import { feeds } from './runtime'

/** Keeps one socket open for the market on show. */
export function useMarketFeed(network: Network, marketId: string): void {
  useEffect(() => {
    const feed = feeds.open({ kind: 'market', networkId: network.id, marketId }, network)
    return () => feed.close()
  }, [network, marketId])
}
