import { expect, test } from 'vitest'
import { DEMO_PROFILE_ADDRESS } from './addresses'
import { Exchange } from './exchange'
import { createSession } from './session'
import { client } from './test-client'

const START_MS = 1_760_000_000_000
const quiet = () => new Exchange({ startMs: START_MS, alive: false })
const bid = { marketId: '14', side: 'bid', size: '2', price: '5.4' } as const

test('a subscription is answered at once, a repeated one again', () => {
  const exchange = quiet()
  exchange.placeForeign(bid)
  const { subscribe, frames } = client(exchange)
  subscribe('orderbook', '14')
  subscribe('orderbook', '14')
  expect(frames).toHaveLength(2)
  expect(frames[1]).toEqual({
    topic: 'orderbook',
    rows: [{ is_ask: false, last_updated: START_MS / 1000, market_id: '14', price: '5.4', size: '2' }],
  })
})

test('repeating does not multiply what comes later', () => {
  const exchange = quiet()
  const { subscribe, count } = client(exchange)
  for (let again = 0; again < 5; again++) subscribe('orderbook', '14')
  exchange.placeForeign(bid)
  exchange.step(START_MS + 100)
  expect(count('orderbook')).toBe(6)
})

test('the same address in another spelling is the same subscription', () => {
  const exchange = new Exchange({ startMs: START_MS, alive: false, accounts: [{ wallet: '0x1', profile: '0xab' }] })
  const { subscribe, count } = client(exchange)
  for (const spelling of ['0xab', '0x00AB']) subscribe('open_orders', spelling)
  exchange.placeOrder({ marketId: '14', orderType: 1, size: '1', price: '5' })
  exchange.step(START_MS + 100)
  expect(count('open_orders')).toBe(3)
})

test('only what changed is sent, once a step, however often it changed', () => {
  const exchange = quiet()
  const { subscribe, frames } = client(exchange)
  for (const topic of ['positions', 'open_orders', 'order_history', 'trade_history'] as const) {
    subscribe(topic, DEMO_PROFILE_ADDRESS)
  }
  subscribe('orderbook', '15')
  frames.length = 0
  for (const price of ['5.1', '5.2', '5.3']) exchange.placeOrder({ marketId: '14', orderType: 1, size: '1', price })
  expect(frames).toEqual([])
  exchange.step(START_MS + 100)
  expect(frames.map((frame) => frame.topic).sort()).toEqual(['open_orders', 'order_history'])
  exchange.step(START_MS + 200)
  expect(frames).toHaveLength(2)
})

test('an unknown address or market has an empty list', () => {
  const { subscribe, frames } = client(new Exchange({ startMs: START_MS }))
  subscribe('positions', '0x123')
  subscribe('trade_history', 'your_address')
  subscribe('recent_trades', '396')
  expect(frames.map(({ topic, rows }) => [topic, rows])).toEqual([
    ['positions', []],
    ['trade_history', []],
    ['recent_trades', []],
  ])
})

test('the tape starts with what was, then has only the new, and no match twice', () => {
  const exchange = quiet()
  const trade = (size: string) => {
    exchange.placeOrder({ marketId: '14', orderType: 1, size, price: '5.4' })
    exchange.placeForeign({ marketId: '14', side: 'ask', size, price: '5.4' })
  }
  trade('1')
  exchange.step(START_MS + 100)
  trade('2')
  const { subscribe, frames } = client(exchange)
  subscribe('recent_trades', '14')
  exchange.step(START_MS + 200)
  trade('3')
  trade('4')
  exchange.step(START_MS + 300)
  exchange.step(START_MS + 400)
  expect(frames.map(({ rows }) => rows.map((row) => row.size))).toEqual([
    ['1', '1'],
    ['2', '2'],
    ['4', '4', '3', '3'],
  ])
})

test.each([
  'hello',
  '',
  '[]',
  'null',
  '7',
  '{"topic":"constructor"}',
  '{"topic":"orderbook"}',
  '{"topic":"orderbook","market_id":14}',
  '{"topic":"positions","market_id":"14"}',
  '{"topic":"best_price","market_id":"14"}',
  '{"topic":["orderbook"],"market_id":"14"}',
])('%j is passed over, and logged', (text) => {
  const sent: string[] = []
  const logged: string[] = []
  const session = createSession(
    quiet(),
    (message) => sent.push(message),
    (line) => logged.push(line),
  )
  session.receive(text)
  expect([sent.length, logged.length]).toEqual([0, 1])
})

test('a closed session gets nothing more, and others go on', () => {
  const exchange = quiet()
  const first = client(exchange)
  const second = client(exchange)
  for (const { subscribe } of [first, second]) subscribe('orderbook', '14')
  first.session.close()
  first.subscribe('orderbook', '14')
  exchange.placeForeign(bid)
  exchange.step(START_MS + 100)
  expect([first.frames.length, second.frames.length]).toEqual([1, 2])
})

test('one connection cannot make it remember without end', () => {
  const { subscribe, frames } = client(quiet())
  for (let market = 0; market < 300; market++) subscribe('orderbook', String(market))
  expect(frames).toHaveLength(256)
})
