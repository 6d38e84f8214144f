import { expect, it } from 'vitest'
import { createSubscriber } from './heartbeat'
import { ACCOUNT, MARKET } from './test-kit'

it('subscribes every topic of a market, each in the words of the protocol', () => {
  expect(createSubscriber(MARKET)('all')).toEqual([
    '{"topic":"orderbook","market_id":"1338"}',
    '{"topic":"recent_trades","market_id":"1338"}',
    '{"topic":"live_funding_rate"}',
  ])
})

it('subscribes every topic of an account', () => {
  const topics = ['positions', 'open_orders', 'order_history', 'trade_history']
  expect(createSubscriber(ACCOUNT)('all')).toEqual(topics.map((topic) => `{"topic":"${topic}","address":"0xabc"}`))
})

it("repeats a market's small topic as its heartbeat, never the large ones", () => {
  const messages = createSubscriber(MARKET)
  for (let beat = 0; beat < 5; beat += 1) expect(messages('heartbeat')).toEqual(['{"topic":"live_funding_rate"}'])
})

it("takes an account's small topics in turns", () => {
  const messages = createSubscriber(ACCOUNT)
  const beats = Array.from({ length: 4 }, () => messages('heartbeat').join())
  const positions = '{"topic":"positions","address":"0xabc"}'
  const orders = '{"topic":"open_orders","address":"0xabc"}'
  expect(beats).toEqual([positions, orders, positions, orders])
})

it('goes on with its turns when everything is subscribed anew', () => {
  const messages = createSubscriber(ACCOUNT)
  messages('heartbeat')
  messages('all')
  expect(messages('heartbeat')).toEqual(['{"topic":"open_orders","address":"0xabc"}'])
})
