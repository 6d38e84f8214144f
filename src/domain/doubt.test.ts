import { describe, expect, it } from 'vitest'
import { doubtOf, idDoubt } from './doubt'
import { makeTradeId } from './order-id'
import type { Update } from './update'

const OWN = makeTradeId(7n, '1338')
const FOREIGN = makeTradeId(7n, '14')

const position = (tradeId: string) => ({
  address: '0xabc',
  marketId: '1338',
  tradeId,
  side: 'long' as const,
  size: 1,
  entryPrice: 5,
  liquidationPrice: null,
  marginUsd: null,
  valueUsd: null,
  leverage: null,
  stopLoss: null,
  takeProfit: null,
  updatedMs: null,
})

describe('an id that names its market', () => {
  it('is no doubt when the row names the same', () => {
    expect(idDoubt({ marketId: '1338', tradeId: OWN })).toBeNull()
  })

  it('is one when the row names another, and says so', () => {
    expect(idDoubt({ marketId: '1338', tradeId: FOREIGN })).toBe('a trade id names market 14 in a row of market 1338')
  })

  it.each([
    ['is absent', null],
    ['names no market', String(7n << 64n)],
    ['is not of the known layout', String((7n << 64n) | (1n << 40n))],
    ['is no number', 'abc'],
  ])('is no doubt when it %s', (_name, tradeId) => {
    expect(idDoubt({ marketId: '1338', tradeId })).toBeNull()
  })
})

describe('a message', () => {
  it('is doubted for one of its rows', () => {
    const rows = [position(OWN), position(FOREIGN)]
    expect(doubtOf({ topic: 'positions', rows })).toContain('market 14')
    expect(doubtOf({ topic: 'positions', rows: rows.slice(0, 1) })).toBeNull()
  })

  it.each<Update>([
    { topic: 'positions', rows: [] },
    { topic: 'orderbook', book: { bids: [], asks: [] } },
    { topic: 'recent_trades', legs: [] },
    { topic: 'live_funding_rate', rates: [] },
  ])('of nothing, or without ids of positions, is not: $topic', (update) => {
    expect(doubtOf(update)).toBeNull()
  })
})
