/**
 * The exchange made up in this browser, and the one module of the app that knows the simulator. It runs in a worker, which
 * begins with the first line to it and ends when the reader has left the network.
 */
import { DEMO_NETWORK } from '../config'
import { DEMO_WALLET_ADDRESS } from '../simulator/addresses'
import type { FromExchange, ToExchange } from '../simulator/browser-exchange'
// The bundler makes the export.
// oxlint-disable-next-line import/default
import workerUrl from '../simulator/worker?worker&url'
import { useStore } from '../store/store'
import { CLOSED, CLOSING, CONNECTING, type DemoSocket, fail, OPEN, tell } from './lines'
import { openAccount } from './open-account'

type DemoWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

interface Question {
  readonly resolve: (answer: Response) => void
  readonly reject: (reason: unknown) => void
}

/** A close that named no code. */
const NO_STATUS = 1005

/** `start` may throw, as `new Worker` does; `isOnShow` tells whether the reader may still want lines. */
export function createDemo(start: () => DemoWorker, isOnShow: () => boolean) {
  const sockets = new Map<number, DemoSocket>()
  const questions = new Map<number, Question>()
  let worker: DemoWorker | null = null
  let count = 0

  function post(message: ToExchange) {
    worker ??= begin()
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(message)
  }

  function begin(): DemoWorker {
    const begun = start()
    let spoke = false
    begun.onmessage = ({ data }: MessageEvent<FromExchange>) => {
      spoke = true
      receive(data)
    }
    // Its code did not come, or it threw: a worker that threw goes on, but nobody knows with what.
    begun.onerror = (event) => {
      event.preventDefault()
      end(spoke ? 'the made-up exchange met a fault of its own' : 'the made-up exchange could not be started')
    }
    return begun
  }

  function end(reason: string) {
    worker?.terminate()
    worker = null
    const [cut, unanswered] = [[...sockets.values()], [...questions.values()]]
    sockets.clear()
    questions.clear()
    for (const socket of cut) fail(socket, reason)
    for (const { reject } of unanswered) reject(new TypeError(reason))
  }

  function receive(message: FromExchange) {
    if (message.type === 'answer') {
      const { id, status, body } = message
      questions.get(id)?.resolve(new Response(body, { status }))
      questions.delete(id)
      return tidy()
    }
    const socket = sockets.get(message.id)
    if (socket === undefined) return
    if (message.type === 'opened') {
      socket.readyState = OPEN
      tell(socket, socket.onopen, new Event('open'))
    } else tell(socket, socket.onmessage, new MessageEvent('message', { data: message.text }))
  }

  /** Connects the socket and gives it its `send` and `close`. */
  function join(socket: DemoSocket) {
    if (socket.readyState !== CONNECTING) return fail(socket, '')
    count += 1
    const id = count
    socket.send = (text) => {
      if (socket.readyState === CONNECTING) throw new DOMException('Still connecting', 'InvalidStateError')
      // The exchange passes over what is no text.
      if (socket.readyState === OPEN && typeof text === 'string') post({ type: 'send', id, text })
    }
    socket.close = (code = NO_STATUS, reason = '') => {
      if (socket.readyState !== CONNECTING && socket.readyState !== OPEN) return
      const opened = socket.readyState === OPEN
      socket.readyState = CLOSING
      sockets.delete(id)
      post({ type: 'close', id })
      // Told in a task of its own, as any socket's end is.
      setTimeout(() => {
        if (!opened) return fail(socket, '')
        socket.readyState = CLOSED
        tell(socket, socket.onclose, new CloseEvent('close', { code, reason, wasClean: true }))
      })
      tidy()
    }
    sockets.set(id, socket)
    try {
      post({ type: 'open', id })
    } catch (error) {
      sockets.delete(id)
      fail(socket, error instanceof Error ? error.message : '')
    }
  }

  /** A GET; rejects as `fetch` does. */
  function ask(url: string, signal: AbortSignal): Promise<Response> {
    count += 1
    const id = count
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => {
        questions.delete(id)
        reject(signal.reason)
      })
      post({ type: 'ask', id, url })
      questions.set(id, { resolve, reject })
    })
  }

  /** Ends the worker when nobody needs it any more. */
  function tidy() {
    if (worker !== null && sockets.size === 0 && !isOnShow()) end('the demo was left')
  }

  return { join, ask, tidy }
}

interface UrlPolicy {
  readonly createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    /** Where the browser has them; what they make is taken for a text only by TypeScript. */
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: UrlPolicy) => UrlPolicy }
  }
}

/** Lets the worker's own address through, and nothing else. */
const WORKER_ALONE: UrlPolicy = {
  createScriptURL(url) {
    if (url === workerUrl) return url
    throw new TypeError('not the address of the demo')
  },
}
let policy: UrlPolicy | null = null

function startWorker(): Worker {
  // Once: a second one of the same name is refused.
  policy ??= window.trustedTypes?.createPolicy('perpscope-demo', WORKER_ALONE) ?? WORKER_ALONE
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module', name: 'demo' })
}

const isOnShow = () => useStore.getState().networkId === DEMO_NETWORK.id

export const demo = createDemo(startWorker, isOnShow)

/** The wallet whose account the made-up exchange trades for. */
export const DEMO_ACCOUNT = DEMO_WALLET_ADDRESS

/** Brings that account into view. */
export function watchDemoAccount(): void {
  useStore.getState().setWatch({ address: DEMO_ACCOUNT, fromLink: false, asProfile: false })
  openAccount('positions')
}

useStore.subscribe(({ networkId, watch, setWatch }, before) => {
  if (networkId === before.networkId) return
  demo.tidy()
  // No other network is asked for an address that is made up.
  if (before.networkId === DEMO_NETWORK.id && watch?.address === DEMO_ACCOUNT) setWatch(null)
})
