import { useCallback, useSyncExternalStore } from 'react'
import { type Freshness, type FreshnessSource, freshness, type PanelState } from '../domain/freshness'
import type { Stamp } from '../domain/time'
import type { Rejection, Topic } from '../domain/update'
import { lastTick, onTick, useNow } from './clock'
import { selectFreshnessSource } from './selectors'
import { type State, useStore } from './store'

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
  useStore((state) => signOf(state, topic, now))
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

/** A topic's freshness without its age. */
export interface TopicState extends Pick<TopicFreshness, 'state' | 'withheld' | 'trouble'> {
  /** Something is known, of whatever age. */
  readonly hasFigures: boolean
}

/** For those who show no age: renders anew when the state changes, and not with every second. */
export function useTopicState(topic: Topic): TopicState {
  useSyncExternalStore(
    onTickOrCommit,
    useCallback(() => signOf(useStore.getState(), topic, lastTick()), [topic]),
  )
  const source = selectFreshnessSource(useStore.getState(), topic)
  const { state, withheld, asOf } = freshness(source, lastTick())
  return { state, withheld, trouble: reasonOf(source, state), hasFigures: asOf !== null }
}

function onTickOrCommit(listener: () => void): () => void {
  const ends = [onTick(listener), useStore.subscribe(listener)]
  return () => {
    for (const end of ends) end()
  }
}

interface Signed {
  readonly state: State
  readonly now: Stamp
  readonly sign: string
}

// Many parts of the page ask the same of one state: one answer serves them all.
const signed = new Map<Topic, Signed>()

/** Differs where the topic's figures have to be shown otherwise, their age apart. */
function signOf(state: State, topic: Topic, now: Stamp): string {
  const known = signed.get(topic)
  if (known?.state === state && known.now === now) return known.sign
  const source = selectFreshnessSource(state, topic)
  const lostCount = source.topic?.lostCount ?? 0
  const { state: judged, withheld, asOf } = freshness(source, now)
  const sign = `${judged} ${withheld} ${asOf === null} ${lostCount} ${reasonOf(source, judged)}`
  signed.set(topic, { state, now, sign })
  return sign
}

function reasonOf({ topic, link }: FreshnessSource, state: PanelState): string | null {
  return topic?.trouble?.detail ?? topic?.doubt ?? (state === 'error' ? (link?.garbled?.detail ?? null) : null)
}
