import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { main, readFlags } from './cli'

async function start(...argv: string[]) {
  const printed: string[] = []
  const failed: string[] = []
  const result = await main(
    argv,
    (line) => printed.push(line),
    (line) => failed.push(line),
  )
  return { ...result, printed, failed }
}

test('flags are read, and have defaults', () => {
  expect(readFlags(['--rate', '100', '--levels', '50', '--seed', '7', '--port', '9000'])).toEqual({
    rate: 100,
    levels: 50,
    trades: 12.5,
    seed: 7,
    port: 9000,
    host: '127.0.0.1',
  })
  expect(readFlags([])).toMatchObject({ rate: 10, levels: 20, port: 8787 })
})

test.each([
  ['--rate', '0'],
  ['--rate', '2001'],
  ['--rate', 'fast'],
  ['--rate', '1.5'],
  ['--rate', '-5'],
  ['--rate=-5'],
  ['--rate'],
  ['--levels', '0'],
  ['--port', '65536'],
  ['--seed', ''],
  ['--speed', '9'],
  ['extra'],
])('%s %s ends with one clear line and code 1', async (...argv) => {
  const { exitCode, failed, running, printed } = await start(...argv)
  expect(exitCode).toBe(1)
  expect(running).toBeNull()
  expect(printed).toEqual([])
  expect(failed).toHaveLength(1)
  expect(failed[0]).toMatch(/^exchange: [^\n]*(rate|levels|port|seed|speed|extra)[^\n]*, see --help$/)
})

test('help is printed, and nothing started', async () => {
  const { exitCode, printed, running } = await start('--help')
  expect([exitCode, running]).toEqual([0, null])
  expect(printed[0]).toContain('--rate')
})

test('a port that is taken ends with one clear line and code 1', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { exitCode, failed } = await start('--port', String(port))
  other.close()
  expect(exitCode).toBe(1)
  expect(failed).toEqual([`exchange: port ${port} is taken, choose another with --port or --host`])
})

test('it serves sockets and the look-up, which any page may read', async () => {
  const { running, printed } = await start('--port', '0', '--rate', '200')
  if (running === null) throw new Error('it did not start')
  expect(printed[0]).toContain(`:${running.port}/ws/`)
  const answer = await fetch(`http://127.0.0.1:${running.port}/getProfileAddress?userAddress=0x1`)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, '*'])
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}/ws/`)
  socket.on('open', () => socket.send('{"topic":"orderbook","market_id":"15"}'))
  const count = await new Promise<number>((resolve) => {
    let messages = 0
    socket.on('message', () => ++messages === 20 && resolve(messages))
  })
  expect(count).toBe(20)
  const elsewhere = new WebSocket(`ws://127.0.0.1:${running.port}/other`)
  await new Promise((resolve) => elsewhere.once('error', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await running.stop()
  await closed
})
