import { NETWORKS } from '../config'
import { useStore } from '../store/store'
import { App } from './app'
import { showAddressed } from './use-view-address'

/** Puts the view that the page's address asks for on show, before anything is drawn. */
export function openView(): void {
  showAddressed()
  const { watch, showPage } = useStore.getState()
  if (watch !== null) showPage('account')
}

export function Root() {
  const networkId = useStore((state) => state.networkId)
  return <App network={NETWORKS.find(({ id }) => id === networkId) ?? NETWORKS[0]} />
}
