/**
 * Serial numbers coded into figures: a price or size is `CCC.SSSSSSL`. CCC names the subject and the kind of figure, S
 * the message it came from, L (1 to 9) the row in it. So each figure on the page names its message, and a foreign one
 * is known by itself. Below 429, so that a price in 10⁻⁷ fits the 32 bits that an order id has for it.
 */
import { EXCHANGE_NETWORKS } from '../../src/config'

/** Added to a market's code. */
const MARKET_FIGURES = { bid: 0, ask: 1, trade: 2 } as const
/** Added to an account's code. */
export const ACCOUNT_FIGURES = { positions: 0, open_orders: 1, order_history: 2, trade_history: 3 } as const

const FIRST_ACCOUNT = 300
const CODES_A_SUBJECT = 10
const ACCOUNTS_A_NETWORK = 6

const markets = EXCHANGE_NETWORKS.flatMap((network) =>
  network.markets.map((market) => ({ networkId: network.id, marketId: market.id })),
)

/** The subject's code: a multiple of ten. */
export function marketCode(networkId: string, marketId: string): number {
  const index = markets.findIndex((market) => market.networkId === networkId && market.marketId === marketId)
  if (index < 0) throw new Error(`no market ${marketId} on ${networkId}`)
  return 100 + index * CODES_A_SUBJECT
}

/** By the address's last digit, which the rows' wallets differ in; a wallet and its profile share it. */
export function accountCode(networkId: string, address: string): number {
  const digit = Number.parseInt(address.slice(-1), 16) % ACCOUNTS_A_NETWORK
  const index = networkId === 'mainnet' ? digit : ACCOUNTS_A_NETWORK + digit
  return FIRST_ACCOUNT + index * CODES_A_SUBJECT
}

export const subjectOfCode = (code: number) => code - (code % CODES_A_SUBJECT)

/** `level` is 1 to 9: the last digit is never a zero, so that the page shows all seven. */
export function figure(code: number, serial: number, level: number): string {
  return `${code}.${String(serial).padStart(6, '0')}${level}`
}

export const nowSeconds = () => Math.floor(Date.now() / 1000)

const DEPTH = 4

export interface BookRow {
  readonly is_ask: boolean
  readonly price: string
  readonly size: string
  readonly market_id: string
  readonly last_updated: number
}

/** The best bid first, then the asks. Sizes carry the serial too: a row made of two messages shows. */
export function bookRows(code: number, marketId: string, serial: number): BookRow[] {
  const row = (is_ask: boolean, price: string): BookRow => ({
    is_ask,
    price,
    size: `${serial}.5`,
    market_id: marketId,
    last_updated: nowSeconds(),
  })
  const steps = Array.from({ length: DEPTH }, (_, step) => step)
  return [
    ...steps.map((step) => row(false, figure(code + MARKET_FIGURES.bid, serial, 9 - step))),
    ...steps.map((step) => row(true, figure(code + MARKET_FIGURES.ask, serial, 1 + step))),
  ]
}

/** Both legs of one match. */
export function tradeRows(code: number, marketId: string, serial: number, seconds: number) {
  const price = figure(code + MARKET_FIGURES.trade, serial, 1)
  const leg = (order_type: number, fee: string, id: bigint) => ({
    address: `0x${'7'.repeat(64)}`,
    fee,
    last_updated: seconds,
    leverage: 2,
    market_id: marketId,
    order_type,
    order_value: '50',
    pnl: '0.75',
    price,
    size: `${serial}.5`,
    timestamp: seconds,
    trade_id: String((id << 64n) | BigInt(marketId)),
    transaction_version: 1_000_000 + serial,
  })
  return [leg(1, '0', 9000n), leg(7, '0.025', 9001n)]
}

export function fundingRow(networkId: string, marketId: string, serial: number) {
  return {
    market_id: marketId,
    funding_rate: `0.${networkId === 'mainnet' ? 1 : 2}${String(serial).padStart(6, '0')}1`,
    funding_timestamp: 0,
    last_updated: nowSeconds(),
    transaction_timestamp: nowSeconds(),
    transaction_version: 2_000_000 + serial,
  }
}

/** A rested order's id: its price stands in the low 32 bits. */
function orderId(price: string): string {
  return String((700_000n << 64n) | BigInt(price.replace('.', '')))
}

export function positionRow(networkId: string, address: string, marketId: string, serial: number) {
  const code = accountCode(networkId, address) + ACCOUNT_FIGURES.positions
  return {
    address,
    market_id: marketId,
    size: figure(code, serial, 1),
    entry_price: figure(code, serial, 2),
    is_long: true,
    leverage: 2,
    liq_price: '20.5',
    margin: '25',
    value: '50',
    sl: null,
    tp: null,
    trade_id: String((800_000n << 64n) | BigInt(marketId)),
    last_updated: nowSeconds(),
  }
}

export function orderRow(networkId: string, address: string, marketId: string, serial: number) {
  const price = figure(accountCode(networkId, address) + ACCOUNT_FIGURES.open_orders, serial, 1)
  return {
    address,
    market_id: marketId,
    order_id: orderId(price),
    trade_id: String((800_000n << 64n) | BigInt(marketId)),
    order_type: 1,
    price,
    total_size: `${serial}.5`,
    remaining_size: `${serial}.5`,
    order_value: '50',
    leverage: 2,
    timestamp: nowSeconds(),
    last_updated: nowSeconds(),
  }
}

export function historyRow(networkId: string, address: string, marketId: string, serial: number, seconds: number) {
  const price = figure(accountCode(networkId, address) + ACCOUNT_FIGURES.order_history, serial, 1)
  return {
    address,
    market_id: marketId,
    order_id: orderId(price),
    trade_id: String((800_000n << 64n) | BigInt(marketId)),
    order_type: 1,
    is_market_order: false,
    price,
    size: `${serial}.5`,
    order_value: '50',
    leverage: 2,
    status: 'Filled',
    timestamp: seconds,
    last_updated: seconds,
  }
}

export function fillRow(networkId: string, address: string, marketId: string, serial: number, seconds: number) {
  return {
    address,
    market_id: marketId,
    order_type: 1,
    price: figure(accountCode(networkId, address) + ACCOUNT_FIGURES.trade_history, serial, 1),
    size: `${serial}.5`,
    fee: '0.025',
    pnl: '0.75',
    trade_id: String((800_000n << 64n) | BigInt(marketId)),
    transaction_version: 3_000_000 + serial,
    timestamp: seconds,
    last_updated: seconds,
  }
}
