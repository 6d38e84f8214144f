import type { Locator, Page } from '@playwright/test'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { expect, test } from './rig/test'
import { tape } from './rig/trade-frames'

test.beforeEach(({ script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5_101.101, 5_202.202)] : [empty(topic)]
})

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const boxOf = async (page: Page, name: string) => {
  // The panel's frame is another element once its code has come.
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null
  await expect.poll(async () => (box = await region(page, name).boundingBox())).not.toBeNull()
  if (box === null) throw new Error(`${name} is not on the page`)
  return box as { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  for (const name of names) await settings(page).getByRole('radio', { name, exact: true }).check()
  await page.keyboard.press('Escape')
  await expect(settings(page)).toBeHidden()
}

for (const [width, height] of [
  [360, 780],
  [640, 900],
  [1024, 768],
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const) {
  test(`at ${width} × ${height} the page scrolls in no direction`, async ({ page, open }) => {
    await page.setViewportSize({ width, height })
    await open()
    await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect(size).toEqual({ scrollWidth: width, scrollHeight: height })
  })
}

/** What is left of a box's height below its head when as many whole rows as fit have their place, in px. */
const leftover = (page: Page, table: string) =>
  page.getByRole('table', { name: table, exact: true }).evaluate((element) => {
    const scroller = element.closest('.overflow-y-auto')
    const row = element.querySelector('tbody tr:not([aria-hidden])')
    if (scroller === null || row === null) throw new Error('no rows')
    const head = getComputedStyle(element.querySelector('thead') ?? element).position === 'sticky'
    const room = scroller.clientHeight - (head ? (element.querySelector('thead')?.offsetHeight ?? 0) : 0)
    return [Math.round((room % row.getBoundingClientRect().height) * 10) / 10, room > 60]
  })

for (const [width, height] of [
  [390, 844],
  [700, 611],
  [1440, 900],
  [1447, 907],
] as const) {
  test(`at ${width} × ${height} no row of book and tape is cut in half, in either density`, async ({
    page,
    open,
    script,
  }) => {
    const rows = Array.from({ length: 60 }, (_, index) => index)
    const level = (is_ask: boolean) => (index: number) => ({
      is_ask,
      price: ((is_ask ? 5001 : 5000) / 1000 + (is_ask ? index : -index) / 1000).toFixed(3),
      size: '1.000',
      market_id: '14',
      last_updated: 1_700_000_000,
    })
    const long = JSON.stringify({ data: [...rows.map(level(true)), ...rows.map(level(false))], message: 'orderbook' })
    const trades = tape('14', ...rows.map((index) => ({ price: '5.00', size: '1', time: 1_700_000_000 + index })))
    script.answer = ({ topic }) => [topic === 'orderbook' ? long : topic === 'recent_trades' ? trades : empty(topic)]
    await page.setViewportSize({ width, height })
    await open()
    for (const density of ['Comfortable', 'Compact']) {
      await choose(page, density)
      for (const [name, tables] of [
        ['Book', ['Asks', 'Bids']],
        ['Trades', ['Trades']],
      ] as const) {
        const tab = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name, exact: true })
        if (await tab.isVisible()) await tab.click()
        for (const table of tables) await expect.poll(() => leftover(page, table), table).toEqual([0, true])
      }
    }
  })
}

test('a border between panels is dragged, remembered, and put back', async ({ page, open }) => {
  await open()
  const border = page.getByRole('separator', { name: 'Border between Charts and order book' })
  const before = await boxOf(page, 'Order book')
  const at = await border.boundingBox()
  if (at === null) throw new Error('no border')
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x - 120, at.y + at.height / 2, { steps: 4 })
  await page.mouse.up()
  const dragged = await boxOf(page, 'Order book')
  expect(dragged.width).toBeGreaterThan(before.width + 100)

  await page.reload()
  await expect(region(page, 'Order book')).toBeVisible()
  expect((await boxOf(page, 'Order book')).width).toBeCloseTo(dragged.width, 0)

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await settings(page).getByRole('button', { name: 'Back to the first layout' }).click()
  await page.keyboard.press('Escape')
  expect((await boxOf(page, 'Order book')).width).toBeCloseTo(before.width, 0)
})

test('a border is moved by the arrow keys as well, and put back by itself', async ({ page, open }) => {
  await open()
  const border = page.getByRole('separator', { name: 'Border between Market and account' })
  const before = await boxOf(page, 'Account')
  // The keys do something once the shares are measured.
  await expect(border).toHaveAttribute('aria-valuenow', /\d/)
  await border.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await boxOf(page, 'Account')).height).toBeGreaterThan(before.height + 10)
  // Pressed twice, it is where it was first.
  await border.dblclick()
  await expect.poll(async () => (await boxOf(page, 'Account')).height).toBeCloseTo(before.height, 0)
})

test('any panel fills the window below the header and comes back', async ({ page, open }) => {
  await open()
  await expect(page.getByRole('table', { name: 'Bids' })).toBeVisible()
  for (const name of ['Price chart', 'Depth chart', 'Order book', 'Trades', 'Funding', 'Account']) {
    const before = await boxOf(page, name)
    const button = page.getByRole('button', { name: `${name} in the whole window` })
    await button.click()
    const full = await boxOf(page, name)
    expect(full.width, name).toBeGreaterThan(1400)
    expect(full.height, name).toBeGreaterThan(750)
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    // The market, the network and the connection that the figures are of stay in sight.
    await expect(page.getByRole('status', { name: 'Connection' })).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    expect(await boxOf(page, name), name).toEqual(before)
  }
})

test('looks change without a reload and are there again at the next visit', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open()
  const root = page.locator('html')
  const colour = (name: string) =>
    page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token), name)
  await expect(root).toHaveAttribute('data-theme', 'dark')
  const dark = { bg: await colour('--bg'), up: await colour('--up'), down: await colour('--down') }
  const row = page.getByRole('table', { name: 'Bids' }).getByRole('row').nth(1)
  const tall = (await row.boundingBox())?.height ?? 0

  await page.emulateMedia({ colorScheme: 'light' })
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await choose(page, 'Light', 'Up red, down green', 'Compact')
  await expect(root).toHaveAttribute('data-theme', 'light')
  expect(await colour('--bg')).not.toBe(dark.bg)
  expect((await row.boundingBox())?.height).toBeLessThan(tall)
  await choose(page, 'Dark')
  expect([await colour('--up'), await colour('--down')]).toEqual([dark.down, dark.up])

  await page.reload()
  await expect(root).toHaveAttribute('data-palette', 'red-green')
  await expect(root).toHaveAttribute('data-density', 'compact')
})

test('numbers are written as the reader wants, on the page and in what he types', async ({ page, open }) => {
  await open()
  const bids = page.getByRole('table', { name: 'Bids' })
  await expect(bids).toContainText('5,101.101')
  await choose(page, 'Point and comma')
  await expect(bids).toContainText('5.101,101')
  await expect(page.getByRole('banner')).toContainText('Mid5.151,6515')
  const size = region(page, 'Depth chart').getByRole('textbox', { name: /size/i }).first()
  await size.fill('1.000,5')
  await size.blur()
  await expect(size).toHaveValue('1.000,5')
  await choose(page, 'Apostrophe and point')
  await expect(bids).toContainText('5’101.101')
  // The connection was never in question.
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
})

test('times are local or UTC', async ({ page, open, script }) => {
  await open()
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await choose(page, 'UTC')
  script.answer = () => []
  script.open[0]?.socket.terminate()
  const words = region(page, 'Order book').getByText(/Stale, as of \d\d:\d\d:\d\d/)
  await expect(words).toBeVisible()
  const shown = /as of (\d\d):/.exec((await words.textContent()) ?? '')?.[1]
  const hour = new Date().getUTCHours()
  expect([hour, (hour + 23) % 24]).toContain(Number(shown))
})

test('what this browser keeps is cleared by one button', async ({ page, open }) => {
  await open()
  await choose(page, 'Light', 'Compact')
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('perpscope.')))
  expect(await kept()).toContain('perpscope.preferences.1')
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await settings(page).getByRole('button', { name: 'Clear it' }).click()
  await expect(settings(page)).toContainText('Cleared: nothing is kept any more.')
  expect(await kept()).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable')
})
