/** Trades in today's shape, made for a test: both legs of each match, as the exchange lists them. */

export interface TradeFields {
  readonly price: string
  readonly size: string
  /** Unix seconds. */
  readonly time: number
  readonly version?: number
  /** null: the types of the legs do not tell. */
  readonly side?: 'buy' | 'sell' | null
  readonly taker?: string | null
  readonly maker?: string | null
  /** Of the maker's position. */
  readonly makerTradeId?: string
}

let count = 0

/** A trade id names its market. */
export const tradeIdOf = (marketId: string, counter: number) => String((BigInt(counter) << 64n) | BigInt(marketId))

function legs(marketId: string, fields: TradeFields) {
  count += 1
  const { price, size, time, version = count, side = 'buy', taker = null, maker = null, makerTradeId } = fields
  const row = {
    last_updated: time,
    leverage: 2,
    market_id: marketId,
    order_value: String(Number(price) * Number(size)),
    pnl: '0',
    price,
    size,
    timestamp: time,
    transaction_version: version,
  }
  const orderType = side === null ? 3 : side === 'buy' ? 1 : 2
  return [
    { ...row, address: taker, fee: '0.01', order_type: orderType, trade_id: tradeIdOf(marketId, 2 * count) },
    {
      ...row,
      address: maker,
      fee: '0',
      order_type: 3,
      trade_id: makerTradeId ?? tradeIdOf(marketId, 2 * count + 1),
    },
  ]
}

/** One message of trades. */
export function tape(marketId: string, ...trades: readonly TradeFields[]): string {
  return JSON.stringify({ data: trades.flatMap((trade) => legs(marketId, trade)), message: 'recent_trades' })
}

/** One own fill, as it stands in the history of an account. */
export function fillOf(address: string, marketId: string, fields: TradeFields & { readonly tradeId: string }): string {
  const { price, size, time, side = 'buy', tradeId } = fields
  const row = {
    address,
    fee: '0',
    last_updated: time,
    market_id: marketId,
    order_type: side === 'buy' ? 1 : 2,
    pnl: '0',
    price,
    size,
    timestamp: time,
    trade_id: tradeId,
  }
  return JSON.stringify({ data: [row], message: 'trade_history' })
}

const pad = (value: number) => String(value).padStart(2, '0')

/** Unix seconds as the page shows them: the local time of day. */
export function clockOf(time: number): string {
  const date = new Date(time * 1000)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`
}
