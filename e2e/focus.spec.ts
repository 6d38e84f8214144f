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

test('the first stop of the Tab key leads past the header, and the address stays as it is', async ({ page, open }) => {
  await open()
  await expect(region(page, 'Order book')).toHaveAttribute('data-state', 'live')
  const address = page.url()
  await page.keyboard.press('Tab')
  const link = page.getByRole('link', { name: 'Skip to the panels' })
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  expect(page.url()).toBe(address)
})

test('every stop of the Tab key is seen: it has an outline of its own or of the part that it moves', async ({
  page,
  open,
}) => {
  await open(own)
  await expect(region(page, 'Account')).toHaveAttribute('data-state', 'live')
  await expect(region(page, 'Depth chart').locator('[data-depth-curves]').first()).toBeVisible()
  const stops: string[] = []
  const unseen: string[] = []
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const outlined = (one: Element | null) => {
        if (one === null) return false
        const { outlineStyle, outlineWidth, opacity, display, borderTopWidth } = getComputedStyle(one)
        if (display === 'none' || opacity === '0') return false
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || Number.parseFloat(borderTopWidth) >= 2
        )
      }
      const parts = [element, element.nextElementSibling, element.parentElement, element.closest('figure')]
      return {
        name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
        seen: parts.some(outlined),
      }
    })
    if (stop === null) break
    stops.push(stop.name)
    if (!stop.seen) unseen.push(stop.name)
  }
  expect(unseen).toEqual([])
  const places = [
    'Market',
    'Watch address',
    'Settings',
    'Price chart in',
    'Candle',
    'Distance from mid',
    'Sum up asks',
    'Positions',
    'Border between Account',
  ]
  const order = places.map((place) => stops.findIndex((stop) => stop.includes(place)))
  expect(order, stops.join('\n')).not.toContain(-1)
})

test('borders between panels have names and values, and the arrows move them', async ({ page, open }) => {
  await open()
  const border = page.getByRole('separator', { name: 'Border between Order book and trades' })
  await border.focus()
  const before = Number(await border.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Number(await border.getAttribute('aria-valuenow'))).not.toBe(before)
  for (const separator of await page.getByRole('separator').all()) {
    await expect(separator).toHaveAttribute('aria-label', /^Border between /)
    await expect(separator).toHaveAttribute('aria-valuenow', /^\d/)
    await expect(separator).toHaveAttribute('aria-controls', /./)
  }
})
