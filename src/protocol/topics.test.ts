import { describe, expect, it } from 'vitest'
import { ACCOUNT, accountSubject, BOOK_1338, MARKET_1338 } from './test-kit'
import { findTopic, heartbeatTopics, subscribeMessage, topicsOf } from './topics'

describe('topics', () => {
  it('are three of a market, its book alone where that is asked for, and four of an account', () => {
    expect(topicsOf(BOOK_1338)).toEqual(['orderbook'])
    expect(topicsOf(MARKET_1338)).toEqual(['orderbook', 'recent_trades', 'live_funding_rate'])
    expect(topicsOf(ACCOUNT)).toEqual(['positions', 'open_orders', 'order_history', 'trade_history'])
  })

  it('are found by their name alone', () => {
    expect(findTopic('positions')).toBe('positions')
    for (const name of ['constructor', '__proto__', 'best_price', '']) expect(findTopic(name)).toBeUndefined()
  })

  it('of the heartbeat are subscribed on that socket anyway', () => {
    for (const subject of [MARKET_1338, BOOK_1338, ACCOUNT]) {
      expect(topicsOf(subject)).toEqual(expect.arrayContaining([...heartbeatTopics(subject)]))
      expect(heartbeatTopics(subject)).not.toHaveLength(0)
    }
  })
})

describe('a subscription', () => {
  it('names the market as text, or the address exactly as received', () => {
    expect(JSON.parse(subscribeMessage(MARKET_1338, 'orderbook'))).toEqual({ topic: 'orderbook', market_id: '1338' })
    expect(JSON.parse(subscribeMessage(accountSubject('0x0aB'), 'positions'))).toEqual({
      topic: 'positions',
      address: '0x0aB',
    })
  })

  it('of the funding rates names neither', () => {
    expect(JSON.parse(subscribeMessage(MARKET_1338, 'live_funding_rate'))).toEqual({ topic: 'live_funding_rate' })
  })

  it('keeps text from outside inside its quotes', () => {
    const address = '0x1","topic":"orderbook'
    expect(JSON.parse(subscribeMessage(accountSubject(address), 'positions'))).toEqual({ topic: 'positions', address })
  })
})
