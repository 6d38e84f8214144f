import type { Subject } from '../domain/subject'
import type { AccountTopic, MarketTopic, Topic } from '../domain/update'

const MARKET_TOPICS: readonly MarketTopic[] = ['orderbook', 'recent_trades', 'live_funding_rate']
const ACCOUNT_TOPICS: readonly AccountTopic[] = ['positions', 'open_orders', 'order_history', 'trade_history']

// A Map, since a plain object would take "constructor" for a topic.
const TOPICS = new Map<string, Topic>([...MARKET_TOPICS, ...ACCOUNT_TOPICS].map((topic) => [topic, topic]))

export function findTopic(name: string): Topic | undefined {
  return TOPICS.get(name)
}

const SUBSCRIBED: Readonly<Record<Subject['kind'], readonly Topic[]>> = {
  market: MARKET_TOPICS,
  book: ['orderbook'],
  account: ACCOUNT_TOPICS,
}

export function topicsOf(subject: Subject): readonly Topic[] {
  return SUBSCRIBED[subject.kind]
}

const HEARTBEAT: Readonly<Record<Subject['kind'], readonly Topic[]>> = {
  market: ['live_funding_rate'],
  book: ['orderbook'],
  account: ['positions', 'open_orders'],
}

/** Topics whose repeated subscription is cheap enough to serve as the heartbeat; they take turns. */
export function heartbeatTopics(subject: Subject): readonly Topic[] {
  return HEARTBEAT[subject.kind]
}

/** The text that subscribes one topic of a subject. Source: the vendor's document. */
export function subscribeMessage(subject: Subject, topic: Topic): string {
  if (topic === 'live_funding_rate') return JSON.stringify({ topic })
  return JSON.stringify(
    subject.kind === 'account' ? { topic, address: subject.address } : { topic, market_id: subject.marketId },
  )
}
