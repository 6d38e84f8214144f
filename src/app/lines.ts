/**
 * The two lines to an exchange, socket and question: the browser's own, or, where the address is the demo's, the same shapes
 * before code of this page that comes when it is first asked for.
 */
import { DEMO_NETWORK } from '../config'
import type { Socket } from '../feed/connection'

/** A socket whose state is ours to move, by the rules of `WebSocket`. */
export type DemoSocket = { -readonly [Name in keyof Socket]: Socket[Name] }

export const CONNECTING = 0
export const OPEN = 1
export const CLOSING = 2
export const CLOSED = 3

/** In place of `new WebSocket`, which throws. */
export function openSocket(url: string): Socket {
  return url === DEMO_NETWORK.wsUrl ? openDemoSocket() : new WebSocket(url)
}

/** In place of `fetch`; rejects as that does. */
export async function ask(url: string, question: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  if (!url.startsWith(DEMO_NETWORK.restUrl)) return fetch(url, question)
  return (await import('./demo')).demo.ask(url, question.signal)
}

function openDemoSocket(): Socket {
  const socket: DemoSocket = {
    readyState: CONNECTING,
    binaryType: 'blob',
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send() {},
    // Told once the code has come.
    close() {
      socket.readyState = CLOSING
    },
  }
  void join(socket)
  return socket
}

async function join(socket: DemoSocket): Promise<void> {
  try {
    // No figure comes without the code of the banner that says what it is.
    const [{ demo }] = await Promise.all([import('./demo'), import('./demo-banner')])
    demo.join(socket)
  } catch {
    fail(socket, 'the code of the demo did not come')
  }
}

/** As when no connection can be made, or one is cut; `reason` is what a real socket would not know. */
export function fail(socket: DemoSocket, reason: string): void {
  socket.readyState = CLOSED
  tell(socket, socket.onerror, new Event('error'))
  tell(socket, socket.onclose, new CloseEvent('close', { code: 1006, reason }))
}

/** Calls a handler of the socket, if there is one. */
export function tell<E extends Event>(
  socket: DemoSocket,
  handler: ((this: WebSocket, event: E) => unknown) | null,
  event: E,
): void {
  if (handler !== null) Reflect.apply(handler, socket, [event])
}
