import type { Subject } from '../domain/subject'
import { heartbeatTopics, subscribeMessage, topicsOf } from '../protocol/topics'

/**
 * A browser cannot send a ping frame, so the heartbeat subscribes a small topic again that is active anyway: it keeps
 * the path open, proves the link and repairs missed updates. Its topics take turns.
 */
export function createSubscriber(subject: Subject): (what: 'all' | 'heartbeat') => readonly string[] {
  const rotation = heartbeatTopics(subject)
  let turn = 0
  return (what) => {
    if (what === 'all') return topicsOf(subject).map((topic) => subscribeMessage(subject, topic))
    const topic = rotation[turn % rotation.length]
    turn += 1
    return topic === undefined ? [] : [subscribeMessage(subject, topic)]
  }
}
