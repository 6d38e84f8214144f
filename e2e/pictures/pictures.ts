/** The main views in six states, both themes and three widths, compared with the pictures kept in docs/pictures. */
import type { Page } from '@playwright/test'
import { DEMO_WALLET_ADDRESS } from '../../src/simulator/addresses'
import { found } from '../rig/script'
import { expect, test } from '../rig/test'
import { LEAD_MS, NOW_MS, Scene } from './scene'

const own = `?address=${DEMO_WALLET_ADDRESS}`
const SIZES = [
  [1440, 900],
  [768, 1024],
  [390, 844],
] as const

/** Of the seconds before the pictures: so many pass by themselves while the page loads. */
const LOADING_MS = 30_000

/** The page and its exchange, brought together to the moment of the pictures. */
class Studio {
  readonly scene = new Scene()
  received = 0
  #nowMs = NOW_MS - LEAD_MS
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    page.on('websocket', (socket) => socket.on('framereceived', () => (this.received += 1)))
  }

  /** Opens the page, lets it load, and then leads its time second by second. */
  async open(query: string, goto: (query: string) => Promise<void>): Promise<void> {
    const page = this.#page
    // Waits before a reconnect are drawn at random.
    await page.addInitScript(() => (Math.random = () => 0.5))
    await page.clock.install({ time: this.#nowMs })
    await goto(query)
    for (const name of ['Order book', 'Price chart', 'Depth chart', 'Trades', 'Funding']) {
      await expect(page.getByRole('region', { name, exact: true })).toHaveAttribute('data-state', 'live')
    }
    for (const name of ['Price chart', 'Depth chart']) {
      await expect(page.getByRole('region', { name, exact: true }).locator('canvas').first()).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Connect wallet', exact: true })).toBeEnabled()
    this.#nowMs += LOADING_MS
    await page.clock.pauseAt(this.#nowMs)
    while (this.#nowMs < NOW_MS) await this.pass(1)
    this.scene.repeat()
    await this.pass(1)
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.#nowMs += 1000
      this.scene.moveTo(this.#nowMs)
      await expect.poll(() => this.received, { intervals: [5, 10, 20, 50] }).toBe(this.scene.sent)
      await this.#page.clock.runFor(1000)
    }
  }

  /** Pictures of what is on show in every theme and width; `narrow`: the page to show where not all have room. */
  async take(state: string, narrow: 'Chart' | 'Book' | 'Account'): Promise<void> {
    const page = this.#page
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const wide = width >= 1024
      if (!wide) await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: narrow }).click()
      if (wide || narrow === 'Chart') {
        await expect(page.getByRole('region', { name: 'Depth chart' }).locator('canvas').first()).toBeVisible()
      }
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        // Charts draw, and tables find out what is in view.
        await page.clock.runFor(500)
        await expect.soft(page).toHaveScreenshot(`${state}-${width}-${theme}.png`)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
}

test('a first visit', async ({ page, open, rig }) => {
  const studio = new Studio(page)
  rig.setStage(studio.scene)
  await studio.open('', open)
  await studio.take('first-visit', 'Account')
})

test('live, offline and stale', async ({ page, open, rig, context }) => {
  const studio = new Studio(page)
  rig.setStage(studio.scene)
  await studio.open(own, open)
  await studio.take('live', 'Chart')

  await context.setOffline(true)
  await studio.pass(2)
  await studio.take('offline', 'Book')
  await context.setOffline(false)
  await studio.pass(20)

  studio.scene.silent = true
  await studio.pass(90)
  await studio.take('stale', 'Account')
})

test('an account that is empty', async ({ page, open, rig }) => {
  const studio = new Studio(page)
  studio.scene.answerLookUp = () => found(`0x${'c'.repeat(64)}`)
  rig.setStage(studio.scene)
  await studio.open(own, open)
  await studio.take('empty', 'Account')
})

test('figures that are not what they seem', async ({ page, open, rig }) => {
  const studio = new Studio(page)
  // The low half of an id names its market.
  studio.scene.alter = (text) =>
    text.includes('"message":"positions"')
      ? text.replace(/"trade_id":"\d+"/, `"trade_id":"${(9n << 64n) | 99n}"`)
      : text
  rig.setStage(studio.scene)
  await studio.open(own, open)
  await studio.take('unverified', 'Account')
})
