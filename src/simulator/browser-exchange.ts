import { type DriverOptions, run } from './driver'
import { lookUpProfile, PROFILE_PATH } from './rest'
import { createSession, type Session } from './session'

/** Puts the exchange behind messages, as `server.ts` puts it behind sockets and requests: what a worker and its page say. */
export type ToExchange =
  /** Each connection and each question has a number of its own, which the page gives. */
  | { readonly type: 'open'; readonly id: number }
  | { readonly type: 'send'; readonly id: number; readonly text: string }
  | { readonly type: 'close'; readonly id: number }
  /** A GET. */
  | { readonly type: 'ask'; readonly id: number; readonly url: string }

export type FromExchange =
  | { readonly type: 'opened'; readonly id: number }
  | { readonly type: 'message'; readonly id: number; readonly text: string }
  /** `status`: HTTP's; `body`: JSON. */
  | { readonly type: 'answer'; readonly id: number; readonly status: number; readonly body: string }

/** Takes the page's messages. The exchange stands still while nobody is connected. */
export function serveMessages(
  options: DriverOptions,
  post: (message: FromExchange) => void,
): (told: ToExchange) => void {
  const { exchange } = options
  const sessions = new Map<number, Session>()
  let stop: (() => void) | null = null

  return (told) => {
    const { id } = told
    switch (told.type) {
      case 'open':
        sessions.set(
          id,
          createSession(exchange, (text) => post({ type: 'message', id, text })),
        )
        stop ??= run(options)
        return post({ type: 'opened', id })
      case 'send':
        return sessions.get(id)?.receive(told.text)
      case 'close':
        sessions.get(id)?.close()
        sessions.delete(id)
        if (sessions.size > 0) return
        stop?.()
        stop = null
        return
      case 'ask':
        return post({ type: 'answer', id, ...answer(told.url) })
    }
  }

  function answer(url: string) {
    const [path = '', query] = url.split('?')
    if (!path.endsWith(PROFILE_PATH)) return { status: 404, body: '' }
    const { status, body } = lookUpProfile(exchange, new URLSearchParams(query).get('userAddress') ?? '')
    return { status, body: JSON.stringify(body) }
  }
}
