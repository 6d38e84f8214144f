/** The built site as a deployer has it: on nginx with the sample that the build writes, below a folder, and anywhere. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generate } from 'selfsigned'
import { book } from './rig/build-frames'
import { empty } from './rig/frames'
import { found, type Script } from './rig/script'
import { type Nginx, startNginx } from './rig/nginx'
import { SITE_HOST } from './rig/server'
import { expect, test as base } from './rig/test'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const DIST = join(ROOT, 'dist')
const WALLET = `0x${'a'.repeat(64)}`
const PROFILE = `0x${'b'.repeat(64)}`

interface Servers {
  /** By how the site was built. */
  readonly servers: Readonly<Record<'host' | 'folder' | 'anywhere', Nginx>>
}

async function build(outDir: string, env: Readonly<Record<string, string>>): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--configLoader', 'runner', '--outDir', outDir], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
}

/** The site's name leads to nginx: by a port in the address to the one that serves another build. */
const test = base.extend<object, Servers>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const sites = mkdtempSync(join(tmpdir(), 'perpscope-sites-'))
      const below = join(sites, 'perpscope')
      const anywhere = join(sites, 'ipfs', 'bafytest')
      await build(below, { PERPSCOPE_BASE: '/perpscope/' })
      await build(anywhere, { PERPSCOPE_BASE: './' })
      const servers = {
        host: await startNginx({ site: DIST, root: DIST, host: SITE_HOST }),
        folder: await startNginx({ site: below, root: sites, host: SITE_HOST }),
        anywhere: await startNginx({ site: anywhere, root: sites, host: SITE_HOST }),
      }
      await provide(servers)
      for (const server of Object.values(servers)) await server.close()
      rmSync(sites, { recursive: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  launchOptions: [
    async ({ launchOptions, servers }, provide) => {
      const rules = Object.values(servers).map(({ port }) => `MAP ${SITE_HOST}:${port} 127.0.0.1:${port}`)
      const args = (launchOptions.args ?? []).map((argument) =>
        argument.startsWith('--host-resolver-rules=') ? argument.replace('=', `=${rules.join(', ')}, `) : argument,
      )
      await provide({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask({ port }: Nginx, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const options = { host: '127.0.0.1', port, path, rejectUnauthorized: false, headers: { host: SITE_HOST, ...headers } }
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
      .once('error', reject)
      .end()
  })
}

const asset = (end: string) => {
  const name = readdirSync(join(DIST, 'assets')).find((file) => file.startsWith('first-') && file.endsWith(end))
  return `/assets/${name ?? ''}`
}

function speak(script: Script): void {
  script.answerLookUp = () => found(PROFILE)
  script.answer = ({ topic, market_id = '' }) => [topic === 'orderbook' ? book(market_id, 5.101, 5.202) : empty(topic)]
}

const HEADERS = {
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'self' 'sha256-[\w+/=]+'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; connect-src 'self' https:\/\/perps-tradeapi\.kana\.trade https:\/\/perps-tradeapi\.kanalabs\.io wss:\/\/perpetuals-indexer-ws\.kana\.trade wss:\/\/perpetuals-indexer-ws-develop\.kanalabs\.io; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types perpscope-demo$/,
  ) as unknown,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()') as unknown,
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

test('every file comes with the headers, as what it is, and for as long as it is good', async ({ servers }) => {
  const files = [
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/?network=testnet&market=1338', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/build.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/favicon.svg', 'image/svg+xml', 'no-cache'],
    ['/SHA256SUMS', 'text/plain; charset=utf-8', 'no-cache'],
    [asset('.js'), 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    [asset('.css'), 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ] as const
  for (const [path, type, cache] of files) {
    const { status, headers } = await ask(servers.host, path)
    expect({ path, status, headers }).toMatchObject({
      path,
      status: 200,
      headers: {
        ...HEADERS,
        'content-type': expect.stringMatching(new RegExp(`^${type.replace(/[+.]/g, '\\$&')}`)) as unknown,
        'cache-control': cache,
      },
    })
  }
  expect((await ask(servers.host, asset('.js'), { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(
    'gzip',
  )
})

test('what is gone is told as gone, and by no cache kept; what is for the host is nobody’s to read', async ({
  servers,
}) => {
  for (const path of ['/assets/first-gone.js', '/other', '/_headers', '/_nginx.conf']) {
    const { status, headers } = await ask(servers.host, path)
    expect({ path, status, cache: headers['cache-control'] }).toEqual({ path, status: 404, cache: undefined })
  }
})

for (const [name, path] of [
  ['host', '/'],
  ['folder', '/perpscope/'],
  ['anywhere', '/ipfs/bafytest/'],
] as const) {
  test(`built for ${name} and opened at ${path} it runs under its own headers, lazy parts and all`, async ({
    page,
    servers,
    script,
  }) => {
    speak(script)
    const said: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    const missing: string[] = []
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url())
    })
    const site = `https://${SITE_HOST}:${servers[name].port}${path}`
    await page.goto(`${site}?address=${WALLET}`)
    await expect(page.getByRole('region', { name: 'Order book', exact: true })).toHaveAttribute('data-state', 'live')
    await expect(page.getByText('From the link: watching, not your wallet')).toBeVisible()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('contentinfo')).toContainText('Version')
    expect(page.url().startsWith(site)).toBe(true)
    expect({ said, missing }).toEqual({ said: [], missing: [] })
  })
}

test('a proxy of the site’s own adds the key to the look-up, and nothing of the reader’s', async ({ page, script }) => {
  speak(script)
  const certificate = await generate([{ name: 'commonName', value: 'perps-tradeapi.kana.trade' }], { keyType: 'ec' })
  const asked: { readonly url: string; readonly key: unknown; readonly cookie: unknown; readonly host: unknown }[] = []
  const exchange = createServer(
    { key: certificate.private, cert: certificate.cert },
    ({ url = '', headers }, response) => {
      asked.push({ url, key: headers['x-api-key'], cookie: headers.cookie, host: headers.host })
      response.setHeader('set-cookie', 'theirs=1').end(found(PROFILE).body)
    },
  )
  await new Promise<void>((resolve) => exchange.listen(0, '127.0.0.1', resolve))
  const address = exchange.address()
  const upstream = `https://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
  const folder = mkdtempSync(join(tmpdir(), 'perpscope-proxied-'))
  try {
    await build(folder, { PERPSCOPE_PROXY: '/exchange' })
    const server = await startNginx({
      site: folder,
      root: folder,
      host: SITE_HOST,
      set: {
        API_KEY: 'the-key',
        'https://perps-tradeapi.kana.trade': upstream,
        'https://perps-tradeapi.kanalabs.io': upstream,
        'proxy_ssl_verify on': 'proxy_ssl_verify off',
      },
    })
    try {
      const path = `/exchange/mainnet/getProfileAddress?userAddress=${WALLET}`
      const { status, headers, body } = await ask(server, path, { cookie: 'mine=1' })
      expect({ status, cookie: headers['set-cookie'], body }).toEqual({
        status: 200,
        cookie: undefined,
        body: found(PROFILE).body,
      })
      expect(asked).toEqual([
        {
          url: `/getProfileAddress?userAddress=${WALLET}`,
          key: 'the-key',
          cookie: undefined,
          host: 'perps-tradeapi.kana.trade',
        },
      ])
      expect((await ask(server, '/exchange/mainnet/other')).status).toBe(404)
      const policy = String((await ask(server, '/')).headers['content-security-policy'])
      expect(policy).toContain("connect-src 'self' wss://perpetuals-indexer-ws.kana.trade")
      expect(policy).not.toContain('tradeapi')
    } finally {
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
    exchange.close()
  }
  await page.close()
})
