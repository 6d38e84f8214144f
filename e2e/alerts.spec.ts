import type { Page } from '@playwright/test'
import { walletScript } from '../src/simulator/demo-wallet'
import { fillRow, message, positionRow } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { expect, test } from './rig/test'
import { clockOf } from './rig/trade-frames'

const wallets = { own: `0x${'a'.repeat(64)}`, other: `0x${'b'.repeat(64)}` }
const profiles = { own: `0x${'c'.repeat(64)}`, other: `0x${'d'.repeat(64)}` }

type Row = ReturnType<typeof fillRow>

/** Of today, so that alerts tell the time of day alone. */
const time = Math.floor(Date.now() / 1000)
const SELL = 2
/** Its side is not known. */
const INCREASE = 3

const fill = (price: string, size: string, fields: Readonly<Record<string, unknown>> = {}) =>
  fillRow(profiles.own, '14', { price, size, order_type: SELL, timestamp: time, last_updated: time, ...fields })

const first = fill('5.400', '1')
const second = fill('5.481', '12.5')

/** An exchange that holds those fills and positions, and a book of APT. */
function play(script: Script, fills: readonly Row[], positions: readonly Readonly<Record<string, unknown>>[] = []) {
  script.answerLookUp = (address) => found(address === wallets.own ? profiles.own : profiles.other)
  script.answer = ({ topic, market_id = '', address }) => {
    if (topic === 'orderbook') return [book(market_id, 89.985, 90.015)]
    if (address === profiles.own && topic === 'trade_history') return [message(topic, fills)]
    if (address === profiles.own && topic === 'positions') return [message(topic, positions)]
    return [empty(topic)]
  }
}

const bring = (script: Script, ...fills: readonly Row[]) =>
  script.push('trade_history', message('trade_history', fills))

/** With a wallet of the reader's own, its fills on show. */
async function connect(page: Page, open: (query?: string) => Promise<void>) {
  await page.addInitScript({ content: walletScript({ name: 'Test wallet', address: wallets.own, ansName: 'test' }) })
  await open('?tab=fills')
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: /Test wallet/ }).click()
}

const fillCount = (page: Page, count: number) =>
  expect(page.getByRole('region', { name: 'Account' }).getByRole('tab', { name: /^Fills/ })).toContainText(`${count}`)

const news = (page: Page) => page.getByRole('region', { name: 'News' })
const toasts = (page: Page) => news(page).getByRole('button').and(page.getByTitle(/^Open/))

async function set(page: Page, words: string | RegExp) {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('checkbox', { name: words }).click()
}

const closeSettings = (page: Page) =>
  page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Close' }).click()

function hide(page: Page, hidden: boolean) {
  return page.evaluate((next) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => next })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

declare global {
  interface Window {
    notified: string[]
  }
}

/** A browser's notifications, and what the reader answers when asked for them. */
function stubNotifications(page: Page, answer: NotificationPermission) {
  return page.addInitScript((permission) => {
    window.notified = []
    class Stub extends EventTarget {
      static permission: NotificationPermission = 'default'
      static async requestPermission() {
        Stub.permission = permission
        return permission
      }
      constructor(title: string, { body }: { readonly body: string }) {
        super()
        window.notified.push(`${title} | ${body}`)
      }
      close() {}
    }
    Object.defineProperty(window, 'Notification', { value: Stub })
  }, answer)
}

const notified = (page: Page) => page.evaluate(() => window.notified)

test('a new fill is told with its figures, once; those that were there are not', async ({ page, open, script }) => {
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  await expect(news(page)).toBeHidden()

  bring(script, second)
  await expect(toasts(page)).toHaveText([`Fill: sell 12.5 APT at 5.481APT-USD · fee 0.050000 $ · ${clockOf(time)}`])
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'Fill' })).toHaveText(
    'Fill: sell 12.5 APT at 5.481.',
  )

  // Sent again, and then another one: each is told once.
  bring(script, second, first)
  bring(
    script,
    fill('5.500', '3', { order_type: 7, pnl: '-12.3', market_id: '15', trade_id: String((1n << 64n) | 15n) }),
  )
  await expect(toasts(page)).toHaveText([
    /^Fill: sell 12.5 APT at 5.481/,
    `Fill: sell 3 BTC at 5.5BTC-USD · fee 0.050000 $ · realised PnL −12.30 $ · ${clockOf(time)}`,
  ])
})

test('many fills at once are one toast, and it opens the fills', async ({ page, open, script }) => {
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  await page.getByRole('tab', { name: /^Positions/ }).click()
  const rows = ['5.479', '5.480', '5.480', '5.480', '5.481', '5.481', '5.481'].map((price, index) =>
    fill(price, index === 0 ? '12.3' : '15', { order_type: INCREASE, timestamp: time + index }),
  )
  bring(script, ...rows)
  await expect(toasts(page)).toHaveText([/^7 fills in APT-USD, 102.3 APT, average 5.4803/])
  await toasts(page).click()
  await expect(page.getByRole('tab', { name: /^Fills/ })).toHaveAttribute('aria-selected', 'true')
  await expect(news(page)).toBeHidden()
})

test('a toast goes after six seconds, but not while it is pointed at; Esc closes the one that has the focus', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  bring(script, second)
  await expect(toasts(page)).toHaveCount(1)
  await toasts(page).hover()
  await page.clock.fastForward(60_000)
  await expect(toasts(page)).toHaveCount(1)
  await page.mouse.move(0, 0)
  await page.clock.fastForward(6_000)
  await expect(news(page)).toBeHidden()

  bring(script, fill('5.600', '1'))
  await expect(toasts(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(toasts(page)).toHaveCount(1)
  await toasts(page).focus()
  await page.keyboard.press('Escape')
  await expect(news(page)).toBeHidden()
})

test('after a lost connection the same list is no news, and what it has more was missed', async ({
  page,
  open,
  script,
}) => {
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  const sockets = () =>
    script.connections.filter(({ received }) => received.some(({ address }) => address !== undefined))
  const lose = () => sockets().at(-1)?.socket.terminate()
  const account = page.getByRole('region', { name: 'Account' })

  lose()
  await expect.poll(() => sockets().length).toBe(2)
  await expect(account).toHaveAttribute('data-state', 'live')
  await expect(news(page)).toBeHidden()

  play(script, [second, fill('5.482', '2'), first])
  lose()
  await expect(toasts(page)).toHaveText([
    `2 fills while the connection was awayAPT-USD sell 14.5 APT, average 5.4811 · fees 0.100000 $ · last at ${clockOf(time)}`,
  ])
  bring(script, fill('5.490', '2'))
  await expect(toasts(page)).toHaveText([/^2 fills while/, /^Fill: sell 2 APT at 5.490/])
})

test('a watched address is called so, and doubtful fills have no figures', async ({ page, open, script }) => {
  play(script, [first])
  await open(`?tab=fills&address=${wallets.own}`)
  await fillCount(page, 1)
  bring(script, second)
  await expect(toasts(page)).toHaveText([/^Watched 0xaaaa…aaaa: fill, sell 12.5 APT at 5.481/])
  bring(script, fill('5.482', '2', { trade_id: String((1n << 64n) | 15n) }))
  await expect(toasts(page)).toHaveText([
    /^Watched/,
    'Watched 0xaaaa…aaaa: fill in APT-USDAPT-USD · figures are unverified',
  ])
})

test('a reader who wants quiet is told nothing', async ({ page, open, script }) => {
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  await set(page, /^New fills are told/)
  await closeSettings(page)
  bring(script, second)
  await fillCount(page, 2)
  await expect(news(page)).toBeHidden()
})

test('nothing is told of an account that was left, nor of the past of the next one', async ({ page, open, script }) => {
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  bring(script, second)
  await expect(toasts(page)).toHaveCount(1)
  const ofOther = fillRow(profiles.other, '14', { timestamp: time })
  script.answer = ({ topic, address }) =>
    topic === 'trade_history' && address === profiles.other ? [message(topic, [ofOther])] : [empty(topic)]
  await page.getByRole('textbox', { name: 'Watch address' }).fill(wallets.other)
  await page.getByRole('textbox', { name: 'Watch address' }).press('Enter')
  await expect(news(page)).toBeHidden()
  await fillCount(page, 1)
  await expect(news(page)).toBeHidden()
})

test('on a phone it stands above the bottom bar, and opens the page of the account', async ({ page, open, script }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  play(script, [first])
  await open(`?tab=positions&address=${wallets.own}`)
  await fillCount(page, 1)
  await page.getByRole('button', { name: 'Chart', exact: true }).click()
  bring(script, second)
  await expect(toasts(page)).toBeInViewport({ ratio: 1 })
  const bar = await page.getByRole('navigation', { name: 'Pages' }).boundingBox()
  await expect
    .poll(async () => {
      const box = await toasts(page).boundingBox()
      return box === null || bar === null ? null : box.y + box.height <= bar.y
    })
    .toBe(true)
  await toasts(page).click()
  await expect(page.getByRole('tab', { name: /^Fills/ })).toHaveAttribute('aria-selected', 'true')
})

test('alerts whose code does not arrive are told, the rest goes on, and they can be asked for again', async ({
  page,
  open,
  script,
}) => {
  play(script, [first])
  await page.route('**/assets/alerts-*.js', (route) => route.abort())
  await open(`?tab=fills&address=${wallets.own}`)
  const broken = page.getByRole('alert').filter({ hasText: 'The alerts’ part broke' })
  await expect(broken).toBeVisible()
  await fillCount(page, 1)
  await page.unroute('**/assets/alerts-*.js')
  await broken.getByRole('button', { name: 'Try again' }).click()
  await expect(broken).toBeHidden()
  // There, and empty.
  await expect(page.locator('[aria-label="News"]')).toBeAttached()
  bring(script, second)
  await expect(toasts(page)).toHaveCount(1)
})

test('fills are notified while the page is hidden, once that is allowed, and summed until the reader is back', async ({
  page,
  open,
  script,
}) => {
  await stubNotifications(page, 'granted')
  play(script, [first])
  await connect(page, open)
  await fillCount(page, 1)
  await set(page, /^They are notified/)
  await closeSettings(page)
  bring(script, second)
  await fillCount(page, 2)
  expect(await notified(page)).toEqual([])

  await hide(page, true)
  bring(script, fill('5.500', '2'))
  await expect
    .poll(() => notified(page))
    .toEqual([`Fill: sell 2 APT at 5.500 | APT-USD · fee 0.050000 $ · ${clockOf(time)}`])
  bring(script, fill('5.600', '2'))
  await expect.poll(async () => (await notified(page)).at(-1)).toMatch(/^2 fills in APT-USD, sell 4 APT, average 5.550/)
  await hide(page, false)
  await hide(page, true)
  bring(script, fill('5.700', '2'))
  await expect.poll(async () => (await notified(page)).at(-1)).toMatch(/^Fill: sell 2 APT at 5.700/)
})

test('that notifications are denied is told in the settings, and they stay off', async ({ page, open }) => {
  await stubNotifications(page, 'denied')
  await open()
  await set(page, /^They are notified/)
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await expect(dialog.getByRole('region', { name: 'Alerts' }).getByRole('status')).toContainText(
    'Notifications are denied for this page',
  )
  await expect(dialog.getByRole('checkbox', { name: /^They are notified/ })).not.toBeChecked()
})

test('a position near its liquidation is warned of once, on the page and by notification', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install()
  await stubNotifications(page, 'granted')
  play(script, [], [positionRow(profiles.own, '14')])
  await connect(page, open)
  await set(page, /^Warn of a position/)
  await page.getByRole('spinbutton', { name: /^Nearer than/ }).fill('6')
  await closeSettings(page)
  await page.getByRole('tab', { name: /^Positions/ }).click()
  const distance = page.getByRole('table', { name: 'Positions' })
  /** A mid, and the look at it that comes once a second. */
  async function move(mid: number, shown: string) {
    script.push('orderbook', book('14', mid - 0.015, mid + 0.015))
    await expect(distance).toContainText(shown)
    await page.clock.fastForward(1_500)
  }
  await move(90, '+11.11 %')
  await expect(news(page)).toBeHidden()

  await hide(page, true)
  await move(85, '+5.88 %')
  await expect.poll(() => notified(page)).toHaveLength(1)
  await hide(page, false)
  const warning = page.getByTitle('Open the positions')
  await expect(warning).toHaveText(
    /^Long 2 APT was 5\.88\s% from its liquidation priceAPT-USD · mid 85\.000 · liquidation at 80\.000 · \d\d:\d\d:\d\d$/,
  )
  expect(await notified(page)).toEqual([expect.stringMatching(/^Long 2 APT was 5\.88 % from its liquidation price \|/)])
  await expect(news(page).getByRole('alert')).toHaveText('Long 2 APT was 5.88 % from its liquidation price')

  // Nearer still is no other crossing; far away and near again is.
  await news(page).getByRole('button', { name: 'Close' }).click()
  await move(83, '+3.61 %')
  await expect(news(page)).toBeHidden()
  await move(90, '+11.11 %')
  await move(83, '+3.61 %')
  await expect(warning).toContainText('3.61 %')
  expect(await notified(page)).toHaveLength(1)
})
