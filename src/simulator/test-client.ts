import type { Exchange } from './exchange'
import { createSession } from './session'
import type { Topic } from './wire'

/** For tests: a client that takes messages apart by itself, by nothing but the documented envelope. */
export type Row = Readonly<Record<string, unknown>>

export interface Frame {
  readonly topic: string
  readonly rows: readonly Row[]
}

/** Throws where the text is no documented envelope. */
export function parseFrame(text: string): Frame {
  const frame: unknown = JSON.parse(text)
  if (!isRow(frame) || typeof frame.message !== 'string' || !Array.isArray(frame.data) || !frame.data.every(isRow)) {
    throw new TypeError(`not a frame: ${text.slice(0, 200)}`)
  }
  return { topic: frame.message, rows: frame.data }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A session and all that it was sent. */
export function client(exchange: Exchange) {
  const frames: Frame[] = []
  const texts: string[] = []
  const session = createSession(exchange, (text) => {
    texts.push(text)
    frames.push(parseFrame(text))
  })
  return {
    frames,
    texts,
    session,
    subscribe(topic: Topic, subject: string) {
      const field = topic === 'orderbook' || topic === 'recent_trades' ? 'market_id' : 'address'
      session.receive(JSON.stringify(topic === 'live_funding_rate' ? { topic } : { topic, [field]: subject }))
    },
    /** The newest list of a topic. */
    last: (topic: Topic): readonly Row[] | undefined => frames.findLast((frame) => frame.topic === topic)?.rows,
    count: (topic: Topic): number => frames.filter((frame) => frame.topic === topic).length,
  }
}
