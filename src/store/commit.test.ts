import { beforeEach, describe, expect, it } from 'vitest'
import { selectAccount, selectBookTop, selectFreshnessSource, selectFunding, selectMarket } from './selectors'
import type { State } from './store'
import {
  accountKey,
  accountOf,
  at,
  batchOf,
  beginStore,
  bookAt,
  commit,
  delivered,
  fill,
  fills,
  funding,
  leg,
  link,
  marketKey,
  order,
  orders,
  positions,
  refused,
  state,
  trades,
} from './test-kit'

const market = marketKey('1')
const account = accountKey('0xabc')

beforeEach(() => beginStore(accountOf('0xabc')))

describe('a commit leaves what it does not concern as it is, to the very object', () => {
  beforeEach(() => {
    commit(market, [bookAt(5.1), trades(leg(1)), funding(0.01)], link(1))
    commit(account, [positions('7'), orders(order(1)), fills(fill(1))], link(2))
  })

  const parts: Readonly<Record<string, (state: State) => unknown>> = {
    market: selectMarket,
    book: (all) => selectMarket(all)?.book,
    matches: (all) => selectMarket(all)?.matches,
    decimals: (all) => selectMarket(all)?.decimals,
    top: selectBookTop,
    funding: selectFunding,
    rates: (all) => selectFunding(all).rates,
    account: selectAccount,
    positions: (all) => selectAccount(all).positions,
    orderHistory: (all) => selectAccount(all).orderHistory,
    fills: (all) => selectAccount(all).fills,
    lost: (all) => all.lost,
    marketLink: (all) => all.links[market],
    accountLink: (all) => all.links[account],
  }

  function changed(act: () => void): string[] {
    const before = state()
    act()
    return Object.keys(parts).filter((name) => !Object.is(parts[name]?.(state()), parts[name]?.(before)))
  }

  it.each([
    ['a message of the account', () => commit(account, [positions('7')]), ['account', 'positions']],
    ["news of the account's link", () => commit(account, [], link(3)), ['accountLink']],
    ["news of the market's link", () => commit(market, [], link(3)), ['marketLink']],
    ['a message of funding', () => commit(market, [funding(0.02)]), ['funding', 'rates']],
    ['a book', () => commit(market, [bookAt(5.2)]), ['market', 'book', 'top']],
    ['trades that are known', () => commit(market, [trades(leg(1))]), ['market']],
    ['a new trade', () => commit(market, [trades(leg(2), leg(1))]), ['market', 'matches']],
    ['orders and fills that are known', () => commit(account, [orders(order(1)), fills(fill(1))]), ['account']],
    ['an unreadable book', () => commit(market, [refused('orderbook')]), ['market', 'lost']],
    ['a message of no topic', () => commit(market, [refused(null)]), ['lost']],
    ['a message of a subject that was left', () => commit(marketKey('2'), [bookAt(5.2)]), ['lost']],
    ['nothing', () => state().commit([]), []],
  ])('%s', (_name, act, expected) => {
    expect(changed(act)).toEqual(expected)
  })
})

describe('the deliveries of one frame', () => {
  it('are applied in their order', () => {
    commit(market, [bookAt(5.1, 10), bookAt(5.2, 20), trades(leg(1)), trades(leg(2))])
    expect(selectMarket(state())?.book?.bids[0]?.price).toBe(5.2)
    expect(selectMarket(state())?.matches.map(({ version }) => version)).toEqual(['2', '1'])
    expect(selectMarket(state())?.topics.orderbook?.confirmed).toEqual({ generation: 1, at: at(20) })
  })

  it('of several subjects make one commit', () => {
    state().commit([batchOf(market, [bookAt(5.1)], link(1)), batchOf(account, [positions('7')], link(2))])
    expect(selectMarket(state())?.book).not.toBeNull()
    expect(selectAccount(state()).positions).toHaveLength(1)
  })

  it('of the other kind of subject are not taken', () => {
    commit(market, [positions('7')])
    commit(account, [bookAt(5.1), funding(1)])
    expect(selectMarket(state())).toMatchObject({ book: null, topics: {} })
    expect(selectAccount(state())).toMatchObject({ positions: [], topics: {} })
    expect(selectFunding(state()).rates).toEqual([])
  })
})

describe('the status of a topic', () => {
  const status = () => selectMarket(state())?.topics.orderbook

  it('is unknown before its first message, whatever the others say', () => {
    commit(market, [trades(leg(1))], link(1))
    expect(status()).toBeUndefined()
  })

  it('is confirmed by an empty list as well', () => {
    commit(account, [delivered({ topic: 'positions', rows: [] }, 30, 4)])
    expect(selectAccount(state()).topics.positions?.confirmed).toEqual({ generation: 4, at: at(30) })
    expect(selectAccount(state()).topics.open_orders).toBeUndefined()
  })

  it('keeps the old figures and their confirmation when a message cannot be read, and says so', () => {
    commit(market, [bookAt(5.1, 10), refused('orderbook', 'data is missing', 'not-a-list')])
    expect(selectMarket(state())?.book?.bids[0]?.price).toBe(5.1)
    expect(status()).toMatchObject({ confirmed: { at: at(10) }, trouble: { detail: 'data is missing' }, lostCount: 1 })
  })

  it('is well again with the next good message', () => {
    commit(market, [refused('orderbook'), bookAt(5.1, 20)])
    expect(status()).toEqual({
      confirmed: { generation: 1, at: at(20) },
      trouble: null,
      doubt: null,
      lostCount: 0,
      lost: [],
    })
  })

  it('is judged by the link that brings it', () => {
    commit(market, [bookAt(5.1), funding(0.01)], link(1))
    commit(account, [positions('7')], link(2))
    expect(selectFreshnessSource(state(), 'orderbook')).toMatchObject({ kind: 'market', link: { generation: 1 } })
    expect(selectFreshnessSource(state(), 'live_funding_rate')).toMatchObject({
      kind: 'market',
      link: { generation: 1 },
    })
    expect(selectFreshnessSource(state(), 'positions')).toMatchObject({ kind: 'account', link: { generation: 2 } })
  })
})

describe('what was not used', () => {
  it('is counted by its reason, the newest first', () => {
    commit(market, [refused('orderbook', 'first'), refused(null, 'second', 'unknown-topic')])
    commit(account, [refused('positions', 'third')])
    expect(state().lost).toMatchObject({ total: 3, byReason: { 'not-json': 2, 'unknown-topic': 1 }, late: 0 })
    expect(state().lost.recent.map(({ detail }) => detail)).toEqual(['third', 'second', 'first'])
  })

  it('is counted to the last, and only the newest 50 are kept', () => {
    for (let count = 0; count < 30; count += 1) commit(market, [refused(null, `${count}`), refused(null, `${count}b`)])
    expect(state().lost.total).toBe(60)
    expect(state().lost.recent).toHaveLength(50)
    expect(state().lost.recent[0]?.detail).toBe('29b')
  })
})
