import type { Delivery } from '../domain/delivery'
import { doubtOf } from '../domain/doubt'
import type { TopicStatus } from '../domain/freshness'
import type { Topic } from '../domain/update'

export type TopicStatuses<T extends Topic> = Readonly<Partial<Record<T, TopicStatus>>>

/** Lists that only grow: a doubtful row stays in them though the next message does not repeat it. */
const GROWING: ReadonlySet<Topic> = new Set(['order_history', 'trade_history'])

/** The status of a topic after one more of its messages. */
export function nextTopicStatus(before: TopicStatus | undefined, delivery: Delivery): TopicStatus {
  const { generation, at, update, lostCount, lost } = delivery
  const held = before?.doubt ?? null
  // What was measured on another socket says nothing of the way this one takes.
  const sameSocket = before?.confirmed?.generation === generation
  const lag = delivery.lag === null ? (sameSocket ? before.lag : null) : { ms: delivery.lag.lagMs, at }
  if (update === null) {
    return { confirmed: before?.confirmed ?? null, trouble: lost[0] ?? null, doubt: held, lag, lostCount, lost }
  }
  const doubt = doubtOf(update) ?? (GROWING.has(update.topic) ? held : null)
  return { confirmed: { generation, at }, trouble: null, doubt, lag, lostCount, lost }
}
