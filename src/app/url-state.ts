import { typedAddress } from '../domain/address'
import { findMarket, type Network } from '../domain/market'
import { cleanText } from '../protocol/fields'
import type { AccountTab, Watch } from '../store/store'

/** What a link to a view says. A wallet's address is never part of it. */
export interface View {
  readonly network: Network
  readonly marketId: string
  readonly address: string | null
  readonly tab: AccountTab
}

export const TABS: readonly AccountTab[] = ['positions', 'orders', 'history', 'fills']
/** Anybody can write a link: its notices must not bury the page. */
const MAX_UNKNOWN = 3
const KNOWN = new Set(['network', 'market', 'address', 'tab'])

/** Reads a view from a page address' query; what it does not understand is ignored with a notice each. */
export function readView(
  search: string,
  networks: readonly [Network, ...Network[]],
): { view: View; notices: string[] } {
  const parameters = new URLSearchParams(search)
  const notices: string[] = []
  const ignore = (what: string, value: string) =>
    notices.push(`The link’s ${what} “${cleanText(value, 40)}” is not known and was ignored.`)

  const networkName = parameters.get('network')
  const network = networks.find(({ id }) => id === networkName) ?? networks[0]
  if (networkName !== null && network.id !== networkName) ignore('network', networkName)

  const marketName = parameters.get('market')
  const market = marketName === null ? undefined : findMarket(network, marketName)
  if (marketName !== null && market === undefined) ignore('market', marketName)

  const addressText = parameters.get('address')
  const address = addressText === null ? null : typedAddress(addressText)
  if (addressText !== null && address === null) ignore('address', addressText)

  const tabName = parameters.get('tab')
  const tab = TABS.find((name) => name === tabName)
  if (tabName !== null && tab === undefined) ignore('tab', tabName)

  const unknown = [...new Set(parameters.keys())].filter((name) => !KNOWN.has(name))
  for (const name of unknown.slice(0, MAX_UNKNOWN)) ignore('parameter', name)
  const more = unknown.length - MAX_UNKNOWN
  if (more > 0) notices.push(`The link’s other unknown parameters (${more}) were ignored as well.`)
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

/** What a history entry remembers beside its address: whether the reader typed the watched address or followed a link. */
export interface Entry {
  readonly watch: Watch | null
}

/** Whether an entry of the browser's history remembers anything of ours: one that a link made does not. */
export const isEntry = (entry: unknown) => fieldsOf(entry).has('watch')

/** Where the address of an entry came from. Anybody may have written the entry: what it does not know came from the link. */
export function readWatch(address: string, entry: unknown): Watch {
  const kept = fieldsOf(fieldsOf(entry).get('watch'))
  const known = kept.get('address') === address
  return {
    address,
    fromLink: !known || kept.get('fromLink') !== false,
    asProfile: known && kept.get('asProfile') === true,
  }
}

const fieldsOf = (value: unknown) =>
  new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])

export function sameWatch(one: Watch | null, other: Watch | null): boolean {
  if (one === null || other === null) return one === other
  return one.address === other.address && one.fromLink === other.fromLink && one.asProfile === other.asProfile
}
