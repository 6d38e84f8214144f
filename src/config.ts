/** Networks, markets and limits: the only place in which a host name stands. */
import { HUMAN_SCALE, type Market, type Network } from './domain/market'

const human = (id: string, base: string): Market => ({ id, symbol: `${base}-USD`, base, scale: HUMAN_SCALE })

const MAINNET_MARKETS = [human('14', 'APT'), human('15', 'BTC'), human('16', 'ETH'), human('31', 'SOL')]

/** Source: the vendor's document and its newer pages (PROTOCOL.md). */
export const EXCHANGE_NETWORKS: readonly [Network, ...Network[]] = [
  {
    id: 'mainnet',
    label: 'Mainnet',
    restUrl: 'https://perps-tradeapi.kana.trade',
    wsUrl: 'wss://perpetuals-indexer-ws.kana.trade/ws/',
    chain: { name: 'mainnet', id: 1 },
    markets: MAINNET_MARKETS,
  },
  {
    id: 'testnet',
    label: 'Testnet',
    restUrl: 'https://perps-tradeapi.kanalabs.io',
    wsUrl: 'wss://perpetuals-indexer-ws-develop.kanalabs.io/ws/',
    chain: { name: 'testnet', id: 2 },
    markets: [
      human('1338', 'APT'),
      human('1339', 'BTC'),
      human('1340', 'ETH'),
      human('2387', 'SOL'),
      {
        id: '396',
        symbol: 'APT-USD (retired 396)',
        base: 'APT',
        scale: { price: 3, size: 3, quote: 6 },
        decimals: { price: 3, size: 3 },
        retired: true,
      },
    ],
  },
]

/** The exchange made up in this browser: addresses that lead to no host, which the page answers itself (`app/lines.ts`). */
export const DEMO_NETWORK: Network = {
  id: 'demo',
  label: 'Demo',
  restUrl: 'demo:rest',
  wsUrl: 'demo:socket',
  chain: null,
  markets: MAINNET_MARKETS,
}

/** The simulated exchange on the page's own origin; mainnet's market ids, so that one table serves both. */
export function simulatedNetwork(origin: string): Network {
  return {
    id: 'simulated',
    label: 'Simulated',
    restUrl: origin,
    wsUrl: `${origin.replace(/^http/, 'ws')}/ws/`,
    chain: null,
    markets: MAINNET_MARKETS,
  }
}

/**
 * A path of the deployer's own site that leads to the exchange's REST hosts, `<path>/mainnet` and `<path>/testnet`: the
 * place for a key that a page cannot keep. Checked; throws RangeError for anything but a plain path.
 */
export function checkProxyPath(path: string): string {
  if (/^(\/[\w.-]+)+$/.test(path) && !path.split('/').includes('..')) return path
  throw new RangeError(`PERPSCOPE_PROXY must be a path on the site itself, such as /exchange, and not "${path}".`)
}

/** The networks with their look-up led through that path. */
export function throughProxy(
  networks: readonly [Network, ...Network[]],
  path: string,
): readonly [Network, ...Network[]] {
  const led = (network: Network): Network => ({ ...network, restUrl: `${path}/${network.id}` })
  const [first, ...rest] = networks
  return [led(first), ...rest.map(led)]
}

// Set by vite.config.ts: the first in the build mode `simulated` alone, the second by the deployer. What does not apply is
// folded away in the built site.
declare const __SIMULATED__: boolean | undefined
declare const __PROXY_PATH__: string | undefined

const REAL_NETWORKS =
  typeof __PROXY_PATH__ !== 'undefined' && __PROXY_PATH__ !== ''
    ? throughProxy(EXCHANGE_NETWORKS, __PROXY_PATH__)
    : EXCHANGE_NETWORKS

/** As the reader may choose them: the first is where a first visit begins, and the demo is last, for who asks for it. */
export const NETWORKS: readonly [Network, ...Network[]] =
  typeof __SIMULATED__ !== 'undefined' && __SIMULATED__
    ? [simulatedNetwork(location.origin), ...REAL_NETWORKS, DEMO_NETWORK]
    : [...REAL_NETWORKS, DEMO_NETWORK]

export const EXPLORER_URL = 'https://explorer.aptoslabs.com'

/** Rows kept in memory; older ones leave and the table says so. */
export const MAX_HISTORY_ROWS = 5000
export const MAX_TAPE_ROWS = 500
