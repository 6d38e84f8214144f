import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_TAPE_ROWS } from '../config'
import { CANDLE_SECONDS } from '../domain/preferences'
import { sessionStats } from '../domain/session-stats'
import type { MarketData } from './market-slice'
import { selectMarket } from './selectors'
import { beginStore, bookAt, commit, delivered, leg, MAIN, marketKey, refused, state, trades } from './test-kit'

const key = marketKey('1')
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
/** Legs of one match each, at that many seconds. */
const at = (...seconds: readonly number[]) => seconds.map((second) => leg(second))
const by = (generation: number, ...seconds: readonly number[]) =>
  delivered({ topic: 'recent_trades', legs: at(...seconds) }, 0, generation)

function market(): MarketData {
  const data = selectMarket(state())
  if (data === undefined) throw new Error('no market is held')
  return data
}
const stats = () => {
  const { session } = market()
  return session === null ? null : sessionStats(session)
}
const tradesIn = (seconds: (typeof CANDLE_SECONDS)[number]) =>
  market().candles[seconds].candles.map(({ startMs, trades: count }) => [startMs / 1000, count])

beforeEach(() => beginStore())

describe('what the tape has shown', () => {
  it('is nothing before the first trade', () => {
    commit(key, [bookAt(5.1), trades()])
    expect(market()).toMatchObject({ session: null, gaps: [] })
    for (const seconds of CANDLE_SECONDS) expect(market().candles[seconds].candles).toEqual([])
  })

  it('stands in the candles of every interval and in the session', () => {
    commit(key, [trades(leg(62, 7), leg(61, 4), leg(3, 5))])
    commit(key, [trades(leg(63, 6))])
    expect(tradesIn(1)).toEqual([
      [3, 1],
      [61, 1],
      [62, 1],
      [63, 1],
    ])
    expect(tradesIn(5)).toEqual([
      [0, 1],
      [60, 3],
    ])
    expect(tradesIn(60)).toEqual([
      [0, 1],
      [60, 3],
    ])
    expect(tradesIn(300)).toEqual([[0, 4]])
    expect(stats()).toMatchObject({ firstPrice: 5, high: 7, low: 4, lastPrice: 6, trades: 4, size: 4, sinceMs: 3000 })
  })

  it('counts every trade once, though lists repeat them and legs come apart', () => {
    const taker = { ...leg(1), key: 'taker', feeUsd: 0.1 }
    commit(key, [trades(taker), trades(taker, leg(2))])
    commit(key, [trades(leg(1), taker), trades(leg(3), leg(2), leg(1), taker)])
    expect(stats()).toMatchObject({ trades: 3, size: 3 })
  })

  it('outlives the end of the tape, and what comes again from behind it is not counted twice', () => {
    const list = at(...range(1, MAX_TAPE_ROWS + 300))
    commit(key, [trades(...list)])
    expect(stats()).toMatchObject({ trades: MAX_TAPE_ROWS + 300, sinceMs: 1000 })
    commit(key, [trades(...list, leg(MAX_TAPE_ROWS + 301))])
    expect(stats()).toMatchObject({ trades: MAX_TAPE_ROWS + 301, sinceMs: 1000 })
    expect(tradesIn(300)[0]).toEqual([0, 299])
  })

  it('is bounded, however long it runs', () => {
    for (let round = 0; round < 20; round += 1) commit(key, [trades(...at(...range(round * 100, round * 100 + 99)))])
    expect(market().candles[1]).toMatchObject({ cut: true, candles: { length: 960 } })
    expect(stats()?.trades).toBe(2000)
  })

  it('stays the very same while nothing new comes', () => {
    commit(key, [trades(leg(1))])
    const before = market()
    commit(key, [trades(leg(1)), bookAt(5.1)])
    expect(market().session).toBe(before.session)
    expect(market().candles).toBe(before.candles)
    expect(market().gaps).toBe(before.gaps)
  })

  it('leaves with the market, in the same commit', () => {
    commit(key, [by(1, 1), by(2, 100)])
    state().showMarket(MAIN, '2')
    expect(market()).toMatchObject({ session: null, gaps: [] })
    expect(tradesIn(1)).toEqual([])
  })
})

describe('a hole between two sockets', () => {
  beforeEach(() => commit(key, [by(1, 10)]))

  it('is a gap up to the oldest trade that the new socket lists', () => {
    commit(key, [by(2, 30, 20)])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: 21_000 }])
  })

  it('is none where that list reaches back behind it', () => {
    commit(key, [by(2, 30, 20, 9)])
    expect(market().gaps).toEqual([])
  })

  it('lasts while the new socket lists nothing', () => {
    commit(key, [by(2)])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: null }])
    commit(key, [by(2, 40)])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: 41_000 }])
  })

  it('is none on one socket, however long nothing is traded', () => {
    commit(key, [by(1, 3600)])
    commit(key, [by(1, 5000)])
    expect(market().gaps).toEqual([])
  })

  it('is found within one frame too', () => {
    commit(key, [by(1, 11), by(2, 30)])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: 31_000 }])
  })
})

describe('trades that could not be read', () => {
  it('are a gap up to the next that could', () => {
    commit(key, [by(1, 10)])
    commit(key, [refused('recent_trades')])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: null }])
    commit(key, [by(1, 20)])
    expect(market().gaps).toEqual([{ fromMs: 10_000, toMs: 21_000 }])
  })

  it('before the first trade leave nothing behind, since nothing was seen', () => {
    commit(key, [refused('recent_trades')])
    expect(market().gaps).toEqual([])
  })
})
