// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEMO_NETWORK, EXCHANGE_NETWORKS } from '../config'
import { ask, CLOSED, CLOSING, CONNECTING, type DemoSocket, openSocket } from './lines'

const demo = { join: vi.fn<(socket: DemoSocket) => void>(), ask: vi.fn<() => Promise<Response>>() }
const missing = { demo: false, banner: false }
const come = (name: keyof typeof missing) => {
  if (missing[name]) throw new TypeError('Failed to fetch dynamically imported module')
  return { demo }
}

class RealSocket {
  readonly url: string
  constructor(url: string) {
    this.url = url
  }
}

beforeEach(() => {
  vi.resetModules()
  Object.assign(missing, { demo: false, banner: false })
  vi.doMock('./demo', () => come('demo'))
  vi.doMock('./demo-banner', () => come('banner'))
  vi.stubGlobal('WebSocket', RealSocket)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

/** A socket with every handler set, and what they hear. */
function opened() {
  const socket = openSocket(DEMO_NETWORK.wsUrl)
  const heard: string[] = []
  socket.onerror = () => heard.push('error')
  socket.onclose = ({ code, reason }) => heard.push(`${code} ${reason}`)
  return { socket, heard }
}

describe('a line', () => {
  test.each(EXCHANGE_NETWORKS)('to $label is the browser’s own', async ({ wsUrl, restUrl }) => {
    const answer = new Response()
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(answer))
    vi.stubGlobal('fetch', fetch)
    expect(openSocket(wsUrl)).toEqual(new RealSocket(wsUrl))
    const question = { signal: new AbortController().signal, cache: 'no-store' } as const
    expect(await ask(`${restUrl}/getProfileAddress`, question)).toBe(answer)
    expect(fetch).toHaveBeenCalledExactlyOnceWith(`${restUrl}/getProfileAddress`, question)
    expect(demo.ask).not.toHaveBeenCalled()
  })

  test('to the demo is joined once its code has come', async () => {
    const { socket } = opened()
    expect(socket.readyState).toBe(CONNECTING)
    await vi.waitFor(() => expect(demo.join).toHaveBeenCalledExactlyOnceWith(socket))
  })

  test('to the demo that is closed meanwhile is handed on as closing', async () => {
    const { socket } = opened()
    socket.close(4001)
    await vi.waitFor(() => expect(demo.join).toHaveBeenCalledWith(expect.objectContaining({ readyState: CLOSING })))
  })

  test.each(['demo', 'banner'] as const)('to the demo fails without the code of its %s', async (name) => {
    missing[name] = true
    const { socket, heard } = opened()
    await vi.waitFor(() => expect(heard).toEqual(['error', '1006 the code of the demo did not come']))
    expect(socket.readyState).toBe(CLOSED)
    expect(demo.join).not.toHaveBeenCalled()
  })

  test('puts a question to the demo, which no request leaves for', async () => {
    const answer = new Response()
    const fetch = vi.fn<typeof globalThis.fetch>()
    vi.stubGlobal('fetch', fetch)
    demo.ask.mockResolvedValue(answer)
    const { signal } = new AbortController()
    const url = `${DEMO_NETWORK.restUrl}/getProfileAddress?userAddress=0x1`
    expect(await ask(url, { signal })).toBe(answer)
    expect(demo.ask).toHaveBeenCalledExactlyOnceWith(url, signal)
    expect(fetch).not.toHaveBeenCalled()
  })
})
