import type { Delivery } from '../domain/delivery'
import { doubtOf } from '../domain/doubt'
import type { TopicStatus } from '../domain/freshness'
import type { Topic } from '../domain/update'

export type TopicStatuses<T extends Topic> = Readonly<Partial<Record<T, TopicStatus>>>

/** The status of a topic after one more of its messages. */
export function nextTopicStatus(before: TopicStatus | undefined, delivery: Delivery): TopicStatus {
  const { generation, at, update, lostCount, lost } = delivery
  const lag = delivery.lag === null ? (before?.lag ?? null) : { ms: delivery.lag.lagMs, at }
  if (update === null) {
    return {
      confirmed: before?.confirmed ?? null,
      trouble: lost[0] ?? null,
      doubt: before?.doubt ?? null,
      lag,
      lostCount,
      lost,
    }
  }
  return { confirmed: { generation, at }, trouble: null, doubt: doubtOf(update), lag, lostCount, lost }
}
