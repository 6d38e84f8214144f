import { expect, test } from 'vitest'
import { marketOfTradeId, readOrderId } from '../domain/order-id'
import { isGrowingType } from './account'
import { DEMO_PROFILE_ADDRESS as PROFILE } from './addresses'
import { Exchange, type ExchangeOptions } from './exchange'
import { DEFAULT_MARKETS, marketSpecs } from './market-spec'
import { client, type Row } from './test-client'

const START_MS = 1_760_000_000_000
const SEEDS = Array.from({ length: 12 }, (_, index) => index * 7 + 1)

function everything(options: Partial<ExchangeOptions> = {}) {
  const exchange = new Exchange({ startMs: START_MS, ...options })
  const reader = client(exchange)
  for (const { id } of exchange.markets) {
    reader.subscribe('orderbook', id)
    reader.subscribe('recent_trades', id)
  }
  for (const topic of ['positions', 'open_orders', 'order_history', 'trade_history'] as const) {
    reader.subscribe(topic, PROFILE)
  }
  reader.subscribe('live_funding_rate', '')
  return { exchange, ...reader }
}

function run(exchange: Exchange, steps: number, stepMs = 100) {
  for (let step = 1; step <= steps; step++) exchange.step(START_MS + step * stepMs)
}

const priceOf = (row: Row | undefined) => Number(row?.price)

test.each(SEEDS)('seed %i: the page is full from the first moment', (seed) => {
  const { last } = everything({ seed })
  const counts = (topic: Parameters<typeof last>[0]) => last(topic)?.length ?? 0
  expect(counts('positions')).toBeGreaterThanOrEqual(2)
  expect(counts('positions')).toBeLessThanOrEqual(3)
  expect(counts('open_orders')).toBeGreaterThanOrEqual(2)
  expect(counts('open_orders')).toBeLessThanOrEqual(5)
  expect(counts('order_history')).toBeGreaterThanOrEqual(30)
  expect(counts('trade_history')).toBeGreaterThanOrEqual(20)
  expect(counts('recent_trades')).toBe(100)
  const statuses = new Set(last('order_history')?.map((row) => row.status))
  expect(statuses).toEqual(new Set(['Cancelled', 'Filled', 'Open', 'Partially Filled']))
  const times = last('order_history')?.map((row) => Number(row.timestamp)) ?? []
  expect(Math.max(...times)).toBeLessThanOrEqual(START_MS / 1000)
  expect(START_MS / 1000 - Math.min(...times)).toBeGreaterThan(6 * 3600)
})

test('every published book is uncrossed, sorted, deep enough, and there is one a step in each market', () => {
  const { exchange, frames } = everything({ seed: 5, levels: 30 })
  frames.length = 0
  run(exchange, 150)
  const books = frames.filter((frame) => frame.topic === 'orderbook')
  expect(books).toHaveLength(150 * exchange.markets.length)
  for (const { rows } of books) {
    const asks = rows.filter((row) => row.is_ask === true).map(priceOf)
    const bids = rows.filter((row) => row.is_ask === false).map(priceOf)
    expect(Math.min(...asks)).toBeGreaterThan(Math.max(...bids))
    expect(asks).toEqual([...new Set(asks)].sort((a, b) => a - b))
    expect(bids).toEqual([...new Set(bids)].sort((a, b) => b - a))
    for (const side of [asks, bids]) {
      expect(side.length).toBeGreaterThanOrEqual(30)
      expect(side.length).toBeLessThan(60)
    }
    expect(rows.every((row) => Number(row.size) > 0)).toBe(true)
  }
})

test('a book looks like one: uneven sizes, gaps, far orders, a spread of a few basis points', () => {
  const { exchange, frames } = everything({ seed: 9 })
  run(exchange, 200)
  for (const { id } of exchange.markets) {
    const rows = frames.findLast(({ topic, rows }) => topic === 'orderbook' && rows[0]?.market_id === id)?.rows ?? []
    const asks = rows.filter((row) => row.is_ask === true).map(priceOf)
    const bids = rows.filter((row) => row.is_ask === false).map(priceOf)
    const spreadBps = (((asks[0] ?? 0) - (bids[0] ?? 0)) / (bids[0] ?? 1)) * 10_000
    expect(spreadBps).toBeGreaterThan(0)
    expect(spreadBps).toBeLessThan(15)
    expect(new Set(rows.map((row) => row.size)).size).toBeGreaterThan(rows.length / 2)
    const steps = asks.slice(1).map((price, index) => Math.round((price - (asks[index] ?? 0)) * 1000))
    expect(new Set(steps).size).toBeGreaterThan(2)
    const farthest = Math.max((asks.at(-1) ?? 0) / (asks[0] ?? 1), (bids[0] ?? 0) / (bids.at(-1) ?? 1))
    expect(farthest).toBeGreaterThan(1.015)
  }
})

test.each(SEEDS.slice(0, 4))('seed %i: what the account shows hangs together', (seed) => {
  const { exchange, frames, last } = everything({ seed })
  const account = exchange.accounts[0]
  if (account === undefined) throw new Error('no account')
  const fillsBefore = account.fills.length
  frames.length = 0
  run(exchange, 1500, 200)

  // Positions are the signed sums of their fills.
  const sizes = new Map<string, number>()
  for (const { tradeId, lots, orderType } of account.fills) {
    sizes.set(tradeId, (sizes.get(tradeId) ?? 0) + (isGrowingType(orderType as 1) ? lots : -lots))
  }
  for (const [tradeId, lots] of sizes) expect(account.positions.get(tradeId)?.lots ?? 0).toBe(lots)

  // Every fill is on the tape, with its partner.
  const legs = frames.filter((frame) => frame.topic === 'recent_trades').flatMap((frame) => frame.rows)
  const live = account.fills.length - fillsBefore
  expect(live).toBeGreaterThan(20)
  expect(legs.filter((leg) => leg.address === PROFILE)).toHaveLength(live)
  for (let index = 0; index < legs.length; index += 2) {
    const [maker, taker] = [legs[index], legs[index + 1]]
    for (const field of ['price', 'size', 'timestamp', 'transaction_version', 'market_id', 'order_value']) {
      expect(maker?.[field]).toBe(taker?.[field])
    }
    expect(maker?.fee).toBe('0')
    expect(Number(taker?.fee)).toBeCloseTo(0.0005 * Number(taker?.order_value), 9)
    expect(maker?.address).not.toBe(taker?.address)
  }
  const tapeKeys = new Set(
    legs.map((leg) => [leg.address, leg.trade_id, leg.price, leg.size, leg.timestamp, leg.pnl].join()),
  )
  const shown = (last('trade_history') ?? []).filter((row) => Number(row.timestamp) > START_MS / 1000)
  expect(shown.length).toBeGreaterThan(20)
  for (const row of shown) {
    expect(tapeKeys).toContain([row.address, row.trade_id, row.price, row.size, row.timestamp, row.pnl].join())
  }

  // Open orders stand in the book and in the history, with what is left of them.
  const history = new Map((last('order_history') ?? []).map((row) => [row.order_id, row]))
  for (const row of last('open_orders') ?? []) {
    const isPartial = row.remaining_size !== row.total_size
    expect(history.get(row.order_id)).toMatchObject({
      status: isPartial ? 'Partially Filled' : 'Open',
      trade_id: row.trade_id,
    })
    const facts = readOrderId(String(row.order_id))
    const decimals = DEFAULT_MARKETS.find(({ id }) => id === row.market_id)?.priceDecimals ?? 0
    expect(facts).toMatchObject({ rested: true, integerPrice: Math.round(Number(row.price) * 10 ** decimals) })
    expect(marketOfTradeId(String(row.trade_id))).toBe(row.market_id)
    const book = frames.findLast(({ topic, rows }) => topic === 'orderbook' && rows[0]?.market_id === row.market_id)
    const level = book?.rows.find(
      ({ price, is_ask }) => price === row.price && is_ask === (facts?.rested && facts.side === 'ask'),
    )
    expect(Number(level?.size)).toBeGreaterThanOrEqual(Number(row.remaining_size))
  }
  const openIds = new Set((last('open_orders') ?? []).map((row) => row.order_id))
  for (const row of history.values()) {
    expect(openIds.has(row.order_id)).toBe(row.status === 'Open' || row.status === 'Partially Filled')
  }
  for (const { order } of account.openOrders.values()) expect(order.remaining).toBeGreaterThan(0)
})

test('every order is filled by exactly what its fills say', () => {
  const { exchange } = everything({ seed: 3 })
  run(exchange, 1000, 200)
  const account = exchange.accounts[0]
  const traded = new Map<string, number>()
  for (const { tradeId, lots } of account?.fills ?? []) traded.set(tradeId, (traded.get(tradeId) ?? 0) + lots)
  const filled = new Map<string, number>()
  for (const { tradeId, order } of account?.orderHistory ?? []) {
    filled.set(tradeId, (filled.get(tradeId) ?? 0) + order.lots - order.remaining)
  }
  for (const [tradeId, lots] of filled) expect(traded.get(tradeId) ?? 0).toBe(lots)
})

test('something of the account changes every few seconds', () => {
  const { exchange, frames } = everything({ seed: 2 })
  let silent = 0
  for (let second = 1; second <= 300; second++) {
    frames.length = 0
    for (let step = 1; step <= 10; step++) exchange.step(START_MS + (second - 1) * 1000 + step * 100)
    const isQuiet = !frames.some(({ topic }) => ['positions', 'open_orders', 'order_history'].includes(topic))
    silent = isQuiet ? silent + 1 : 0
    expect(silent).toBeLessThan(12)
  }
})

test('funding comes for all markets every few seconds, and its transactions on the hour', () => {
  const { exchange, frames } = everything()
  frames.length = 0
  for (let step = 1; step <= 70; step++) exchange.step(START_MS + step * 60_000)
  const lists = frames.filter((frame) => frame.topic === 'live_funding_rate').map((frame) => frame.rows)
  expect(lists.length).toBe(70)
  const hours = new Set<unknown>()
  for (const rows of lists) {
    expect(rows.map((row) => row.market_id)).toEqual(exchange.markets.map(({ id }) => id))
    for (const row of rows) {
      expect(Number(row.transaction_timestamp) % 3600).toBe(0)
      expect(String(row.funding_rate)).toMatch(/^-?0(\.\d{1,7})?$/)
      expect(Math.abs(Number(row.funding_rate))).toBeLessThan(0.0005)
      hours.add(row.transaction_timestamp)
    }
  }
  // The start lies 400 s before an hour.
  expect(hours.size).toBe(3)
})

test('the same seed and the same steps give the same messages, another seed others', () => {
  const transcript = (seed: number) => {
    const { exchange, texts } = everything({ seed })
    run(exchange, 150, 97)
    return texts
  }
  expect(transcript(11)).toEqual(transcript(11))
  expect(transcript(11)).not.toEqual(transcript(12))
})

test('who listens does not change what happens', () => {
  const watched = everything({ seed: 4 })
  const alone = new Exchange({ startMs: START_MS, seed: 4 })
  run(watched.exchange, 100)
  run(alone, 100)
  const late = client(alone)
  late.subscribe('order_history', PROFILE)
  watched.subscribe('order_history', PROFILE)
  expect(late.texts.at(-1)).toBe(watched.texts.at(-1))
})

test('markets are data: other ids, and a base it does not know', () => {
  const markets = marketSpecs([
    { id: '1338', symbol: 'APT-USD', base: 'APT' },
    { id: '9001', symbol: 'DOGE-USD', base: 'DOGE' },
  ])
  const { exchange, frames } = everything({ markets })
  run(exchange, 20)
  const ids = new Set(frames.flatMap((frame) => frame.rows.map((row) => row.market_id)))
  expect(ids).toEqual(new Set(['1338', '9001']))
})

test('time never goes back', () => {
  const exchange = new Exchange({ startMs: START_MS, alive: false })
  exchange.step(START_MS + 500)
  exchange.step(START_MS)
  expect(exchange.nowMs).toBe(START_MS + 500)
})
