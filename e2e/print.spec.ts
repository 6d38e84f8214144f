import type { Page } from '@playwright/test'
import { message, positionRow } from './rig/build-account'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { unknownWallet } from './rig/script'
import { expect, test } from './rig/test'

const ADDRESS = `0x${'a'.repeat(64)}`
const IDS = ['14', '15', '16', '31']

test.beforeEach(({ script }) => {
  script.answerLookUp = () => unknownWallet
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [book(market_id, 5.101, 5.202)]
    if (topic === 'positions')
      return [
        message(
          topic,
          IDS.map((id) => positionRow(ADDRESS, id)),
        ),
      ]
    return [empty(topic)]
  }
})

/** The page as on paper, as long as the test looks at it. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
}

test('paper says what was printed, when, and how sure the figures were, and only while it is printed', async ({
  page,
  open,
  script,
}) => {
  await page.clock.install({ time: new Date('2026-03-01T12:00:00') })
  await open('?network=testnet')
  await expect(page.getByRole('banner')).toContainText('Mid5.1515')
  const head = page.getByText(/^Perpscope · /)
  await expect(head).toHaveCount(0)
  await onPaper(page)
  await expect(head).toHaveText('Perpscope · Testnet · APT-USD')
  await expect(page.getByText(/^Printed 2026-03-01 12:00:\d\d · Figures: Live$/)).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(head).toHaveCount(0)

  Object.assign(script, { connect: (_host: string, socket: { close: () => void }) => socket.close() })
  script.open[0]?.socket.terminate()
  await expect(page.getByRole('region', { name: 'Order book' })).toHaveAttribute('data-state', 'stale')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText(/Figures: \w+, the book as of 2026-03-01 12:00:\d\d$/)).toBeVisible()
  await expect(page.getByText(/Figures: Live/)).toHaveCount(0)
})

test('the browser’s own printing draws that head in time', async ({ page, open }) => {
  await open()
  await expect(page.getByRole('banner')).toContainText('Mid5.1515')
  // Its code comes after the first figures; who listens after it looks at what it has drawn.
  await expect(async () => {
    await page.evaluate(() => {
      const look = () => (document.documentElement.dataset.printed = document.body.textContent)
      addEventListener('beforeprint', look, { once: true })
    })
    await page.pdf({ preferCSSPageSize: true })
    const printed = await page.locator('html').getAttribute('data-printed')
    expect(printed).toMatch(/Perpscope · Mainnet · APT-USD.*Printed /)
  }).toPass()
  await expect(page.getByText(/^Perpscope · /)).toHaveCount(0)
})

test('paper is black on white, with all rows drawn and nothing to press', async ({ page, open }) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  await open(`?address=${ADDRESS}`)
  const positions = page.getByRole('table', { name: 'Positions' })
  await expect(positions.getByRole('row')).toHaveCount(1 + IDS.length + 1)
  await page.setViewportSize({ width: 1062, height: 740 })
  await onPaper(page)
  const looks = await page.locator('body, main, main section, main td').evaluateAll((all) =>
    all.map((element) => {
      const { backgroundColor, color } = getComputedStyle(element)
      return `${backgroundColor} ${color}`
    }),
  )
  expect(
    [...new Set(looks)].filter(
      (look) => !/^rgb(?:\(255, 255, 255\)|a\(0, 0, 0, 0\)) rgb\((\d\d?), \1, \1\)$/.test(look),
    ),
  ).toEqual([])
  for (const role of ['combobox', 'textbox'] as const) await expect(page.getByRole(role)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Settings|Connect wallet|Copy|whole window|Watch|Keep/ })).toHaveCount(
    0,
  )
  await expect(page.getByRole('tab')).toHaveText([/^Positions/])
  // Though its name can be pressed on the screen.
  await expect(page.locator('[data-heads] button')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeHidden()

  // Every row stands inside its panel, and every panel inside the sheet, one under the other.
  const boxes = await page.locator('[data-panel-name] > section').evaluateAll((panels) =>
    panels.map((panel) => {
      const { left, right, top, bottom } = panel.getBoundingClientRect()
      const rows = [...panel.querySelectorAll('tr')].map((row) => row.getBoundingClientRect().bottom)
      return { name: panel.getAttribute('aria-label'), left, right, top, bottom, lowest: Math.max(0, ...rows) }
    }),
  )
  expect(boxes.map(({ name }) => name)).toEqual([
    'Price chart',
    'Depth chart',
    'Order book',
    'Trades',
    'Account',
    'Funding',
  ])
  for (const { name, left, right, bottom, lowest } of boxes) {
    expect.soft(left, name ?? '').toBeGreaterThanOrEqual(0)
    expect.soft(right, name ?? '').toBeLessThanOrEqual(1062)
    expect.soft(lowest, name ?? '').toBeLessThanOrEqual(bottom)
  }
  for (const [index, { top }] of boxes.entries()) {
    const before = boxes[index - 1]
    if (before !== undefined)
      expect.soft(top).toBeGreaterThanOrEqual(before.name === 'Order book' ? before.top : before.bottom)
  }
})
