import { describe, expect, it } from 'vitest'
import type { Delivery } from '../domain/delivery'
import { makeTradeId } from '../domain/order-id'
import { at, bookAt, delivered, fill, fills, orders, position, refused, trades } from './test-kit'
import { nextTopicStatus } from './topic-status'

function after(...deliveries: readonly Delivery[]) {
  return deliveries.reduce<ReturnType<typeof nextTopicStatus> | undefined>(nextTopicStatus, undefined)
}

const doubtful = delivered({ topic: 'positions', rows: [position(makeTradeId(1n, '14'))] })
const sound = delivered({ topic: 'positions', rows: [position(makeTradeId(1n, '1'))] })

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

describe('what was set aside', () => {
  const lost = (delivery: Delivery, detail: string): Delivery => ({
    ...delivery,
    lostCount: 1,
    lost: [{ topic: delivery.topic, reason: 'row', detail, lost: 'row' }],
  })

  it('of a list that is replaced is that of the newest message: the next list may be whole', () => {
    expect(after(lost(bookAt(5), 'a'))).toMatchObject({ lostCount: 1, lost: [{ detail: 'a' }] })
    expect(after(lost(bookAt(5), 'a'), bookAt(5))).toMatchObject({ lostCount: 0, lost: [] })
  })

  it.each([
    ['order_history', orders()],
    ['trade_history', fills()],
    ['recent_trades', trades()],
  ])(
    'of %s is all that ever was, since later messages need not repeat it, with the newest reasons',
    (_topic, message) => {
      expect(after(lost(message, 'a'), message, lost(message, 'b'), message)).toMatchObject({
        lostCount: 2,
        lost: [{ detail: 'b' }],
      })
    },
  )
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
