import type { Topic } from '../domain/update'

/** A book is asked for anew after this much silence of its own, however busy its socket is. */
const BOOK_SILENCE_MS = 60_000
const ANSWER_WITHIN_MS = 10_000

/**
 * Watches the topics of one socket: any message proves the socket, but a topic may die while others go on. Judged when
 * messages come; a socket that is silent as a whole is the link's business.
 */
export interface TopicWatch {
  heard(topic: Topic, atMono: number): void
  /** Topics that were subscribed again; those never heard are not waited for. */
  asked(topics: readonly Topic[], atMono: number): void
  /** Whether the book is due to be asked for. */
  bookDue(atMono: number): boolean
  /** Topics that were heard before and did not answer. */
  unproven(atMono: number): readonly Topic[]
}

export function watchTopics(): TopicWatch {
  const heardAt = new Map<Topic, number>()
  const waiting = new Map<Topic, number>()
  return {
    heard(topic, atMono) {
      heardAt.set(topic, atMono)
      waiting.delete(topic)
    },
    asked(topics, atMono) {
      for (const topic of topics) if (heardAt.has(topic) && !waiting.has(topic)) waiting.set(topic, atMono)
    },
    bookDue(atMono) {
      const last = heardAt.get('orderbook')
      return last !== undefined && atMono - last >= BOOK_SILENCE_MS && !waiting.has('orderbook')
    },
    unproven(atMono) {
      if (waiting.size === 0) return NONE
      return [...waiting].filter(([, since]) => atMono - since >= ANSWER_WITHIN_MS).map(([topic]) => topic)
    },
  }
}

const NONE: readonly Topic[] = []
