/** The main views in six states, both themes and three widths, compared with the pictures kept in docs/pictures. */
import type { Locator, Page } from '@playwright/test'
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
const LOADING_MS = 25_000

/** For what a change of width draws anew. */
const SETTLING_MS = 4_000
const STEP_MS = 20

/** The page and its exchange, brought together to the moment of the pictures. */
class Studio {
  readonly scene = new Scene()
  received = 0
  #nowMs = NOW_MS - LEAD_MS
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    // A close is a frame too.
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => (this.received += String(payload).startsWith('{') ? 1 : 0)),
    )
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
    await expect(page.getByRole('region', { name: 'Price chart' }).locator('canvas').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Depth chart' }).locator('[data-depth-curves]')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Connect wallet', exact: true })).toBeEnabled()
    this.#nowMs += LOADING_MS
    await page.clock.pauseAt(this.#nowMs)
    while (this.#nowMs < NOW_MS) await this.pass(1)
  }

  /** Nothing comes any more; what came last came at this moment. */
  async silence(): Promise<void> {
    await this.#renew()
    this.scene.silent = true
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.#nowMs += 1000
      this.scene.moveTo(this.#nowMs)
      await this.#arrived()
      await this.#page.clock.runFor(1000)
    }
  }

  async #arrived(): Promise<void> {
    const pending = () => this.scene.sent - this.received
    const lost = await expect
      .poll(pending, { intervals: [5, 10, 20, 50], timeout: 2_000 })
      .toBe(0)
      .then(() => 0, pending)
    // They went to a socket that the page had given up.
    this.received += lost
  }

  /** When the page asks of itself depends on how long it took to load: so everything is said once more at this moment. */
  async #renew(): Promise<void> {
    if (this.scene.silent) return
    this.scene.repeat()
    await this.#arrived()
  }

  /** Charts are made anew and draw, tables find out what is in view: frames of the page's time, with work of React in between. */
  async #settle(): Promise<void> {
    for (let step = 0; step < 8; step += 1) {
      await this.#page.clock.runFor(50)
      await this.#page.evaluate(
        () =>
          new Promise<void>((done) => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => done(), { once: true })
            port1.start()
            port2.postMessage(null)
          }),
      )
    }
  }

  /** Lets the page's time run on in steps until something is to be seen: always the same time in the end. */
  async #until(seen: Locator): Promise<void> {
    let leftMs = SETTLING_MS
    await expect(async () => {
      leftMs -= STEP_MS
      await this.#page.clock.runFor(STEP_MS)
      expect(await seen.isVisible()).toBe(true)
    }).toPass({ intervals: [20], timeout: 15_000 })
    await this.#page.clock.runFor(Math.max(1, leftMs))
    this.#nowMs += SETTLING_MS
  }

  /** Shows the narrow layout once: without a network its code would not come. */
  async rehearse(): Promise<void> {
    await this.#page.setViewportSize({ width: 768, height: 1024 })
    await this.#until(this.#page.getByRole('navigation', { name: 'Pages' }))
    await this.#page.setViewportSize({ width: 1440, height: 900 })
    await this.#until(this.#page.getByRole('region', { name: 'Depth chart' }).locator('[data-depth-curves]'))
  }

  /** Pictures of what is on show in every theme and width; `narrow`: the page to show where not all have room. */
  async take(state: string, narrow: 'Chart' | 'Book' | 'Account'): Promise<void> {
    const page = this.#page
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const wide = width >= 1024
      const button = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: narrow })
      if (!wide) {
        await this.#until(button)
        await button.click()
      }
      const depth = page.getByRole('region', { name: 'Depth chart' }).locator('[data-depth-curves]')
      await this.#until(wide || narrow === 'Chart' ? depth : page.getByRole('main').locator('section').first())
      await this.#renew()
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme })
        await this.#settle()
        await hideCountdown(page)
        await expect.soft(page).toHaveScreenshot(`${state}-${width}-${theme}.png`)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
}

/** When a connection is tried anew depends on how long the page took to load. */
async function hideCountdown(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Retry now' }).evaluateAll((buttons) => {
    for (const button of buttons) if (button.parentElement !== null) button.parentElement.style.visibility = 'hidden'
  })
}

test('a first visit', async ({ page, open, rig }) => {
  const studio = new Studio(page)
  rig.setStage(studio.scene)
  await studio.open('', open)
  await studio.take('first-visit', 'Account')
})

test('live, and stale', async ({ page, open, rig }) => {
  const studio = new Studio(page)
  rig.setStage(studio.scene)
  await studio.open(own, open)
  await studio.take('live', 'Chart')
  await studio.silence()
  await studio.pass(90)
  await studio.take('stale', 'Account')
})

test('offline', async ({ page, open, rig, context }) => {
  const studio = new Studio(page)
  rig.setStage(studio.scene)
  await studio.open(own, open)
  await studio.rehearse()
  await studio.silence()
  await context.setOffline(true)
  await studio.pass(2)
  await studio.take('offline', 'Book')
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
