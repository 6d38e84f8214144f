import type { AddressInfo } from 'node:net'
import { createServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from './addresses'
import { parseFrame } from './test-client'
import { simulatedExchange } from './vite-plugin'

let server: Awaited<ReturnType<typeof createServer>>
let host: string

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    plugins: [simulatedExchange({ rate: 50 })],
    server: { port: 0, host: '127.0.0.1', watch: null },
  })
  await server.listen()
  const address = server.httpServer?.address() as AddressInfo
  host = `127.0.0.1:${address.port}`
})

afterAll(() => server.close())

test('the dev server has the exchange on its own origin', async () => {
  const socket = new WebSocket(`ws://${host}/ws/`)
  socket.on('open', () => socket.send('{"topic":"orderbook","market_id":"14"}'))
  const topics: string[] = []
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => topics.push(parseFrame(String(data)).topic) === 3 && resolve())
  })
  socket.terminate()
  expect(topics).toEqual(['orderbook', 'orderbook', 'orderbook'])
  const answer = await fetch(`http://${host}/getProfileAddress?userAddress=${DEMO_WALLET_ADDRESS}`)
  expect(await answer.json()).toMatchObject({ success: true, data: DEMO_PROFILE_ADDRESS })
})

test("Vite's own socket still works", async () => {
  const client = await (await fetch(`http://${host}/@vite/client`)).text()
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? ''
  const socket = new WebSocket(`ws://${host}/?token=${token}`, 'vite-hmr')
  const first = await new Promise((resolve) => socket.on('message', (data) => resolve(String(data))))
  socket.terminate()
  expect(first).toBe('{"type":"connected"}')
})
