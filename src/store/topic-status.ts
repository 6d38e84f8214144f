import type { Delivery } from '../domain/delivery'
import { doubtOf } from '../domain/doubt'
import type { TopicStatus } from '../domain/freshness'
import type { Topic } from '../domain/update'

export type TopicStatuses<T extends Topic> = Readonly<Partial<Record<T, TopicStatus>>>

/** Lists that only grow: what they lost stays lost, and the next message need not tell of it. */
const GROWING: ReadonlySet<Topic> = new Set(['order_history', 'trade_history', 'recent_trades'])
/** Of these, the ones that keep a doubtful row for good; from the tape it will go. */
const KEEPING: ReadonlySet<Topic> = new Set(['order_history', 'trade_history'])

/** The status of a topic after one more of its messages. */
export function nextTopicStatus(before: TopicStatus | undefined, delivery: Delivery): TopicStatus {
  const { generation, at, topic, update } = delivery
  const held = before?.doubt ?? null
  const set = setAside(before, delivery, topic !== null && GROWING.has(topic))
  if (update === null) {
    return { confirmed: before?.confirmed ?? null, trouble: delivery.lost[0] ?? null, doubt: held, ...set }
  }
  const doubt = doubtOf(update) ?? (KEEPING.has(update.topic) ? held : null)
  return { confirmed: { generation, at }, trouble: null, doubt, ...set }
}

function setAside(before: TopicStatus | undefined, { lostCount, lost }: Delivery, grows: boolean) {
  if (!grows || before === undefined) return { lostCount, lost }
  return { lostCount: before.lostCount + lostCount, lost: lostCount === 0 ? before.lost : lost }
}
