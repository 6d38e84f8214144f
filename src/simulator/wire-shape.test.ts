import { expect, test } from 'vitest'
import live_funding_rate from '../protocol/fixtures/live_funding_rate.json'
import open_orders from '../protocol/fixtures/open_orders.json'
import order_history from '../protocol/fixtures/order_history.json'
import orderbook from '../protocol/fixtures/orderbook.json'
import positions from '../protocol/fixtures/positions.json'
import recent_trades from '../protocol/fixtures/recent_trades.json'
import trade_history from '../protocol/fixtures/trade_history.json'
import { DEMO_PROFILE_ADDRESS } from './addresses'
import { Exchange } from './exchange'
import { client, type Row } from './test-client'

const SAMPLES = { positions, open_orders, order_history, trade_history, orderbook, recent_trades, live_funding_rate }
const TOPICS = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]

/** The samples of the old generation hold times as strings; today's are numbers (facts). */
const OLD_TIMES = ['last_updated', 'timestamp']
const DECIMAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/

function allRows(topic: keyof typeof SAMPLES): readonly Row[] {
  const exchange = new Exchange({ startMs: 1_760_000_000_000, seed: 21 })
  const { subscribe, frames } = client(exchange)
  const isMarket = topic === 'orderbook' || topic === 'recent_trades'
  for (const { id } of isMarket ? exchange.markets : exchange.markets.slice(0, 1)) {
    subscribe(topic, isMarket ? id : DEMO_PROFILE_ADDRESS)
  }
  for (let step = 1; step <= (topic === 'orderbook' ? 15 : 300); step++) exchange.step(1_760_000_000_000 + step * 100)
  expect(new Set(frames.map((frame) => frame.topic))).toEqual(new Set([topic]))
  return frames.flatMap((frame) => frame.rows)
}

test.each(TOPICS)('%s has the fields of the sample, in its order and of its types', (topic) => {
  const sample: Row = SAMPLES[topic].data[0] ?? {}
  const rows = allRows(topic)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(Object.keys(sample))
    for (const [field, value] of Object.entries(row)) {
      if (OLD_TIMES.includes(field)) {
        expect(value).toSatisfy(Number.isInteger)
        expect(value).toBeLessThan(2e9)
      } else if (field === 'tp' || field === 'sl') {
        if (value !== null) expect(value).toMatch(DECIMAL)
      } else {
        expect([field, typeof value]).toEqual([field, typeof sample[field]])
        if (typeof value === 'string' && field !== 'address' && field !== 'status') expect(value).toMatch(DECIMAL)
      }
    }
  }
})

test('the envelope has data, then the topic as message', () => {
  const { subscribe, texts } = client(new Exchange({ startMs: 1_760_000_000_000 }))
  subscribe('recent_trades', '14')
  expect(Object.keys(JSON.parse(texts[0] ?? '') as object)).toEqual(Object.keys(positions))
})
