import type { Subject } from '../domain/subject'
import type { AccountTopic, MarketTopic, Topic } from '../domain/update'

const MARKET_TOPICS: readonly MarketTopic[] = ['orderbook', 'recent_trades', 'live_funding_rate']
const ACCOUNT_TOPICS: readonly AccountTopic[] = ['positions', 'open_orders', 'order_history', 'trade_history']

// A Map, since a plain object would take "constructor" for a topic.
const KINDS = new Map<string, { topic: Topic; kind: Subject['kind'] }>([
  ...MARKET_TOPICS.map((topic) => [topic, { topic, kind: 'market' }] as const),
  ...ACCOUNT_TOPICS.map((topic) => [topic, { topic, kind: 'account' }] as const),
])

/** The topic of that name and the kind of subject it belongs to. */
export function findTopic(name: string): { topic: Topic; kind: Subject['kind'] } | undefined {
  return KINDS.get(name)
}

export function topicsOf(subject: Subject): readonly Topic[] {
  return subject.kind === 'market' ? MARKET_TOPICS : ACCOUNT_TOPICS
}

/** Topics whose repeated subscription is cheap enough to serve as the heartbeat; they take turns. */
export function heartbeatTopics(subject: Subject): readonly Topic[] {
  return subject.kind === 'market' ? ['live_funding_rate'] : ['positions', 'open_orders']
}

/** The text that subscribes one topic of a subject. Source: the vendor's document. */
export function subscribeMessage(subject: Subject, topic: Topic): string {
  if (topic === 'live_funding_rate') return JSON.stringify({ topic })
  return JSON.stringify(
    subject.kind === 'market' ? { topic, market_id: subject.marketId } : { topic, address: subject.address },
  )
}
