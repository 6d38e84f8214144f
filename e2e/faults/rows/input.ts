/** Faults 15 to 19: messages that are not what the document says. */
import { homeMarket, message, profileOf, TOPICS, type Topic } from '../exchange'
import { ACCOUNT_FIGURES, accountCode, figure, orderRow } from '../coding'
import { allLive, clock, pause, type Row, type RowStage, WALLET } from '../row'

const PROFILE = profileOf(WALLET)
const NETWORK = 'mainnet'
const MARKET = homeMarket(NETWORK)

/** Sends texts one by one on the socket of a market and of an account. */
async function sayAll(stage: RowStage, texts: readonly (string | Buffer)[]): Promise<void> {
  for (const text of texts) {
    stage.exchange.say('orderbook', text)
    stage.exchange.say('positions', text)
    await pause(10)
  }
}

const book = JSON.stringify({ data: [], message: 'orderbook' })

const GARBAGE: readonly (string | Buffer)[] = [
  ...['', ' ', 'undefined', 'pong', '<!doctype html><title>502</title><h1>Bad Gateway</h1>', '\u0000', '\uFEFF'],
  ...['[]', '[[]]', '42', '-0', '"orderbook"', 'true', 'null', '{}', '[{"data":[],"message":"orderbook"}]'],
  ...['{"message":"orderbook"}', '{"data":[],"message":7}', '{"data":[],"message":["orderbook"]}', book.slice(0, -1)],
  ...['{"data":[],"message":null}', `{"data":${'['.repeat(40_000)}${']'.repeat(40_000)},"message":"orderbook"}`],
  ...[Buffer.from(''), Buffer.from([0, 1, 2, 255]), Buffer.from(book)],
  `{"data":"${'x'.repeat(17 * 1024 * 1024)}","message":"orderbook"}`,
]

const notMessages: Row = {
  id: '15',
  name: 'not JSON, HTML, empty, binary, arrays, numbers, 17 MB, nested 40,000 deep',
  expected: 'each counted as set aside, the page live with the newest serial',
  length: 'short',
  async run(stage) {
    await stage.openLive()
    // Of the books between two frames the newest alone is read, and some of this is called a book.
    stage.exchange.streams = false
    let sent = 0
    for (const text of GARBAGE) {
      stage.exchange.say('orderbook', text)
      stage.exchange.say('positions', text)
      sent += 2
      // The last two are 17 MB each.
      await stage.setAsideOf(sent, 4_000)
    }
    stage.exchange.streams = true
    const from = clock()
    const counted = await stage.setAside()
    const well = await stage.until('live', allLive, 8_000, from)
    stage.demand(`${counted} set aside of ${sent} sent`, counted >= sent)
    return { recoveredMs: Math.round(well.t - from), said: `${sent} sent, ${counted} set aside` }
  },
}

const STRANGE_TOPICS = ['best_price', 'live_order_history', 'ORDERBOOK', 'orderbook ', 'kline_1m', 'error', '😀', '']

const unknownNames: Row = {
  id: '16',
  name: 'unknown topics, unknown fields',
  expected: 'topics counted and ignored; rows with more fields shown as they are',
  length: 'short',
  async run(stage) {
    await stage.openLive()
    stage.exchange.edit = (_topic, text) => {
      const { data, message: topic } = JSON.parse(text) as { data: object[]; message: string }
      const more = { mark_price: '1', nested: { a: [1, { b: 2 }] }, index: null, 日本: 1 }
      return [JSON.stringify({ seq: 7, status: 'ok', data: data.map((row) => ({ ...row, ...more })), message: topic })]
    }
    const texts = STRANGE_TOPICS.map((topic) => message(topic, [{ price: '9' }]))
    await sayAll(stage, texts)
    await stage.during(2_000, 'live with rows of more fields', allLive)
    const counted = await stage.setAside()
    stage.demand(`${counted} set aside of ${texts.length * 2} strange topics`, counted === texts.length * 2)
    return { said: `${counted} set aside` }
  },
}

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

const prototypeKeys: Row = {
  id: '17',
  name: 'prototype keys as topics, fields, ids',
  expected: 'no topic, no field of any object changed, the page live',
  length: 'short',
  setsAside: true,
  async run(stage) {
    await stage.openLive()
    const row =
      '{"market_id":"14","price":"1","size":"1","is_ask":true,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const texts = PROTOTYPE_KEYS.flatMap((key) => [
      `{"data":[${row}],"message":"${key}"}`,
      `{"${key}":{"polluted":1},"data":[{"market_id":"${key}"}],"message":"live_funding_rate"}`,
      `{"data":[{"market_id":"14","order_id":"${key}","status":"${key}","address":"${PROFILE}"}],"message":"order_history"}`,
    ])
    await sayAll(stage, texts)
    const from = clock()
    await stage.until('live', allLive, 12_000, from)
    const clean = await stage.page.evaluate(
      () => !('polluted' in {}) && Object.keys(Object.prototype).length === 0 && typeof {}.toString === 'function',
    )
    stage.demand('Object.prototype was changed', clean)
    const counted = await stage.setAside()
    stage.demand(`${counted} set aside of ${texts.length * 2}`, counted >= texts.length * 2)
    return { said: `${texts.length * 2} sent, ${counted} set aside` }
  },
}

const SHAPES: readonly unknown[] = ['', null, true, [], {}, 'NaN', '0x10', '1e999']

const FIELDS: Readonly<Record<Topic, readonly string[]>> = {
  orderbook: ['price', 'size', 'market_id', 'last_updated'],
  recent_trades: [
    'price',
    'size',
    'order_value',
    'fee',
    'pnl',
    'leverage',
    'order_type',
    'timestamp',
    'trade_id',
    'transaction_version',
  ],
  live_funding_rate: [
    'market_id',
    'funding_rate',
    'funding_timestamp',
    'last_updated',
    'transaction_timestamp',
    'transaction_version',
  ],
  positions: [
    'size',
    'entry_price',
    'liq_price',
    'margin',
    'value',
    'leverage',
    'sl',
    'tp',
    'market_id',
    'trade_id',
    'last_updated',
  ],
  open_orders: [
    'price',
    'total_size',
    'remaining_size',
    'order_value',
    'leverage',
    'order_type',
    'market_id',
    'order_id',
    'trade_id',
    'timestamp',
    'last_updated',
  ],
  order_history: [
    'price',
    'size',
    'order_value',
    'leverage',
    'order_type',
    'market_id',
    'order_id',
    'trade_id',
    'timestamp',
    'last_updated',
  ],
  trade_history: [
    'price',
    'size',
    'fee',
    'pnl',
    'order_type',
    'market_id',
    'trade_id',
    'timestamp',
    'last_updated',
    'transaction_version',
  ],
}
/** Fields that may be absent: null is no fault. */
const MAY_BE_NULL = new Set([
  'positions liq_price',
  'positions sl',
  'positions tp',
  'order_history price',
  'trade_history transaction_version',
])

const TAB_OF: Readonly<Partial<Record<Topic, string>>> = {
  positions: 'Positions',
  open_orders: 'Open orders',
  order_history: 'Order history',
  trade_history: 'Fills',
}

const wrongShapes: Row = {
  id: '18',
  name: 'each numeric field in eight wrong shapes',
  expected: 'row or field set aside and counted; no zero, no NaN in its place; live after the next message',
  length: 'short',
  setsAside: true,
  async run(stage) {
    await stage.openLive()
    stage.exchange.streams = false
    const from = clock()
    let cases = 0
    let expected = 0
    for (const topic of TOPICS) {
      const tab = TAB_OF[topic]
      if (tab !== undefined) await stage.page.getByRole('tab', { name: tab }).click()
      for (const field of FIELDS[topic]) {
        for (const shape of SHAPES) {
          const [first, ...others] = stage.exchange.rows(topic, NETWORK, MARKET, PROFILE)
          stage.exchange.say(topic, message(topic, [{ ...first, [field]: shape }, ...others]))
          cases += 1
          if (shape !== null || !MAY_BE_NULL.has(`${topic} ${field}`)) expected += 1
          // Of the books between two frames the newest alone is read.
          if (topic === 'orderbook') await stage.setAsideOf(expected)
          else await pause(10)
        }
      }
      await pause(150)
      stage.exchange.speak(topic)
    }
    stage.exchange.streams = true
    const zeros = (await stage.samplesSince(from)).filter((sample) => sample.zeros > 0)
    stage.demand(`a zero in place of a figure in ${zeros.length} samples`, zeros.length === 0)
    const healedAt = clock()
    const well = await stage.until('live', allLive, 11_000, healedAt)
    const counted = await stage.setAside()
    stage.demand(`${counted} set aside of ${expected} wrong fields`, counted >= expected)
    return { recoveredMs: Math.round(well.t - healedAt), said: `${cases} cases, ${counted} set aside` }
  },
}

/** An order's id: its price in 10⁻⁷ in the low bits under a counter that gives the digits. */
const longId = (counter: bigint, price: bigint) => String((counter << 64n) | price)
const CODE = accountCode(NETWORK, PROFILE) + ACCOUNT_FIGURES.open_orders
const PRICE = BigInt(figure(CODE, 0, 1).replace('.', ''))
const PAIRS = [20_000n, 20_000_000_000n, 20_000_000_000_000_000_000n].map(
  (counter) => [longId(counter, PRICE), longId(counter, PRICE + 1n)] as const,
)

const longIds: Row = {
  id: '19',
  name: 'ids of 24, 30 and 39 digits, pairs that are equal as doubles',
  expected: 'six orders, six different ids, each exact; ids as JSON numbers refused',
  length: 'short',
  setsAside: true,
  async run(stage) {
    await stage.openLive()
    stage.exchange.streams = false
    const ids = PAIRS.flat()
    stage.demand(
      'the pairs are no doubles’ twins',
      PAIRS.every(([a, b]) => a !== b && Number(a) === Number(b)),
    )
    const rows = ids.map((id, index) => ({
      ...orderRow(NETWORK, PROFILE, MARKET, 1),
      order_id: id,
      price: figure(CODE, 0, index % 2 === 0 ? 1 : 2),
    }))
    const asNumbers = message('open_orders', rows).replaceAll(/"order_id":"(\d+)"/g, '"order_id":$1')
    const before = await stage.setAside()
    stage.exchange.say('open_orders', asNumbers)
    await pause(300)
    const refused = (await stage.setAside()) - before
    stage.exchange.say('open_orders', message('open_orders', rows))
    const history = rows.map((row) => ({ ...row, size: '1.5', status: 'Open', is_market_order: false }))
    stage.exchange.say('order_history', message('order_history', history))
    await pause(300)
    const seen: string[] = []
    for (const tab of ['Open orders', 'Order history']) {
      await stage.page.getByRole('tab', { name: tab }).click()
      const table = stage.page.getByRole('table', { name: tab })
      await table.waitFor({ timeout: 3_000 })
      const counts = await Promise.all(ids.map((id) => table.locator(`[title="${id}"]`).count()))
      stage.demand(
        `${tab}: rows by id ${counts.join(', ')}`,
        counts.every((count) => count === 1),
      )
      seen.push(`${tab} ${counts.length}`)
    }
    stage.demand(`${refused} of 6 ids as numbers refused`, refused >= 6)
    stage.exchange.streams = true
    return { said: `${seen.join(', ')} exact ids; ${refused} rows with numbers refused` }
  },
}

export const inputRows: readonly Row[] = [notMessages, unknownNames, prototypeKeys, wrongShapes, longIds]
