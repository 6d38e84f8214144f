import { describe, expect, it } from 'vitest'
import openOrdersText from './fixtures/open_orders.json?raw'
import orderHistoryText from './fixtures/order_history.json?raw'
import orderbookText from './fixtures/orderbook.json?raw'
import positionsText from './fixtures/positions.json?raw'
import recentTradesText from './fixtures/recent_trades.json?raw'
import tradeHistoryText from './fixtures/trade_history.json?raw'
import {
  ACCOUNT,
  accountSubject,
  DOCUMENTED_ACCOUNT,
  decodeRows,
  decodeText,
  MARKET_396,
  MARKET_1338,
  only,
  reasonsOf,
  rowsOf,
  updateOf,
} from './test-kit'

const level = (price: string, size: string, lastUpdated: string | number, isAsk = false) => ({
  is_ask: isAsk,
  last_updated: lastUpdated,
  market_id: '1338',
  price,
  size,
})
const bookOf = (...rows: object[]) => decodeRows('orderbook', rows, MARKET_1338)
const bidsOf = (...rows: object[]) =>
  updateOf('orderbook', bookOf(...rows)).book.bids.map(({ price, size }) => [price, size])

describe('levels of a book', () => {
  it('are best first, in whatever order they come', () => {
    const rows = rowsOf(orderbookText)
    const book = updateOf('orderbook', decodeText(orderbookText, MARKET_396))
    expect(updateOf('orderbook', decodeRows('orderbook', rows.toReversed(), MARKET_396))).toEqual(book)
  })

  it('of size 0 are absent, without a word', () => {
    const decoded = bookOf(level('5.5', '1', 100), level('5.4', '0', 100), level('5.6', '0.000', 100, true))
    expect(updateOf('orderbook', decoded).book).toEqual({
      bids: [{ price: 5.5, size: 1, updatedMs: 100_000 }],
      asks: [],
    })
    expect(decoded.lostCount).toBe(0)
  })

  it('all of size 0 make an empty book, and so does no level at all', () => {
    for (const decoded of [bookOf(level('5.5', '0', 100)), bookOf(level('5.5', '0', '')), bookOf()]) {
      expect(decoded).toMatchObject({ ok: true, update: { book: { bids: [], asks: [] } } })
    }
  })

  it('that repeat a price: the one changed last counts, the others are set aside', () => {
    const rows = [level('5.5', '1', 100), level('5.5', '2', 300), level('5.50', '3', 200), level('5.4', '9', 400)]
    for (const order of [rows, rows.toReversed()]) {
      const decoded = bookOf(...order)
      expect(updateOf('orderbook', decoded).book.bids.map(({ price, size }) => [price, size])).toEqual([
        [5.5, 2],
        [5.4, 9],
      ])
      expect(reasonsOf(decoded)).toEqual(Array(2).fill('repeated-level: orderbook: price 5.5 stands more than once'))
    }
  })

  it('that repeat a price within one second: the smaller size counts, in whatever order they come', () => {
    const [a, b] = [level('5.5', '1', 100), level('5.5', '2', 100)]
    expect(bidsOf(a, b)).toEqual([[5.5, 1]])
    expect(bidsOf(b, a)).toEqual([[5.5, 1]])
  })

  it('that were emptied last are absent, although an older row of the price has a size', () => {
    const [older, emptied] = [level('5.5', '7', 100), level('5.5', '0', 200)]
    expect(bidsOf(older, emptied, level('5.4', '1', 100))).toEqual([[5.4, 1]])
    expect(bidsOf(emptied, older)).toEqual([])
    expect(bidsOf(level('5.5', '7', 300), emptied)).toEqual([[5.5, 7]])
  })

  it('of the same price on both sides both stand, as a locked book', () => {
    const { book } = updateOf('orderbook', bookOf(level('5.5', '1', 100), level('5.5', '2', 100, true)))
    expect([book.bids[0]?.size, book.asks[0]?.size]).toEqual([1, 2])
  })

  it('time 0 is no time, and is not counted as lost', () => {
    const decoded = bookOf(level('5.5', '1', 0))
    expect(updateOf('orderbook', decoded).book.bids[0]?.updatedMs).toBeNull()
    expect(decoded.lostCount).toBe(0)
  })
})

describe('rows of somebody else', () => {
  it('another market: set aside by name, the others stay', () => {
    const decoded = bookOf(level('5.5', '1', 100), { ...level('6.5', '1', 100), market_id: '1339' })
    expect(updateOf('orderbook', decoded).book.bids).toHaveLength(1)
    expect(reasonsOf(decoded)).toEqual(['foreign-market: server sent market 1339 for 1338, not shown'])
  })

  it.each([
    ['positions', positionsText],
    ['open_orders', openOrdersText],
    ['order_history', orderHistoryText],
    ['trade_history', tradeHistoryText],
  ] as const)('%s of another account: nothing is shown, and no empty list is made of it', (topic, text) => {
    const decoded = decodeText(text, accountSubject('0xabc'))
    expect(decoded).toMatchObject({ ok: false, topic })
    expect(reasonsOf(decoded)[0]).toBe(
      `foreign-account: server sent account ${DOCUMENTED_ACCOUNT} for 0xabc, not shown`,
    )
  })

  it('the same account written without its leading zeros is the same', () => {
    const row = { ...rowsOf(positionsText)[0], address: '0xabc' }
    for (const address of ['0x0abc', '0xABC', `0x${'abc'.padStart(64, '0')}`]) {
      expect(decodeRows('positions', [row], accountSubject(address))).toMatchObject({ ok: true, lostCount: 0 })
    }
  })

  it('names a foreign account clipped and cleaned', () => {
    const row = { ...rowsOf(positionsText)[0], address: `\u202e<b>${'x'.repeat(10_000)}` }
    const [reason = ''] = reasonsOf(decodeRows('positions', [row], accountSubject('0xabc')))
    expect(reason).toMatch(/^foreign-account: server sent account <b>x+… for 0xabc, not shown$/)
  })
})

describe('what a message lost', () => {
  it('costs only itself: the other rows stay', () => {
    const [order] = rowsOf(openOrdersText)
    const rows = [
      { ...order, order_id: '1' },
      { ...order, price: '' },
      null,
      { ...order, order_id: '2', leverage: null },
    ]
    const decoded = decodeRows('open_orders', rows, ACCOUNT)
    expect(updateOf('open_orders', decoded).rows.map((row) => row.orderId)).toEqual(['1', '2'])
    expect(decoded.lostCount).toBe(3)
    expect(reasonsOf(decoded)).toEqual([
      'row: open_orders: price is ""',
      'row: open_orders: a row is null',
      'field: open_orders: leverage is null',
    ])
  })

  it('a lost row counts once, however much of it is wrong, by its first fault', () => {
    const decoded = decodeRows('positions', [{}, { market_id: '396' }], ACCOUNT)
    expect(decoded).toMatchObject({ ok: false, lostCount: 2 })
    expect(reasonsOf(decoded)).toEqual(['row: positions: market_id is missing', 'row: positions: address is missing'])
  })

  it('is counted in full, while the reasons of the first twenty are kept', () => {
    const decoded = decodeRows(
      'positions',
      Array.from({ length: 5000 }, () => ({})),
      ACCOUNT,
    )
    expect(decoded.lostCount).toBe(5000)
    expect(decoded.lost).toHaveLength(20)
  })

  it('unknown fields and unknown values are none', () => {
    const row = {
      ...rowsOf(orderHistoryText)[0],
      status: 'Expired',
      order_type: 9,
      extra: { deep: [1] },
      constructor: 1,
    }
    const decoded = decodeRows('order_history', [row], ACCOUNT)
    expect(only(updateOf('order_history', decoded).rows)).toMatchObject({ status: 'Expired', orderType: 9 })
    expect(decoded.lostCount).toBe(0)
  })
})

describe('text fields', () => {
  const statusOf = (status: string) => {
    const row = { ...rowsOf(orderHistoryText)[0], status }
    return only(updateOf('order_history', decodeRows('order_history', [row], ACCOUNT)).rows).status
  }

  it('lose control and bidi characters, keep markup as text, and are clipped', () => {
    expect(statusOf('\u202eFilled\u0007\u2069')).toBe('Filled')
    expect(statusOf('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>')
    expect(statusOf('y'.repeat(10_000))).toBe(`${'y'.repeat(199)}…`)
  })

  it('in place of figures are described, cleaned and clipped', () => {
    const row = { ...rowsOf(positionsText)[0], size: `\u202e${'9'.repeat(10_000)}` }
    const decoded = decodeRows('positions', [row], ACCOUNT)
    expect(reasonsOf(decoded)).toEqual([`row: positions: size is "${'9'.repeat(39)}…"`])
  })
})

describe('ids', () => {
  it('equal as doubles stay apart, in orders, positions and history', () => {
    const ids = [
      '12907057702855018828273522',
      '12907057702855018828273523',
      `9${'0'.repeat(37)}1`,
      `9${'0'.repeat(37)}2`,
    ]
    const orders = ids.map((id) => ({ ...rowsOf(openOrdersText)[0], order_id: id }))
    const positions = ids.map((id) => ({ ...rowsOf(positionsText)[0], trade_id: id }))
    const history = ids.map((id) => ({ ...rowsOf(orderHistoryText)[0], order_id: id }))
    expect(updateOf('open_orders', decodeRows('open_orders', orders, ACCOUNT)).rows.map((row) => row.orderId)).toEqual(
      ids,
    )
    expect(updateOf('positions', decodeRows('positions', positions, ACCOUNT)).rows.map((row) => row.tradeId)).toEqual(
      ids,
    )
    expect(updateOf('order_history', decodeRows('order_history', history, ACCOUNT)).rows.map((row) => row.key)).toEqual(
      ids,
    )
  })
})

describe('the key of a leg or a fill', () => {
  const keysOf = (...rows: object[]) =>
    updateOf('recent_trades', decodeRows('recent_trades', rows, MARKET_1338)).legs.map((leg) => leg.key)
  const [leg = {}] = rowsOf(recentTradesText)

  it('is the same for the same fields in another order on the wire', () => {
    const [a, b] = keysOf(leg, Object.fromEntries(Object.entries(leg).toReversed()))
    expect(a).toBe(b)
  })

  it('differs where any field differs, known or not', () => {
    const variants = [
      leg,
      ...Object.keys(leg).map((name) => ({ ...leg, [name]: other(name) })),
      { ...leg, extra: 1 },
      { ...leg, extra: null },
      { ...leg, extra: 'null' },
    ]
    const keys = keysOf(...variants)
    expect(new Set(keys).size).toBe(variants.length - 1)
  })

  it('is not imitated by a value that looks like another field', () => {
    const keys = keysOf(
      { ...leg, a: '1|b=2' },
      { ...leg, a: '1', b: '2' },
      { ...leg, a: '1","b":"2' },
      { ...leg, a: { b: 1 } },
      { ...leg, a: { b: 2 } },
      { ...leg, a: ['1', '2'] },
      { ...leg, a: '1,2' },
      { ...leg, __proto__x: 1 },
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('cannot be made to throw by what a field holds', () => {
    const [{ ...row }] = [leg]
    const text = JSON.stringify({ data: [{ ...row, extra: 'PLACE' }] })
    for (const json of ['{"toString":null,"valueOf":1}', '{"toJSON":{}}', '[[{"toString":1}]]']) {
      expect(decodeText(text.replace('"PLACE"', json), MARKET_1338)).toMatchObject({ ok: true, lostCount: 0 })
    }
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(reasonsOf(decodeText(text.replace('"PLACE"', deep), MARKET_1338))).toEqual([
      'row: recent_trades: a row nests too deep',
    ])
  })

  // market_id is not among the keys: a foreign row has none.
  function other(name: string): unknown {
    if (name === 'market_id') return '1339'
    if (name === 'address') return '0x1'
    return '7'
  }
})
