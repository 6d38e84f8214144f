import { makeOrderId, makeTradeId } from '../../src/domain/order-id'

/** Rows of an account's topics in today's shape, made for a test; what a test is about it names. */
type Fields = Readonly<Record<string, unknown>>

export const SECONDS = 1_700_000_000

export const message = (topic: string, data: readonly Fields[]) => JSON.stringify({ data, message: topic })

export const positionRow = (address: string, marketId: string, fields: Fields = {}) => ({
  address,
  market_id: marketId,
  size: '2',
  entry_price: '90.00',
  is_long: true,
  leverage: 5,
  liq_price: '80.00',
  margin: '40',
  value: '180',
  sl: null,
  tp: null,
  trade_id: makeTradeId(1n, marketId),
  last_updated: SECONDS,
  ...fields,
})

export const orderRow = (address: string, marketId: string, fields: Fields = {}) => ({
  address,
  market_id: marketId,
  order_id: makeOrderId(1n, { side: 'bid', integerPrice: 9850 }),
  trade_id: makeTradeId(1n, marketId),
  order_type: 1,
  price: '98.50',
  total_size: '4',
  remaining_size: '3',
  order_value: '394',
  leverage: 5,
  timestamp: SECONDS,
  last_updated: SECONDS,
  ...fields,
})

export const historyRow = (address: string, marketId: string, fields: Fields = {}) => ({
  address,
  market_id: marketId,
  order_id: makeOrderId(1n, { side: 'bid', integerPrice: 9850 }),
  trade_id: makeTradeId(1n, marketId),
  order_type: 1,
  is_market_order: false,
  price: '98.50',
  size: '4',
  order_value: '394',
  leverage: 5,
  status: 'Filled',
  timestamp: SECONDS,
  last_updated: SECONDS,
  ...fields,
})

export const fillRow = (address: string, marketId: string, fields: Fields = {}) => ({
  address,
  market_id: marketId,
  order_type: 1,
  price: '98.50',
  size: '1',
  fee: '0.05',
  pnl: '0',
  trade_id: makeTradeId(1n, marketId),
  timestamp: SECONDS,
  last_updated: SECONDS,
  ...fields,
})

export const legRow = (marketId: string, fields: Fields = {}) => ({
  address: null,
  market_id: marketId,
  order_type: 1,
  order_value: '98.5',
  leverage: 5,
  price: '98.50',
  size: '1',
  fee: '0',
  pnl: '0',
  trade_id: makeTradeId(1n, marketId),
  timestamp: SECONDS,
  last_updated: SECONDS,
  transaction_version: 6_704_413_443,
  ...fields,
})
