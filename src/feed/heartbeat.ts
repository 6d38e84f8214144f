import type { Subject } from '../domain/subject'
import type { Topic } from '../domain/update'
import { heartbeatTopics, subscribeMessage, topicsOf } from '../protocol/topics'
import type { Subscription } from './link-state'

export interface Subscriber {
  /** The topics to subscribe now; `missing`: those of which nothing usable has come by this socket. */
  next(what: Subscription, heard: ReadonlySet<Topic>): readonly Topic[]
  message(topic: Topic): string
}

/**
 * A browser cannot send a ping frame, so the heartbeat subscribes a small topic again that is active anyway: it keeps
 * the path open, proves the link and repairs missed updates. Its topics take turns; a link in question asks for all of them.
 */
export function createSubscriber(subject: Subject): Subscriber {
  const all = topicsOf(subject)
  const rotation = heartbeatTopics(subject)
  let turn = 0
  return {
    next(what, heard) {
      if (what === 'all') return all
      if (what === 'missing') return all.filter((topic) => !heard.has(topic))
      if (what === 'probe') return rotation
      turn += 1
      const topic = rotation[(turn - 1) % rotation.length]
      return topic === undefined ? [] : [topic]
    },
    message: (topic) => subscribeMessage(subject, topic),
  }
}
