import type { Page } from '@playwright/test'
import { walletScript } from '../src/simulator/demo-wallet'
import { documented, empty, frames } from './rig/frames'
import { found, type Script, type Subscription } from './rig/script'
import { expect, test } from './rig/test'

/** Each topic answered with the vendor's document, as it is. */
function speakTheDocument(script: Script) {
  script.answer = ({ topic }: Subscription) => {
    const text = new Map(Object.entries(frames)).get(topic)
    return text === undefined ? [] : [text]
  }
}

async function connectWallet(page: Page) {
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect wallet' })
  await dialog.getByRole('button', { name: /Test wallet/ }).click()
  await expect(page.getByRole('button', { name: '0xd01e…22f3' })).toBeVisible()
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript({
    content: walletScript({ name: 'Test wallet', address: documented.wallet, chainId: 2, ansName: 'test' }),
  })
})

test('the documented messages of market 396 show the documented figures', async ({ page, open, script }) => {
  speakTheDocument(script)
  script.answerLookUp = () => found(documented.account)
  await open('?network=testnet&market=396')
  await connectWallet(page)

  await expect.poll(() => script.lookedUp).toEqual([{ host: 'perps-tradeapi.kanalabs.io', address: documented.wallet }])

  const book = page.getByRole('region', { name: 'Order book' })
  const asks = book.getByRole('table', { name: 'Asks' }).getByRole('row')
  const bids = book.getByRole('table', { name: 'Bids' }).getByRole('row')
  // A header row and the levels; asks stand with the best at the bottom.
  await expect(asks).toHaveCount(1 + 9)
  await expect(bids).toHaveCount(1 + 10)
  await expect(asks.nth(9)).toHaveText('6.036169.320169.320')
  await expect(asks.nth(1)).toContainText('8.000')
  await expect(bids.nth(1)).toHaveText('6.031174.998174.998')
  await expect(bids.nth(10)).toContainText('5.800')
  await expect(book).toContainText('Spread0.005')
  await expect(book).toContainText('Mid6.0335')

  const depth = page.getByRole('region', { name: 'Depth chart' })
  await expect(depth).toContainText('Best bid6.031Best ask6.036')

  const account = page.getByRole('region', { name: 'Account' })
  const cells = (name: string, row: number) =>
    account.getByRole('table', { name }).getByRole('row').nth(row).getByRole('cell')
  await expect(account.getByRole('row')).toHaveCount(2)
  await expect(cells('Positions', 1).filter({ hasText: /./ })).toHaveText([
    'APT-USD (retired 396)',
    'Short',
    '2x',
    '1.000',
    '6.050',
    '6.0335',
    '+0.02',
    '+0.55 %',
    '8.85366',
    '+46.74 %',
    '50.41 %',
    '3.025',
    '6.034',
    '—',
    '—',
    /2025-02-17/,
    '1650983…6716',
  ])

  await account.getByRole('button', { name: 'APT-USD (retired 396): details' }).click()
  const story = page.getByRole('dialog', { name: /^Position/ })
  await expect(story).toContainText('Delivered value ($)6.050')
  await expect(story).toContainText('Own estimate of it8.85366')
  await story.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('tab', { name: 'Open orders' }).click()
  await expect(account.getByRole('row')).toHaveCount(2)
  await expect(cells('Open orders', 1).first()).toHaveText('APT-USD (retired 396)')
  await expect(cells('Open orders', 1).nth(1)).toHaveText('Bid')
  await expect(cells('Open orders', 1).nth(3)).toHaveText('6.002')
  await expect(cells('Open orders', 1).nth(4)).toHaveText('1.000')
  await expect(cells('Open orders', 1).nth(5)).toHaveText('1.000')

  await page.getByRole('tab', { name: 'Order history' }).click()
  await expect(account.getByRole('row')).toHaveCount(3)
  await expect(account.getByRole('row').nth(1)).toContainText('Open')
  await expect(account.getByRole('row').nth(2)).toContainText('Filled')

  await page.getByRole('tab', { name: 'Fills' }).click()
  await expect(account.getByRole('row')).toHaveCount(2)
  await expect(account.getByRole('row').nth(1)).toContainText('0.003025')
  await expect(account.getByRole('row').nth(1)).toContainText('6.050')
})

test('the documented look-up answer, 63 digits, is subscribed exactly as received', async ({ page, open, script }) => {
  script.answerLookUp = () => ({ status: 200, body: frames.profileAddress })
  script.answer = ({ topic }) => [empty(topic)]
  await open('?network=testnet')
  await connectWallet(page)
  const accountTopics = ['positions', 'open_orders', 'order_history', 'trade_history']
  await expect
    .poll(() => script.connections.flatMap(({ received }) => received).filter(({ address }) => address !== undefined))
    .toEqual(accountTopics.map((topic) => ({ topic, address: documented.profile })))
})

test('the documented trades of market 1338 are one match', async ({ page, open, script }) => {
  script.answer = ({ topic }) => (topic === 'recent_trades' ? [frames.recent_trades] : [])
  await open('?network=testnet&market=1338')
  const rows = page.getByRole('region', { name: 'Trades' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('5.518')
  await expect(rows.nth(1)).toContainText('11.851')
  await expect(rows.nth(1)).toContainText('65.39')
  await expect(rows.nth(1)).toContainText('sell')
})

test('the documented funding of mainnet names three markets at 0', async ({ page, open, script }) => {
  script.answer = ({ topic }) => (topic === 'live_funding_rate' ? [frames.live_funding_rate] : [])
  await open()
  const rows = page.getByRole('region', { name: 'Funding' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  for (const [index, market] of ['APT-USD', 'BTC-USD', 'ETH-USD'].entries()) {
    const cells = rows.nth(index + 1).getByRole('cell')
    await expect(cells.first()).toHaveText(market)
    await expect(cells.nth(1)).toHaveText(/^0(\.0+)?$/)
  }
})

test('a book of another market is not shown, and the panel says whose it was', async ({ page, open, script }) => {
  speakTheDocument(script)
  await open('?network=testnet&market=1338')
  const book = page.getByRole('region', { name: 'Order book' })
  await expect(book).toHaveAttribute('data-state', 'unverified')
  await expect(book).toContainText('server sent market 396 for 1338, not shown')
  await expect(book).not.toContainText('6.036')
})
