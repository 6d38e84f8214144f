import { describe, expect, it } from 'vitest'
import type { Topic } from '../domain/update'
import fundingText from './fixtures/live_funding_rate.json?raw'
import openOrdersText from './fixtures/open_orders.json?raw'
import orderHistoryText from './fixtures/order_history.json?raw'
import orderbookText from './fixtures/orderbook.json?raw'
import positionsText from './fixtures/positions.json?raw'
import recentTradesText from './fixtures/recent_trades.json?raw'
import tradeHistoryText from './fixtures/trade_history.json?raw'
import { ACCOUNT, decodeRows, decodeText, MARKET_396, MARKET_1338, only, reasonsOf, rowsOf } from './test-kit'

/** As JSON text, since 1e999 is not a value that JSON.stringify can print. */
const NO_DECIMAL = [
  '""',
  '[]',
  '[1]',
  '{}',
  'true',
  'false',
  '"abc"',
  '"NaN"',
  '"Infinity"',
  '"1e999"',
  '1e999',
  '"1e-999"',
  '" 1"',
  '"1 "',
  '"0x10"',
  '"1_000"',
  '"1,5"',
  '".5"',
  '"5."',
  '"+1"',
  '"1.2.3"',
  '"1..2"',
  '"--1"',
  '"1e"',
  '"１"',
  '"null"',
]
const NULL = 'null'
const NEGATIVE = ['"-1"', '-1', '"-0.001"']
const ZERO = ['"0"', '0', '"-0"', '"0.000"']
const NO_LONG_ID = [...NO_DECIMAL, ...NEGATIVE, '16509835945970048696716', '1', '"1.5"', '"1e3"', NULL]
const NO_SHORT_ID = [...NO_DECIMAL, ...NEGATIVE, '1.5', '9007199254740993', '"1.5"', '"1e3"', NULL]
const NO_TIME = [...NO_DECIMAL, ...NEGATIVE, NULL, '1746177750000', '"1746177750000000"']
const NO_FLAG = ['""', '[]', '{}', '"true"', '"false"', '0', '1', NULL]
const NO_TEXT = ['""', '[]', '{}', 'true', '7', NULL, '"\\u202e\\u0000"']
const NO_TYPE = [...NO_DECIMAL, ...NEGATIVE, NULL, '1.5', '1000', '"1e9"']

interface Story {
  readonly topic: Topic
  readonly text: string
  /** Fields without which a row says nothing: wire name, wrong shapes. */
  readonly rowIsLost: Readonly<Record<string, readonly string[]>>
  /** Fields that become null: wire name, the name in the domain, wrong shapes. */
  readonly fieldIsLost: readonly (readonly [string, string, readonly string[]])[]
}

const amount = [...NO_DECIMAL, NULL, ...NEGATIVE]
const signed = [...NO_DECIMAL, NULL]
const price = [...amount, ...ZERO]

const STORIES: readonly Story[] = [
  {
    topic: 'orderbook',
    text: orderbookText,
    rowIsLost: { market_id: NO_SHORT_ID, price, size: amount, is_ask: NO_FLAG },
    fieldIsLost: [['last_updated', 'updatedMs', NO_TIME]],
  },
  {
    topic: 'recent_trades',
    text: recentTradesText,
    rowIsLost: {
      market_id: NO_SHORT_ID,
      price,
      size: amount,
      timestamp: [...NO_TIME, '0', '"0"'],
      trade_id: NO_LONG_ID,
      transaction_version: NO_SHORT_ID,
    },
    fieldIsLost: [
      ['order_value', 'valueUsd', amount],
      ['fee', 'feeUsd', signed],
      ['pnl', 'pnlUsd', signed],
      ['leverage', 'leverage', amount],
      ['order_type', 'orderType', NO_TYPE],
      ['address', 'address', ['""', '7', '[]', '"0x"', '"0xzz"', '"0x1\\n"', '"javascript:alert(1)"', '"0x0"']],
    ],
  },
  {
    topic: 'live_funding_rate',
    text: fundingText,
    rowIsLost: { market_id: NO_SHORT_ID, funding_rate: signed },
    fieldIsLost: [
      ['funding_timestamp', 'fundingMs', NO_TIME],
      ['last_updated', 'updatedMs', NO_TIME],
      ['transaction_timestamp', 'transactionMs', NO_TIME],
      ['transaction_version', 'version', NO_SHORT_ID],
    ],
  },
  {
    topic: 'positions',
    text: positionsText,
    rowIsLost: {
      market_id: NO_SHORT_ID,
      trade_id: NO_LONG_ID,
      is_long: NO_FLAG,
      size: amount,
      entry_price: price,
    },
    fieldIsLost: [
      ['liq_price', 'liquidationPrice', [...NO_DECIMAL, ...NEGATIVE]],
      ['margin', 'marginUsd', amount],
      ['value', 'valueUsd', amount],
      ['leverage', 'leverage', amount],
      ['sl', 'stopLoss', [...NO_DECIMAL, ...NEGATIVE]],
      ['tp', 'takeProfit', [...NO_DECIMAL, ...NEGATIVE]],
      ['last_updated', 'updatedMs', NO_TIME],
    ],
  },
  {
    topic: 'open_orders',
    text: openOrdersText,
    rowIsLost: {
      market_id: NO_SHORT_ID,
      order_id: NO_LONG_ID,
      price,
      total_size: amount,
      remaining_size: amount,
    },
    fieldIsLost: [
      ['trade_id', 'tradeId', NO_LONG_ID],
      ['order_type', 'orderType', NO_TYPE],
      ['order_value', 'valueUsd', amount],
      ['leverage', 'leverage', amount],
      ['timestamp', 'createdMs', NO_TIME],
      ['last_updated', 'updatedMs', NO_TIME],
    ],
  },
  {
    topic: 'order_history',
    text: orderHistoryText,
    rowIsLost: { market_id: NO_SHORT_ID, order_id: NO_LONG_ID, size: amount, status: NO_TEXT },
    fieldIsLost: [
      ['trade_id', 'tradeId', NO_LONG_ID],
      ['order_type', 'orderType', NO_TYPE],
      ['is_market_order', 'isMarket', NO_FLAG],
      ['price', 'price', [...NO_DECIMAL, ...NEGATIVE]],
      ['order_value', 'valueUsd', amount],
      ['leverage', 'leverage', amount],
      ['timestamp', 'createdMs', NO_TIME],
      ['last_updated', 'updatedMs', NO_TIME],
    ],
  },
  {
    topic: 'trade_history',
    text: tradeHistoryText,
    rowIsLost: { market_id: NO_SHORT_ID, trade_id: NO_LONG_ID, price, size: amount },
    fieldIsLost: [
      ['fee', 'feeUsd', signed],
      ['pnl', 'pnlUsd', signed],
      ['order_type', 'orderType', NO_TYPE],
      ['timestamp', 'timeMs', NO_TIME],
      ['last_updated', 'updatedMs', NO_TIME],
      ['transaction_version', 'version', [...NO_SHORT_ID].filter((shape) => shape !== NULL)],
      ['order_id', 'orderId', [...NO_LONG_ID].filter((shape) => shape !== NULL)],
    ],
  },
]

const subjectOf = (topic: Topic) =>
  topic === 'recent_trades'
    ? MARKET_1338
    : topic === 'orderbook' || topic === 'live_funding_rate'
      ? MARKET_396
      : ACCOUNT

/** A message of one documented row in which one field has that JSON text. */
function withField({ topic, text }: Story, field: string, json: string) {
  const row = JSON.stringify({ ...rowsOf(text)[0], [field]: 'PLACE' }).replace('"PLACE"', () => json)
  return decodeText(`{"message":"${topic}","data":[${row}]}`, subjectOf(topic))
}

/** The one row, or the one level, of an update. */
function rowOf(update: object): object {
  if ('book' in update && isBook(update.book)) return only([...update.book.bids, ...update.book.asks])
  const lists = Object.values(update).filter((value): value is object[] => Array.isArray(value))
  return only(lists.flat())
}

const isBook = (book: unknown): book is { bids: object[]; asks: object[] } =>
  typeof book === 'object' && book !== null && 'bids' in book && 'asks' in book

describe.each(STORIES)('$topic', (story) => {
  it.each(Object.entries(story.rowIsLost))('a wrong %s loses the row, and says so once', (field, shapes) => {
    for (const shape of shapes) {
      const decoded = withField(story, field, shape)
      expect(decoded, shape).toMatchObject({ ok: false, topic: story.topic, lostCount: 1 })
      expect(reasonsOf(decoded)[0], shape).toMatch(new RegExp(`^row: ${story.topic}: ${field} is `))
    }
  })

  it.each(Object.keys(story.rowIsLost))('a missing %s loses the row', (field) => {
    const { [field]: _gone, ...row } = rowsOf(story.text)[0] ?? {}
    const decoded = decodeRows(story.topic, [row], subjectOf(story.topic))
    expect(reasonsOf(decoded)).toEqual([`row: ${story.topic}: ${field} is missing`])
    expect(decoded.ok).toBe(false)
  })

  it.each(story.fieldIsLost)('a wrong %s is null as %s, is counted, and costs nothing else', (field, name, shapes) => {
    for (const shape of shapes) {
      const decoded = withField(story, field, shape)
      if (!decoded.ok) throw new Error(`${shape} cost the row`)
      expect(rowOf(decoded.update), shape).toMatchObject({ [name]: null })
      expect(decoded.lostCount, shape).toBe(1)
      expect(decoded.lost[0]?.lost).toBe('field')
      expect(reasonsOf(decoded)[0], shape).toMatch(new RegExp(`^field: ${story.topic}: ${field} is `))
    }
  })
})

describe.each(STORIES)('$topic, a newer row or an older one', (story) => {
  it.each(story.fieldIsLost)('without %s: null as %s, and nothing is counted', (field, name) => {
    const { [field]: _gone, ...row } = rowsOf(story.text)[0] ?? {}
    const decoded = decodeRows(story.topic, [row], subjectOf(story.topic))
    if (!decoded.ok) throw new Error('the row was lost')
    expect(rowOf(decoded.update)).toMatchObject({ [name]: null })
    expect(decoded).toMatchObject({ lostCount: 0, lost: [] })
  })
})

describe('a figure that is unset', () => {
  it.each(['null', '"0"', '0', '"0.0"'])('sl, tp, liq_price %s: null, and nothing is counted', (shape) => {
    for (const field of ['sl', 'tp', 'liq_price']) {
      const [positions] = STORIES.filter((story) => story.topic === 'positions')
      if (positions === undefined) throw new Error('no story')
      const decoded = withField(positions, field, shape)
      expect(decoded).toMatchObject({ ok: true, lostCount: 0 })
    }
  })

  it('a negative fee, pnl or funding rate is a figure', () => {
    const fill = { ...rowsOf(tradeHistoryText)[0], fee: '-3025', pnl: '-1' }
    expect(decodeRows('trade_history', [fill], ACCOUNT)).toMatchObject({
      lostCount: 0,
      update: { rows: [{ feeUsd: -0.003025, pnlUsd: -0.000001 }] },
    })
    const rate = { ...rowsOf(fundingText)[0], funding_rate: '-0.0001' }
    expect(decodeRows('live_funding_rate', [rate], MARKET_396)).toMatchObject({
      update: { rates: [{ rate: -0.0001 }] },
    })
  })
})
