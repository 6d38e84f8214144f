/** The network Demo of the built site: an exchange in a worker of the page, for who has neither wallet nor account. */
import type { Page } from '@playwright/test'
import { promises as fs } from 'node:fs'
import { DEMO_WALLET_ADDRESS } from '../src/simulator/addresses'
import { findings } from './rig/axe'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import type { Script } from './rig/script'
import { SITE_HOST } from './rig/server'
import { expect, test } from './rig/test'

const WORDS = 'Demo: an exchange made up in this browser. No figure here is real.'
const banner = (page: Page) => page.getByRole('region', { name: 'Demo' })
const network = (page: Page) => page.getByRole('combobox', { name: 'Network' })
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const connection = (page: Page) => page.getByRole('status', { name: 'Connection' })

/** Mainnet at a price that the demo never has, and nobody's account. */
function speak(script: Script): void {
  script.answer = ({ topic }) => [topic === 'orderbook' ? book('14', 77.101, 77.202) : empty(topic)]
}

/** Every address that the page asks something of, from now on. */
function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  return asked
}

const elsewhere = (asked: readonly string[]) =>
  asked.filter((url) => !url.startsWith(`https://${SITE_HOST}/`) && !url.startsWith('data:'))

async function expectLive(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await expect(panel(page, name)).toHaveAttribute('data-state', 'live', { timeout: 15_000 })
  }
}

const watchIn = (page: Page, place: 'Account' | 'Demo') =>
  panel(page, place).getByRole('button', { name: 'Watch the demo account' })

test.beforeEach(({ script }) => speak(script))

test('is the last of the networks, chosen by nobody but the reader, and until then none of its code is asked for', async ({
  page,
  open,
}) => {
  const asked = listen(page)
  await open()
  await expect(page.getByRole('banner')).toContainText('Mid77.1515')
  await expect(network(page).getByRole('option')).toHaveText(['Mainnet', 'Testnet', 'Demo'])
  await expectLive(page, ['Funding'])
  await page.waitForLoadState('networkidle')
  await expect(banner(page)).toHaveCount(0)
  expect(asked.filter((url) => /\/assets\/(demo|worker)/.test(url))).toEqual([])
  expect(page.workers()).toEqual([])
})

test('shows the whole product once chosen: all panels live, the demo account with positions and orders, and asks no host but the site’s own', async ({
  page,
  open,
  script,
}) => {
  await open()
  await expect(page.getByRole('banner')).toContainText('Mid77.1515')
  const asked = listen(page)
  await network(page).selectOption('demo')
  await expect(banner(page)).toContainText(WORDS)
  expect(new URL(page.url()).search).toBe('?network=demo&market=14')
  await expectLive(page, ['Order book', 'Price chart', 'Depth chart', 'Trades', 'Funding'])
  await expect(connection(page)).toHaveText('Live')
  await expect(page).toHaveTitle(/^Demo · (?:[▲▼] )?5\.\d{4} APT-USD · Perpscope$/)
  const bids = () => page.evaluate(() => JSON.stringify(globalThis.drawnLadder('Bids')))
  const before = await bids()
  expect(before).toContain('5.4')
  await expect.poll(bids).not.toBe(before)

  await watchIn(page, 'Account').click()
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('data-state', 'live')
  await expect(page.getByRole('table', { name: 'Positions' }).getByRole('row').nth(2)).toBeVisible()
  for (const name of ['Open orders', 'Order history', 'Fills']) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tab', { name })).toHaveAttribute('data-state', 'live')
    await expect(page.getByRole('table', { name }).getByRole('row').nth(2)).toBeVisible()
  }
  // A position's market that is not on show has a price of its own.
  await page.getByRole('combobox', { name: 'Market' }).selectOption('15')
  await expect(page).toHaveTitle(/^Demo · (?:[▲▼] )?9\d,\d{3}\.\d\d BTC-USD · Perpscope$/)
  await expectLive(page, ['Order book', 'Trades', 'Account'])
  expect(page.workers()).toHaveLength(1)

  expect(elsewhere(asked)).toEqual([])
  expect(script.lookedUp).toEqual([])
  expect(script.open).toEqual([])
})

test('a link to it is the reader’s choice too: no exchange is asked, not even first', async ({
  page,
  open,
  script,
}) => {
  const asked = listen(page)
  await open(`?network=demo&market=16&address=${DEMO_WALLET_ADDRESS}&tab=orders`)
  await expect(banner(page)).toContainText(WORDS)
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('16')
  await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Open orders' }).getByRole('row').nth(2)).toBeVisible()
  await expectLive(page, ['Order book', 'Account', 'Funding'])
  expect(elsewhere(asked)).toEqual([])
  expect(script.connections).toEqual([])
  expect(script.lookedUp).toEqual([])
})

test('the moment it is left, its figures, its account and its banner are gone, and its worker', async ({
  page,
  open,
  script,
}) => {
  await open('?network=demo')
  await watchIn(page, 'Account').click()
  await expect(page.getByRole('table', { name: 'Positions' }).getByRole('row').nth(2)).toBeVisible()
  await expect(panel(page, 'Order book')).toHaveAttribute('data-state', 'live')
  expect(page.workers()).toHaveLength(1)
  // Each frame from the press on: what is not the demo's may hold nothing of it.
  await page.evaluate(() => {
    const frames: string[] = []
    Object.assign(globalThis, { frames })
    const look = () => {
      const shown = document.querySelector<HTMLSelectElement>('header select:has([value="demo"])')
      const ladder = JSON.stringify(globalThis.drawnLadder('Bids'))
      if (shown?.value !== 'demo') frames.push(`${document.body.innerText} ${ladder} ${document.title}`)
      requestAnimationFrame(look)
    }
    look()
  })
  await banner(page).getByRole('button', { name: 'Back to Mainnet' }).click()
  await expect(page.getByRole('banner')).toContainText('Mid77.1515')
  await expect(network(page)).toHaveValue('mainnet')
  await expect(page).toHaveTitle('77.1515 APT-USD · Perpscope')
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: string[] }).frames)
  expect(frames.length).toBeGreaterThan(3)
  // The price of the demo's APT, the words of its banner, and its account.
  const left = frames
    .map((frame) => /\b5\.\d{3}\b|made up|Watching/.exec(frame)?.[0] ?? '')
    .filter((found) => found !== '')
  expect(left).toEqual([])
  await expect(page.locator('#panels')).toBeFocused()
  expect(new URL(page.url()).search).toBe('?network=mainnet&market=14')
  await expect.poll(() => page.workers()).toEqual([])
  expect(script.lookedUp).toEqual([])

  await page.goBack()
  await expect(banner(page)).toContainText(WORDS)
  await expect(page.getByText('Watching, not your wallet')).toBeVisible()
  await page.goForward()
  await expect(banner(page)).toHaveCount(0)
  await expect.poll(() => page.workers()).toEqual([])
})

test('its banner cannot be closed: over a panel that fills the window, on a phone, in both themes, and on paper', async ({
  page,
  open,
}) => {
  await open('?network=demo')
  const expectBanner = async () => {
    await expect(banner(page)).toBeVisible()
    await expect(banner(page)).toContainText(WORDS)
    // In front of whatever else is there.
    const inFront = await banner(page)
      .getByRole('alert')
      .evaluate((text) => {
        const { left, top, width, height } = text.getBoundingClientRect()
        return text.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    expect(inFront).toBe(true)
  }
  await expectLive(page, ['Order book'])
  await expectBanner()
  await expect(banner(page).getByRole('button')).toHaveText(['Watch the demo account', 'Back to Mainnet'])
  await panel(page, 'Order book')
    .getByRole('button', { name: /whole window/ })
    .click()
  await expectBanner()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectBanner()
    expect(await findings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectBanner()
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await expectBanner()
  await expect(banner(page).getByRole('button')).toHaveText(['Back to Mainnet'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1062, height: 740 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('Perpscope · Demo · APT-USD')).toBeVisible()
  await expectBanner()
  await expect(banner(page).getByRole('button')).toHaveCount(0)
})

test('the reader who watches somebody else finds the demo account in the banner; a file of its rows names the network', async ({
  page,
  open,
}) => {
  await open(`?network=demo&address=0x${'a'.repeat(64)}`)
  await expect(panel(page, 'Account')).toContainText('No data; it may not be a profile')
  await watchIn(page, 'Demo').click()
  await expect(watchIn(page, 'Demo')).toHaveCount(0)
  await expect(page.locator('#panels')).toBeFocused()
  await expect(page.getByRole('table', { name: 'Positions' }).getByRole('row').nth(2)).toBeVisible()

  await panel(page, 'Account').getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog')).toContainText('NetworkDemo')
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Save as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toContain('demo')
  const [, ...rows] = (await fs.readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) expect(row).toMatch(/\bdemo\b/)
})

test('nothing that it made up stays in the browser', async ({ page, open }) => {
  await open('?network=demo')
  await watchIn(page, 'Account').click()
  await expectLive(page, ['Funding', 'Account'])
  await network(page).selectOption('mainnet')
  await expect(page.getByRole('banner')).toContainText('Mid77.1515')
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(kept).not.toMatch(/demo|0x/i)
})

test('runs where the browser takes scripts from trusted addresses alone', async ({ page, open }) => {
  const html = await fs.readFile(new URL('../dist/index.html', import.meta.url), 'utf8')
  const policy = "require-trusted-types-for 'script'; trusted-types perpscope-demo; worker-src 'self'"
  await page.route(/\/\?network/, (route) =>
    route.fulfill({ body: html, contentType: 'text/html', headers: { 'content-security-policy': policy } }),
  )
  await open('?network=demo')
  await expectLive(page, ['Order book', 'Funding'])
  const refused = await page.evaluate(() => {
    try {
      return String(new Worker('/assets/else.js'))
    } catch (error) {
      return error instanceof Error ? error.name : ''
    }
  })
  expect(refused).toBe('TypeError')
})

for (const [what, files, words] of [
  ['the worker', /\/worker-[\w-]{8}\.js$/, 'the made-up exchange could not be started'],
  ['its line', /\/demo-[\w-]{8}\.js$/, 'the code of the demo did not come'],
  ['its banner', /\/demo-banner-[\w-]{8}\.js$/, 'the code of the demo did not come'],
] as const) {
  test(`without the code of ${what} the page says so, shows no figure of it, and the rest works`, async ({
    page,
    open,
  }) => {
    await page.route(files, (route) => route.abort())
    await open()
    await expect(page.getByRole('banner')).toContainText('Mid77.1515')
    await network(page).selectOption('demo')
    await expect(page.getByText(words)).toBeVisible({ timeout: 15_000 })
    await expect(connection(page)).toHaveText(/^(Reconnecting|Offline)$/)
    if (what === 'its banner') await expect(page.getByText(/^The demo’s banner broke/)).toBeVisible()
    else await expect(banner(page)).toContainText(WORDS)
    await expect(panel(page, 'Order book')).toHaveAttribute('data-state', 'waiting')
    await network(page).selectOption('mainnet')
    await expect(page.getByRole('banner')).toContainText('Mid77.1515')
    await expect(page.getByText(words)).toHaveCount(0)

    // And once it can be had, it is.
    await page.unroute(files)
    await network(page).selectOption('demo')
    await expectLive(page, ['Order book'])
    await expect(banner(page)).toContainText(WORDS)
  })
}

test('a look-up that it could not answer is told in words of its own, and asked again', async ({ page, open }) => {
  const files = /\/worker-[\w-]{8}\.js$/
  await page.route(files, (route) => route.abort())
  await open(`?network=demo&address=${DEMO_WALLET_ADDRESS}`)
  const account = panel(page, 'Account')
  await expect(account).toContainText('The made-up exchange could not be started', { timeout: 15_000 })
  await expect(account).not.toContainText('CORS')
  await page.unroute(files)
  await account.getByRole('button', { name: /again/i }).click()
  await expectLive(page, ['Account'])
})
