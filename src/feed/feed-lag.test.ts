import { describe, expect, it } from 'vitest'
import { createRig, MARKET, message, NETWORK } from './test-kit'

function openMarket() {
  const rig = createRig()
  return { rig, feed: rig.feeds.open(MARKET, NETWORK) }
}

describe('lag', () => {
  /** A list whose newest trade is `second` seconds after the start. */
  const trades = (second: number) =>
    message('recent_trades', [
      {
        market_id: '1338',
        price: 5,
        size: 1,
        trade_id: '1',
        transaction_version: 1,
        timestamp: 1_700_000_000 + second,
      },
    ])
  const lags = (rig: ReturnType<typeof createRig>) => rig.deliveries.map(({ lag }) => lag?.lagMs ?? null)

  it('is not measured by the list that was asked for, which may be of any age, but by what follows', () => {
    const { rig } = openMarket()
    rig.socket().opens()
    rig.socket().brings(trades(-60))
    rig.pass(1000)
    rig.socket().brings(trades(1))
    rig.pass(9000)
    rig.socket().brings(trades(2))
    expect(lags(rig)).toEqual([null, 0, 8000])
  })

  it('is not measured by the first list of the next socket, but still against the best of the last one', () => {
    const { rig } = openMarket()
    rig.socket().opens()
    for (const second of [-1, 0]) rig.socket().brings(trades(second))
    rig.socket().closes(1006)
    rig.pass(250)
    rig.socket().opens()
    rig.pass(3750)
    rig.socket().brings(trades(1))
    rig.pass(4000)
    rig.socket().brings(trades(2))
    expect(lags(rig)).toEqual([null, 0, null, 6000])
  })

  it('is not measured by the answer to a refresh', () => {
    const { rig } = openMarket()
    rig.socket().opens()
    rig.socket().brings(trades(0))
    for (let second = 1; second <= 301; second += 1) {
      rig.pass(1000)
      rig.socket().brings(trades(second))
    }
    expect(lags(rig).slice(298)).toEqual([0, 0, null, 0])
  })
})

describe('how late the messages of a socket come', () => {
  const row = { market_id: '1338', price: 5, size: 1, trade_id: '1', transaction_version: 1 }
  /** Messages of one row whose time is `second` seconds after the start. */
  const trades = (second: number) => message('recent_trades', [{ ...row, timestamp: 1_700_000_000 + second }])
  const book = (second: number) =>
    message('orderbook', [{ ...row, is_ask: true, last_updated: 1_700_000_000 + second }])
  const funding = message('live_funding_rate')
  const said = ({ views }: ReturnType<typeof createRig>) => views.at(-1)?.lagMs

  /** A market whose lists came promptly for 3 s; then its books come 30 s late, one every 12 s, up to 63 s. */
  function lateBooks() {
    const { rig } = openMarket()
    const socket = rig.socket()
    socket.opens()
    for (const text of [book(-2), trades(-2), funding]) socket.brings(text)
    for (const second of [1, 2, 3]) {
      rig.pass(1000)
      socket.brings(book(second))
      socket.brings(trades(second))
    }
    for (const second of [15, 27, 39, 51, 63]) {
      rig.pass(12_000)
      socket.brings(book(second - 30))
    }
    return { rig, socket }
  }

  it('is told of the socket, and holds between two messages that come seldom', () => {
    const { rig } = lateBooks()
    const heard: unknown[] = []
    for (let second = 0; second < 11; second += 1) {
      rig.pass(1000)
      heard.push(said(rig))
    }
    expect(heard).toEqual(Array(11).fill(30_000))
  })

  it('is nought with the next message of any topic that is not late', () => {
    const { rig, socket } = lateBooks()
    rig.pass(1000)
    socket.brings(trades(64))
    expect(said(rig)).toBe(0)
  })

  it('is nought with an answer that comes promptly, and not with those that come late', () => {
    const { rig, socket } = lateBooks()
    /** Waits for the next question, and answers it after `ms`. */
    function answer(ms: number) {
      const { length } = socket.sent
      for (let second = 0; socket.sent.length === length && second < 20; second += 1) rig.pass(1000)
      expect(socket.sent.at(-1)).toContain('live_funding_rate')
      rig.pass(ms)
      socket.brings(funding)
    }
    answer(1000)
    expect(said(rig)).toBe(30_000)
    // What is still owed of earlier questions.
    for (const text of [funding, funding]) socket.brings(text)
    answer(2001)
    expect(said(rig)).toBe(30_000)
    answer(2000)
    expect(said(rig)).toBe(0)
  })

  it('is not measured by a book that was asked for after a minute of silence', () => {
    const { rig } = openMarket()
    const socket = rig.socket()
    socket.opens()
    for (const text of [book(-1), trades(-1), book(0), trades(0)]) socket.brings(text)
    for (let second = 1; second <= 61; second += 1) {
      rig.pass(1000)
      socket.brings(trades(second))
    }
    expect(rig.log.at(-1)).toContain('asked for the book')
    socket.brings(book(30))
    expect(rig.deliveries.at(-1)).toMatchObject({ topic: 'orderbook', lag: null })
    expect(said(rig)).toBe(0)
  })

  it('is not known of the next socket', () => {
    const { rig, socket } = lateBooks()
    socket.closes(1006)
    rig.pass(250)
    rig.socket().opens()
    rig.socket().brings(book(40))
    expect(said(rig)).toBeNull()
  })
})
