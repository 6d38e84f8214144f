import { useEffect } from 'react'
import { marketName, type Network } from '../domain/market'
import { isHeldBack } from '../store/clock'
import { selectBookTop, selectMarket } from '../store/selectors'
import { useStore } from '../store/store'
import { useFreshness } from '../store/use-freshness'
import { formatFixed } from '../ui/format'

const ICONS = { live: 'favicon.svg', stale: 'favicon-stale.svg' }

/**
 * What a tab in the background tells: the mid while it is live, a word and another icon while it is not. Moves once a
 * second at most, with the page's clock; a component of its own, so that nothing else is rendered for it.
 */
export function TabSignals({ network }: { readonly network: Network }) {
  const { state } = useFreshness('orderbook')
  const marketId = useStore((store) => store.marketId)
  // A figure that nobody could take back in time is not shown.
  const live = state === 'live' && !isHeldBack()
  const store = useStore.getState()
  const mid = selectBookTop(store)?.mid ?? null
  const decimals = selectMarket(store)?.decimals.price ?? 0
  const figure = live && mid !== null ? `${formatFixed(mid, decimals + 1)} ` : ''
  const word = state === 'waiting' || state === 'live' ? '' : `(${state}) `
  const title = `${word}${figure}${marketName(network, marketId)} · Perpscope`

  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const icon = document.querySelector('link[rel="icon"]')
    icon?.setAttribute('href', `${import.meta.env.BASE_URL}${word === '' ? ICONS.live : ICONS.stale}`)
  }, [word])
  return null
}
