import { expect, it } from 'vitest'
import type { Topic } from '../domain/update'
import { createSubscriber } from './heartbeat'
import { ACCOUNT, MARKET } from './test-kit'

const NOTHING: ReadonlySet<Topic> = new Set()

function messages(subject: typeof MARKET, heard: ReadonlySet<Topic> = NOTHING) {
  const subscriber = createSubscriber(subject)
  return (what: Parameters<typeof subscriber.next>[0]) =>
    subscriber.next(what, heard).map((topic) => subscriber.message(topic))
}

it('subscribes every topic of a market, each in the words of the protocol', () => {
  expect(messages(MARKET)('all')).toEqual([
    '{"topic":"orderbook","market_id":"1338"}',
    '{"topic":"recent_trades","market_id":"1338"}',
    '{"topic":"live_funding_rate"}',
  ])
})

it('subscribes every topic of an account', () => {
  const topics = ['positions', 'open_orders', 'order_history', 'trade_history']
  expect(messages(ACCOUNT)('all')).toEqual(topics.map((topic) => `{"topic":"${topic}","address":"0xabc"}`))
})

it('subscribes every topic whatever has come, and of the missing those of which nothing has', () => {
  const ask = messages(MARKET, new Set<Topic>(['orderbook', 'live_funding_rate']))
  expect(ask('all')).toHaveLength(3)
  expect(ask('missing')).toEqual(['{"topic":"recent_trades","market_id":"1338"}'])
  expect(messages(MARKET, new Set<Topic>(['orderbook', 'live_funding_rate', 'recent_trades']))('missing')).toEqual([])
})

it("repeats a market's small topic as its heartbeat, never the large ones", () => {
  const ask = messages(MARKET)
  for (let beat = 0; beat < 5; beat += 1) expect(ask('heartbeat')).toEqual(['{"topic":"live_funding_rate"}'])
})

it("takes an account's small topics in turns", () => {
  const ask = messages(ACCOUNT)
  const beats = Array.from({ length: 4 }, () => ask('heartbeat').join())
  const positions = '{"topic":"positions","address":"0xabc"}'
  const orders = '{"topic":"open_orders","address":"0xabc"}'
  expect(beats).toEqual([positions, orders, positions, orders])
})

it('asks for all the small topics at once as its probe, and leaves the turns as they are', () => {
  const ask = messages(ACCOUNT)
  ask('heartbeat')
  expect(ask('probe')).toEqual(['positions', 'open_orders'].map((topic) => `{"topic":"${topic}","address":"0xabc"}`))
  expect(ask('heartbeat')).toEqual(['{"topic":"open_orders","address":"0xabc"}'])
  expect(messages(MARKET)('probe')).toEqual(['{"topic":"live_funding_rate"}'])
})

it('goes on with its turns when everything, or what is missing, is subscribed anew', () => {
  const ask = messages(ACCOUNT)
  ask('heartbeat')
  ask('all')
  ask('missing')
  expect(ask('heartbeat')).toEqual(['{"topic":"open_orders","address":"0xabc"}'])
})
