import type { Delivery } from '../domain/delivery'
import type { TopicStatus } from '../domain/freshness'
import type { Topic } from '../domain/update'

export type TopicStatuses<T extends Topic> = Readonly<Partial<Record<T, TopicStatus>>>

/** The status of a topic after one more of its messages. */
export function nextTopicStatus(before: TopicStatus | undefined, delivery: Delivery): TopicStatus {
  const { generation, at, update, lostCount, lost } = delivery
  if (update === null) {
    return { confirmed: before?.confirmed ?? null, trouble: lost[0] ?? null, lostCount, lost }
  }
  return { confirmed: { generation, at }, trouble: null, lostCount, lost }
}
