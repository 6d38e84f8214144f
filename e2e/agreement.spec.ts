import type { Page } from '@playwright/test'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from '../src/simulator/addresses'
import { Exchange } from '../src/simulator/exchange'
import { simulated } from './rig/script'
import { figure, records } from './rig/tables'
import { expect, test } from './rig/test'

const START_MS = Date.UTC(2026, 0, 15, 12)

async function tab(page: Page, name: string): Promise<Record<string, string>[]> {
  await page.getByRole('tab', { name }).click()
  const table = page.getByRole('region', { name: 'Account' }).getByRole('table', { name })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  return records(table)
}

test('an order that fills agrees in every panel', async ({ page, open, rig }) => {
  const exchange = new Exchange({ startMs: START_MS, alive: false })
  rig.setStage(simulated(exchange))
  const at = (seconds: number) => exchange.step(START_MS + seconds * 1000)
  exchange.placeForeign({ marketId: '14', side: 'ask', size: '10', price: '5.502' })
  exchange.placeForeign({ marketId: '14', side: 'ask', size: '50.5', price: '5.510' })
  exchange.placeForeign({ marketId: '14', side: 'bid', size: '20', price: '5.498' })
  const resting = exchange.placeOrder({ marketId: '14', orderType: 1, size: '7', price: '5.499' })
  at(1)
  await open(`?address=${DEMO_WALLET_ADDRESS}`)

  // The order rests: in the open orders, in the history, and on top of the bids.
  const [order] = await tab(page, 'Open orders')
  expect(order).toMatchObject({ Market: 'APT-USD', Side: 'Bid', Price: '5.499' })
  expect([order?.Size, order?.Remaining].map(figure)).toEqual([7, 7])
  const bids = page.getByRole('table', { name: 'Bids' })
  await expect(bids.getByRole('row').nth(1)).toHaveText(/^5\.499/)

  // Somebody sells into it: 3 of 7 are filled, then it is closed by the rest.
  exchange.placeForeign({ marketId: '14', side: 'ask', size: '3', price: '5.499' })
  at(2)
  const sizes = async () => {
    const [rest] = await records(page.getByRole('table', { name: 'Open orders' }))
    return [rest?.Size, rest?.Remaining].map(figure)
  }
  await expect.poll(sizes).toEqual([7, 4])
  exchange.placeForeign({ marketId: '14', side: 'ask', size: '4', price: null })
  exchange.placeOrder({ marketId: '14', orderType: 3, size: '12', price: null, tradeId: resting.tradeId })
  at(3)
  await expect(page.getByRole('region', { name: 'Account' })).toContainText('No open orders')

  const fills = await tab(page, 'Fills')
  const positions = await tab(page, 'Positions')
  const history = await tab(page, 'Order history')
  const tape = await records(page.getByRole('table', { name: 'Trades' }))

  // 3 and 4 as the maker; 10 and 2 as the taker of two levels.
  expect(fills.map((fill) => figure(fill.Size)).sort((a, b) => a - b)).toEqual([2, 3, 4, 10])
  for (const fill of fills) {
    const twin = tape.find((trade) => figure(trade['Size (APT)']) === figure(fill.Size))
    expect(figure(twin?.Price?.replace(/[▲▼]|buy|sell/g, ''))).toBe(figure(fill.Price))
    expect(fill.Time?.endsWith(twin?.Time ?? 'no twin')).toBe(true)
  }
  expect(positions).toHaveLength(1)
  expect(figure(positions[0]?.Size)).toBe(fills.reduce((sum, fill) => sum + figure(fill.Size), 0))
  const paid = fills.reduce((sum, fill) => sum + figure(fill.Size) * figure(fill.Price), 0)
  expect(figure(positions[0]?.['Entry price'])).toBeCloseTo(paid / 19, 3)
  expect(history.map((row) => row.Status)).toEqual(['Filled', 'Filled'])
  const fees = fills.reduce((sum, fill) => sum + figure(fill['Fee ($)']), 0)
  expect(fees).toBeCloseTo((10 * 5.502 + 2 * 5.51) * 0.0005, 5)
})

test('the best prices are the same in ladder and depth chart, and the mid in the header is between them', async ({
  page,
  open,
  rig,
}) => {
  const exchange = new Exchange({ startMs: START_MS, seed: 11 })
  rig.setStage(simulated(exchange))
  await open(`?market=15&address=${DEMO_PROFILE_ADDRESS}`)
  await expect(page.getByRole('region', { name: 'Order book' })).toHaveAttribute('data-state', 'live')
  for (let second = 1; second <= 5; second += 1) {
    exchange.step(START_MS + second * 1000)
    const shown = async () => {
      // One look at the page: between two looks it may have moved on.
      const panels = await page.evaluate(() => {
        const prices = (name: 'Asks' | 'Bids') => drawnLadder(name).map(({ price }) => price)
        const named = (root: Element | null, label: string) =>
          [...(root?.querySelectorAll('dt') ?? [])].find((term) => term.textContent === label)?.nextElementSibling
            ?.textContent
        const header = document.querySelector('header')
        const depth = document.querySelector('section[aria-label="Depth chart"] dl')
        const number = (text: string | null | undefined) => Number((text ?? '').replaceAll(',', ''))
        const [bid, ask] = [prices('Bids')[0], prices('Asks').at(-1)]
        const mid = (number(bid) + number(ask)) / 2
        return [
          [bid, named(depth, 'Best bid')],
          [ask, named(depth, 'Best ask')],
          [mid.toFixed(6), number(named(header, 'Mid')).toFixed(6)],
        ]
      })
      return panels.map((prices) => new Set(prices).size)
    }
    await expect.poll(shown).toEqual([1, 1, 1])
  }
})

test('with everything moving, each panel is live and the seven topics stand in their tables', async ({
  page,
  open,
  rig,
}) => {
  const exchange = new Exchange({ startMs: START_MS, seed: 3 })
  rig.setStage(simulated(exchange))
  await open(`?address=${DEMO_WALLET_ADDRESS}`)
  let seconds = 0
  const timer = setInterval(() => exchange.step(START_MS + (seconds += 0.1) * 1000), 100)
  try {
    for (const name of ['Order book', 'Price chart', 'Depth chart', 'Trades', 'Funding', 'Account']) {
      await expect(page.getByRole('region', { name })).toHaveAttribute('data-state', 'live')
    }
    await expect(page.getByRole('region', { name: 'Funding' }).getByRole('row')).toHaveCount(5)
    for (const name of ['Positions', 'Open orders', 'Order history', 'Fills']) {
      const rows = await tab(page, name)
      expect(rows.length, name).toBeGreaterThan(0)
      await expect(page.getByRole('tab', { name })).toHaveAttribute('data-state', 'live')
    }
    await expect(page.locator('canvas').first()).toBeVisible()
    await expect(page.getByRole('contentinfo')).not.toContainText('set aside')
  } finally {
    clearInterval(timer)
  }
})
