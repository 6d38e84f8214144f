import type { Page } from '@playwright/test'
import { makeOrderId } from '../src/domain/order-id'
import { empty } from './rig/frames'
import { unknownWallet } from './rig/script'
import { expect, test } from './rig/test'

const MARKET = '14'
const ACCOUNT = `0x${'c'.repeat(63)}`
const NOW_S = 1_700_000_000

type Row = readonly [price: number, size: number, updatedS?: number]

function book(bids: readonly Row[], asks: readonly Row[], marketId = MARKET): string {
  const row =
    (is_ask: boolean) =>
    ([price, size, updatedS = NOW_S]: Row) => ({
      is_ask,
      price: price.toFixed(3),
      size: size.toFixed(3),
      market_id: marketId,
      last_updated: updatedS,
    })
  return JSON.stringify({ data: [...asks.map(row(true)), ...bids.map(row(false))], message: 'orderbook' })
}

const BIDS: readonly Row[] = [
  [5.47, 10],
  [5.469, 20],
  [5.462, 30, NOW_S - 12],
  [5.4, 100, NOW_S - 3600],
]
const ASKS: readonly Row[] = [
  [5.472, 10],
  [5.48, 30],
  [5.481, 5],
  [5.6, 100],
]

let trades = 0

function trade(price: string): string {
  trades += 1
  const row = {
    address: null,
    fee: '0',
    last_updated: NOW_S + trades,
    leverage: 2,
    market_id: MARKET,
    order_type: 1,
    order_value: '5.5',
    pnl: '0',
    price,
    size: '1',
    timestamp: NOW_S + trades,
    trade_id: String((7n << 64n) | BigInt(MARKET)),
    transaction_version: trades,
  }
  return JSON.stringify({ data: [row], message: 'recent_trades' })
}

const position = JSON.stringify({
  data: [
    {
      address: ACCOUNT,
      market_id: MARKET,
      size: '3.2',
      entry_price: '5.475',
      is_long: true,
      leverage: 2,
      liq_price: '3.754',
      margin: '8',
      value: '17.52',
      sl: null,
      tp: '6.5',
      trade_id: String((9n << 64n) | BigInt(MARKET)),
      last_updated: NOW_S,
    },
  ],
  message: 'positions',
})

const openOrder = JSON.stringify({
  data: [
    {
      address: ACCOUNT,
      market_id: MARKET,
      order_id: makeOrderId(3n, { side: 'bid', integerPrice: 5469 }),
      trade_id: String((10n << 64n) | BigInt(MARKET)),
      order_type: 1,
      price: '5.469',
      total_size: '12.5',
      remaining_size: '12.5',
      order_value: '68.36',
      leverage: 2,
      timestamp: NOW_S,
      last_updated: NOW_S,
    },
  ],
  message: 'open_orders',
})

const panelOf = (page: Page) => page.getByRole('region', { name: 'Order book' })
const rowsOf = (page: Page, side: 'Asks' | 'Bids') => panelOf(page).getByRole('table', { name: side }).getByRole('row')
/** Cells of a side's rows as one text each, from top to bottom. */
const texts = async (page: Page, side: 'Asks' | 'Bids') => (await rowsOf(page, side).allInnerTexts()).slice(1)

test.beforeEach(({ script }) => {
  script.answerLookUp = () => unknownWallet
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(BIDS, ASKS, market_id)] : [empty(topic)]
})

test('the book is grouped exactly, asks up and bids down, and each market keeps its grouping', async ({
  page,
  open,
}) => {
  await open()
  const group = panelOf(page).getByLabel('Group')
  await expect(group.locator('option')).toHaveText(['0.001', '0.01', '0.1'])
  await group.selectOption('0.01')
  await expect.poll(() => texts(page, 'Asks')).toEqual(['5.60\t100\t145', '5.49\t5\t45', '5.48\t40\t40'])
  expect(await texts(page, 'Bids')).toEqual(['5.47\t10\t10', '5.46\t50\t60', '5.40\t100\t160'])
  // Grouped, the sides of a book that is not crossed never look it: best ask and best bid are 0.002 apart.
  await group.selectOption('0.1')
  await expect.poll(() => texts(page, 'Asks')).toEqual(['5.6\t100\t145', '5.5\t45\t45'])
  expect(await texts(page, 'Bids')).toEqual(['5.4\t160\t160'])

  await open('?market=15')
  await expect(group).toHaveValue('0')
  await expect.poll(() => texts(page, 'Bids')).toHaveLength(4)
  await open()
  await expect(group).toHaveValue('2')
  await expect.poll(() => texts(page, 'Bids')).toEqual(['5.4\t160\t160'])
})

test('totals stand in the base or in the quote, and the header says which', async ({ page, open }) => {
  await open()
  const header = panelOf(page).getByRole('table', { name: 'Bids' }).getByRole('columnheader').last()
  await expect(header).toHaveText('Total (APT)')
  await panelOf(page).getByRole('button', { name: 'Total (APT)' }).click()
  await expect(header).toHaveText('Total ($)')
  // 54.70, + 109.38, + 163.86, + 540.00
  expect(await texts(page, 'Bids')).toEqual([
    '5.470\t10\t54.70',
    '5.469\t20\t164.08',
    '5.462\t30\t327.94',
    '5.400\t100\t867.94',
  ])
})

test('between the sides stands the last price with its direction, and says when the trades are not live', async ({
  page,
  open,
  script,
}) => {
  await open()
  const panel = panelOf(page)
  await expect(panel).toContainText('Last—')
  script.push('recent_trades', trade('5.470'))
  await expect(panel).toContainText('Last5.470Mid')
  script.push('recent_trades', trade('5.473'))
  await expect(panel).toContainText('Last5.473▲ upMid5.4710Spread0.0023.7 bps')
  script.push('recent_trades', trade('5.473'))
  script.push('recent_trades', trade('5.472'))
  await expect(panel).toContainText('Last5.472▼ down')
  script.push('recent_trades', JSON.stringify({ data: [{ market_id: '15' }], message: 'recent_trades' }))
  await expect(panel).toContainText('Lasttrades unverified5.472Mid')
  await expect(panel).toHaveAttribute('data-state', 'live')
})

test('the imbalance is told where the book tells it, and never as one half each', async ({ page, open, script }) => {
  await open()
  const panel = panelOf(page)
  // ± 50 bps of 5.471 is 5.4437 to 5.4983.
  await expect(panel).toContainText('Bids 57.1 %Imbalance ± 50 bps42.9 % asks')
  await panel.getByRole('button', { name: 'Ladder settings' }).click()
  await panel.getByLabel('Imbalance within').selectOption('± 200 bps')
  await expect(panel).toContainText('Imbalance ± 200 bps— book ends at 129.8 bps')
  await panel.getByLabel('Imbalance within').selectOption('± 1 bps')
  await expect(panel).toContainText('Imbalance ± 1 bps— spread is wider')
  await page.keyboard.press('Escape')
  await expect(panel.getByLabel('Imbalance within')).toBeHidden()
  script.push('orderbook', book([[5.48, 1]], [[5.47, 1]]))
  await expect(panel).toContainText('Crossed: best bid above best ask—')
  await expect(panel).toContainText(/Imbalance ± 1 bps—$/)
})

test('own orders and positions are marked at their level, in their group, and at the edge when out of the book', async ({
  page,
  open,
  script,
}) => {
  const answers = new Map([
    ['positions', position],
    ['open_orders', openOrder],
  ])
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(BIDS, ASKS, market_id)] : [answers.get(topic) ?? empty(topic)]
  await open(`?address=${ACCOUNT}`)
  const panel = panelOf(page)
  const order = panel.getByRole('note', { name: 'your order 12.5 at 5.469' })
  await expect(rowsOf(page, 'Bids').nth(2).getByRole('note')).toHaveAccessibleName('your order 12.5 at 5.469')
  // The price is the cell's whole text: what is copied is a price.
  await expect(rowsOf(page, 'Bids').nth(2).getByRole('cell').first()).toHaveText('5.469')
  // No level stands at the entry: it is marked on the line before the next ask.
  await expect(rowsOf(page, 'Asks').nth(3).getByRole('note')).toHaveAccessibleName('entry of long 3.2 at 5.475')
  await expect(panel.getByText('Below: liq. 3.754')).toBeVisible()
  await expect(panel.getByText('Above: TP 6.500')).toBeVisible()

  await panel.getByLabel('Group').selectOption('0.01')
  await expect(rowsOf(page, 'Bids').nth(2)).toHaveText('5.465060')
  await expect(rowsOf(page, 'Bids').nth(2).getByRole('note')).toHaveAccessibleName('your order 12.5 at 5.469')
  await expect(rowsOf(page, 'Asks').last().getByRole('note')).toHaveAccessibleName('entry of long 3.2 at 5.475')

  script.push('open_orders', empty('open_orders'))
  await expect(order).toHaveCount(0)
  // The account's socket is lost: what it last said is drawn back and says so.
  script.answer = ({ topic, market_id = '' }) => (topic === 'orderbook' ? [book(BIDS, ASKS, market_id)] : [])
  script.open.find(({ received }) => received.some(({ topic }) => topic === 'positions'))?.socket.terminate()
  await expect(panel.getByRole('note', { name: 'entry of long 3.2 at 5.475 (last known)' })).toBeVisible()
  await expect(panel.getByText('Below, last known: liq. 3.754')).toBeVisible()
})

test('a row under the pointer is summed up to, and the sum follows the row when its figures change', async ({
  page,
  open,
  script,
}) => {
  await open()
  const panel = panelOf(page)
  const heights = () => panel.locator('table').evaluateAll((tables) => tables.map((table) => table.clientHeight))
  await expect(panel).toContainText('Imbalance')
  await expect(panel.locator('table')).toHaveCount(2)
  const before = await heights()
  await rowsOf(page, 'Asks').nth(3).hover()
  // The two best asks: 10 at 5.472 and 30 at 5.480.
  await expect(panel).toContainText('Sum40 APTValue$219.12Avg5.4780From mid12.8 bps')
  expect(await heights()).toEqual(before)
  script.push('orderbook', book(BIDS, [[5.472, 10], [5.476, 10], ...ASKS.slice(2)]))
  await expect(panel).toContainText('Sum20 APTValue$109.48Avg5.4740From mid5.5 bps')
  await rowsOf(page, 'Bids').nth(1).hover()
  await expect(panel).toContainText('Sum10 APTValue$54.70Avg5.4700From mid1.8 bps')
  await panel.getByRole('heading').hover()
  await expect(panel).toContainText('Imbalance')
})

test('the keyboard goes through the rows, and each step is said once', async ({ page, open, script }) => {
  await open()
  const panel = panelOf(page)
  const said = panel.getByRole('status')
  await panel.getByRole('slider', { name: 'Sum up asks' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(said).toHaveText('to 5.472: 10 APT, $54.72, average 5.4720, 1.8 bps from mid')
  await page.keyboard.press('ArrowUp')
  const words = 'to 5.480: 40 APT, $219.12, average 5.4780, 12.8 bps from mid'
  await expect(said).toHaveText(words)
  script.push('orderbook', book(BIDS, [[5.472, 10], [5.476, 10], ...ASKS.slice(2)]))
  await expect(panel).toContainText('Sum20 APT')
  await expect(said).toHaveText(words)
  await page.keyboard.press('Tab')
  await expect(panel).toContainText('Imbalance')
  await panel.getByRole('slider', { name: 'Sum up bids' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(panel).toContainText('Sum30 APT')
})

test('the age of a level counts from the newest change of the book, whatever the reader’s clock says', async ({
  page,
  open,
}) => {
  await page.clock.install({ time: (NOW_S - 86_400) * 1000 })
  await open()
  const age = (row: number) => rowsOf(page, 'Bids').nth(row).getByRole('cell').nth(1)
  await expect(age(1)).toHaveAttribute('title', 'Among the newest changes')
  await expect(age(3)).toHaveAttribute('title', 'Changed 12 s before the newest')
  await expect(age(4)).toHaveAttribute('title', 'Changed 1 h 0 min before the newest')
  // And in colour, as it is seen.
  const shades = await page.evaluate(() => drawnLadder('Bids').map(({ colour }) => colour))
  const [newest, , older, oldest] = shades
  expect(new Set([newest, older, oldest]).size).toBe(3)
})
