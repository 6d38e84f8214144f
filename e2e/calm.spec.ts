import type { Page } from '@playwright/test'
import { Exchange } from '../src/simulator/exchange'
import { fillRow, message, orderRow, positionRow } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, simulated } from './rig/script'
import { expect, test } from './rig/test'

const START_MS = Date.UTC(2026, 0, 15, 12)

/** From now on adds up how far things move without the reader's doing (the browser's cumulative layout shift). */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moved: string[] = []
    const describe = (node: Node | null | undefined) =>
      `${node instanceof Element ? `${node.tagName} ${node.className}` : 'text'} ${node?.textContent?.slice(0, 40)}`
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node?: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
      })[]) {
        if (entry.hadRecentInput) continue
        for (const { node, previousRect: a, currentRect: b } of entry.sources) {
          moved.push(`${entry.value.toFixed(5)}: ${describe(node)} from ${a.x},${a.y} to ${b.x},${b.y}`)
        }
      }
    }).observe({ type: 'layout-shift' })
    Object.assign(window, { moved })
  })
}

/** All panels are there: their code has come, and the charts' too. */
async function isDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  await expect(page.getByRole('table', { name: 'Bids' }).getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Depth chart' }).locator('[data-depth-curves]').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy link to this view' })).toBeVisible()
}

const movedIn = (page: Page) => page.evaluate(() => (window as unknown as { moved: string[] }).moved)

test('while the market changes for a minute of the exchange, nothing on the page moves', async ({
  page,
  open,
  rig,
}) => {
  const exchange = new Exchange({ startMs: START_MS, alive: true })
  rig.setStage(simulated(exchange))
  let seconds = 30
  exchange.step(START_MS + seconds * 1000)
  await open()
  await isDrawn(page)
  await watchShifts(page)
  const first = await page.getByRole('table', { name: 'Bids' }).textContent()
  for (const end = seconds + 60; seconds < end; seconds += 0.5) {
    exchange.step(START_MS + seconds * 1000)
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)))
  }
  expect(await page.getByRole('table', { name: 'Bids' }).textContent()).not.toBe(first)
  expect(await movedIn(page)).toEqual([])
})

test('while the price runs through an account’s positions and orders, nothing on the page moves', async ({
  page,
  open,
  script,
}) => {
  const profile = `0x${'c'.repeat(64)}`
  const rows: Readonly<Record<string, string>> = {
    positions: message('positions', [positionRow(profile, '14', { entry_price: '5.000', liq_price: '4.100' })]),
    open_orders: message('open_orders', [orderRow(profile, '14', { price: '5.050' })]),
    trade_history: message('trade_history', [fillRow(profile, '14', { price: '5.010' })]),
  }
  script.answerLookUp = () => found(profile)
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [rows[topic] ?? empty(topic)]
  await open(`?address=0x${'a'.repeat(64)}`)
  await isDrawn(page)
  await expect(page.getByRole('table', { name: 'Positions' })).toContainText('Long')
  await watchShifts(page)
  for (let step = 0; step < 60; step += 1) {
    const bid = 5.1 + Math.sin(step / 5) * 0.6
    script.push('orderbook', book('14', bid, bid + 0.05 + (step % 7) / 100))
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)))
  }
  expect(await movedIn(page)).toEqual([])
})

test('a connection that is lost and comes back moves nothing and empties no panel', async ({ page, open, script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
  await open()
  const connection = page.getByRole('status', { name: 'Connection' })
  const panel = page.getByRole('region', { name: 'Order book' })
  await expect(connection).toHaveText('Live')
  await expect(page.getByRole('table', { name: 'Bids' }).getByRole('row').nth(1)).toBeVisible()
  await watchShifts(page)
  await page.evaluate(() => {
    const emptied: string[] = []
    const watch = () => {
      const ladder = document.querySelector('section[aria-label="Order book"]')
      const rows = ladder?.querySelectorAll('tbody tr:not([aria-hidden])').length ?? 0
      if (rows < 2) emptied.push(ladder?.textContent ?? 'no order book')
      requestAnimationFrame(watch)
    }
    watch()
    Object.assign(window, { emptied })
  })
  for (const code of [1006, 1012, 1013]) {
    for (const { socket } of script.open) code === 1006 ? socket.terminate() : socket.close(code)
    await expect(panel).toHaveAttribute('data-state', 'stale')
    const retry = page.getByRole('button', { name: 'Retry now' })
    if (code === 1013) await retry.click()
    await expect(connection).toHaveText('Live', { timeout: 10_000 })
  }
  expect(await page.evaluate(() => (window as unknown as { emptied: string[] }).emptied)).toEqual([])
  expect(await movedIn(page)).toEqual([])
})

test('changed digits stand out for a moment, and for nobody who wants it calm', async ({ page, open, script }) => {
  script.answer = ({ topic, market_id = '' }) =>
    topic === 'orderbook' ? [book(market_id, 5.101, 5.202)] : [empty(topic)]
  const marked = () =>
    page.evaluate(() =>
      ['changed-1', 'changed-2', 'changed-3']
        .flatMap((name) => [...(CSS.highlights.get(name) ?? [])])
        .map((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset)),
    )
  const header = page.getByRole('banner')
  await open()
  await expect(header).toContainText('Mid5.1515')
  script.push('orderbook', book('14', 5.101, 5.204))
  await expect(header).toContainText('Mid5.1525')
  expect(await marked()).toContain('25')
  await expect.poll(marked).toEqual([])

  await page.emulateMedia({ reducedMotion: 'reduce' })
  // Browsers tell of it with the next frame.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))))
  script.push('orderbook', book('14', 5.101, 5.206))
  await expect(header).toContainText('Mid5.1535')
  expect(await marked()).toEqual([])
})
