import { useEffect } from 'react'
import type { Network } from '../domain/market'
import { useStore } from '../store/store'
import { feeds } from './runtime'

/** Keeps one socket open for the profile address, sent as received; none for null. */
export function useAccountFeed(network: Network, profileAddress: string | null): void {
  const showAccount = useStore((state) => state.showAccount)
  useEffect(() => {
    if (profileAddress === null) {
      showAccount(null)
      return
    }
    const subject = { kind: 'account', networkId: network.id, address: profileAddress } as const
    showAccount(subject)
    const feed = feeds.open(subject, network)
    return () => feed.close()
  }, [network, profileAddress, showAccount])
}
