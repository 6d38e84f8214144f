/** No rule of axe is broken, whatever the state, the look and the width; none is switched off. */
import type { Page } from '@playwright/test'
import { DEMO_WALLET_ADDRESS } from '../src/simulator/addresses'
import { walletScript } from '../src/simulator/demo-wallet'
import { Exchange } from '../src/simulator/exchange'
import { findings } from './rig/axe'
import { message, orderRow, positionRow } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, simulated, unknownWallet } from './rig/script'
import type { Stage } from './rig/server'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(64)}`
const own = `?address=${DEMO_WALLET_ADDRESS}`

const account = (page: Page) => page.getByRole('region', { name: 'Account', exact: true })
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function checked(page: Page, state: string): Promise<void> {
  expect.soft(await findings(page), state).toEqual([])
}

/** The contrast in both themes, and in every palette where the state shows up and down. */
async function checkedInAllLooks(page: Page, state: string): Promise<void> {
  for (const palette of ['Up red, down green', 'Up blue, down orange', 'Up green, down red']) {
    await page.keyboard.press(',')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('radio', { name: palette }).check()
    await settings.getByRole('button', { name: 'Close' }).click()
    await checkedInBothThemes(page, `${state}, ${palette}`)
  }
}

async function checkedInBothThemes(page: Page, state: string): Promise<void> {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  for (let turn = 0; turn < 2; turn += 1) {
    const before = await theme()
    await page.keyboard.press('t')
    await expect.poll(theme).not.toBe(before)
    expect.soft(await findings(page, 'colours'), `${state}, ${await theme()}`).toEqual([])
  }
}

// One page load, many looks at it.
test.describe.configure({ timeout: 90_000 })

/** The simulated exchange at one moment, with an account that holds some of everything. */
function still(): Stage {
  const startMs = Date.now() - 60_000
  const exchange = new Exchange({ startMs })
  for (let step = 1; step <= 60; step += 1) exchange.step(startMs + step * 1000)
  return simulated(exchange)
}

async function showTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click()
  await expect(page.getByRole('tab', { name })).toHaveAttribute('data-state', 'live')
}

const TABS = ['Open orders', 'Order history', 'Fills', 'Positions']

test.describe('at 1440 px', () => {
  test('a first visit, and one that waits', async ({ page, open, script }) => {
    await open()
    await expect(region(page, 'Order book')).toContainText('Waiting for the order book')
    await checked(page, 'waiting')
    await checkedInBothThemes(page, 'waiting')
    script.answer = ({ topic, market_id = '' }) => [topic === 'orderbook' ? book(market_id, 5.1, 5.2) : empty(topic)]
    await page.reload()
    await expect(region(page, 'Trades')).toHaveAttribute('data-state', 'live')
    await expect(page.getByRole('button', { name: 'Connect wallet' })).toBeEnabled()
    await checked(page, 'first visit')
    await checkedInBothThemes(page, 'first visit')
  })

  test('a full account, in every look and density', async ({ page, open, rig }) => {
    rig.setStage(still())
    await open(own)
    for (const name of TABS) {
      await showTab(page, name)
      await checked(page, name)
    }
    await checkedInAllLooks(page, 'a full account')
    await page.keyboard.press(',')
    await page.getByRole('radio', { name: 'Compact' }).check()
    await checked(page, 'settings')
    await page.keyboard.press('Escape')
    await checked(page, 'compact')
  })

  test('a confirmed empty account, and a wallet that has none', async ({ page, open, script }) => {
    script.answer = ({ topic }) => [empty(topic)]
    script.answerLookUp = () => found(profile)
    await open(own)
    await expect(account(page)).toHaveAttribute('data-state', 'live')
    await checked(page, 'empty')
    await checkedInBothThemes(page, 'empty')
    script.answerLookUp = () => unknownWallet
    await page.reload()
    await expect(account(page)).not.toContainText('Looking')
    await checked(page, 'no profile')
    script.answerLookUp = () => ({ status: 500, body: '' })
    await page.reload()
    await expect(account(page).getByRole('alert')).toBeVisible({ timeout: 10_000 })
    await checked(page, 'look-up failed')
    await checkedInBothThemes(page, 'look-up failed')
  })

  test('lost, withheld and offline', async ({ page, open, rig, context }) => {
    const stage = still()
    rig.setStage(stage)
    await page.clock.install()
    await open(own)
    await expect(page.getByRole('tab', { name: /^Fills\s*\d/ })).toBeVisible()
    rig.setStage({ ...stage, connect: (_host, socket) => socket.close() })
    await expect(region(page, 'Order book')).toHaveAttribute('data-state', 'stale')
    await page.clock.runFor(5_000)
    await checked(page, 'stale')
    await page.clock.fastForward(61_000)
    await expect(region(page, 'Order book')).toHaveAttribute('data-withheld', '')
    await checked(page, 'withheld')
    await checkedInBothThemes(page, 'withheld')
    await context.setOffline(true)
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Offline')
    await checked(page, 'offline')
  })

  test('unverified and unreadable, with a notice and parts set aside', async ({ page, open, script }) => {
    const foreign = positionRow(profile, '14', { trade_id: String((9n << 64n) | 15n) })
    script.answerLookUp = () => found(profile)
    script.answer = ({ topic, market_id = '' }) => {
      if (topic === 'orderbook') return [book(market_id, 99, 101)]
      if (topic === 'open_orders') return [message(topic, [orderRow(profile, '14')])]
      return [topic === 'positions' ? message(topic, [foreign]) : empty(topic)]
    }
    await open(`${own}&tab=nonsense`)
    await expect(account(page)).toHaveAttribute('data-state', 'unverified')
    await checked(page, 'unverified')
    await checkedInBothThemes(page, 'unverified')
    script.push('orderbook', '{"data":"none","message":"orderbook"}')
    script.push('positions', message('positions', [positionRow(`0x${'e'.repeat(64)}`, '14')]))
    await expect(region(page, 'Order book')).toHaveAttribute('data-state', 'error')
    await checked(page, 'error')
    await checkedInBothThemes(page, 'error')
  })

  test('everything that opens', async ({ page, open, rig }) => {
    await page.addInitScript({
      content: walletScript({ name: 'Demo wallet', address: DEMO_WALLET_ADDRESS, ansName: 'test' }),
    })
    rig.setStage(still())
    await open(`${own}&tab=history`)
    await showTab(page, 'Order history')

    for (const [button, dialog] of [
      ['All markets', /^Markets on/],
      ['Keyboard', 'Keyboard shortcuts'],
      ['Connect wallet', 'Connect wallet'],
      ['Export…', /^Export/],
      [/: details$/, /^Order ·/],
    ] as const) {
      await page.getByRole('button', { name: button }).first().click()
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      await checked(page, String(dialog))
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name: dialog })).toBeHidden()
    }

    await page.getByRole('button', { name: /^Diagnostics/ }).click()
    await expect(region(page, 'Diagnostics')).toBeFocused()
    await page
      .getByRole('button', { name: /^Details of the trade/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Ladder settings' }).click()
    await checked(page, 'diagnostics, a trade and the ladder’s settings')

    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Account in the whole window' }).click()
    await checked(page, 'a full panel')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Connect wallet' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Demo wallet/ })
      .click()
    await page.getByRole('button', { name: /^0x5e1f/ }).click()
    await expect(region(page, 'Wallet account')).toBeVisible()
    await checked(page, 'the wallet’s menu')
  })
})

for (const [width, height] of [
  [768, 1024],
  [390, 844],
] as const) {
  test(`at ${width} px: every page, with and without an account`, async ({ page, open, rig }) => {
    await page.setViewportSize({ width, height })
    rig.setStage(still())
    await open(own)
    await expect(page.getByRole('tab', { name: /^Fills\s*\d/ })).toBeVisible()
    for (const name of TABS) {
      await showTab(page, name)
      await checked(page, name)
    }
    await checkedInBothThemes(page, 'account')
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('button')
    for (const button of await pages.all()) {
      await button.click()
      await expect(button).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('main').locator('section[data-state=live]').first()).toBeVisible()
      await checked(page, (await button.textContent()) ?? '')
      await checkedInBothThemes(page, (await button.textContent()) ?? '')
    }
    await open()
    await pages.filter({ hasText: 'Account' }).click()
    await expect(page.getByRole('button', { name: 'Connect wallet', exact: true })).toBeEnabled()
    await checked(page, 'first visit')
  })
}
