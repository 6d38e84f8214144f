import type { Page } from '@playwright/test'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'
import { clockOf, fillOf, tape, tradeIdOf } from './rig/trade-frames'

const NOW = Math.floor(Date.now() / 1000)
const profile = `0x${'c'.repeat(63)}`
const trader = `0x${'1'.repeat(64)}`

const panel = (page: Page) => page.getByRole('region', { name: 'Trades', exact: true })
const rows = (page: Page) => page.getByRole('table', { name: 'Trades' }).locator('tbody tr:not([aria-hidden])')
const cells = (page: Page, column: number) =>
  rows(page).evaluateAll((list, index) => list.map((row) => row.querySelectorAll('td')[index]?.textContent), column)

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) => [topic === 'orderbook' ? book(market_id, 5.05, 5.61) : empty(topic)]
})

test('rows are grouped by transaction, small ones hidden with a word, large ones marked, and the choice is kept', async ({
  page,
  open,
  script,
}) => {
  const list = tape(
    '14',
    { price: '5.10', size: '10', time: NOW, version: 9, side: 'buy' },
    { price: '5.12', size: '30', time: NOW, version: 9, side: 'buy' },
    { price: '5.09', size: '2', time: NOW - 1, version: 8, side: 'sell' },
    { price: '5.08', size: '500', time: NOW - 2, version: 7, side: null },
  )
  script.answer = ({ topic }) => [topic === 'recent_trades' ? list : empty(topic)]
  await open()
  await expect(rows(page)).toHaveCount(4)
  await panel(page).getByRole('button', { name: 'Group' }).click()
  await panel(page).getByLabel('Min $').fill('100')
  await panel(page).getByLabel('Large $').fill('1000')
  const look = async () => [await cells(page, 1), await cells(page, 2), await cells(page, 3)]
  const expected = [
    ['5.10▲5.12 buy', '5.08'],
    ['2× 40', '500'],
    ['205', '2,540 large'],
  ]
  await expect.poll(look).toEqual(expected)
  await expect(panel(page)).toContainText('4 trades held; 1 row below $100.00 hidden')
  await page.reload()
  await expect.poll(look).toEqual(expected)
})

test('own trades are marked, a row tells its transaction and traders, and a trader can be watched', async ({
  page,
  open,
  script,
}) => {
  const filled = { price: '5.11', size: '3', time: NOW - 1, tradeId: tradeIdOf('14', 7), side: 'sell' } as const
  const list = tape(
    '14',
    { price: '5.10', size: '10', time: NOW, version: 6704413443, side: 'buy', taker: trader, maker: profile },
    { ...filled, makerTradeId: filled.tradeId },
    { price: '5.09', size: '2', time: NOW - 2 },
  )
  script.answer = ({ topic }) => {
    if (topic === 'recent_trades') return [list]
    return [topic === 'trade_history' ? fillOf(profile, '14', filled) : empty(topic)]
  }
  await open(`?address=${profile}`)
  await expect.poll(() => cells(page, 3)).toEqual(['51.00 your trade', '15.33 your trade', '10.18'])

  await page.getByRole('button', { name: `Details of the trade at ${clockOf(NOW)}` }).focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('region', { name: 'Trade details' })
  await expect(details).toContainText('Taker buys')
  await expect(details.getByRole('link', { name: '6704413443' })).toHaveAttribute(
    'href',
    'https://explorer.aptoslabs.com/txn/6704413443?network=mainnet',
  )
  await expect(details.getByRole('link', { name: '0x1111…1111' })).toHaveAttribute(
    'href',
    `https://explorer.aptoslabs.com/account/${trader}?network=mainnet`,
  )
  await details.getByRole('button', { name: /^Watch 0x1111/ }).click()
  await expect
    .poll(() => script.open.flatMap(({ received }) => received).map(({ address }) => address))
    .toContain(trader)
  await expect.poll(() => cells(page, 3)).toEqual(['51.00 your trade', '15.33', '10.18'])
  await details.press('Escape')
  await expect(details).toBeHidden()
})

test('a pause holds the rows and counts the new ones; the state goes on, and another market ends it', async ({
  page,
  open,
  script,
}) => {
  script.answer = ({ topic, market_id = '' }) => [
    topic === 'recent_trades' && market_id === '14'
      ? tape('14', { price: '5.10', size: '1', time: NOW })
      : empty(topic),
  ]
  await open()
  await panel(page).getByRole('button', { name: 'Pause' }).click()
  script.push('recent_trades', tape('14', { price: '5.20', size: '2', time: NOW + 1 }))
  script.push('recent_trades', tape('14', { price: '5.30', size: '3', time: NOW + 2 }))
  await expect(panel(page).getByRole('button', { name: 'Paused, 2 new' })).toBeVisible()
  expect(await cells(page, 2)).toEqual(['1'])
  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  script.open[0]?.socket.terminate()
  await expect(panel(page)).toHaveAttribute('data-state', 'stale')
  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(rows(page)).toHaveCount(0)
  await expect(panel(page)).not.toContainText('5.10')
  await expect(panel(page).getByRole('button', { name: /Paused/ })).toBeHidden()
})

test('of a full tape only what is in view is drawn, rows read stand still, and a selection of text stays', async ({
  page,
  open,
  script,
}) => {
  const trade = (index: number) => ({ price: (5 + index / 1000).toFixed(3), size: '1', time: NOW - 500 + index })
  script.answer = ({ topic }) => [
    topic === 'recent_trades' ? tape('14', ...Array.from({ length: 500 }, (_, index) => trade(index))) : empty(topic),
  ]
  await open()
  await expect(page.getByRole('table', { name: 'Trades' })).toHaveAttribute('aria-rowcount', '501')
  expect(await rows(page).count()).toBeLessThan(60)

  // Scrolled into the middle, the row under the reader's eyes stays there while newer ones come.
  const scroller = page.getByRole('table', { name: 'Trades' }).locator('..')
  await scroller.evaluate((element) => element.scrollTo(0, 3000))
  const read = rows(page).filter({ hasText: '5.340' })
  await expect(read).toBeVisible()
  const [priceCell] = await read.locator('td').nth(1).elementHandles()
  await priceCell?.evaluate((cell) => getSelection()?.selectAllChildren(cell))
  const before = await read.boundingBox()
  for (let index = 500; index < 520; index += 10) {
    for (let next = index; next < index + 10; next += 1) script.push('recent_trades', tape('14', trade(next)))
    await expect(read).toHaveAttribute('aria-rowindex', String(index + 10 - 339))
  }
  expect(Math.round((await read.boundingBox())?.y ?? 0)).toBe(Math.round(before?.y ?? -1))
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('5.340')
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(rows(page).last()).toContainText('5.020')
  await expect(panel(page)).toContainText('500 trades held; the tape keeps 500')
})

test('the taker flow sums what was bought and sold, beyond the end of the tape', async ({ page, open, script }) => {
  script.answer = ({ topic }) => [
    topic === 'recent_trades'
      ? tape(
          '14',
          { price: '10', size: '30', time: NOW - 200 },
          { price: '10', size: '5', time: NOW - 520, side: 'sell' },
        )
      : empty(topic),
  ]
  await open()
  const flow = page.getByRole('region', { name: 'Taker flow' })
  await expect(flow).toContainText('Buy$300 100 %')
  await expect(flow).toContainText('Sell$0')
  await flow.getByRole('radio', { name: '15 minutes' }).click()
  await expect(flow).toContainText('Buy$300 86 %')
  await expect(flow).toContainText('Sell$50 14 %')
  await expect(flow).toContainText(`since ${clockOf(NOW - 520)}`)
  const many = Array.from({ length: 600 }, () => ({ price: '10', size: '1', time: NOW - 1, side: null }))
  script.push('recent_trades', tape('14', ...many))
  await expect(flow).toContainText('Unknown$6.0K')
  await expect(flow).toContainText('Buy$300 86 %')
})
