import { NETWORKS } from '../config'
import { useStore } from '../store/store'
import { App } from './app'
import { readView } from './url-state'

const { view, notices } = readView(location.search, NETWORKS)

/** Puts the view that the page's address asks for on show, before anything is drawn. */
export function openView(): void {
  const store = useStore.getState()
  store.showMarket(view.network, view.marketId)
  store.showTab(view.tab)
  if (view.address !== null) {
    store.showPage('account')
    store.setWatch({ address: view.address, fromLink: true, asProfile: false })
  }
  for (const notice of notices) store.notify(notice)
}

export function Root() {
  const networkId = useStore((state) => state.networkId)
  return <App network={NETWORKS.find(({ id }) => id === networkId) ?? view.network} />
}
