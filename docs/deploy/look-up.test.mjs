import { createServer } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { EXCHANGE_NETWORKS } from '../../src/config'
import { onRequestGet } from './look-up.js'

const ADDRESS = `0x${'a'.repeat(64)}`
const real = globalThis.fetch
let server = null

afterEach(async () => {
  vi.unstubAllGlobals()
  await new Promise((resolve) => (server === null ? resolve() : server.close(resolve)))
  server = null
})

/** An exchange on this machine in place of the real hosts; gives what it was asked. */
async function listen(status, body) {
  const asked = []
  server = createServer(({ url, headers }, response) => {
    asked.push({ url, key: headers['x-api-key'], cookie: headers.cookie })
    response.writeHead(status, { 'content-type': 'text/html', 'set-cookie': 'theirs=1' }).end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubGlobal('fetch', (url, init) => {
    const { host, pathname, search } = new URL(url)
    asked.push(host)
    return real(`http://127.0.0.1:${server.address().port}${pathname}${search}`, init)
  })
  return asked
}

const call = (network, query) =>
  onRequestGet({
    request: new Request(`https://site.example/exchange/${network}/getProfileAddress${query}`, {
      headers: { cookie: 'mine=1' },
    }),
    params: { network },
    env: { KANA_API_KEY: 'the-key' },
  })

test.each(EXCHANGE_NETWORKS.map(({ id, restUrl }) => [id, restUrl]))(
  'a look-up on %s goes to %s with the key, and its answer comes back',
  async (network, restUrl) => {
    const asked = await listen(400, '{"success":false}')
    const answer = await call(network, `?userAddress=${ADDRESS}`)
    expect(asked).toEqual([
      new URL(restUrl).host,
      { url: `/getProfileAddress?userAddress=${ADDRESS}`, key: 'the-key', cookie: undefined },
    ])
    expect(answer.status).toBe(400)
    expect(await answer.text()).toBe('{"success":false}')
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    })
  },
)

test.each([
  ['mainnet', ''],
  ['mainnet', '?userAddress=me'],
  ['mainnet', `?userAddress=${ADDRESS}%26x=1`],
  ['other', `?userAddress=${ADDRESS}`],
  ['__proto__', `?userAddress=${ADDRESS}`],
])('the key is lent for nothing else: %s %s', async (network, query) => {
  const asked = await listen(200, '{}')
  expect((await call(network, query)).status).toBe(404)
  expect(asked).toEqual([])
})
