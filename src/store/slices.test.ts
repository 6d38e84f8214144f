import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_HISTORY_ROWS, MAX_TAPE_ROWS } from '../config'
import { selectAccount, selectMarket } from './selectors'
import type { MarketData } from './market-slice'
import {
  accountKey,
  accountOf,
  at,
  beginStore,
  bookAt,
  commit,
  delivered,
  fill,
  fills,
  leg,
  MAIN,
  marketKey,
  order,
  orders,
  position,
  positions,
  state,
  trades,
} from './test-kit'

const market = marketKey('1')
const account = accountKey('0xabc')
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

function tape(): MarketData {
  const data = selectMarket(state())
  if (data === undefined) throw new Error('no market is held')
  return data
}

beforeEach(() => beginStore(accountOf('0xabc')))

describe('the tape', () => {
  it('keeps the newest 500 matches, whatever order they came in, and says when older ones have left', () => {
    commit(market, [trades(...range(1, MAX_TAPE_ROWS).map((id) => leg(id)))])
    expect(tape()).toMatchObject({ tapeCut: false })
    expect(tape().matches).toHaveLength(MAX_TAPE_ROWS)
    commit(market, [trades(leg(MAX_TAPE_ROWS + 1), leg(0))])
    expect(tape().tapeCut).toBe(true)
    expect(tape().matches).toHaveLength(MAX_TAPE_ROWS)
    expect(tape().matches[0]?.version).toBe(String(MAX_TAPE_ROWS + 1))
    expect(tape().matches.at(-1)?.version).toBe('2')
  })

  it('holds no legs beyond those of its matches, however long it runs', () => {
    for (let round = 0; round < 10; round += 1) {
      commit(market, [trades(...range(round * 300, round * 300 + 299).map((id) => leg(id)))])
    }
    expect(tape().legs).toHaveLength(MAX_TAPE_ROWS)
    expect(tape().matches[0]?.version).toBe('2999')
  })

  it('pairs the legs of a match over several messages', () => {
    const taker = { ...leg(1), key: 'taker', feeUsd: 0.1 }
    commit(market, [trades(taker)])
    expect(tape().matches).toHaveLength(1)
    commit(market, [trades(leg(1))])
    expect(tape().matches).toHaveLength(1)
    expect(tape().matches[0]?.legs.map(({ key }) => key)).toEqual(['taker', 'leg 1'])
  })

  it('counts a repeated list once, and two equal trades of one list as two', () => {
    const twice = trades({ ...leg(1), feeUsd: 0.1 }, { ...leg(1), feeUsd: 0.1 })
    commit(market, [twice, twice, trades()])
    commit(market, [twice])
    expect(tape().matches.flatMap(({ legs }) => legs)).toHaveLength(2)
  })

  it('gives its top to the next trade, whatever time the one before claims', () => {
    const sent = (id: number, ms: number, ahead = 0) => ({
      ...trades({ ...leg(id), timeMs: at(ms).wall + ahead }),
      at: at(ms),
    })
    commit(market, [sent(1, 1000), sent(2, 2000, 3_600_000)])
    expect(tape().matches.map(({ version }) => version)).toEqual(['2', '1'])
    commit(market, [sent(3, 3000)])
    expect(tape().matches.map(({ version }) => version)).toEqual(['3', '2', '1'])
  })

  it('does so though the reader’s clock is an hour ahead, once that was measured', () => {
    const sent = (id: number, ms: number, ahead = 0) => ({
      ...trades({ ...leg(id), timeMs: at(ms).wall + ahead }),
      at: { mono: ms, wall: at(ms).wall + 3_600_000 },
      lag: { lagMs: 0, offsetMs: 3_600_000, sinceMono: 0 },
    })
    commit(market, [sent(1, 1000), sent(2, 2000, 1_800_000), sent(3, 3000)])
    expect(tape().matches.map(({ version }) => version)).toEqual(['3', '2', '1'])
  })

  it('has the newest on top though the reader’s clock was set back by an hour before a list that was asked for', () => {
    const time = (ms: number) => at(ms).wall
    commit(market, [{ ...trades({ ...leg(1), timeMs: time(1000) }), at: at(1000) }])
    const setBack = { mono: 2000, wall: time(2000) - 3_600_000 }
    commit(market, [{ ...trades({ ...leg(2), timeMs: time(2000) }, { ...leg(1), timeMs: time(1000) }), at: setBack }])
    expect(tape().matches.map(({ version }) => version)).toEqual(['2', '1'])
  })

  it('starts anew with the market', () => {
    commit(market, [trades(...range(0, MAX_TAPE_ROWS).map((id) => leg(id)))])
    state().showMarket(MAIN, '2')
    expect(tape()).toMatchObject({ tapeCut: false, matches: [], legs: [] })
  })
})

describe('decimals of a market', () => {
  it('are learnt from books and trades, and only grow', () => {
    commit(market, [bookAt(5.25)])
    expect(tape().decimals).toEqual({ price: 2, size: 0 })
    commit(market, [trades({ ...leg(1, 5.125), size: 0.5 })])
    expect(tape().decimals).toEqual({ price: 3, size: 1 })
    const { decimals } = tape()
    commit(market, [bookAt(5), trades(leg(2, 7))])
    expect(tape().decimals).toBe(decimals)
  })

  it("begin with the table's, where it knows them", () => {
    const [first] = MAIN.markets
    if (first === undefined) throw new Error('a network without markets')
    state().showMarket({ ...MAIN, id: 'known', markets: [{ ...first, decimals: { price: 3, size: 2 } }] }, '1')
    expect(tape().decimals).toEqual({ price: 3, size: 2 })
  })

  it('are not blown up by one absurd price', () => {
    commit(market, [bookAt(1e-300)])
    expect(tape().decimals.price).toBe(10)
  })
})

describe('lists of an account', () => {
  it('positions and open orders are what the last message says', () => {
    commit(account, [positions('1', '2'), positions('2')])
    expect(selectAccount(state()).positions).toEqual([position('2')])
    commit(account, [positions()])
    expect(selectAccount(state()).positions).toEqual([])
  })

  it('orders merge by their id: the newer change wins, absence removes nothing', () => {
    commit(account, [orders(order(2, 'open', 20), order(1))])
    commit(account, [orders(order(2, 'filled', 30))])
    commit(account, [orders(order(2, 'open', 20), order(3))])
    expect(selectAccount(state()).orderHistory.map(({ orderId, status }) => `${orderId} ${status}`)).toEqual([
      '3 open',
      '2 filled',
      '1 open',
    ])
  })

  it('fills merge as a multiset: equal rows of one message are as many fills', () => {
    commit(account, [fills(fill(1), fill(1)), fills(fill(1)), fills(fill(2), fill(1), fill(1))])
    expect(selectAccount(state()).fills.map(({ timeMs }) => timeMs)).toEqual([2, 1, 1])
  })

  it.each([
    ['orderHistory', (ids: readonly number[]) => orders(...ids.map((id) => order(id)))],
    ['fills', (ids: readonly number[]) => fills(...ids.map((id) => fill(id)))],
  ] as const)('%s keep the newest 5,000 rows and say so', (list, message) => {
    commit(account, [message(range(2, MAX_HISTORY_ROWS + 1))])
    expect(selectAccount(state()).cut[list]).toBe(false)
    commit(account, [message([1])])
    expect(selectAccount(state()).cut[list]).toBe(true)
    expect(selectAccount(state())[list]).toHaveLength(MAX_HISTORY_ROWS)
    expect(selectAccount(state())[list].at(-1)).toMatchObject({ size: 1, key: expect.stringContaining('2') as unknown })
    commit(account, [message([MAX_HISTORY_ROWS + 2])])
    expect(selectAccount(state()).cut).toEqual({ orderHistory: false, fills: false, [list]: true })
  })

  it('rows without a time stand last', () => {
    commit(account, [fills({ ...fill(9), timeMs: null }, fill(1))])
    expect(selectAccount(state()).fills.map(({ timeMs }) => timeMs)).toEqual([1, null])
  })

  it.each([
    ['positions', positions('1')],
    ['orders', orders(order(1))],
    ['fills', fills(fill(1))],
  ])('%s with a row name the address, and it stays named', (_name, message) => {
    commit(account, [delivered({ topic: 'positions', rows: [] }), delivered({ topic: 'trade_history', rows: [] })])
    expect(selectAccount(state()).named).toBe(false)
    commit(account, [message, positions()])
    expect(selectAccount(state()).named).toBe(true)
  })
})
