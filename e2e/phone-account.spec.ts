import type { Page } from '@playwright/test'
import { message, positionRow } from './rig/build-account'
import { account, box, go, list, playAccount, PROFILE, SMALL, TALL, WALLET } from './rig/phone'
import { found, type Script } from './rig/script'
import type { LookUpAnswer } from './rig/server'
import { cardRecords } from './rig/tables'
import { expect, test } from './rig/test'

test.use({ viewport: TALL, hasTouch: true, isMobile: true })
test.beforeEach(({ script }) => playAccount(script))

const sockets = (script: Script, topic: string) =>
  script.open.filter(({ received }) => received.some((subscription) => subscription.topic === topic))

test('the account’s lists are cards with every figure by its name, and no table besides', async ({ page, open }) => {
  await open(`?address=${WALLET}`)
  await expect
    .poll(() => cardRecords(list(page, 'Positions')))
    .toMatchObject([
      { Market: 'BTC-USD', Side: 'Short', 'uPnL ($)': '−100.00', ROE: '−25.00 %', 'To liquidation': '+6.67 %' },
      {
        Market: 'APT-USD',
        Side: 'Long',
        Leverage: '5x',
        'uPnL ($)': '+20.00',
        Mid: '100.000',
        'Entry price': '90.00',
        'Take profit': '120.00+60.00 · +20.00 %',
      },
      { Market: '2 positions', 'uPnL ($)': '−80.00', 'Margin ($)': '440.00' },
    ])
  await expect(account(page).getByRole('table')).toHaveCount(0)
  // But for parts of a pixel, where its panel's edge lies between two.
  await expect(list(page, 'Positions').getByRole('listitem').first()).toBeInViewport({ ratio: 0.99 })

  // A count of which only the first digit is seen would be another number; each has room for two more here.
  const spareOf = (tabs: Element) =>
    tabs.getBoundingClientRect().width -
    [...tabs.children].reduce((sum, tab) => sum + tab.getBoundingClientRect().width, 0)
  expect(await page.getByRole('tablist', { name: 'Account' }).evaluate(spareOf)).toBeGreaterThan(40)

  await page.getByRole('tab', { name: 'Open orders' }).tap()
  await expect
    .poll(() => cardRecords(list(page, 'Open orders')))
    .toMatchObject([{ Market: 'APT-USD', Side: 'Bid', Type: 'Open long', Remaining: '3', Filled: '25 %' }])
  await page.getByRole('tab', { name: 'Order history' }).tap()
  await expect
    .poll(() => cardRecords(list(page, 'Order history')))
    .toMatchObject([{ Market: 'APT-USD', Status: 'Filled', Kind: 'Limit', 'Value ($)': '394.00' }])

  await page.getByRole('tab', { name: 'Fills' }).tap()
  await expect
    .poll(() => cardRecords(list(page, 'Fills')))
    .toMatchObject([
      { Type: 'Close long', Side: 'Sell', Price: '110.00', Size: '3', 'Realised PnL ($)': '+19.89' },
      { Type: 'Open long', Side: 'Buy', Price: '100.00', Size: '2', 'Fee ($)': '0.100000' },
    ])
  await expect(account(page).locator('dl[aria-label=Sums]')).toBeInViewport({ ratio: 1 })
  await account(page).getByRole('radio', { name: 'Totals by pair' }).check()
  await expect
    .poll(() => cardRecords(list(page, 'Fills by pair')))
    .toMatchObject([
      { Pair: 'APT-USD', Fills: '2', 'Volume ($)': '530.00' },
      { Pair: 'All', 'Volume ($)': '530.00' },
    ])
})

test('cards are sorted by a field and turned round', async ({ page, open }) => {
  await open(`?address=${WALLET}&tab=fills`)
  const sizes = async () => (await cardRecords(list(page, 'Fills'))).map(({ Size }) => Size)
  await expect.poll(sizes).toEqual(['3', '2'])
  await account(page).getByRole('combobox', { name: 'Sort by' }).selectOption('Price')
  await expect.poll(sizes).toEqual(['3', '2'])
  await account(page).getByRole('button', { name: 'Descending' }).tap()
  await expect.poll(sizes).toEqual(['2', '3'])
  await expect(account(page).getByRole('button', { name: 'Ascending' })).toBeVisible()
})

test('a lost link: the panel says so, its figures are dimmed, and the next try can be called for; nothing moves', async ({
  page,
  open,
  script,
}) => {
  await page.setViewportSize(SMALL)
  await open(`?address=${WALLET}`)
  await expect(list(page, 'Positions')).toBeVisible()
  const side = list(page, 'Positions').getByText('Long', { exact: true })
  const color = () => side.evaluate((figure) => getComputedStyle(figure).color)
  const live = await color()
  const first = list(page, 'Positions').getByRole('listitem').first()
  const places = async () => [await box(page.getByRole('banner').getByText('Mid')), await box(first)]
  const before = await places()
  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  for (const { socket } of script.open) socket.terminate()
  await expect(account(page)).toHaveAttribute('data-state', 'stale')
  await expect(account(page).getByText(/^Stale, as of \d\d:\d\d:\d\d, \d+ s ago$/)).toBeInViewport({ ratio: 1 })
  await expect.poll(color).not.toBe(live)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting')
  await expect(page.getByRole('button', { name: 'Retry now' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(/^Try \d+ in \d+ s: ./)).toBeInViewport({ ratio: 1 })
  expect(await places()).toEqual(before)
  await go(page, 'More')
  await page.getByRole('button', { name: 'Diagnostics' }).tap()
  await expect(page.getByRole('region', { name: 'Diagnostics' })).toContainText('Connection log')
})

test('the account’s socket outlives its page, which shows the rows of the moment at once when it is back', async ({
  page,
  open,
  script,
}) => {
  await open(`?address=${WALLET}`)
  await expect.poll(async () => (await cardRecords(list(page, 'Positions'))).length).toBe(3)
  await go(page, 'Book')
  await expect(account(page)).toHaveCount(0)
  const [socket] = sockets(script, 'positions')
  script.push('positions', message('positions', [positionRow(PROFILE, '14', { size: '7' })]))
  const seen = await watchAccount(page)
  await go(page, 'Account')
  await expect.poll(async () => (await cardRecords(list(page, 'Positions')))[0]?.Size).toBe('7')
  const texts = await seen()
  expect(texts).not.toEqual([])
  expect(texts.filter((text) => text.includes('Waiting') || text.includes('BTC-USD'))).toEqual([])
  expect(sockets(script, 'positions')).toEqual([socket])
})

test('rows of an account that was left meanwhile are never seen again', async ({ page, open, script }) => {
  await open(`?address=${WALLET}`)
  await expect.poll(async () => (await cardRecords(list(page, 'Positions'))).length).toBe(3)
  await go(page, 'Book')
  let answer: (found: LookUpAnswer) => void = () => undefined
  script.answerLookUp = () => new Promise((resolve) => (answer = resolve))
  await page.getByRole('combobox', { name: 'Network' }).selectOption('Testnet')
  const seen = await watchAccount(page)
  await go(page, 'Account')
  await expect(account(page)).toContainText('Looking up the profile of this wallet')
  answer(found(PROFILE))
  await expect(account(page)).toContainText('No open positions')
  const texts = await seen()
  expect(texts).not.toEqual([])
  expect(texts.filter((text) => text.includes('BTC-USD'))).toEqual([])
})

/** Every text that the account's panel has from now on, however short. */
async function watchAccount(page: Page): Promise<() => Promise<string[]>> {
  const texts = await page.evaluateHandle(() => {
    const seen: string[] = []
    new MutationObserver(() => {
      const panel = document.querySelector('section[aria-label="Account"]')
      if (panel !== null) seen.push(panel.textContent ?? '')
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
    return seen
  })
  return () => texts.jsonValue()
}
