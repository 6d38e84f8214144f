/** What stands in the page before its script has come: frames without a figure, where the panels will be. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { SITE_HOST } from './rig/server'
import { expect, test } from './rig/test'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const PANELS = ['Price chart', 'Depth chart', 'Order book', 'Trades', 'Account', 'Funding']

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
})

/** Holds back what the page runs behind its first picture; `release` lets it come. */
async function holdBack(page: Page) {
  const scripts = [...readFileSync(`${DIST}index.html`, 'utf8').matchAll(/<script type="module"[^>]* src="([^"]+)"/g)]
  expect(scripts).not.toHaveLength(0)
  const held: (() => void)[] = []
  for (const [, src] of scripts) {
    await page.route(`**${src}`, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve))
      await route.continue()
    })
  }
  return { release: () => held.forEach((resolve) => resolve()) }
}

/** Opens the page without waiting for its script. */
async function visit(page: Page, query = '') {
  await page.goto(`https://${SITE_HOST}/${query}`, { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-begun', '')
}

/** The places of the panels that are on the screen, by name. */
const places = (page: Page) =>
  page.evaluate(() => {
    const found: Record<string, readonly number[]> = {}
    for (const panel of document.querySelectorAll('[data-panel-name] > [data-state], [inert] section')) {
      const { x, y, width, height } = panel.getBoundingClientRect()
      if (width > 0) found[panel.getAttribute('aria-label') ?? '?'] = [x, y, width, height]
    }
    return found
  })

const isLive = (page: Page) =>
  expect(page.getByRole('region', { name: 'Order book', exact: true })).toHaveAttribute('data-state', 'live')

for (const [width, height, shown] of [
  [1440, 900, PANELS],
  [1100, 800, PANELS],
  [800, 900, ['Price chart', 'Depth chart']],
  [390, 844, ['Price chart', 'Depth chart']],
] as const) {
  test(`at ${width} × ${height} the frames of the panels stand where the panels will be`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const script = await holdBack(page)
    await visit(page)
    const before = await places(page)
    expect(Object.keys(before)).toEqual(shown)
    // Nothing in it is a figure, and nothing can be reached that does nothing yet.
    expect(await page.locator('#root').innerText()).not.toMatch(/\d/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)

    script.release()
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
    expect(await places(page)).toEqual(before)
  })
}

test('it is drawn as the reader left the page: his theme, his rows, his sizes of panels', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`https://${SITE_HOST}/`)
  await isLive(page)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  for (const name of ['Light', 'Compact']) await page.getByRole('radio', { name, exact: true }).check()
  await page.keyboard.press('Escape')
  const border = page.getByRole('separator', { name: 'Border between Charts and order book' })
  await border.focus()
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft')
  const wanted = await places(page)
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()

  const script = await holdBack(page)
  await visit(page)
  expect(await places(page)).toEqual(wanted)
  expect(await background()).toBe(light)
  script.release()
  await isLive(page)
  expect(await places(page)).toEqual(wanted)
})

test('who asks for an account by the page’s address is not greeted as one who watches none', async ({ page }) => {
  const greeting = page.getByText('Positions with what they would bring now', { exact: false })
  const script = await holdBack(page)
  await visit(page)
  await expect(greeting).toBeVisible()
  await visit(page, `?address=0x${'a'.repeat(64)}`)
  await expect(greeting).toBeHidden()
  script.release()
})
