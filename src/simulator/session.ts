import type { Send } from './channels'
import type { Exchange } from './exchange'
import type { Topic } from './wire'

/**
 * One client's connection, whatever carries it. What the real server does with a message it does not understand is not
 * known; here it is passed over.
 */
export interface Session {
  receive(text: string): void
  /** After it nothing is sent any more. */
  close(): void
}

const SUBJECT_FIELDS: ReadonlyMap<unknown, { topic: Topic; field: 'address' | 'market_id' | null }> = new Map(
  (
    [
      ['orderbook', 'market_id'],
      ['recent_trades', 'market_id'],
      ['live_funding_rate', null],
      ['positions', 'address'],
      ['open_orders', 'address'],
      ['order_history', 'address'],
      ['trade_history', 'address'],
    ] as const
  ).map(([topic, field]) => [topic, { topic, field }]),
)

/** Bounds what one connection can make the exchange remember. */
const MAX_SUBSCRIPTIONS = 256
const MAX_SUBJECT_LENGTH = 100

export function createSession(exchange: Exchange, send: Send, log: (line: string) => void = () => {}): Session {
  const subjects = new Set<string>()
  // Own identity: two sessions may share one `send`.
  const reader: Send = (text, topic) => send(text, topic)
  let isOpen = true
  return {
    receive(text) {
      if (!isOpen) return
      const wanted = readSubscription(text)
      if (wanted === null) return log(`not a subscription: ${text.slice(0, 200)}`)
      subjects.add(`${wanted.topic} ${wanted.subject}`)
      if (subjects.size > MAX_SUBSCRIPTIONS) return log('too many subscriptions on one connection')
      exchange.subscribe(wanted.topic, wanted.subject, reader)
    },
    close() {
      isOpen = false
      exchange.unsubscribe(reader)
    },
  }
}

function readSubscription(text: string): { topic: Topic; subject: string } | null {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof body !== 'object' || body === null || !('topic' in body)) return null
  const known = SUBJECT_FIELDS.get(body.topic)
  if (known === undefined) return null
  const { topic, field } = known
  if (field === null) return { topic, subject: '' }
  const subject: unknown = Object.getOwnPropertyDescriptor(body, field)?.value
  const isText = typeof subject === 'string' && subject.length > 0 && subject.length <= MAX_SUBJECT_LENGTH
  return isText ? { topic, subject } : null
}
