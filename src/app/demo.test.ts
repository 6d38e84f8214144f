// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEMO_NETWORK, EXCHANGE_NETWORKS } from '../config'
import { useStore } from '../store/store'
import { createDemo, DEMO_ACCOUNT, watchDemoAccount } from './demo'
import { CLOSED, CLOSING, CONNECTING, type DemoSocket, OPEN } from './lines'

/** A worker without an exchange: what it was told, and what it says. */
class FakeWorker {
  onmessage: Worker['onmessage'] = null
  onerror: Worker['onerror'] = null
  readonly told: unknown[] = []
  isOver = false

  postMessage(message: unknown) {
    this.told.push(message)
  }

  terminate() {
    this.isOver = true
  }

  says(data: unknown) {
    if (this.onmessage !== null) Reflect.apply(this.onmessage, this, [new MessageEvent('message', { data })])
  }

  fails() {
    const event = new ErrorEvent('error', { cancelable: true })
    if (this.onerror !== null) Reflect.apply(this.onerror, this, [event])
    return event
  }
}

let workers: FakeWorker[]
let onShow: boolean
let refused: string | null
let demo: ReturnType<typeof createDemo>
const newest = () => workers.at(-1) ?? expect.fail('no worker was started')

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  onShow = true
  refused = null
  const start = () => {
    if (refused !== null) throw new TypeError(refused)
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  demo = createDemo(start, () => onShow)
})

afterEach(() => {
  vi.useRealTimers()
})

/** A socket as `lines.ts` makes it, and what its owner hears. */
function newSocket() {
  const heard: string[] = []
  const socket: DemoSocket = {
    readyState: CONNECTING,
    binaryType: 'blob',
    onopen: () => heard.push('open'),
    onmessage: ({ data }: MessageEvent<string>) => heard.push(data),
    onclose: ({ code, reason, wasClean }) => heard.push(`close ${code} ${reason} ${wasClean ? 'clean' : 'cut'}`),
    onerror: () => heard.push('error'),
    send() {},
    close() {},
  }
  return { socket, heard }
}

function joined() {
  const made = newSocket()
  demo.join(made.socket)
  return made
}

function opened(id = 1) {
  const made = joined()
  newest().says({ type: 'opened', id })
  return made
}

describe('a socket of the demo', () => {
  test('opens when the exchange says so, and carries texts both ways', () => {
    const { socket, heard } = joined()
    expect(newest().told).toEqual([{ type: 'open', id: 1 }])
    expect(socket.readyState).toBe(CONNECTING)
    newest().says({ type: 'opened', id: 1 })
    expect(socket.readyState).toBe(OPEN)
    socket.send('a')
    newest().says({ type: 'message', id: 1, text: 'b' })
    expect(newest().told.slice(1)).toEqual([{ type: 'send', id: 1, text: 'a' }])
    expect(heard).toEqual(['open', 'b'])
  })

  test('may not be sent to before it is open', () => {
    const { socket } = joined()
    expect(() => socket.send('a')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
  })

  test('closes with the code of who closed it, in a task of its own, and hears nothing meanwhile', () => {
    const { socket, heard } = opened()
    socket.close(4001, 'replaced')
    expect(socket.readyState).toBe(CLOSING)
    newest().says({ type: 'message', id: 1, text: 'late' })
    socket.send('late')
    socket.close(4002)
    expect(heard).toEqual(['open'])
    vi.runAllTimers()
    expect(socket.readyState).toBe(CLOSED)
    socket.close(4003)
    vi.runAllTimers()
    expect(heard).toEqual(['open', 'close 4001 replaced clean'])
    expect(newest().told.slice(1)).toEqual([{ type: 'close', id: 1 }])
  })

  test('closed without a code has none, closed before it was open it fails', () => {
    const { socket, heard } = opened()
    socket.close()
    const early = joined()
    early.socket.close(4001)
    expect(early.heard).toEqual([])
    vi.runAllTimers()
    expect(heard.at(-1)).toBe('close 1005  clean')
    expect(early.heard).toEqual(['error', 'close 1006  cut'])
  })

  test('closed before its code came it fails too, and starts nothing', () => {
    const { socket, heard } = newSocket()
    socket.readyState = CLOSING
    demo.join(socket)
    expect(heard).toEqual(['error', 'close 1006  cut'])
    expect(socket.readyState).toBe(CLOSED)
    expect(workers).toEqual([])
  })

  test('hears its own messages alone', () => {
    const [one, other] = [opened(1), opened(2)]
    expect(workers).toHaveLength(1)
    newest().says({ type: 'message', id: 2, text: 'b' })
    newest().says({ type: 'message', id: 9, text: 'c' })
    expect([one.heard, other.heard]).toEqual([['open'], ['open', 'b']])
  })
})

describe('a worker that fails', () => {
  test('to start is a connection that cannot be made, and the next one tries again', async () => {
    const { socket, heard } = joined()
    const question = demo.ask('demo:rest/x', new AbortController().signal)
    expect(newest().fails().defaultPrevented).toBe(true)
    expect(heard).toEqual(['error', 'close 1006 the made-up exchange could not be started cut'])
    expect(socket.readyState).toBe(CLOSED)
    expect(newest().isOver).toBe(true)
    await expect(question).rejects.toThrow('could not be started')
    opened(3)
    expect(workers).toHaveLength(2)
  })

  test('that the browser refuses is one too', async () => {
    refused = 'blocked by the policy'
    expect(joined().heard).toEqual(['error', 'close 1006 blocked by the policy cut'])
    await expect(demo.ask('demo:rest/x', new AbortController().signal)).rejects.toThrow('blocked by the policy')
  })

  test('later cuts every line', () => {
    const [one, other] = [opened(1), opened(2)]
    newest().fails()
    for (const { heard } of [one, other]) {
      expect(heard).toEqual(['open', 'error', 'close 1006 the made-up exchange met a fault of its own cut'])
    }
    one.socket.send('a')
    one.socket.close()
    expect(workers).toHaveLength(1)
  })
})

describe('the life of the worker', () => {
  test('goes on from market to market, where the last socket closes before the next one opens', () => {
    opened().socket.close(4001)
    expect(newest().isOver).toBe(false)
    opened(2)
    expect(workers).toHaveLength(1)
  })

  test('ends with the last socket of a network that was left', () => {
    const [one, other] = [opened(1), opened(2)]
    onShow = false
    one.socket.close(4001)
    expect(newest().isOver).toBe(false)
    other.socket.close(4001)
    expect(newest().isOver).toBe(true)
  })

  test('ends at once when the network is left while no socket is open', () => {
    opened().socket.close(4001)
    onShow = false
    demo.tidy()
    expect(newest().isOver).toBe(true)
  })

  test('ends after a question that came too late', async () => {
    onShow = false
    const question = demo.ask('demo:rest/x', new AbortController().signal)
    newest().says({ type: 'answer', id: 1, status: 200, body: '' })
    await question
    expect(newest().isOver).toBe(true)
  })
})

describe('a question to the demo', () => {
  test('is answered as a request is', async () => {
    const question = demo.ask('demo:rest/getProfileAddress?userAddress=0x1', new AbortController().signal)
    expect(newest().told).toEqual([{ type: 'ask', id: 1, url: 'demo:rest/getProfileAddress?userAddress=0x1' }])
    newest().says({ type: 'answer', id: 1, status: 400, body: '{"success":false}' })
    const answer = await question
    expect([answer.status, await answer.text()]).toEqual([400, '{"success":false}'])
  })

  test('that is given up is rejected with the reason, before and after it was put', async () => {
    const controller = new AbortController()
    const question = demo.ask('demo:rest/x', controller.signal)
    controller.abort(new Error('too late'))
    await expect(question).rejects.toThrow('too late')
    await expect(demo.ask('demo:rest/x', controller.signal)).rejects.toThrow('too late')
    expect(newest().told).toHaveLength(1)
  })
})

describe('the demo account', () => {
  const [mainnet] = EXCHANGE_NETWORKS
  const store = () => useStore.getState()

  beforeEach(() => {
    useStore.setState(useStore.getInitialState())
    store().showMarket(DEMO_NETWORK, '14')
  })

  test('is watched as if its address were typed in, and brought into view', () => {
    store().showTab('fills')
    watchDemoAccount()
    expect(store()).toMatchObject({
      watch: { address: DEMO_ACCOUNT, fromLink: false, asProfile: false },
      tab: 'positions',
      page: 'account',
    })
  })

  test('is left with its network: no exchange is asked for it', () => {
    watchDemoAccount()
    store().showMarket(DEMO_NETWORK, '15')
    expect(store().watch?.address).toBe(DEMO_ACCOUNT)
    store().showMarket(mainnet, '14')
    expect(store().watch).toBeNull()
  })

  test('another address stays with the reader', () => {
    store().setWatch({ address: '0x1', fromLink: false, asProfile: false })
    store().showMarket(mainnet, '14')
    expect(store().watch?.address).toBe('0x1')
  })
})
