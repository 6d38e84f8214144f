import { NETWORKS } from '../config'
import { useStore } from '../store/store'
import { App } from './app'
import { openFirstMarket } from './use-market-feed'
import { showAddressed } from './use-view-address'

const networkOf = (id: string) => NETWORKS.find((network) => network.id === id) ?? NETWORKS[0]

/** Puts the view that the page's address asks for on show, before anything is drawn, and connects to its market. */
export function openView(): void {
  showAddressed()
  const { watch, showPage, networkId } = useStore.getState()
  if (watch !== null) showPage('account')
  openFirstMarket(networkOf(networkId))
}

export function Root() {
  const networkId = useStore((state) => state.networkId)
  return <App network={networkOf(networkId)} />
}
