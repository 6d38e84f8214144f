import { test as base, expect } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { recordDrawn } from './drawn'
import { Script } from './script'
import { EXCHANGE_HOSTS, type Rig, SITE_HOST, startRig } from './server'

export { expect } from '@playwright/test'

interface TestFixtures {
  /** Word for word what the exchange says; in place unless the test sets another stage. */
  readonly script: Script
  /** Opens the built site at a query such as `?network=testnet`. */
  readonly open: (query?: string) => Promise<void>
  /** Addresses outside the table that were asked for, or would have been but for the policy; none may be left at the end. */
  readonly strangers: string[]
  readonly guard: undefined
}

interface WorkerFixtures {
  readonly rig: Rig
}

/** The wallet adapter tries to look a name up for each account it connects; that the policy refuses it is wanted. */
const NAME_LOOK_UP = /^https:\/\/api\.(mainnet|testnet)\.aptoslabs\.com\/v1\/accounts\/0x[\da-f]{64}\/module\/router$/

// Playwright's own name for `provide` is `use`, which React's linter takes for a hook.
export const test = base.extend<TestFixtures, WorkerFixtures>({
  rig: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const rig = await startRig(fileURLToPath(new URL('../../dist', import.meta.url)))
      await provide(rig)
      await rig.close()
    },
    { scope: 'worker' },
  ],
  // The site is the built one, byte for byte: only the browser's name resolution leads its real hosts here. Every other
  // name leads nowhere.
  launchOptions: [
    async ({ launchOptions, rig }, provide) => {
      const hosts = [SITE_HOST, ...EXCHANGE_HOSTS].map((host) => `MAP ${host} 127.0.0.1:${rig.port}`)
      const rules = [...hosts, 'MAP * ~NOTFOUND'].join(', ')
      await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`] })
    },
    { scope: 'worker' },
  ],
  ignoreHTTPSErrors: true,
  viewport: { width: 1440, height: 900 },
  script: async ({ rig }, provide) => {
    const script = new Script()
    rig.setStage(script)
    await provide(script)
  },
  open: async ({ page }, provide) => {
    await page.addInitScript(recordDrawn)
    await provide(async (query = '') => {
      await page.goto(`https://${SITE_HOST}/${query}`)
    })
  },
  strangers: async ({ context, page }, provide) => {
    const strangers: string[] = []
    function note(url: string) {
      const { hostname, protocol } = new URL(url)
      if (protocol !== 'data:' && ![SITE_HOST, ...EXCHANGE_HOSTS].includes(hostname)) strangers.push(url)
    }
    // Each that is made, answered or not.
    context.on('request', (request) => note(request.url()))
    page.on('websocket', (socket) => note(socket.url()))
    // A connection that the policy refuses is none of these; the browser tells of it.
    context.on('console', (message) => {
      const [, url] = /^Connecting to '([^']+)' violates/.exec(message.text()) ?? []
      if (url !== undefined && !NAME_LOOK_UP.test(url)) note(url)
    })
    await provide(strangers)
  },
  // Whatever a test is about: no uncaught error, and nothing asked of a host outside the table.
  guard: [
    async ({ page, strangers }, provide) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await provide(undefined)
      expect(errors, 'uncaught errors').toEqual([])
      expect(strangers, 'requests to hosts outside the table').toEqual([])
    },
    { auto: true },
  ],
})
