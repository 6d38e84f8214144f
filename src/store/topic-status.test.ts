import { describe, expect, it } from 'vitest'
import type { Delivery } from '../domain/delivery'
import { makeTradeId } from '../domain/order-id'
import { at, bookAt, delivered, fill, position, refused } from './test-kit'
import { nextTopicStatus } from './topic-status'

function after(...deliveries: readonly Delivery[]) {
  return deliveries.reduce<ReturnType<typeof nextTopicStatus> | undefined>(nextTopicStatus, undefined)
}

const late = (lag: number, ms: number): Delivery => ({ ...bookAt(5, ms), lag: { lagMs: lag, offsetMs: 0 } })
const doubtful = delivered({ topic: 'positions', rows: [position(makeTradeId(1n, '14'))] })
const sound = delivered({ topic: 'positions', rows: [position(makeTradeId(1n, '1'))] })

describe('lag', () => {
  it('is the newest measurement, with its moment', () => {
    expect(after(late(7000, 10), late(900, 20))?.lag).toEqual({ ms: 900, at: at(20) })
  })

  it('is kept by messages that measure nothing, readable or not', () => {
    expect(after(late(7000, 10), bookAt(5, 20), refused('orderbook'))?.lag).toEqual({ ms: 7000, at: at(10) })
  })

  it('is unknown until something measures it', () => {
    expect(after(bookAt(5))?.lag).toBeNull()
  })
})

describe('on another socket', () => {
  it('lag measured before is forgotten: a fresh list is not late', () => {
    expect(after(late(7000, 10), { ...bookAt(5, 20), generation: 2 })?.lag).toBeNull()
  })
})

describe('doubt', () => {
  it('stays with a list that only grows, since the doubtful row stays in it', () => {
    const row = { ...fill(1), marketId: '15', tradeId: makeTradeId(1n, '14') }
    const foreign = delivered({ topic: 'trade_history', rows: [row] })
    expect(after(foreign, delivered({ topic: 'trade_history', rows: [] }))?.doubt).toContain('market 14')
  })

  it('comes with a message that contradicts itself, and goes with the next that does not', () => {
    expect(after(doubtful)?.doubt).toContain('market 14')
    expect(after(doubtful, sound)?.doubt).toBeNull()
  })

  it('stays while the next messages cannot be read: the doubtful figures still stand', () => {
    expect(after(doubtful, refused('positions'))?.doubt).toContain('market 14')
  })
})

describe('trouble', () => {
  it('comes with a message that cannot be used, keeps what was confirmed, and goes with the next good one', () => {
    const troubled = after(bookAt(5, 10, 3), refused('orderbook', 'data is missing', 'not-a-list'))
    expect(troubled).toMatchObject({
      confirmed: { generation: 3, at: at(10) },
      trouble: { detail: 'data is missing' },
      lostCount: 1,
    })
    expect(after(refused('orderbook'), bookAt(5, 20))).toMatchObject({ trouble: null, lostCount: 0, lost: [] })
  })

  it('of the first message confirms nothing', () => {
    expect(after(refused('orderbook'))?.confirmed).toBeNull()
  })
})
