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
  readonly guard: undefined
}

interface WorkerFixtures {
  readonly rig: Rig
}

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
  // Whatever a test is about: no uncaught error, and nothing asked of a host outside the table.
  guard: [
    async ({ context, page }, provide) => {
      const errors: string[] = []
      const strangers: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      // Each that is made, answered or not, by whatever page or worker of the test.
      context.on('request', (request) => note(request.url()))
      page.on('websocket', (socket) => note(socket.url()))
      function note(url: string) {
        const { hostname, protocol } = new URL(url)
        if (protocol !== 'data:' && ![SITE_HOST, ...EXCHANGE_HOSTS].includes(hostname)) strangers.push(url)
      }
      await provide(undefined)
      expect(errors, 'uncaught errors').toEqual([])
      expect(strangers, 'requests to hosts outside the table').toEqual([])
    },
    { auto: true },
  ],
})
