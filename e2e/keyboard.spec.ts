import type { Page } from '@playwright/test'
import { orderRow, message, positionRow } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found } from './rig/script'
import { expect, test } from './rig/test'

const profile = `0x${'c'.repeat(64)}`
const own = `?address=0x${'a'.repeat(64)}`

test.beforeEach(({ script }) => {
  script.answerLookUp = () => found(profile)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [book(market_id, 99, 101)]
    if (topic === 'positions') return [message(topic, [positionRow(profile, '14')])]
    return [topic === 'open_orders' ? message(topic, [orderRow(profile, '14')]) : empty(topic)]
  }
})

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const market = (page: Page) => page.getByRole('combobox', { name: 'Market', exact: true })
const overlay = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const fullButton = (page: Page, name: string) => page.getByRole('button', { name: `${name} in the whole window` })

/** The shortcuts' code comes after the first figures. */
async function ready(page: Page): Promise<void> {
  await expect(
    region(page, 'Order book')
      .or(page.getByRole('navigation', { name: 'Pages' }))
      .first(),
  ).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(overlay(page)).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(overlay(page)).toBeHidden()
}

test('? lists the keys and how to be rid of them; ? and Esc close the list, and no other key reaches the page behind it', async ({
  page,
  open,
}) => {
  await open()
  await ready(page)
  await page.keyboard.press('?')
  await expect(overlay(page)).toContainText('2BTC-USD')
  await page.keyboard.press('2')
  await page.keyboard.press('d')
  await expect(market(page)).toHaveValue('14')
  await page.keyboard.press('?')
  await expect(overlay(page)).toBeHidden()
  await expect(region(page, 'Diagnostics')).toHaveCount(0)

  await page.getByRole('contentinfo').getByRole('button', { name: 'Keyboard' }).click()
  await overlay(page).getByRole('button', { name: 'settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})

test('digits show the market at that place of the list, and nothing where there is none', async ({ page, open }) => {
  await open()
  await ready(page)
  await page.keyboard.press('3')
  await expect(market(page)).toHaveValue('16')
  await page.keyboard.press('9')
  await expect(market(page)).toHaveValue('16')
})

test('[ and ] go through the tabs of the account, round and round', async ({ page, open }) => {
  await open(own)
  await expect(region(page, 'Account')).toHaveAttribute('data-state', 'live')
  await ready(page)
  const selected = page.getByRole('tab', { selected: true })
  for (const [key, name] of [
    [']', 'Open orders'],
    [']', 'Order history'],
    ['[', 'Open orders'],
    ['[', 'Positions'],
    ['[', 'Fills'],
    [']', 'Positions'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(selected).toContainText(name)
  }
})

test('/ is for an address, , for the settings, d for the diagnostics and t for the theme', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  await ready(page)
  const watch = page.getByRole('textbox', { name: 'Watch address' })
  await page.keyboard.press('/')
  await expect(watch).toBeFocused()
  await expect(watch).toHaveValue('')
  await page.keyboard.type('d2/t')
  await expect(watch).toHaveValue('d2/t')
  await expect(market(page)).toHaveValue('14')

  await page.keyboard.press('Tab')
  await page.keyboard.press(',')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toBeFocused()

  await page.keyboard.press('d')
  await expect(region(page, 'Diagnostics')).toBeFocused()
  await page.keyboard.press('d')
  await expect(region(page, 'Diagnostics')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Diagnostics/ })).toBeFocused()

  const theme = page.locator('html')
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('t')
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('t')
  await expect(theme).toHaveAttribute('data-theme', 'dark')
})

test('a choice from a list, and keys with Ctrl, Alt or Meta, are left alone', async ({ page, open }) => {
  await open()
  await ready(page)
  await page.getByRole('combobox', { name: 'Network' }).focus()
  for (const key of ['d', 't', 'f', '2']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Settings', exact: true }).focus()
  for (const key of ['Control+2', 'Alt+d', 'Meta+f']) await page.keyboard.press(key)
  await expect(market(page)).toHaveValue('14')
  await expect(region(page, 'Diagnostics')).toHaveCount(0)
  await expect(fullButton(page, 'Price chart')).toHaveAttribute('aria-pressed', 'false')
})

test('f fills the window with the panel that has the focus, else the one under the pointer, else the price chart', async ({
  page,
  open,
}) => {
  await open(own)
  await ready(page)
  const trades = region(page, 'Trades')
  const box = await trades.boundingBox()

  await page.mouse.move(5, 5)
  await page.keyboard.press('f')
  await expect(fullButton(page, 'Price chart')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('f')
  await expect(fullButton(page, 'Price chart')).toHaveAttribute('aria-pressed', 'false')

  await trades.hover({ position: { x: 50, y: 200 } })
  await expect(trades.and(page.locator(':hover'))).toBeVisible()
  await page.keyboard.press('f')
  await expect(fullButton(page, 'Trades')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await trades.boundingBox())?.width).toBeGreaterThan(1400)
  await page.keyboard.press('f')
  await expect.poll(() => trades.boundingBox()).toEqual(box)

  await page.getByRole('tab', { name: 'Positions' }).focus()
  await page.keyboard.press('f')
  await expect(fullButton(page, 'Account')).toHaveAttribute('aria-pressed', 'true')
})

test('the focus goes into a panel that fills the window, stays out of those behind it, and comes back with Esc', async ({
  page,
  open,
}) => {
  await open(own)
  await ready(page)
  const settings = page.getByRole('button', { name: 'Settings', exact: true })
  await settings.focus()
  await page.mouse.move(5, 5)
  await page.keyboard.press('f')
  await expect(fullButton(page, 'Price chart')).toBeFocused()
  const away = () =>
    page.evaluate(() => document.activeElement?.closest('[data-panel-name]')?.getAttribute('data-panel-name'))
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab')
    expect([undefined, null, 'price']).toContain(await away())
  }
  await fullButton(page, 'Price chart').focus()
  await page.keyboard.press('Escape')
  await expect(settings).toBeFocused()
  await expect(region(page, 'Order book')).toBeVisible()
})

test('Esc closes what is nearest first, and the full panel last', async ({ page, open }) => {
  await open()
  await ready(page)
  const button = fullButton(page, 'Order book')
  await button.click()
  await region(page, 'Order book').getByRole('button', { name: 'Ladder settings' }).click()
  const fields = page.getByRole('group', { name: 'Ladder settings' })
  await expect(fields).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(fields).toBeHidden()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press(',')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})

test('turned off, no single key does anything, but Esc still brings a full panel back', async ({ page, open }) => {
  await open()
  await ready(page)
  await page.keyboard.press(',')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await settings.getByRole('button', { name: 'Close' }).click()
  for (const key of ['2', 'd', 'f', '/', '?', ',']) await page.keyboard.press(key)
  await expect(market(page)).toHaveValue('14')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(region(page, 'Diagnostics')).toHaveCount(0)
  const button = fullButton(page, 'Trades')
  await expect(button).not.toHaveAttribute('aria-keyshortcuts')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})

test('on a phone / shows the account’s page first, and f is for pages that have room', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open()
  await ready(page)
  await page.keyboard.press('f')
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Watch address' })).toBeFocused()
  await expect(
    page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Account' }),
  ).toHaveAttribute('aria-current', 'page')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(fullButton(page, 'Price chart')).toHaveAttribute('aria-pressed', 'false')
})
