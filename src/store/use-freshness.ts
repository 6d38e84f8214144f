import { type Freshness, freshness } from '../domain/freshness'
import type { Rejection, Topic } from '../domain/update'
import { useNow } from './clock'
import { selectFreshnessSource } from './selectors'
import { useStore } from './store'

export interface TopicFreshness extends Freshness {
  /** Why the newest message could not be used; null when it could. */
  readonly trouble: string | null
  readonly lostCount: number
  readonly lost: readonly Rejection[]
}

/**
 * Judges a topic's figures anew every second, and at once when their state changes. Ages move with the clock alone: the
 * times behind them change with every message, and would render every panel's frame sixty times a second.
 */
export function useFreshness(topic: Topic): TopicFreshness {
  const now = useNow()
  useStore((state) => {
    const source = selectFreshnessSource(state, topic)
    return `${freshness(source, now).state} ${source.topic?.lostCount ?? 0} ${source.topic?.trouble?.detail ?? ''}`
  })
  const source = selectFreshnessSource(useStore.getState(), topic)
  return {
    ...freshness(source, now),
    trouble: source.topic?.trouble?.detail ?? null,
    lostCount: source.topic?.lostCount ?? 0,
    lost: source.topic?.lost ?? [],
  }
}
