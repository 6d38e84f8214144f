import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from './addresses'
import { Exchange } from './exchange'
import { answerRest, attachExchange } from './server'
import { parseFrame } from './test-client'

const START_MS = 1_760_000_000_000
const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function serve(exchange: Exchange): Promise<string> {
  const server = createServer((request, response) => {
    if (!answerRest(exchange, request, response, { 'x-test': 'yes' })) response.writeHead(404).end()
  })
  endings.push(() => server.close(), attachExchange(server, exchange))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function connect(host: string, path = '/ws/') {
  const socket = new WebSocket(`ws://${host}${path}`)
  const texts: string[] = []
  const waiting: { until: () => boolean; resolve: () => void }[] = []
  const settle = () => {
    for (const { until, resolve } of waiting) if (until()) resolve()
  }
  socket.on('message', (data) => {
    texts.push(String(data))
    settle()
  })
  endings.push(() => socket.terminate())
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    socket,
    texts,
    subscribe: (message: object) => socket.send(JSON.stringify(message)),
    when: (until: () => boolean) =>
      new Promise<void>((resolve) => {
        waiting.push({ until, resolve })
        settle()
      }),
  }
}

test.each(['/ws/', '/ws'])('a socket at %s is answered and kept up to date', async (path) => {
  const exchange = new Exchange({ startMs: START_MS })
  const { subscribe, texts, when } = await connect(await serve(exchange), path)
  subscribe({ topic: 'orderbook', market_id: '14' })
  await when(() => texts.length === 1)
  exchange.step(START_MS + 100)
  await when(() => texts.length === 2)
  expect(texts.map((text) => parseFrame(text).topic)).toEqual(['orderbook', 'orderbook'])
  expect(texts[0]).not.toBe(texts[1])
})

test('binary and broken messages do no harm', async () => {
  const { socket, subscribe, texts, when } = await connect(await serve(new Exchange({ startMs: START_MS })))
  socket.send(Buffer.from('{"topic":"live_funding_rate"}'))
  socket.send('<html>')
  subscribe({ topic: 'positions', address: DEMO_PROFILE_ADDRESS })
  await when(() => texts.length > 0)
  expect(texts.map((text) => parseFrame(text).topic)).toEqual(['positions'])
})

test('a client that does not read gets fewer books, but every trade', async () => {
  const exchange = new Exchange({ startMs: START_MS, levels: 500, tradesPerSecond: 0 })
  const { socket, subscribe, texts, when } = await connect(await serve(exchange))
  const trade = { marketId: '14', side: 'bid', size: '0.001', price: null } as const
  subscribe({ topic: 'recent_trades', market_id: '14' })
  for (const { id } of exchange.markets) subscribe({ topic: 'orderbook', market_id: id })
  await when(() => texts.length === 5)
  texts.length = 0
  socket.pause()
  const steps = 120
  for (let step = 1; step <= steps; step++) {
    exchange.placeForeign(trade)
    exchange.step(START_MS + step * 10)
    // Lets the sockets write.
    await new Promise(setImmediate)
  }
  socket.resume()
  const isOurs = (text: string) => text.includes('"size":"0.001"') && text.endsWith('"recent_trades"}')
  await when(() => texts.filter(isOurs).length === steps)
  const books = texts.filter((text) => parseFrame(text).topic === 'orderbook').length
  expect(books).toBeGreaterThan(0)
  expect(books).toBeLessThan(steps * exchange.markets.length)
})

test('the profile look-up is answered over HTTP', async () => {
  const host = await serve(new Exchange({ startMs: START_MS }))
  const known = await fetch(`http://${host}/getProfileAddress?userAddress=${DEMO_WALLET_ADDRESS}`)
  expect([known.status, known.headers.get('x-test')]).toEqual([200, 'yes'])
  expect(await known.json()).toMatchObject({ success: true, data: DEMO_PROFILE_ADDRESS })
  expect((await fetch(`http://${host}/getProfileAddress?userAddress=0x1`)).status).toBe(400)
  expect((await fetch(`http://${host}/getProfileAddress`)).status).toBe(400)
  expect((await fetch(`http://${host}/`)).status).toBe(404)
})
