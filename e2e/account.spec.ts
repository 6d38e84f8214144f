import type { Page } from '@playwright/test'
import { makeOrderId, makeTradeId } from '../src/domain/order-id'
import { fillRow, historyRow, legRow, message, orderRow, positionRow, SECONDS } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { figure, records } from './rig/tables'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(64)}`

type Row = Readonly<Record<string, unknown>>

interface Scene {
  readonly books?: Readonly<Record<string, string>>
  /** By topic. */
  readonly rows?: Readonly<Record<string, readonly Row[]>>
}

/** An exchange that answers each topic with the rows of a scene; a market without a book is silent. */
function play(script: Script, scene: Scene): void {
  script.answerLookUp = () => found(profile)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [scene.books?.[market_id] ?? ''].filter((text) => text !== '')
    const held = scene.rows?.[topic]
    return [held === undefined ? empty(topic) : message(topic, held)]
  }
}

/** To the socket of that market alone: every socket takes a foreign book for a doubt. */
function say(script: Script, marketId: string, text: string): void {
  const own = script.open.filter(({ received }) => received.some(({ market_id }) => market_id === marketId))
  for (const { socket } of own) socket.send(text)
}

const view = (tab: string, market = '14') => `?market=${market}&tab=${tab}&address=0x${'a'.repeat(64)}`
const account = (page: Page) => page.getByRole('region', { name: 'Account' })
const table = (page: Page, name: string) => account(page).getByRole('table', { name, exact: true })

test.describe('positions', () => {
  const long = positionRow(profile, '14', { tp: '120.00', sl: '95.00' })
  const short = positionRow(profile, '15', {
    is_long: false,
    entry_price: '1000.00',
    liq_price: '1120.00',
    margin: '400',
  })
  const blind = positionRow(profile, '16')
  const books = { 14: book('14', 99.01, 100.99), 15: book('15', 1049.5, 1050.5) }

  test('follow the books of their markets, the most endangered first, and sum what is known', async ({
    page,
    open,
    script,
  }) => {
    play(script, { books, rows: { positions: [blind, long, short] } })
    await open(view('positions'))
    // Long 2 at 90, mid 100; short 2 at 1000, mid 1050; the third market brings no book.
    await expect
      .poll(() => records(table(page, 'Positions')))
      .toMatchObject([
        {
          Market: 'BTC-USD',
          Side: 'Short',
          Mid: '1,050.00',
          'uPnL ($)': '−100.00',
          ROE: '−25.00 %',
          'To liquidation': '+6.67 %',
          'Margin ratio': '14.29 %',
        },
        {
          Market: 'APT-USD',
          Side: 'Long',
          Mid: '100.000',
          'uPnL ($)': '+20.00',
          ROE: '+50.00 %',
          'To liquidation': '+20.00 %',
          'Margin ratio': '30.00 %',
          'Margin ($)': '40.00',
          'Value ($)': '200.00',
          'Take profit': '120.00+60.00 · +20.00 %',
          'Stop loss': '95.00+10.00 · −5.00 %',
        },
        { Market: 'ETH-USD', Mid: '—', 'uPnL ($)': '—', ROE: '—', 'To liquidation': '—', 'Margin ratio': '—' },
      ])
    const totals = table(page, 'Positions').locator('tfoot')
    await expect(totals).toContainText('3 positions')
    await expect(totals).toContainText('−80.002 of 3')
    await expect(
      table(page, 'Positions').getByTitle('Not known: its order book has not come yet').first(),
    ).toBeVisible()

    // The long comes nearer to its liquidation than the short is to its own.
    say(script, '14', book('14', 82.01, 83.99))
    await expect
      .poll(async () => (await records(table(page, 'Positions'))).map((row) => row.Market))
      .toEqual(['APT-USD', 'BTC-USD', 'ETH-USD'])
    const [first] = await records(table(page, 'Positions'))
    expect(first).toMatchObject({
      'uPnL ($)': '−14.00',
      'To liquidation': '+3.61 %',
      'Stop loss': '95.00+10.00 · +14.46 %',
    })
  })

  test('at or beyond their liquidation are crossed, and without a liquidation price have none', async ({
    page,
    open,
    script,
  }) => {
    const crossed = positionRow(profile, '14', { liq_price: '110.00' })
    const none = positionRow(profile, '14', { liq_price: null, trade_id: makeTradeId(2n, '14') })
    play(script, { books, rows: { positions: [none, crossed] } })
    await open(view('positions'))
    const distances = async () => (await records(table(page, 'Positions'))).map((row) => row['To liquidation'])
    await expect.poll(distances).toEqual(['crossed −10.00 %', 'none'])
  })

  test('are valued by mid, by last or by their exit, as chosen; a last price is that of the market on show alone', async ({
    page,
    open,
    script,
  }) => {
    play(script, { books, rows: { positions: [long, short], recent_trades: [legRow('14', { price: '102.00' })] } })
    await open(view('positions'))
    const figures = async (header: string) =>
      (await records(table(page, 'Positions'))).map((row) => [row[header], row['uPnL ($)']])
    await expect
      .poll(() => figures('Mid'))
      .toEqual([
        ['1,050.00', '−100.00'],
        ['100.000', '+20.00'],
      ])
    await page.getByRole('radio', { name: /by the last trade/ }).check()
    await expect
      .poll(() => figures('Last'))
      .toEqual([
        ['102.00', '+24.00'],
        ['—', '—'],
      ])
    await page.getByRole('radio', { name: /by what closing/ }).check()
    // Bid 99.01 less 5 bp; ask 1050.5 and 5 bp.
    await expect
      .poll(() => figures('Exit'))
      .toEqual([
        ['1,051.03', '−102.05'],
        ['98.960', '+17.92'],
      ])
    await page.reload()
    await expect.poll(() => figures('Exit')).toHaveLength(2)
  })

  test('show no figure by a book that is not live, and all of them again when it is', async ({
    page,
    open,
    script,
  }) => {
    play(script, { books, rows: { positions: [long, short] } })
    await open(view('positions'))
    const gains = async () => (await records(table(page, 'Positions'))).map((row) => row['uPnL ($)'])
    await expect.poll(gains).toEqual(['−100.00', '+20.00'])
    const ofBitcoin = () => script.open.find(({ received }) => received.some(({ market_id }) => market_id === '15'))
    play(script, { books: { 14: books[14] }, rows: { positions: [long, short] } })
    ofBitcoin()?.socket.terminate()
    await expect.poll(gains).toEqual(['+20.00', '—'])
    await expect(
      table(page, 'Positions')
        .getByTitle(/^Not known: its order book is stale/)
        .first(),
    ).toBeVisible()
    await expect.poll(() => ofBitcoin()?.host).toBeDefined()
    say(script, '15', book('15', 1009, 1011))
    await expect.poll(gains).toEqual(['−20.00', '+20.00'])
  })

  test('whose own list is doubted are not reckoned with', async ({ page, open, script }) => {
    play(script, { books, rows: { positions: [positionRow(profile, '14', { trade_id: makeTradeId(1n, '15') })] } })
    await open(view('positions'))
    await expect(account(page)).toHaveAttribute('data-state', 'unverified')
    const [row] = await records(table(page, 'Positions'))
    expect(row).toMatchObject({ 'Entry price': '90.00', Mid: '—', 'uPnL ($)': '—', 'To liquidation': '—' })
  })

  test('keep the order that the reader chose through updates and other tabs', async ({ page, open, script }) => {
    play(script, { books, rows: { positions: [blind, long, short] } })
    await open(view('positions'))
    const markets = async () => (await records(table(page, 'Positions'))).map((row) => row.Market)
    await table(page, 'Positions').getByRole('button', { name: 'uPnL ($)' }).click()
    await expect.poll(markets).toEqual(['APT-USD', 'BTC-USD', 'ETH-USD'])
    await page.getByRole('tab', { name: 'Fills' }).click()
    await page.getByRole('tab', { name: 'Positions' }).click()
    say(script, '14', book('14', 29.01, 30.99))
    await expect.poll(markets).toEqual(['BTC-USD', 'APT-USD', 'ETH-USD'])
    await expect(table(page, 'Positions').getByRole('columnheader', { name: 'uPnL ($)' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  })
})

test('an open order tells what is filled, how far it is from the mid, and how much at most stands before it', async ({
  page,
  open,
  script,
}) => {
  const level = (is_ask: boolean, price: string, size: string) => ({
    is_ask,
    price,
    size,
    market_id: '14',
    last_updated: SECONDS,
  })
  const levels = [level(true, '101.00', '5'), level(false, '99.00', '7'), level(false, '98.50', '10')]
  play(script, { books: { 14: message('orderbook', levels) }, rows: { open_orders: [orderRow(profile, '14')] } })
  await open(view('orders'))
  await expect
    .poll(() => records(table(page, 'Open orders')))
    .toMatchObject([
      {
        Side: 'Bid',
        Remaining: '3',
        Filled: '25 %',
        'To mid (ticks)': '−150',
        'To mid (%)': '−1.50 %',
        'Ahead, at most': '≤ 14',
      },
    ])
  await expect(table(page, 'Open orders').getByRole('columnheader', { name: 'Ahead, at most' })).toHaveAttribute(
    'title',
    /Upper bound/,
  )
  // The level is less than the order: the book is ahead of the list or behind it.
  script.push('orderbook', message('orderbook', [...levels.slice(0, 2), level(false, '98.50', '1')]))
  await expect.poll(async () => (await records(table(page, 'Open orders')))[0]?.['Ahead, at most']).toBe('—')
})

test.describe('histories', () => {
  const fills = [
    fillRow(profile, '14', { order_type: 1, price: '100.00', size: '2', fee: '0.10' }),
    fillRow(profile, '14', {
      order_type: 7,
      price: '110.00',
      size: '2',
      fee: '0.11',
      pnl: '19.89',
      timestamp: SECONDS + 60,
    }),
    fillRow(profile, '15', {
      order_type: 3,
      price: '1000.00',
      size: '1',
      fee: '0.50',
      trade_id: makeTradeId(5n, '15'),
      timestamp: SECONDS + 3 * 86_400,
    }),
  ]

  test('are filtered by pair, side, day and id, and the filter outlives updates and other tabs', async ({
    page,
    open,
    script,
  }) => {
    play(script, { rows: { trade_history: fills } })
    await open(view('fills'))
    const types = async () => (await records(table(page, 'Fills'))).map((row) => row.Type)
    await expect.poll(types).toEqual(['Increase long', 'Close long', 'Open long'])
    await account(page).getByRole('combobox', { name: 'Pair' }).selectOption('APT-USD')
    await expect.poll(types).toEqual(['Close long', 'Open long'])
    await account(page).getByRole('combobox', { name: 'Side' }).selectOption('Sell')
    await expect.poll(types).toEqual(['Close long'])
    await page.getByRole('tab', { name: 'Positions' }).click()
    await page.getByRole('tab', { name: 'Fills' }).click()
    await expect.poll(types).toEqual(['Close long'])
    const news = fillRow(profile, '14', { order_type: 7, price: '111.00', timestamp: SECONDS + 120 })
    script.push('trade_history', message('trade_history', [news, ...fills]))
    await expect.poll(types).toEqual(['Close long', 'Close long'])
    await expect(account(page)).toContainText('2 of 4 fills')
    await account(page).getByRole('button', { name: 'Clear filters' }).click()
    await account(page).getByRole('searchbox', { name: 'Search ids' }).fill(makeTradeId(5n, '15').slice(3))
    await expect.poll(types).toEqual(['Increase long'])
    await account(page).getByRole('searchbox', { name: 'Search ids' }).fill('no such id')
    await expect(account(page)).toContainText('No fill passes the filter')
    await account(page).getByRole('button', { name: 'Show all' }).click()
    await account(page).getByLabel('From').fill('2023-11-16')
    await expect.poll(types).toEqual(['Increase long'])
  })

  test('have their sums, and totals by pair and by day: before fees, after those of closing, after all', async ({
    page,
    open,
    script,
  }) => {
    play(script, { rows: { trade_history: fills } })
    await open(view('fills'))
    const sums = account(page).locator('dl[aria-label=Sums]')
    await expect(sums).toHaveText(
      'Volume ($)1,420.00Fees ($)0.710000Before fees ($)+20.00Realised PnL ($)+19.89Net result ($)+19.29',
    )
    await account(page).getByRole('radio', { name: 'Totals by pair' }).check()
    const byPair = account(page).getByRole('table', { name: 'Fills by pair' })
    await expect
      .poll(() => records(byPair))
      .toMatchObject([
        { Pair: 'BTC-USD', Fills: '1', 'Volume ($)': '1,000.00', 'Net result ($)': '−0.50' },
        {
          Pair: 'APT-USD',
          Fills: '2',
          'Volume ($)': '420.00',
          'Realised PnL ($)': '+19.89',
          'Net result ($)': '+19.79',
        },
      ])
    await expect(byPair.locator('tfoot')).toContainText('+19.29')
    await account(page).getByRole('radio', { name: 'Totals by day' }).check()
    const byDay = account(page).getByRole('table', { name: 'Fills by day' })
    await expect.poll(async () => (await records(byDay)).map((row) => row.Fills)).toEqual(['1', '2'])
  })

  test('of orders: one opens its story, with fills, position and other orders, and gives the focus back', async ({
    page,
    open,
    script,
  }) => {
    const other = makeOrderId(2n, { side: 'ask', integerPrice: 12_000 })
    play(script, {
      books: { 14: book('14', 99, 101) },
      rows: {
        positions: [positionRow(profile, '14')],
        order_history: [historyRow(profile, '14'), historyRow(profile, '14', { order_id: other, status: 'Cancelled' })],
        trade_history: [fillRow(profile, '14'), fillRow(profile, '14', { trade_id: makeTradeId(9n, '14') })],
        recent_trades: [legRow('14'), legRow('14', { price: '98.51', transaction_version: 5 })],
      },
    })
    await open(view('history'))
    const row = table(page, 'Order history').getByRole('row').filter({ hasText: 'Filled' })
    await row.getByRole('button', { name: 'APT-USD: details' }).click()
    const story = page.getByRole('dialog', { name: /^Order · / })
    await expect(story).toContainText('Filled')
    await expect(story).toContainText('Delivered value ($)180.00')
    const fillsOf = story.getByRole('table', { name: 'Its fills' })
    await expect.poll(() => records(fillsOf)).toMatchObject([{ Price: '98.50', Transaction: '6704413443' }])
    await expect(fillsOf.getByRole('link', { name: '6704413443' })).toHaveAttribute(
      'href',
      'https://explorer.aptoslabs.com/txn/6704413443?network=mainnet',
    )
    await expect(story).toContainText('some may belong to another order')
    await expect
      .poll(() => records(story.getByRole('table', { name: 'Its orders' })))
      .toMatchObject([{ Status: 'Cancelled' }])
    await expect(story.locator('dd').filter({ hasText: '+20.00' }).first()).toBeVisible()
    script.push('orderbook', book('14', 89, 91))
    await expect(story).not.toContainText('+20.00')

    await story.getByRole('button', { name: 'open' }).click()
    await expect(page.getByRole('dialog', { name: /^Order · / })).toContainText('Cancelled')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(row.getByRole('button', { name: 'APT-USD: details' })).toBeFocused()
  })

  test('of 5,000 rows draw those in view alone, and a selected text stays selected while rows come', async ({
    page,
    open,
    script,
  }) => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      fillRow(profile, '14', { price: (50 + index / 100).toFixed(2), timestamp: SECONDS - index }),
    )
    play(script, { rows: { trade_history: many } })
    await open(view('fills'))
    await expect(page.getByRole('tab', { name: 'Fills' })).toContainText('5000')
    const drawn = table(page, 'Fills').locator('tbody tr:not([aria-hidden])')
    await expect(drawn.first()).toBeVisible()
    expect(await drawn.count()).toBeLessThan(40)
    await expect(table(page, 'Fills')).toHaveAttribute('aria-rowcount', '5001')

    const scroller = table(page, 'Fills').locator('xpath=..')
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(drawn.last()).toContainText('99.99')
    expect(await drawn.count()).toBeLessThan(40)

    await scroller.evaluate((element) => element.scrollTo(0, 0))
    const third = drawn.filter({ hasText: '50.02' })
    await third.evaluate((row) => getSelection()?.selectAllChildren(row))
    const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')
    expect(await selected()).toContain('50.02')
    const before = await selected()
    script.push(
      'trade_history',
      message('trade_history', [fillRow(profile, '14', { timestamp: SECONDS + 1, price: '49.00' })]),
    )
    await expect(drawn.first()).toContainText('49.00')
    expect(await selected()).toBe(before)
    expect(figure((await records(table(page, 'Fills')))[1]?.Price)).toBe(50)
  })
})
