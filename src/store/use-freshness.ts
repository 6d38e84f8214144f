import { type Freshness, type FreshnessSource, freshness, type PanelState } from '../domain/freshness'
import type { Rejection, Topic } from '../domain/update'
import { useNow } from './clock'
import { selectFreshnessSource } from './selectors'
import { useStore } from './store'

export interface TopicFreshness extends Freshness {
  readonly kind: FreshnessSource['kind']
  /** Why the newest message could not be used, or why its figures are doubted; null when neither. */
  readonly trouble: string | null
  /** How late the figures come, in ms; 0 when not known. */
  readonly lagMs: number
  readonly lostCount: number
  readonly lost: readonly Rejection[]
}

/** Whether figures in this state are drawn back: all but those that are, or may soon be again, as good as live. */
export function isDimmed(state: PanelState): boolean {
  return state !== 'live' && state !== 'delayed'
}

/**
 * Judges a topic's figures anew every second, and at once when their state changes. Ages move with the clock alone: the
 * times behind them change with every message, and would render every panel's frame sixty times a second.
 */
export function useFreshness(topic: Topic): TopicFreshness {
  const now = useNow()
  useStore((state) => {
    const source = selectFreshnessSource(state, topic)
    return `${freshness(source, now).state} ${source.topic?.lostCount ?? 0} ${source.topic?.trouble?.reason} ${source.topic?.doubt}`
  })
  const source = selectFreshnessSource(useStore.getState(), topic)
  const judged = freshness(source, now)
  return {
    ...judged,
    kind: source.kind,
    trouble: reasonOf(source, judged.state),
    lagMs: source.link?.lagMs ?? 0,
    lostCount: source.topic?.lostCount ?? 0,
    lost: source.topic?.lost ?? [],
  }
}

function reasonOf({ topic, link }: FreshnessSource, state: PanelState): string | null {
  return topic?.trouble?.detail ?? topic?.doubt ?? (state === 'error' ? (link?.garbled?.detail ?? null) : null)
}
