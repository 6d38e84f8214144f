import { beforeEach, describe, expect, it } from 'vitest'
import { freshness } from '../domain/freshness'
import { subjectKey } from '../domain/subject'
import { selectBookSource, selectMarketOf, selectOwnMarkets } from './selectors'
import {
  accountKey,
  accountOf,
  at,
  beginStore,
  bookAt,
  commit,
  delivered,
  link,
  MAIN,
  marketKey,
  openOrder,
  position,
  state,
  TEST,
} from './test-kit'

const bookKey = (marketId: string, networkId = 'main') => subjectKey({ kind: 'book', networkId, marketId })
const heldIn = (...marketIds: readonly string[]) =>
  delivered({ topic: 'positions', rows: marketIds.map((marketId) => ({ ...position(marketId), marketId })) })

beforeEach(() => {
  beginStore(accountOf('0xabc'))
  commit(accountKey('0xabc'), [heldIn('1', '2', '77')], link(2))
  state().holdBooks(MAIN, selectOwnMarkets(state(), MAIN))
})

describe('the books that an account needs', () => {
  it('are those of the table in which it has a position or an order, but for the one on show', () => {
    expect(selectOwnMarkets(state(), MAIN)).toEqual(['2'])
    state().showMarket(MAIN, '2')
    expect(selectOwnMarkets(state(), MAIN)).toEqual(['1'])
    commit(accountKey('0xabc'), [heldIn()], link(2))
    expect(selectOwnMarkets(state(), MAIN)).toEqual([])
    commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows: [{ ...openOrder('5'), marketId: '1' }] })])
    expect(selectOwnMarkets(state(), MAIN)).toEqual(['1'])
  })

  it('are not those of a market that has retired', () => {
    const retired = { ...MAIN, markets: MAIN.markets.map((market) => ({ ...market, retired: true as const })) }
    expect(selectOwnMarkets(state(), retired)).toEqual([])
  })

  it('are held by market, each as sure as its own socket', () => {
    expect(selectMarketOf(state(), '2')).toMatchObject({ book: null })
    expect(freshness(selectBookSource(state(), '2'), at(0)).state).toBe('waiting')
    commit(bookKey('2'), [bookAt(70, 0, 9)], link(9))
    expect(selectMarketOf(state(), '2')?.book?.bids[0]?.price).toBe(70)
    expect(freshness(selectBookSource(state(), '2'), at(1)).state).toBe('live')
    expect(freshness(selectBookSource(state(), '1'), at(1)).state).toBe('waiting')
    expect(freshness(selectBookSource(state(), '77'), at(1)).state).toBe('waiting')
  })

  it('stay as they are while the same are wanted', () => {
    commit(bookKey('2'), [bookAt(70, 0, 9)], link(9))
    const before = state()
    state().holdBooks(MAIN, ['2'])
    expect(state()).toBe(before)
  })

  it('leave with their data and links once nothing is held there; what comes later is counted as late', () => {
    commit(bookKey('2'), [bookAt(70, 0, 9)], link(9))
    state().holdBooks(MAIN, [])
    expect(Object.keys(state().markets)).toEqual([marketKey('1')])
    expect(Object.keys(state().links)).toEqual([accountKey('0xabc')])
    commit(bookKey('2'), [bookAt(71, 0, 9)], link(9))
    expect(state()).toMatchObject({ lost: { late: 1 }, ownBooks: [] })
    expect(selectMarketOf(state(), '2')).toBeUndefined()
  })

  it('give way to the socket of the market that comes on show, in the same commit', () => {
    commit(bookKey('2'), [bookAt(70, 0, 9)], link(9))
    state().showMarket(MAIN, '2')
    expect(Object.keys(state().markets)).toEqual([marketKey('2')])
    expect(Object.keys(state().links)).toEqual([accountKey('0xabc')])
    expect(selectMarketOf(state(), '2')?.book).toBeNull()
  })

  it('outlive a switch to a market in which nothing is held', () => {
    commit(bookKey('2'), [bookAt(70, 0, 9)], link(9))
    const three = { ...MAIN, markets: [...MAIN.markets, ...TEST.markets] }
    state().showMarket(three, '9')
    expect(selectMarketOf(state(), '2')?.book?.bids[0]?.price).toBe(70)
    expect(Object.keys(state().links).sort()).toEqual([accountKey('0xabc'), bookKey('2')].sort())
  })

  it('leave with the network, and one of a network that was left is not held', () => {
    state().showMarket(TEST, '9')
    expect(state().ownBooks).toEqual([])
    expect(Object.keys(state().markets)).toEqual([marketKey('9', 'test')])
    state().holdBooks(MAIN, ['2'])
    expect(state().ownBooks).toEqual([])
  })

  it('are never the one on show', () => {
    state().holdBooks(MAIN, ['1', '2'])
    expect(state().ownBooks.map(({ marketId }) => marketId)).toEqual(['2'])
  })
})
