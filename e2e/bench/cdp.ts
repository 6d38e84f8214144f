/**
 * The debugging protocol as it is. A driver that turns on its Network domain makes the browser mirror every message of every
 * socket, which multiplies what is to be measured; here nothing is on but what is asked for.
 */
import { WebSocket } from 'ws'

type Fields = Readonly<Record<string, unknown>>

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: Fields
  readonly sessionId?: string
  readonly result?: Fields
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: Fields) => void
  readonly reject: (error: Error) => void
}

export interface Cdp {
  /** Rejects with the browser's own words. */
  readonly send: (method: string, params?: Fields, sessionId?: string) => Promise<Fields>
  /** Events of a session; the returned function ends it. */
  readonly on: (sessionId: string, listener: (method: string, params: Fields) => void) => () => void
  readonly close: () => void
}

export async function connectCdp(endpoint: string): Promise<Cdp> {
  const socket = new WebSocket(endpoint, { maxPayload: 2 ** 30, perMessageDeflate: false })
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (method: string, params: Fields) => void>()
  let count = 0
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer
    if (answer.id === undefined) {
      listeners.get(answer.sessionId ?? '')?.(answer.method ?? '', answer.params ?? {})
      return
    }
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error === undefined) asked?.resolve(answer.result ?? {})
    else asked?.reject(new Error(`${asked.method}: ${answer.error.message}`))
  })
  socket.on('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
    waiting.clear()
  })
  return {
    send(method, params = {}, sessionId) {
      count += 1
      const id = count
      return new Promise((resolve, reject) => {
        waiting.set(id, { method, resolve, reject })
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }))
      })
    },
    on(sessionId, listener) {
      listeners.set(sessionId, listener)
      return () => listeners.delete(sessionId)
    },
    close: () => socket.close(),
  }
}
