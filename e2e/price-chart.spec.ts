import type { Page } from '@playwright/test'
import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'
import { clockOf, fillOf, tape, tradeIdOf } from './rig/trade-frames'

const profile = `0x${'c'.repeat(63)}`
/** A full five minutes, two hours ago. */
const START = (Math.floor(Date.now() / 300_000) - 24) * 300

const panel = (page: Page) => page.getByRole('region', { name: 'Price chart' })
const note = (page: Page) => panel(page).locator('figcaption')
const slider = (page: Page) => panel(page).getByRole('slider', { name: 'Candle' })
/** A figure of the readout by its name. */
const figure = (page: Page, name: string) =>
  panel(page)
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd')

const TRADES = [
  { price: '5.10', size: '10', time: START },
  { price: '5.30', size: '20', time: START + 61 },
  { price: '5.20', size: '5', time: START + 62 },
  { price: '5.40', size: '1', time: START + 130 },
  { price: '5.35', size: '4', time: START + 131 },
] as const

test.beforeEach(async ({ page, script }) => {
  await page.addInitScript(() => localStorage.setItem('perpscope.preferences.1', JSON.stringify({ candleSeconds: 60 })))
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [book(market_id, 5.05, 5.61)]
    return [topic === 'recent_trades' && market_id === '14' ? tape('14', ...TRADES) : empty(topic)]
  }
})

test('candles are built from the trades seen, and told under the pointer, by keyboard and as a table', async ({
  page,
  open,
}) => {
  await open()
  await expect(panel(page)).toHaveAttribute('data-state', 'live')
  await expect(panel(page).locator('canvas').first()).toBeVisible()
  await expect(note(page)).toHaveText(`Since ${clockOf(START)}, from the trades seen`)
  const told = async () => Promise.all(['O', 'H', 'L', 'C', 'Vol'].map((name) => figure(page, name).textContent()))
  await expect.poll(told).toEqual(['5.40', '5.40', '5.35', '5.35', '5 APT $26.80'])
  await expect(figure(page, 'Last')).toHaveText(clockOf(START + 120))

  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    `${clockOf(START + 60)}: open 5.30, high 5.30, low 5.20, close 5.20, −1.89 %, volume 25 APT`,
  )
  await expect(figure(page, 'At')).toHaveText(clockOf(START + 60))
  await page.keyboard.press('Home')
  await expect(figure(page, 'Remark')).toHaveText('partly seen')
  await page.keyboard.press('Escape')
  await expect(figure(page, 'Last')).toHaveText(clockOf(START + 120))
  await slider(page).blur()

  // The candles stand 8 px apart at the right edge: the last but one is found by the pointer.
  const area = await panel(page).locator('canvas').first().boundingBox()
  if (area === null) throw new Error('no chart')
  await expect(async () => {
    for (let right = 0; right < 120; right += 4) {
      await page.mouse.move(area.x + area.width - right, area.y + area.height / 2)
      if ((await panel(page).getByText('Last', { exact: true }).count()) === 0) break
    }
    await expect(figure(page, 'O')).toHaveText(/5\.(10|30)/, { timeout: 500 })
  }).toPass()
  await page.mouse.move(0, 0)
  await expect(figure(page, 'O')).toHaveText('5.40')

  await panel(page).getByRole('button', { name: 'Candles as a table' }).click()
  await expect(page.getByRole('table', { name: 'Candles' }).getByRole('row')).toHaveText([
    'TimeOpenHighLowCloseVolume (APT)Volume ($)Trades',
    `${clockOf(START + 120)}5.405.405.355.35526.802`,
    `${clockOf(START + 60)}5.305.305.205.2025132.002`,
    `${clockOf(START)}partly seen5.105.105.105.101051.001`,
  ])
  await panel(page).getByRole('radio', { name: '5 minutes' }).click()
  await expect(page.getByRole('table', { name: 'Candles' }).getByRole('row').nth(1)).toContainText('5.105.405.105.35')
})

test('what was not seen while the connection was lost is a gap, unless the next list reaches back behind it', async ({
  page,
  open,
  script,
}) => {
  await open()
  await expect(note(page)).toContainText('Since')
  const later = (seconds: number) => ({ price: '5.5', size: '1', time: START + seconds })
  const answerWith = (list: string) => {
    script.answer = ({ topic }) => [topic === 'recent_trades' ? list : empty(topic)]
    script.open[0]?.socket.terminate()
  }
  // It holds all that came before, so nothing is missing.
  answerWith(tape('14', ...TRADES, later(140)))
  await expect(figure(page, 'C')).toHaveText('5.50')
  await expect(note(page)).not.toContainText('gap')

  script.answer = () => []
  script.open[0]?.socket.terminate()
  await expect(panel(page)).toHaveAttribute('data-state', 'stale')
  await expect(note(page)).toContainText('nothing seen since')
  answerWith(tape('14', later(400), later(410)))
  await expect(note(page)).toContainText(`gap ${clockOf(START + 140)}–${clockOf(START + 401)}`, { timeout: 15_000 })
  await expect(note(page)).not.toContainText('nothing seen since')
  await expect(figure(page, 'Remark')).toHaveText('partly seen')
  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', `${clockOf(START + 180)}, not seen`)
})

test('the chart follows the newest candle until it is moved, and goes back to it when asked', async ({
  page,
  open,
  script,
}) => {
  await open()
  const back = panel(page).getByRole('button', { name: 'To the newest' })
  // No trade comes as if it were of the future, which would not be believed.
  const last = START + 130
  const candle = (seconds: number) => tape('14', { price: '5.25', size: '1', time: last + seconds })
  await panel(page).getByRole('radio', { name: '5 seconds' }).click()
  for (let seconds = 5; seconds <= 60; seconds += 5) {
    script.push('recent_trades', candle(seconds))
    await expect(figure(page, 'Last')).toHaveText(clockOf(last + seconds))
    await expect(back).toBeHidden()
  }
  const area = await panel(page).locator('canvas').first().boundingBox()
  if (area === null) throw new Error('no chart')
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width - 20, area.y + area.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(back).toBeVisible()
  script.push('recent_trades', candle(65))
  await expect(back).toBeVisible()
  await back.click()
  await expect(back).toBeHidden()
})

test('candles outlive the end of the tape and the panel’s picture, and leave with their market', async ({
  page,
  open,
  script,
}) => {
  await open()
  await expect(figure(page, 'Vol')).toHaveText('5 APT $26.80')
  const many = Array.from({ length: 700 }, (_, index) => ({
    price: '5.5',
    size: '1',
    time: START + 200 + (index % 30),
  }))
  script.push('recent_trades', tape('14', ...many))
  await expect(page.getByRole('region', { name: 'Trades', exact: true })).toContainText('500 trades held')
  await expect(figure(page, 'Vol')).toHaveText('700 APT $3,850.00')
  const table = panel(page).getByRole('button', { name: 'Candles as a table' })
  await table.click()
  await expect(page.getByRole('table', { name: 'Candles' }).getByRole('row')).toHaveCount(5)
  await table.click()
  await expect(panel(page).locator('canvas').first()).toBeVisible()
  await expect(note(page)).toHaveText(`Since ${clockOf(START)}, from the trades seen`)
  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(panel(page)).toContainText('No trades yet')
  await expect(panel(page)).not.toContainText('5.')
  await page.getByRole('combobox', { name: 'Market' }).selectOption('14')
  await expect(figure(page, 'Vol')).toHaveText('5 APT $26.80')
})

test('own prices are named and own fills are told in their candle', async ({ page, open, script }) => {
  const answer = script.answer
  const filled = { price: '5.30', size: '20', time: START + 61, tradeId: tradeIdOf('14', 7) }
  script.answer = (subscription, host) => {
    if (subscription.topic === 'positions') return [position(profile, '14', '10')]
    if (subscription.topic === 'trade_history') return [fillOf(profile, '14', filled)]
    return answer(subscription, host)
  }
  await open(`?address=${profile}`)
  await expect(panel(page).getByRole('list', { name: 'Own prices' }).getByRole('listitem')).toHaveText([
    /^Entry long 5\.0/,
    /^Liq. long 2\.6/,
  ])
  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(figure(page, 'Own')).toHaveText('1 fill')
})

test('a chart whose code does not arrive breaks its own panel alone', async ({ page, open }) => {
  await page.route('**/assets/price-chart-*.js', (route) => route.abort())
  await open()
  await expect(panel(page)).toHaveAttribute('data-state', 'error')
  await expect(page.getByRole('region', { name: 'Trades', exact: true })).toHaveAttribute('data-state', 'live')
  await page.unroute('**/assets/price-chart-*.js')
  await panel(page).getByRole('button', { name: 'Reload this panel' }).click()
  await expect(panel(page).locator('canvas').first()).toBeVisible()
})
