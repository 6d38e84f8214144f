import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_CHARS } from './decode'
import orderbookText from './fixtures/orderbook.json?raw'
import positionsText from './fixtures/positions.json?raw'
import { nestsDeeper } from './nesting'
import { ACCOUNT, decodeRows, decodeText, MARKET_396, MARKET_1338, reasonsOf, rowsOf, BOOK_1338 } from './test-kit'

describe('a message that is none', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['prose', 'rate limit exceeded'],
    ['HTML', '<!doctype html><html><body>502 Bad Gateway</body></html>'],
    ['cut off', orderbookText.slice(0, -20)],
    ['two messages in one', '{"data":[],"message":"orderbook"}{"data":[],"message":"orderbook"}'],
    ['preceded by a byte order mark', '\ufeff{"data":[],"message":"orderbook"}'],
  ])('%s: refused as no JSON', (_what, text) => {
    expect(decodeText(text, MARKET_396)).toMatchObject({
      ok: false,
      topic: null,
      lostCount: 1,
      lost: [{ reason: 'not-json' }],
    })
  })

  it.each([
    ['[]', 'a list'],
    ['[{"data":[],"message":"orderbook"}]', 'a list'],
    ['7', '7'],
    ['"orderbook"', '"orderbook"'],
    ['null', 'null'],
    ['true', 'true'],
  ])('%s: refused, for a message is an object', (text, described) => {
    expect(reasonsOf(decodeText(text, MARKET_396))).toEqual([`not-a-message: a message is ${described}`])
  })

  it.each([[new ArrayBuffer(8)], [new Uint8Array(8)], [null], [undefined], [7], [{ data: [] }]])(
    '%s: refused as binary',
    (data) => {
      expect(decodeText(data, MARKET_396)).toMatchObject({ ok: false, lost: [{ reason: 'not-text', lost: 'message' }] })
    },
  )

  it('shows only the clean beginning of what was no JSON', () => {
    const [detail] = reasonsOf(decodeText(`<b>\u202e\u0000${'x'.repeat(10_000)}`, MARKET_396))
    expect(detail).toBe(`not-json: not JSON: "<b>${'x'.repeat(76)}…"`)
  })

  it('is refused before it is parsed when it is over 16 MB', () => {
    const text = `${' '.repeat(MAX_MESSAGE_CHARS)}{}`
    expect(decodeText(text, MARKET_396)).toMatchObject({ ok: false, lost: [{ reason: 'too-large' }] })
  })

  it('is refused before it is parsed when it is long and nests deep', () => {
    const text = `{"message":"orderbook","data":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(decodeText(text, MARKET_396)).toMatchObject({ ok: false, lost: [{ reason: 'too-deep' }] })
  })

  it('is judged by the brackets outside its texts', () => {
    const brackets = '[{'.repeat(150_000)
    expect(nestsDeeper(JSON.stringify({ data: [{ note: `${brackets}"\\${brackets}` }] }), 3)).toBe(false)
    expect(nestsDeeper(JSON.stringify({ data: [{ note: brackets, more: [] }] }), 3)).toBe(true)
    expect(nestsDeeper(JSON.stringify(Array.from({ length: 200_000 }, () => [])), 2)).toBe(false)
  })
})

describe('a topic', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'best_price',
    'live_order_history',
    'live_trade_history',
    'deposit_withdraw_history',
    'ORDERBOOK',
    ' orderbook',
    '',
  ])('%j is not one of ours', (message) => {
    const decoded = decodeText(JSON.stringify({ data: [], message }), MARKET_396)
    expect(decoded).toMatchObject({ ok: false, topic: null, lost: [{ reason: 'unknown-topic' }] })
  })

  it.each([[null], [7], [true], [['orderbook']], [{ topic: 'orderbook' }]])('%j is no name', (message) => {
    const decoded = decodeText(JSON.stringify({ data: [], message }), MARKET_396)
    expect(decoded).toMatchObject({ ok: false, topic: null, lost: [{ reason: 'unknown-topic' }] })
  })

  it.each(['orderbook', 'recent_trades', 'live_funding_rate'])(
    '%s of a market is not for an account socket',
    (message) => {
      const decoded = decodeText(JSON.stringify({ data: [], message }), ACCOUNT)
      expect(reasonsOf(decoded)).toEqual([`topic-not-asked: topic ${message} came to a socket of one account`])
      expect(decoded.ok).toBe(false)
    },
  )

  it.each(['positions', 'open_orders', 'order_history', 'trade_history'])(
    '%s of an account is not for a market socket',
    (message) => {
      const decoded = decodeText(JSON.stringify({ data: [], message }), MARKET_396)
      expect(decoded).toMatchObject({ ok: false, lost: [{ reason: 'topic-not-asked' }] })
    },
  )

  it('other than the book is not for a socket of a book alone', () => {
    for (const message of ['recent_trades', 'live_funding_rate', 'positions']) {
      const decoded = decodeText(JSON.stringify({ data: [], message }), BOOK_1338)
      expect(reasonsOf(decoded)).toEqual([`topic-not-asked: topic ${message} came to a socket of one book`])
    }
    expect(decodeText('{"data":[]}', BOOK_1338)).toMatchObject({ ok: false, lost: [{ reason: 'no-topic' }] })
    const foreign = { message: 'orderbook', data: [{ market_id: '1339' }] }
    expect(reasonsOf(decodeText(JSON.stringify(foreign), BOOK_1338))).toContain(
      'foreign-market: server sent market 1339 for 1338, not shown',
    )
  })

  it('may be missing for a list on a market socket alone', () => {
    expect(decodeText('{"data":[]}', MARKET_1338)).toMatchObject({ ok: true, update: { topic: 'recent_trades' } })
    for (const text of [
      '{}',
      '{"data":{}}',
      '{"error":"rate limit"}',
      '{"__proto__":{"message":"orderbook"},"data":1}',
    ]) {
      expect(decodeText(text, MARKET_1338)).toMatchObject({ ok: false, lost: [{ reason: 'no-topic' }] })
    }
    expect(decodeText('{"data":[]}', ACCOUNT)).toMatchObject({ ok: false, lost: [{ reason: 'no-topic' }] })
  })

  it('missing never makes a book or a position of the rows', () => {
    for (const text of [orderbookText, positionsText]) {
      const rows = JSON.stringify({ data: rowsOf(text) })
      expect(decodeText(rows, MARKET_396)).toMatchObject({ ok: false, topic: 'recent_trades' })
      expect(decodeText(rows, ACCOUNT)).toMatchObject({ ok: false, topic: null })
    }
  })
})

describe('data', () => {
  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    ['', '""'],
    [{}, 'an object'],
    [{ length: 1, 0: {} }, 'an object'],
    [0, '0'],
    [false, 'false'],
  ])('%j is no list, and an empty list is not made of it', (data, described) => {
    const decoded = decodeText(JSON.stringify({ data, message: 'open_orders' }), ACCOUNT)
    expect(decoded).toMatchObject({ ok: false, topic: 'open_orders' })
    expect(reasonsOf(decoded)).toEqual([`not-a-list: open_orders: data is ${described}`])
  })

  it.each([
    ['orderbook', MARKET_396],
    ['recent_trades', MARKET_396],
    ['live_funding_rate', MARKET_396],
    ['positions', ACCOUNT],
    ['open_orders', ACCOUNT],
    ['order_history', ACCOUNT],
    ['trade_history', ACCOUNT],
  ] as const)('%s: rows that are no objects are counted, and no empty list is made of them', (topic, subject) => {
    const decoded = decodeRows(topic, [null, 1, '', [], true, [[]]], subject)
    expect(decoded).toMatchObject({ ok: false, topic, lostCount: 6 })
    expect(reasonsOf(decoded)[0]).toBe(`row: ${topic}: a row is null`)
    expect(decodeRows(topic, [], subject)).toMatchObject({ ok: true, lostCount: 0 })
  })
})
