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

// Set by vite.config.ts in the build mode `simulated` alone; the built site folds it away.
declare const __SIMULATED__: boolean | undefined

export const NETWORKS: readonly [Network, ...Network[]] =
  typeof __SIMULATED__ !== 'undefined' && __SIMULATED__
    ? [simulatedNetwork(location.origin), ...EXCHANGE_NETWORKS]
    : EXCHANGE_NETWORKS

export const EXPLORER_URL = 'https://explorer.aptoslabs.com'

/** Rows kept in memory; older ones leave and the table says so. */
export const MAX_HISTORY_ROWS = 5000
export const MAX_TAPE_ROWS = 500
