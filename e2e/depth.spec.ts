import type { Page } from '@playwright/test'
import { position } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'

const PROFILE = `0x${'c'.repeat(63)}`

type Levels = readonly (readonly [price: number, size: number])[]

function bookMessage(bids: Levels, asks: Levels, market_id = '14'): string {
  const rows = (side: Levels, is_ask: boolean) =>
    side.map(([price, size]) => ({
      is_ask,
      price: price.toFixed(3),
      size: size.toFixed(3),
      market_id,
      last_updated: 1_700_000_000,
    }))
  return JSON.stringify({ data: [...rows(asks, true), ...rows(bids, false)], message: 'orderbook' })
}

/** A mid of 5, levels 0.2 % and 1 % away from it, and one ask ten times as dear, which teaches three decimals. */
const BIDS: Levels = [
  [4.99, 100],
  [4.95, 1000],
]
const ASKS: Levels = [
  [5.01, 200],
  [5.05, 400],
  [50.001, 30.001],
]
const BOOK = bookMessage(BIDS, ASKS)

const depthOf = (page: Page) => page.getByRole('region', { name: 'Depth chart' })
const readoutOf = (page: Page) => depthOf(page).locator('figcaption')
const sliderOf = (page: Page) => depthOf(page).getByRole('slider', { name: 'Distance from mid' })
const button = (page: Page, name: string) => depthOf(page).getByRole('button', { name, exact: true })

/** The cells of a row of the cost lens: buying, selling. */
const cost = (page: Page, row: string) =>
  depthOf(page)
    .getByRole('table', { name: 'Cost of a size' })
    .getByRole('row')
    .filter({ hasText: row })
    .getByRole('cell')

async function plot(page: Page) {
  const box = await depthOf(page).locator('[data-depth-curves]').first().boundingBox()
  if (box === null) throw new Error('no plot')
  return box
}

test.beforeEach(({ script }) => {
  script.answer = ({ topic }) => [topic === 'orderbook' ? BOOK : empty(topic)]
})

test('one far order does not spoil the window, and the readout tells what both sides hold in it', async ({
  page,
  open,
}) => {
  await open()
  await expect(depthOf(page)).toHaveAttribute('data-state', 'live')
  const readout = readoutOf(page)
  await expect(readout).toContainText('Within ±1 % of mid')
  await expect(readout).toContainText('Bids ≥ 4.950')
  await expect(readout).toContainText('1,100.000 APT $5,449.00')
  await expect(readout).toContainText('Asks ≤ 5.050')
  await expect(readout).toContainText('600.000 APT $3,022.00')
})

test('the crosshair is mirrored: one distance, both sides, by mouse and by keys, and nothing moves for it', async ({
  page,
  open,
}) => {
  await open()
  const box = await plot(page)
  // Half way out on the side of the bids: 0.5 % below mid.
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2)
  const readout = readoutOf(page)
  await expect(readout).toContainText(/0\.50 % · (49|50)\.\d bps from mid/)
  await expect(readout).toContainText('Bids ≥ 4.975100.000 APT $499.00')
  await expect(readout).toContainText('Asks ≤ 5.025200.000 APT $1,002.00')
  expect(await plot(page)).toEqual(box)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 200)
  await expect(readout).toContainText('Within ±1 % of mid')

  await sliderOf(page).focus()
  await page.keyboard.press('Home')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', '1.00 % below mid')
  await expect(depthOf(page).getByRole('status')).toHaveText(
    '1.00 % below mid: bids to there 1,100.000 APT, 5,449.00 dollars; asks to there 600.000 APT, 3,022.00 dollars',
  )
  for (let press = 0; press < 48; press += 1) await page.keyboard.press('ArrowRight')
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', '0.20 % above mid')
  await expect(readout).toContainText('0.20 % · 20.0 bps from mid')
  await expect(readout).toContainText('100.000 APT $499.00')
  await page.keyboard.press('Escape')
  await expect(readout).toContainText('Within ±1 % of mid')
})

test('the window is zoomed by wheel, keys and buttons, within its limits, without scrolling the page, and is kept', async ({
  page,
  open,
}) => {
  // The page scrolls, and the chart is in the middle of it.
  await page.setViewportSize({ width: 900, height: 700 })
  await open()
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()
  await depthOf(page).evaluate((panel) => panel.scrollIntoView({ block: 'center' }))
  const scrollTop = () => page.getByRole('main').evaluate((main) => main.scrollTop)
  const scrolled = await scrollTop()
  expect(scrolled).toBeGreaterThan(0)
  const box = await plot(page)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.wheel(0, 400)
  await expect(button(page, 'Fit the book')).toHaveAttribute('aria-pressed', 'false')
  await expect(depthOf(page)).toContainText('±1.65 %')
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, 400)
  await expect(depthOf(page)).toContainText('±50 %')
  expect(await scrollTop()).toBe(scrolled)
  await expect(button(page, 'Zoom out')).toHaveAttribute('aria-disabled', 'true')

  await sliderOf(page).focus()
  await page.keyboard.press('0')
  await expect(depthOf(page)).toContainText('±1 %')
  await expect(button(page, 'Fit the book')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('-')
  await expect(depthOf(page)).toContainText('±2 %')
  await button(page, 'Zoom in').click()
  await button(page, 'Zoom in').click()
  await expect(depthOf(page)).toContainText('±0.5 %')
  // The best prices are 0.2 % away: narrower than twice that, there would be nothing to see.
  await button(page, 'Zoom in').click()
  await expect(depthOf(page)).toContainText('±0.4 %')
  await expect(button(page, 'Zoom in')).toHaveAttribute('aria-disabled', 'true')

  await page.reload()
  await expect(depthOf(page)).toContainText('±0.4 %')
})

test('the cost lens tells what a size costs on both sides, follows the book, and says what cannot be filled', async ({
  page,
  open,
  script,
}) => {
  await open()
  const size = depthOf(page).getByRole('textbox', { name: 'Size' })
  await depthOf(page).getByRole('group', { name: 'Unit of the size' }).getByRole('radio', { name: 'APT' }).check()
  await size.fill('400')
  await expect(cost(page, 'Average price')).toHaveText(['5.0300', '4.9600'])
  await expect(cost(page, 'Worst price')).toHaveText(['5.050', '4.950'])
  await expect(cost(page, 'Slippage')).toHaveText(['60.00 bps', '80.00 bps'])
  await expect(cost(page, 'Fee')).toHaveText(['1.006', '0.992000'])
  await expect(cost(page, 'Total')).toHaveText(['2,013.01', '1,983.01'])
  await depthOf(page).getByRole('textbox', { name: 'Fee' }).fill('0')
  await expect(cost(page, 'Total')).toHaveText(['2,012.00', '1,984.00'])

  script.push('orderbook', bookMessage([[4, 1000]], [[6, 100]]))
  await expect(cost(page, 'Average price')).toHaveText(['6.0000', '4.0000'])
  await expect(depthOf(page)).toContainText('The visible book fills only 100.000 of 400 APT buying')

  await size.fill('1,5')
  await expect(depthOf(page)).toContainText('Decimals stand behind a point: 1.5.')
  await expect(cost(page, 'Average price')).toHaveText(['—', '—'])
  await button(page, 'Size of 1k $').click()
  await expect(size).toHaveValue('1,000')
  await expect(cost(page, 'Average price')).toHaveText(['6.0000', '4.0000'])
})

test('strange books are told in words, and nothing is drawn or reckoned from them', async ({ page, open, script }) => {
  await open()
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()
  for (const [message, words] of [
    [bookMessage([[5.1, 1]], [[5, 1]]), 'the book is crossed'],
    [bookMessage([[5, 1]], [[5, 1]]), 'the book is locked'],
    [bookMessage([], []), 'the book is empty'],
    [bookMessage([[5, 1]], []), 'it has no asks'],
    [bookMessage([], [[5, 1]]), 'it has no bids'],
  ] as const) {
    script.push('orderbook', message)
    await expect(depthOf(page)).toContainText(`No depth to draw: `)
    await expect(depthOf(page)).toContainText(words)
    await expect(depthOf(page).locator('[data-depth-curves]')).toHaveCount(0)
    await expect(cost(page, 'Slippage')).toHaveText(['—', '—'])
  }
  script.push('orderbook', BOOK)
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()

  script.push('orderbook', bookMessage(BIDS, ASKS, '15'))
  await expect(depthOf(page)).toHaveAttribute('data-state', 'unverified')
  await expect(depthOf(page)).toContainText('No depth is drawn from unverified figures.')
  await expect(depthOf(page)).toContainText('No cost is reckoned from unverified figures.')
  await expect(cost(page, 'Average price')).toHaveText(['—', '—'])
})

test('a minute after the link is lost the picture stays, dimmed and marked, and costs are withheld', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  await open()
  await expect(cost(page, 'Worst price')).toHaveText(['50.001', '4.950'])
  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  script.open[0]?.socket.terminate()
  await expect(depthOf(page)).toHaveAttribute('data-state', 'stale')
  await expect(cost(page, 'Worst price')).toHaveText(['50.001', '4.950'])
  await page.clock.fastForward(61_000)
  await expect(cost(page, 'Worst price')).toHaveText(['—', '—'])
  await expect(depthOf(page)).toContainText('No cost is reckoned from figures that old.')
  await expect(depthOf(page)).toContainText('Last known figures')
  await expect(readoutOf(page)).toContainText('1,100.000 APT')
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()
})

test('own entry and liquidation stand in the chart or are told beyond it', async ({ page, open, script }) => {
  script.answer = ({ topic }) =>
    topic === 'orderbook' ? [BOOK] : [topic === 'positions' ? position(PROFILE, '14', '12.5') : empty(topic)]
  await open(`?address=${PROFILE}`)
  await expect(depthOf(page).getByRole('list', { name: 'Own prices in the window' })).toHaveText(
    'Long: entry at 5.000, at midEntry',
  )
  await expect(depthOf(page).getByRole('list', { name: 'Own prices below the window' })).toContainText('← Liq. 2.600')
  for (let turn = 0; turn < 5; turn += 1) await button(page, 'Zoom out').click()
  await expect(depthOf(page).getByRole('list', { name: 'Own prices in the window' })).toContainText('Liq.')
})

test('the depth can be read as a table', async ({ page, open }) => {
  await open()
  await button(page, 'Depth as a table').click()
  const table = depthOf(page).getByRole('table', { name: 'Depth', exact: true })
  const row = (name: string) => table.getByRole('row').filter({ hasText: name }).getByRole('cell')
  await expect(row('0.1 % of mid')).toHaveText(['none', 'none', 'none', 'none'])
  await expect(row('0.25 % of mid')).toHaveText(['100.000', '499.00', '200.000', '1,002.00'])
  await expect(row('All visible')).toHaveText(['1,100.000', '5,449.00', '630.001', '4,522.08'])
  await button(page, 'Depth as a table').click()
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()
})

test('on a phone two fingers zoom and one points, with the lens below the chart', async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await open()
  await expect(depthOf(page).locator('[data-depth-curves]').first()).toBeVisible()
  await depthOf(page).evaluate((panel) => panel.scrollIntoView({ block: 'end' }))
  const box = await plot(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const lens = await depthOf(page).getByRole('region', { name: 'Cost of a size' }).boundingBox()
  expect(lens?.y).toBeGreaterThan(box.y + box.height)

  const client = await page.context().newCDPSession(page)
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...parts: readonly number[]) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: parts.map((part, id) => ({ id, x: box.x + box.width * part, y: box.y + box.height / 2 })),
    })
  await fingers('touchStart', 0.25)
  await fingers('touchEnd')
  await expect(readoutOf(page)).toContainText(/0\.\d\d % · \d\d\.\d bps from mid/)
  await expect(depthOf(page)).toContainText('±1 %')
  await fingers('touchStart', 0.3, 0.7)
  await fingers('touchMove', 0.4, 0.6)
  await fingers('touchEnd')
  await expect(depthOf(page)).toContainText('±2 %')
})
