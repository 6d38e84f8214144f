import type { Page } from '@playwright/test'
import { account, box, go, pageBar, playAccount, SMALL, TALL, WALLET } from './rig/phone'
import { expect, test } from './rig/test'

test.use({ viewport: TALL, hasTouch: true, isMobile: true })
test.beforeEach(({ script }) => playAccount(script))

test('five pages are chosen from a bar, and each begins at its top', async ({ page, open }) => {
  await open()
  const pages = [
    ['Chart', ['Price chart', 'Depth chart']],
    ['Book', ['Order book']],
    ['Trades', ['Trades']],
    ['Account', ['Account']],
    ['More', ['Funding']],
  ] as const
  await expect(pageBar(page).getByRole('button')).toHaveText(pages.map(([name]) => name))
  for (const [name, panels] of pages) {
    await go(page, name)
    await expect(pageBar(page).locator('[aria-current=page]')).toHaveText(name)
    await expect(page.getByRole('main').getByText('Loading', { exact: true })).toHaveCount(0)
    const shown = page.getByRole('main').locator('section[data-state][aria-label]')
    expect(await shown.evaluateAll((all) => all.map((panel) => panel.getAttribute('aria-label')))).toEqual(panels)
    // A panel reaches down to the bar, or to the page's foot of at most five lines, or the page scrolls to its end.
    expect((await box(shown.last())).bottom).toBeGreaterThan((await box(pageBar(page))).y - 190)
  }
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Charts by TradingView' })).toBeInViewport()
  await go(page, 'Chart')
  await expect(page.getByRole('link', { name: 'Charts by TradingView' })).toBeInViewport()
  await main.evaluate((element) => element.scrollTo(0, 1000))
  await expect.poll(() => main.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  await go(page, 'Book')
  await go(page, 'Chart')
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
})

test('from 640 px the book has the trades beside it, for a reader of either', async ({ page, open }) => {
  await open()
  await go(page, 'Trades')
  await page.setViewportSize({ width: 768, height: 1024 })
  await expect(pageBar(page).getByRole('button')).toHaveText(['Chart', 'Book', 'Account', 'More'])
  await expect(page.getByRole('region', { name: 'Order book' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Trades' })).toBeVisible()
  await expect(pageBar(page).locator('[aria-current=page]')).toHaveText('Book')
})

for (const width of [360, 390, 640, 768, 1023]) {
  test(`nothing is cut off nor scrolls the page sideways at ${width} px, and a finger finds every control`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: 780 })
    await open(`?address=${WALLET}`)
    const names = await pageBar(page).getByRole('button').allTextContents()
    await go(page, 'Chart')
    await expect(page.getByRole('region', { name: 'Depth chart' }).locator('[data-depth-curves]').first()).toBeVisible()
    for (const name of names) {
      await go(page, name)
      await expect(page.getByRole('main').locator('section[data-state=live]').first()).toBeVisible()
      expect(await sideways(page), name).toEqual([])
      expect(await tooSmall(page), name).toEqual([])
    }
    await go(page, 'Account')
    for (const tab of ['Positions', 'Open orders', 'Order history', 'Fills']) {
      await page.getByRole('tab', { name: tab }).tap()
      await expect(account(page).getByRole('button', { name: 'APT-USD: details' }).first()).toBeVisible()
      expect(await sideways(page), tab).toEqual([])
      expect(await tooSmall(page), tab).toEqual([])
    }
    for (const { height } of await pageBar(page).getByRole('button').evaluateAll(rects)) {
      expect(height).toBeGreaterThanOrEqual(44)
    }
  })
}

const rects = (all: Element[]) => all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect)

/** What makes the page wider than the window, or the page's panels wider than their page. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, header, main section')]
      .filter(
        (part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth + 0.5,
      )
      .map((part) => `${part.tagName} ${part.getAttribute('aria-label') ?? ''} ${part.scrollWidth}`),
  )
}

/** Controls under 24 px, but for those within rows of tables. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, label:has([type=radio])')]
      .filter((control) => control.closest('td, th') === null && control.checkVisibility())
      .map((control) => ({ name: control.getAttribute('aria-label') ?? control.textContent, control }))
      .filter(({ control }) => {
        const { width, height } = control.getBoundingClientRect()
        return width > 1 && (height < 23.9 || width < 23.9)
      })
      .map(({ name }) => name ?? ''),
  )
}

test('the header has a line for what is chosen, one for the figures, and on the account’s page one for its address', async ({
  page,
  open,
}) => {
  await page.setViewportSize(SMALL)
  await open(`?address=${WALLET}`)
  const header = page.getByRole('banner')
  await expect(header).toContainText('Mid100.000')
  await expect(header.getByRole('button', { name: 'Connect wallet' })).toBeEnabled()
  const [market, all, network, settings, watch, wallet] = await Promise.all(
    [
      header.getByRole('combobox', { name: 'Market' }),
      header.getByRole('button', { name: 'All markets' }),
      header.getByRole('combobox', { name: 'Network' }),
      header.getByRole('button', { name: 'Settings' }),
      header.getByRole('textbox', { name: 'Watch address' }),
      header.getByRole('button', { name: 'Connect wallet' }),
    ].map(box),
  )
  const [last, connection] = await Promise.all([
    box(header.getByText('Last')),
    box(page.getByRole('status', { name: 'Connection' })),
  ])
  for (const part of [all, network, settings]) expect(part?.middle).toBeCloseTo(market?.middle ?? 0, 0)
  expect(settings?.right).toBeGreaterThan(SMALL.width - 16)
  expect(connection.right).toBeGreaterThan(SMALL.width - 16)
  expect(connection.y).toBeGreaterThan(market?.bottom ?? 0)
  expect(Math.abs(last.middle - connection.middle)).toBeLessThan(14)
  expect(watch?.y).toBeGreaterThan(connection.bottom)
  expect(wallet?.middle).toBeCloseTo(watch?.middle ?? 0, 0)
  expect((await box(header)).height).toBeLessThan(125)

  await go(page, 'Book')
  await expect(header.getByRole('textbox', { name: 'Watch address' })).toBeHidden()
  expect((await box(header)).height).toBeLessThan(90)
  await page.setViewportSize({ width: 640, height: 900 })
  await expect(header.getByRole('textbox', { name: 'Watch address' })).toBeVisible()
  await expect(header.getByRole('button', { name: 'Connect wallet' })).toBeVisible()
  expect((await box(header)).height).toBeLessThan(90)
})

test('dialogs are sheets as wide as the page', async ({ page, open }) => {
  await page.setViewportSize(SMALL)
  await open(`?address=${WALLET}&tab=fills`)
  const sheets = [
    [() => page.getByRole('button', { name: 'All markets' }).tap(), 'Markets on Mainnet'],
    [() => page.getByRole('button', { name: 'Settings' }).tap(), 'Settings'],
    [() => account(page).getByRole('button', { name: 'Export…' }).tap(), 'Export fills'],
    [() => account(page).getByRole('button', { name: 'APT-USD: details' }).first().tap(), /^Position · /],
  ] as const
  for (const [call, name] of sheets) {
    await call()
    const sheet = page.getByRole('dialog', { name })
    await expect(sheet).toBeVisible()
    const { x, y, width, bottom } = await box(sheet)
    expect([x, width, bottom]).toEqual([0, SMALL.width, SMALL.height])
    expect(y).toBeGreaterThanOrEqual(0)
    const wider = await sheet
      .locator('div, dl')
      .evaluateAll((parts) =>
        parts
          .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible')
          .map(({ textContent }) => textContent),
      )
    expect(wider, String(name)).toEqual([])
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(sheet).toHaveCount(0)
  }
})
