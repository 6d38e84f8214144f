/** The built site as files that anybody may serve: what it may do, whom it asks, and what becomes of it when the files change. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { walletScript } from '../src/simulator/demo-wallet'
import { book, position } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { EXCHANGE_HOSTS, SITE_HOST } from './rig/server'
import { expect, test } from './rig/test'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const SITE = `https://${SITE_HOST}/`
const WALLET = `0x${'a'.repeat(64)}`
const PROFILE = `0x${'b'.repeat(64)}`

interface Build {
  readonly version: string
  readonly commit: string | null
  readonly hash: string
  readonly loads: readonly string[]
}

const build = JSON.parse(readFileSync(`${DIST}build.json`, 'utf8')) as Build
const NEWER: Build = { ...build, hash: 'f'.repeat(64), loads: ['assets/first-newer.js'] }

/** A chunk of the built site, by the name of its module. */
function chunk(name: string): string {
  const file = readdirSync(`${DIST}assets`).find((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.js'))
  if (file === undefined) throw new Error(`dist has no chunk ${name}`)
  return `${SITE}assets/${file}`
}

function speak(script: Script): void {
  script.answerLookUp = () => found(PROFILE)
  script.answer = ({ topic, market_id = '' }) => {
    if (topic === 'orderbook') return [book(market_id, 5.101, 5.202)]
    return [topic === 'positions' ? position(PROFILE, '14', '10') : empty(topic)]
  }
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const isLive = (page: Page) => expect(panel(page, 'Order book')).toHaveAttribute('data-state', 'live')

test('the policy lets no text become code or markup, and no script in that the build has not made', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open()
  await isLive(page)
  const refused = await page.evaluate(async () => {
    const names: string[] = []
    const said = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        if (blockedURI.startsWith('https://example.org')) resolve(effectiveDirective)
      })
    })
    const attempt = (name: string, run: () => void) => {
      try {
        run()
      } catch (error) {
        names.push(`${name}: ${(error as Error).name}`)
      }
    }
    attempt('markup', () => {
      document.createElement('p').innerHTML = '<b>5.101</b>'
    })
    attempt('address of a script', () => {
      document.createElement('script').src = '/assets/other.js'
    })
    attempt('worker', () => new Worker('/assets/other.js'))
    attempt('another policy', () => {
      const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy: (name: string) => void } }
      trustedTypes.createPolicy('default')
    })
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
    return [...names, `a page inside: ${await said}`]
  })
  expect(refused).toEqual([
    'markup: TypeError',
    'address of a script: TypeError',
    'worker: TypeError',
    'another policy: TypeError',
    'a page inside: frame-src',
  ])
})

test('every test hears of an address outside the table, also where the policy keeps it from being asked', async ({
  page,
  open,
  script,
  strangers,
}) => {
  speak(script)
  await open()
  await page.evaluate(async () => {
    new Image().src = 'https://elsewhere.example/picture'
    try {
      const socket = new WebSocket('wss://elsewhere.example/socket')
      socket.close()
    } catch {
      // Refused at once by some browsers.
    }
    await fetch('https://elsewhere.example/answer').catch(() => undefined)
  })
  const heard = [
    'https://elsewhere.example/answer',
    'https://elsewhere.example/picture',
    'wss://elsewhere.example/socket',
  ]
  await expect.poll(() => [...new Set(strangers)].sort()).toEqual(heard)
  strangers.length = 0
})

test('code that is not the build’s runs nowhere: its panel says that it did not come, the others go on', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  const address = chunk('funding-panel')
  const code = readFileSync(`${DIST}${address.slice(SITE.length)}`, 'utf8')
  const body = `${code}\nglobalThis.wasChanged = true`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await open()
  await isLive(page)
  await expect(panel(page, 'Funding')).toContainText('This panel broke')
  expect(await page.evaluate('globalThis.wasChanged')).toBeUndefined()
})

test('nobody but the site and the exchange is asked, before and after a wallet is connected', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  const asked = new Set<string>()
  const strangers: string[] = []
  const note = (url: string) => {
    const { protocol, hostname, pathname } = new URL(url)
    if (protocol === 'data:') return
    asked.add(hostname === SITE_HOST ? pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '') : hostname)
    if (![SITE_HOST, ...EXCHANGE_HOSTS].includes(hostname)) strangers.push(url)
  }
  page.on('request', (request) => note(request.url()))
  page.on('websocket', (socket) => note(socket.url()))
  const refused: string[] = []
  page.on('console', (message) => {
    const [, host] = /^Connecting to 'https:\/\/([^/']+).* violates/.exec(message.text()) ?? []
    if (host !== undefined) refused.push(host)
  })
  await page.addInitScript(walletScript({ name: 'Petra', address: WALLET }))
  await open()
  await isLive(page)
  await expect(panel(page, 'Funding')).toBeVisible()
  const before = [...asked].filter((name) => EXCHANGE_HOSTS.includes(name))
  expect(before, 'mainnet’s socket alone').toEqual(['perpetuals-indexer-ws.kana.trade'])

  await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Petra/ }).click()
  await expect(page.getByText('Your wallet')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('data-state', 'live')
  expect([...asked].filter((name) => EXCHANGE_HOSTS.includes(name))).toEqual([
    'perpetuals-indexer-ws.kana.trade',
    'perps-tradeapi.kana.trade',
  ])
  await page.getByRole('combobox', { name: 'Network' }).selectOption('testnet')
  await isLive(page)
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('data-state', 'live')
  expect([...asked].filter((name) => EXCHANGE_HOSTS.includes(name)).sort()).toEqual([...EXCHANGE_HOSTS].sort())
  expect(strangers).toEqual([])
  // The adapter's look-up of a name on the chain, which the policy keeps in the browser.
  expect(new Set(refused)).toEqual(new Set(['api.mainnet.aptoslabs.com']))
  const calls = await page.evaluate(() => window.demoHands['Petra']?.calls)
  expect(calls).not.toContain('sign')
})

test('whatever the reader opens, the exchange is asked for what he sees and nobody for anything else', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  const asked: string[] = []
  const note = (url: string) => {
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'data:' && hostname !== SITE_HOST) asked.push(hostname)
  }
  page.on('request', (request) => note(request.url()))
  page.on('websocket', (socket) => note(socket.url()))
  const taken = () => asked.splice(0)
  const header = page.getByRole('banner')
  await open()
  await isLive(page)
  expect(taken()).toEqual(['perpetuals-indexer-ws.kana.trade'])
  await header.getByLabel(/Watch address/).fill(WALLET)
  await header.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('data-state', 'live')
  expect(taken()).toEqual(['perps-tradeapi.kana.trade', 'perpetuals-indexer-ws.kana.trade'])
  await page.getByRole('button', { name: /^Export/ }).click()
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await header.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Diagnostics/ }).click()
  await expect(page.getByRole('region', { name: 'Diagnostics' })).toBeVisible()
  await header.getByRole('button', { name: 'Connect wallet' }).click()
  await expect(page.getByRole('dialog', { name: 'Connect wallet' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Stop watching' }).click()
  await expect(page.getByText('No account')).toBeVisible()
  expect(taken()).toEqual([])
})

test('inside another page it shows a plain message, and no figure', async ({ page, script }) => {
  speak(script)
  // Any page will do; this one has no policy that would keep a frame out.
  await page.goto(`${SITE}404.html`)
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, SITE)
  const inside = page.frameLocator('iframe')
  await expect(inside.locator('body')).toContainText(
    'Perpscope shows no figures inside another page. Open it by itself',
  )
  await expect(inside.getByRole('link', { name: 'Open it by itself' })).toHaveAttribute('href', SITE)
  await expect(inside.getByRole('region')).toHaveCount(0)
  expect(script.connections).toHaveLength(0)
})

test('the foot tells which build the page is of', async ({ page, open, script }) => {
  speak(script)
  await open()
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText(`Version ${build.version}`)
  await expect(foot).toContainText(build.hash.slice(0, 8))
  if (build.commit !== null) await expect(foot).toContainText(build.commit.slice(0, 7))
})

test('a page that a cache kept does not take the newest build for its own', async ({ page, open, script }) => {
  speak(script)
  await page.route(`${SITE}build.json`, (route) => route.fulfill({ json: NEWER }))
  await open()
  await isLive(page)
  await expect(page.getByText('A new version of Perpscope is there.')).toBeVisible()
  await expect(page.getByRole('contentinfo')).not.toContainText('Version')
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText('A new version of Perpscope is there.')).toBeHidden()
})

test('a build of the same code with another style is not called the page’s own', async ({ page, open, script }) => {
  speak(script)
  const restyled = { ...NEWER, loads: build.loads.map((path) => path.replace(/[^-]*\.css$/, 'newer000.css')) }
  expect(restyled.loads).not.toEqual(build.loads)
  await page.route(`${SITE}build.json`, (route) => route.fulfill({ json: restyled }))
  await open()
  await expect(page.getByText('A new version of Perpscope is there.')).toBeVisible()
  await expect(page.getByRole('contentinfo')).not.toContainText('Version')
})

test('a new version is loaded by the reader’s press, on the market and with the address on show', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await page.route(`${SITE}build.json`, (route) => route.fulfill({ json: NEWER }))
  await open(`?market=15&address=${WALLET}`)
  const load = page.getByRole('button', { name: 'Load it' })
  await expect(load).toBeVisible()
  await page.unroute(`${SITE}build.json`)
  const address = page.url()
  await load.click()
  await expect(page.getByRole('contentinfo')).toContainText(`Version ${build.version}`)
  expect(page.url()).toBe(address)
  await expect(page.getByRole('combobox', { name: 'Market' })).toHaveValue('15')
  await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('an open tab whose code is gone with a new version is loaded anew, once, and says so', async ({
  page,
  open,
  script,
}) => {
  speak(script)
  await open()
  await isLive(page)
  await expect(page.getByRole('contentinfo')).toContainText('Version')
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  // The new version is there, and the old one's chunks are not.
  await page.route(`${SITE}build.json`, (route) => route.fulfill({ json: NEWER }))
  await page.route(chunk('settings'), (route) => route.fulfill({ status: 404 }))
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('a new version of Perpscope came: the page was loaded anew')
  await isLive(page)
  // The page that came is still the old one, as from a cache that lies: not again for the same version.
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByText(/broke|did not/).first()).toBeVisible()
  await isLive(page)
  expect(loads).toBe(1)
})

test('code that does not come while no new version is there loads nothing anew', async ({ page, open, script }) => {
  speak(script)
  await open()
  await isLive(page)
  await expect(page.getByRole('contentinfo')).toContainText('Version')
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.route(chunk('settings'), (route) => route.fulfill({ status: 404 }))
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(page.getByText(/broke/).first()).toBeVisible()
  await isLive(page)
  expect(loads).toBe(0)
})

test('opened while the exchange cannot be reached it shows its shell and says so, and offline as well', async ({
  page,
  open,
  rig,
  context,
}) => {
  rig.setStage({ lookUp: () => ({ status: 503, body: '' }), connect: () => undefined, handshake: () => 503 })
  await open()
  for (const name of ['Order book', 'Trades', 'Funding']) {
    await expect(panel(page, name)).toHaveAttribute('data-state', 'waiting')
    await expect(panel(page, name)).toContainText('Waiting for')
  }
  const banner = page.getByRole('banner')
  await expect(banner.getByRole('button', { name: 'Retry now' })).toBeVisible()
  await context.setOffline(true)
  await expect(banner).toContainText('Offline')
  await expect(panel(page, 'Order book')).not.toContainText(/\d\.\d/)
})
