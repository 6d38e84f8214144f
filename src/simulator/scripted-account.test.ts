import { expect, test } from 'vitest'
import { readOrderId } from '../domain/order-id'
import { DEMO_PROFILE_ADDRESS as PROFILE } from './addresses'
import { Exchange } from './exchange'
import { client } from './test-client'

const START_MS = 1_760_000_000_000
const START_SEC = START_MS / 1000
const ACCOUNT_TOPICS = ['positions', 'open_orders', 'order_history', 'trade_history'] as const

/** An exchange in which only this test trades, and a reader of all that the account and market 14 show. */
function stage() {
  const exchange = new Exchange({ startMs: START_MS, alive: false })
  const reader = client(exchange)
  for (const topic of ACCOUNT_TOPICS) reader.subscribe(topic, PROFILE)
  reader.subscribe('recent_trades', '14')
  reader.subscribe('orderbook', '14')
  let nowMs = START_MS
  return {
    exchange,
    ...reader,
    step: (ms = 1000) => exchange.step((nowMs += ms)),
    ask: (price: string, size: string) => exchange.placeForeign({ marketId: '14', side: 'ask', size, price }),
    bid: (price: string, size: string) => exchange.placeForeign({ marketId: '14', side: 'bid', size, price }),
    sell: (size: string) => exchange.placeForeign({ marketId: '14', side: 'ask', size, price: null }),
    order: (orderType: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8, size: string, price: string | null, tradeId?: string) =>
      exchange.placeOrder({
        marketId: '14',
        orderType,
        size,
        price,
        leverage: 5,
        ...(tradeId === undefined ? {} : { tradeId }),
      }),
  }
}

test('a market order opens a position: fill, tape, history and position agree', () => {
  const { ask, order, step, last } = stage()
  ask('5.5', '3')
  ask('5.6', '10')
  const { tradeId, id } = order(1, '4', null)
  step()
  expect(last('positions')).toEqual([
    {
      address: PROFILE,
      entry_price: '5.525',
      is_long: true,
      last_updated: START_SEC,
      leverage: 5,
      liq_price: String((5.525 - 5.525 / 5) / 0.975),
      margin: '4.42',
      market_id: '14',
      size: '4',
      sl: null,
      tp: null,
      trade_id: tradeId,
      value: '22.1',
    },
  ])
  expect(
    last('trade_history')?.map(({ price, size, fee, pnl, order_type }) => [price, size, fee, pnl, order_type]),
  ).toEqual([
    ['5.6', '1', '0.0028', '0', 1],
    ['5.5', '3', '0.00825', '0', 1],
  ])
  expect(last('order_history')).toMatchObject([
    { order_id: id, is_market_order: true, status: 'Filled', size: '4', order_value: '22.1', price: '5.525' },
  ])
  expect(readOrderId(id)).toMatchObject({ rested: false })
  const tape = last('recent_trades') ?? []
  expect(
    tape.map(({ address, price, size, fee, order_value }) => [address === PROFILE, price, size, fee, order_value]),
  ).toEqual([
    [false, '5.6', '1', '0', '5.6'],
    [true, '5.6', '1', '0.0028', '5.6'],
    [false, '5.5', '3', '0', '16.5'],
    [true, '5.5', '3', '0.00825', '16.5'],
  ])
  expect(new Set(tape.map((row) => row.transaction_version)).size).toBe(1)
})

test('a limit order rests, is filled in part, then whole, as maker without a fee', () => {
  const { order, sell, step, last } = stage()
  const { id, tradeId } = order(1, '4', '5.5')
  step()
  expect(last('open_orders')).toEqual([
    {
      address: PROFILE,
      last_updated: START_SEC,
      leverage: 5,
      market_id: '14',
      order_id: id,
      order_type: 1,
      order_value: '22',
      price: '5.5',
      remaining_size: '4',
      timestamp: START_SEC,
      total_size: '4',
      trade_id: tradeId,
    },
  ])
  expect(readOrderId(id)).toMatchObject({ rested: true, side: 'bid', integerPrice: 5500 })
  expect(last('order_history')).toMatchObject([{ status: 'Open', is_market_order: false }])
  expect(last('positions')).toEqual([])
  sell('1.5')
  step()
  expect(last('open_orders')).toMatchObject([
    { order_id: id, remaining_size: '2.5', total_size: '4', last_updated: START_SEC + 1 },
  ])
  expect(last('order_history')).toMatchObject([{ order_id: id, status: 'Partially Filled' }])
  expect(last('trade_history')).toMatchObject([{ size: '1.5', fee: '0', pnl: '0', trade_id: tradeId }])
  sell('9')
  step()
  expect(last('open_orders')).toEqual([])
  expect(last('order_history')).toMatchObject([
    { order_id: id, status: 'Filled', timestamp: START_SEC, last_updated: START_SEC + 2 },
  ])
  expect(last('positions')).toMatchObject([{ size: '4', trade_id: tradeId }])
})

test('increase, reduce and close a short: averages, results net of the fee, and the end of its orders', () => {
  const { bid, ask, order, step, last } = stage()
  bid('6', '2')
  const { tradeId } = order(2, '2', null)
  bid('5', '2')
  order(4, '2', null, tradeId)
  step()
  expect(last('positions')).toMatchObject([
    { is_long: false, entry_price: '5.5', size: '4', leverage: 5, trade_id: tradeId },
  ])
  ask('5.4', '10')
  order(6, '1', null, tradeId)
  order(4, '1', '7', tradeId)
  step()
  // (5.5 - 5.4) × 1 − 0.0005 × 5.4
  expect(last('trade_history')?.[0]).toMatchObject({ order_type: 6, pnl: '0.0973', fee: '0.0027', trade_id: tradeId })
  expect(last('positions')).toMatchObject([{ entry_price: '5.5', size: '3', value: '16.5', margin: '3.3' }])
  order(8, '3', null, tradeId)
  step()
  expect(last('positions')).toEqual([])
  expect(last('open_orders')).toEqual([])
  expect(last('order_history')?.map((row) => [row.order_type, row.status])).toEqual([
    [4, 'Cancelled'],
    [8, 'Filled'],
    [6, 'Filled'],
    [4, 'Filled'],
    [2, 'Filled'],
  ])
})

test('an order that waits for a position goes with it at once, and cannot open it again', () => {
  const { exchange, ask, bid, order, step, sell, last } = stage()
  ask('5.5', '1')
  bid('5.4', '1')
  const { tradeId } = order(1, '1', null)
  order(3, '1', '5.3', tradeId)
  order(5, '1', null, tradeId)
  expect(exchange.accounts[0]?.openOrders.size).toBe(0)
  sell('1')
  step()
  expect(last('positions')).toEqual([])
})

test('cancelling takes the order out of the book and of the open ones', () => {
  const { exchange, order, step, last } = stage()
  const { id } = order(2, '1', '6')
  step()
  expect(last('orderbook')).toMatchObject([{ is_ask: true, price: '6', size: '1' }])
  expect(exchange.cancelOrder(id)).toBe(true)
  expect(exchange.cancelOrder(id)).toBe(false)
  step()
  expect(last('orderbook')).toEqual([])
  expect(last('open_orders')).toEqual([])
  expect(last('order_history')).toMatchObject([{ order_id: id, status: 'Cancelled' }])
})

test.each([
  ['tp', { tp: '5.6' }, '5.7', '5.65'],
  ['sl', { sl: '5.3' }, '5.3', '5.2'],
  ['the liquidation price', {}, '4.6', '4.4'],
])('reaching %s closes the position at the market', (_name, levels, ask, bid) => {
  const { exchange, ...page } = stage()
  const removeAsk = page.ask('5.5', '2')
  const removeBid = page.bid('5.45', '5')
  const { tradeId } = page.order(1, '1', null)
  exchange.protectPosition(tradeId, levels)
  page.step()
  expect(page.last('positions')).toMatchObject([{ tp: null, sl: null, ...levels, trade_id: tradeId }])
  removeAsk()
  removeBid()
  page.bid(bid, '5')
  page.ask(ask, '5')
  page.step()
  expect(page.last('positions')).toEqual([])
  expect(page.last('trade_history')?.[0]).toMatchObject({ order_type: 7, price: bid, trade_id: tradeId })
})

test('a level that is not reached leaves the position alone', () => {
  const { exchange, ...page } = stage()
  page.ask('5.5', '2')
  page.bid('5.45', '5')
  const { tradeId } = page.order(1, '1', null)
  exchange.protectPosition(tradeId, { tp: '5.6', sl: '5.3' })
  page.step()
  page.step()
  expect(page.last('positions')).toMatchObject([{ tp: '5.6', sl: '5.3' }])
})

test('long and short stand side by side in one market', () => {
  const { ask, bid, order, step, last } = stage()
  ask('5.5', '1')
  bid('5.4', '1')
  order(1, '1', null)
  order(2, '1', null)
  step()
  expect(last('positions')?.map((row) => row.is_long)).toEqual([true, false])
})

test('what cannot be is refused, and changes nothing', () => {
  const { exchange, ask, order, step, frames } = stage()
  ask('5.5', '5')
  const { tradeId } = order(1, '2', null)
  order(5, '1.5', '6', tradeId)
  step()
  const before = frames.length
  expect(() => order(5, '1', null, tradeId)).toThrow(RangeError)
  expect(() => order(6, '1', null, tradeId)).toThrow(RangeError)
  expect(() => order(3, '1', null)).toThrow(RangeError)
  expect(() => order(1, '0.0001', null)).toThrow(RangeError)
  expect(() => order(1, '1', '5.00001')).toThrow(RangeError)
  expect(() => exchange.placeOrder({ marketId: '99', orderType: 1, size: '1', price: null })).toThrow(RangeError)
  expect(() => exchange.protectPosition('1', { tp: '6' })).toThrow(RangeError)
  step()
  expect(frames).toHaveLength(before)
})
