import { useEffect } from 'react'
import type { Network } from '../domain/market'
import { useStore } from '../store/store'
import { feeds } from './runtime'

/**
 * Keeps one socket open for the profile address, sent as received; none for null. The store's account leads: it may be
 * cleared by a change of wallet or watched address even where both have the same profile, and is then opened anew.
 */
export function useAccountFeed(network: Network, profileAddress: string | null): void {
  const account = useStore((state) => state.account)
  const showAccount = useStore((state) => state.showAccount)
  const cleared = account === null
  useEffect(() => {
    if (profileAddress !== null) showAccount({ kind: 'account', networkId: network.id, address: profileAddress })
    else if (!cleared) showAccount(null)
  }, [network, profileAddress, cleared, showAccount])
  useEffect(() => {
    if (account === null) return
    const feed = feeds.open(account, network)
    return () => feed.close()
  }, [network, account])
}
