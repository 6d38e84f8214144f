import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { checkPort, parsePort } from './port.mjs'

const servers = []

function take(host) {
  return new Promise((resolve) => {
    const server = createServer()
    servers.push(server)
    server.listen(0, host, () => resolve(server.address().port))
  })
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

describe('the port check', () => {
  test.each(['127.0.0.1', '0.0.0.0'])('a port taken on %s ends with one line and a way out', async (host) => {
    const port = await take(host)
    await expect(checkPort(port, 'npm start')).rejects.toThrow(
      `Port ${port} is taken by another program. Take another one: npm start -- --port ${port + 1}`,
    )
  })

  test('a free port passes, and is free afterwards', async () => {
    const port = await take('127.0.0.1')
    await new Promise((resolve) => servers.pop().close(resolve))
    await checkPort(port, 'npm start')
    await expect(checkPort(port, 'npm start')).resolves.toBeUndefined()
  })

  test('reads a number and nothing else', () => {
    expect(parsePort()).toBe(5173)
    expect(parsePort('8080')).toBe(8080)
    for (const text of ['', 'abc', '0', '65536', '80.5', '-1', '0x10']) {
      expect(() => parsePort(text)).toThrow('--port takes a number from 1 to 65535')
    }
  })
})
