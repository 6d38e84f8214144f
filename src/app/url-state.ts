import { normalizeAddress } from '../domain/address'
import { findMarket, type Network } from '../domain/market'
import type { AccountTab } from '../store/store'

/** What a link to a view says. A wallet's address is never part of it. */
export interface View {
  readonly network: Network
  readonly marketId: string
  readonly address: string | null
  readonly tab: AccountTab
}

const TABS: readonly AccountTab[] = ['positions', 'orders', 'history', 'fills']
const KNOWN = new Set(['network', 'market', 'address', 'tab'])

/** Reads a view from a page address' query; what it does not understand is ignored with a notice each. */
export function readView(
  search: string,
  networks: readonly [Network, ...Network[]],
): { view: View; notices: string[] } {
  const parameters = new URLSearchParams(search)
  const notices: string[] = []
  const ignore = (what: string, value: string) =>
    notices.push(`The link’s ${what} “${clip(value)}” is not known and was ignored.`)

  const networkName = parameters.get('network')
  const network = networks.find(({ id }) => id === networkName) ?? networks[0]
  if (networkName !== null && network.id !== networkName) ignore('network', networkName)

  const marketName = parameters.get('market')
  const market = marketName === null ? undefined : findMarket(network, marketName)
  if (marketName !== null && market === undefined) ignore('market', marketName)

  const addressText = parameters.get('address')
  const address = addressText === null || normalizeAddress(addressText) === null ? null : addressText.trim()
  if (addressText !== null && address === null) ignore('address', addressText)

  const tabName = parameters.get('tab')
  const tab = TABS.find((name) => name === tabName)
  if (tabName !== null && tab === undefined) ignore('tab', tabName)

  for (const name of new Set(parameters.keys())) if (!KNOWN.has(name)) ignore('parameter', name)
  const marketId = market?.id ?? network.markets[0]?.id ?? ''
  return { view: { network, marketId, address, tab: tab ?? 'positions' }, notices }
}

/** The query of a view, as `readView` reads it. */
export function writeView(view: View): string {
  const parameters = new URLSearchParams({ network: view.network.id, market: view.marketId })
  if (view.address !== null) parameters.set('address', view.address)
  if (view.tab !== 'positions') parameters.set('tab', view.tab)
  return `?${parameters}`
}

function clip(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
