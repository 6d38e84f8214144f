/** Faults 20 to 23: lists that are strange, and texts that are hostile. */
import { readTitle } from '../claims'
import { type BookRow, bookRows, historyRow, marketCode, nowSeconds, tradeRows } from '../coding'
import { homeMarket, message, profileOf } from '../exchange'
import { allLive, clock, marketLive, pause, type Row, type RowStage, WALLET } from '../row'

const NETWORK = 'mainnet'
const MARKET = homeMarket(NETWORK)
const CODE = marketCode(NETWORK, MARKET)
const PROFILE = profileOf(WALLET)

type Shape = (rows: readonly BookRow[]) => readonly BookRow[]

const BOOKS: readonly (readonly [what: string, words: RegExp, shape: Shape])[] = [
  ['crossed', /Crossed/, (rows) => rows.map((row) => ({ ...row, is_ask: !row.is_ask }))],
  ['locked', /Locked/, ([bid]) => (bid === undefined ? [] : [bid, { ...bid, is_ask: true }])],
  ['only bids', /No asks/, (rows) => rows.filter((row) => !row.is_ask)],
  ['only asks', /No bids/, (rows) => rows.filter((row) => row.is_ask)],
  ['empty', /book is empty/, () => []],
  ['of size 0', /book is empty/, (rows) => rows.map((row) => ({ ...row, size: '0' }))],
]

const strangeBooks: Row = {
  id: '20',
  name: 'crossed, locked, one-sided, empty books',
  expected: 'shown as such in words, mid and spread "—", no depth drawn',
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    // It moves once a second, and has no price while the books are strange.
    await stage.until('a price in the title', ({ title }) => readTitle(title)?.price != null, 3_000)
    stage.exchange.streams = false
    const { page } = stage
    for (const [what, words, shape] of BOOKS) {
      stage.exchange.serial += 1
      stage.exchange.say('orderbook', message('orderbook', shape(bookRows(CODE, MARKET, stage.exchange.serial))))
      await pause(350)
      const ladder = await page.getByRole('region', { name: 'Order book' }).innerText()
      stage.demand(`${what}: the ladder says "${ladder.slice(0, 120)}"`, words.test(ladder))
      const figures = await page.getByRole('banner').locator('dd').allInnerTexts()
      const header = await page.getByRole('banner').locator('dt').allInnerTexts()
      const of = (name: string) => figures[header.indexOf(name)]
      stage.demand(`${what}: mid ${of('Mid')}, spread ${of('Spread')}`, of('Mid') === '—' && of('Spread') === '—')
      const depth = await page.getByRole('region', { name: 'Depth chart' }).innerText()
      stage.demand(`${what}: the depth chart says "${depth.slice(0, 80)}"`, /No depth/.test(depth))
    }
    stage.exchange.streams = true
    const from = clock()
    const well = await stage.until('live', marketLive, 3_000, from)
    return { recoveredMs: Math.round(well.t - from), said: `${BOOKS.length} books` }
  },
}

const shuffled: Row = {
  id: '21',
  name: 'shuffled rows, repeated levels',
  expected: 'sorted; of a repeated level the one changed last; the others counted',
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    stage.exchange.streams = false
    let repeats = 0
    const before = await stage.setAside()
    for (let round = 0; round < 10; round += 1) {
      stage.exchange.serial += 1
      const rows = bookRows(CODE, MARKET, stage.exchange.serial)
      const old = rows.map((row) => ({ ...row, size: '999.5', last_updated: nowSeconds() - 60 }))
      repeats += old.length
      const mixed = [...rows, ...old].toSorted(() => Math.random() - 0.5)
      stage.exchange.say('orderbook', message('orderbook', mixed))
      await pause(200)
      const ladder = await stage.page.evaluate(() =>
        ['Asks', 'Bids'].map((name) =>
          [...document.querySelectorAll(`table[aria-label="${name}"] tbody tr:not([aria-hidden]) td:first-child`)].map(
            ({ textContent }) => Number(textContent),
          ),
        ),
      )
      const sorted = ladder.every(
        (prices) => prices.length === 4 && prices.every((price, i) => i === 0 || price < (prices[i - 1] ?? 0)),
      )
      stage.demand(`not sorted: ${JSON.stringify(ladder)}`, sorted)
      const text = await stage.page.getByRole('region', { name: 'Order book' }).innerText()
      stage.demand('an older level of a price was shown', !text.includes('999.5'))
    }
    const counted = (await stage.setAside()) - before
    stage.demand(`${counted} set aside of ${repeats} repeated levels`, counted === repeats)
    stage.exchange.streams = true
    await stage.until('live', marketLive, 3_000)
    return { said: `10 shuffles, ${counted} repeated levels counted` }
  },
}

/** Rows of the tape, in view or not; the head counts as one. */
async function tapeLength(stage: RowStage): Promise<number> {
  const table = stage.page.locator('table[aria-label=Trades]')
  return (await table.count()) === 0 ? 0 : Number(await table.getAttribute('aria-rowcount')) - 1
}

const repeatedTrades: Row = {
  id: '22',
  name: 'repeated trades, same and different content',
  expected: 'a row counts as often as one message holds it most often; another content is another trade',
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    stage.exchange.streams = false
    await pause(200)
    const start = await tapeLength(stage)
    stage.exchange.serial += 1
    const rows = tradeRows(CODE, MARKET, stage.exchange.serial, nowSeconds())
    const say = async (list: readonly object[]) => {
      stage.exchange.say('recent_trades', message('recent_trades', list))
      await pause(250)
      return (await tapeLength(stage)) - start
    }
    const counts = [
      await say(rows),
      await say(rows),
      await say(rows),
      await say([...rows, ...rows]),
      await say(rows),
      await say(rows.map((row) => ({ ...row, leverage: 3 }))),
      await say([]),
    ]
    stage.demand(`rows on the tape: ${counts.join(', ')}`, counts.join() === '1,1,1,2,2,3,3')
    stage.exchange.streams = true
    await stage.until('live', marketLive, 3_000)
    return { said: `rows on the tape: ${counts.join(', ')}` }
  },
}

const HOSTILE: readonly string[] = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '\u202Edellac\u202C \u2066x\u2069\u200B\u0007',
  'x'.repeat(10_240),
  '\uD83D'.repeat(50),
  '{{constructor.constructor("window.pwned=1")()}}',
]

const hostileText: Row = {
  id: '23',
  name: 'HTML, javascript:, bidi and 10 kB texts in each text field',
  expected: 'text stays text, clipped to 200 characters, without bidi characters; the page keeps its layout',
  length: 'short',
  setsAside: true,
  async run(stage) {
    await stage.openLive()
    stage.exchange.streams = false
    await stage.page.getByRole('tab', { name: 'Order history' }).click()
    const row = historyRow(NETWORK, PROFILE, MARKET, 1, nowSeconds())
    for (const text of HOSTILE) {
      stage.exchange.say(
        'order_history',
        message('order_history', [{ ...row, status: text, last_updated: nowSeconds() + 60 }]),
      )
      for (const field of ['address', 'market_id', 'order_id', 'trade_id', 'price', 'is_market_order', 'order_type']) {
        stage.exchange.say('order_history', message('order_history', [{ ...row, [field]: text }]))
      }
      stage.exchange.serial += 1
      const [leg] = tradeRows(CODE, MARKET, stage.exchange.serial, nowSeconds())
      stage.exchange.say('recent_trades', message('recent_trades', [{ ...leg, address: text }]))
      stage.exchange.say('orderbook', JSON.stringify({ data: [{ market_id: text, is_ask: text }], message: text }))
      stage.exchange.say('live_funding_rate', message('live_funding_rate', [{ market_id: text, funding_rate: text }]))
      await pause(150)
      const trouble = await stage.page.evaluate(hostileTraces)
      stage.demand(`${text.slice(0, 30)}: ${trouble.join(', ')}`, trouble.length === 0)
    }
    // The reason of a close is the server's text as well; 123 bytes is its limit.
    for (const { socket } of stage.exchange.open) socket.close(1013, '<img src=x onerror=window.pwned=1>\u202E')
    await pause(300)
    const trouble = await stage.page.evaluate(hostileTraces)
    stage.demand(`reason of a close: ${trouble.join(', ')}`, trouble.length === 0)
    stage.exchange.streams = true
    await stage.page.getByRole('button', { name: 'Retry now' }).click()
    const from = clock()
    const well = await stage.until('live', allLive, 15_000, from)
    return { recoveredMs: Math.round(well.t - from), said: `${HOSTILE.length} texts in 12 fields and a close reason` }
  },
}

/** Runs in the page: what a hostile text has left behind. */
function hostileTraces(): string[] {
  const traces: string[] = []
  if ('pwned' in window) traces.push('a script ran')
  // The page's own import map is the one script of its text.
  const foreign = 'img[src="x"], svg[onload], body script, script:not([src], [type="importmap"])'
  if (document.querySelector(foreign) !== null) traces.push('an element came in')
  for (const link of document.querySelectorAll('a'))
    if (link.href.startsWith('javascript:')) traces.push('a script link')
  const text = document.body.innerText
  if (/[\u202A-\u202E\u2066-\u2069\u200B]/.test(text)) traces.push('bidi characters')
  const longest = Math.max(
    0,
    ...[...document.querySelectorAll('td, p, dd, span')].map((cell) =>
      Math.max(
        0,
        ...[...cell.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : 0)),
      ),
    ),
  )
  if (longest > 450) traces.push(`a text of ${longest} characters`)
  if (document.documentElement.scrollWidth > window.innerWidth) traces.push('the page became wider')
  return traces
}

export const listRows: readonly Row[] = [strangeBooks, shuffled, repeatedTrades, hostileText]
