import type { LinkView } from './link'
import type { Subject } from './subject'
import { ageMs, type Stamp } from './time'
import type { Rejection } from './update'

/** Silence of a link in ms: after `probe` it is asked for a sign of life, after `dead` it is given up. */
export const SILENCE: Readonly<Record<Subject['kind'], { probe: number; delayed: number; dead: number }>> = {
  market: { probe: 8_000, delayed: 10_000, dead: 15_000 },
  // Account topics are quiet by nature; the probe's answer confirms them.
  account: { probe: 20_000, delayed: 25_000, dead: 32_000 },
}

/** Stale for longer than this, derived figures are withheld. */
const WITHHOLD_AFTER_MS = 60_000

export type PanelState = 'waiting' | 'live' | 'delayed' | 'stale' | 'unverified' | 'error'

/** How sure the figures of one topic are; kept beside them. */
export interface TopicStatus {
  /** The socket whose valid message came last, and when; null before the first. */
  readonly confirmed: { readonly generation: number; readonly at: Stamp } | null
  /** Set while the newest message of the topic could not be used as a whole. */
  readonly trouble: Rejection | null
  /** Rows and fields of the newest message that were set aside. */
  readonly lostCount: number
  readonly lost: readonly Rejection[]
}

export interface Freshness {
  readonly state: PanelState
  /** The figures' age in ms: since they were last known to be current; null while there are none. */
  readonly ageMs: number | null
  /** The same as a moment. */
  readonly asOf: Stamp | null
  readonly withheld: boolean
}

/** What freshness is computed from. */
export interface FreshnessSource {
  readonly kind: Subject['kind']
  readonly topic: TopicStatus | undefined
  readonly link: LinkView | undefined
}

const WAITING: Freshness = { state: 'waiting', ageMs: null, asOf: null, withheld: false }

/** Freshness is computed from times, never stored: what was live a moment ago is judged anew at every look. */
export function freshness({ kind, topic, link }: FreshnessSource, now: Stamp): Freshness {
  if (topic === undefined) return WAITING
  const { confirmed, trouble } = topic
  const asOf = lastKnownCurrent(topic, link)
  const age = asOf === null ? null : ageMs(asOf, now)
  const withheld = age !== null && age > WITHHOLD_AFTER_MS
  if (trouble !== null) {
    const state = trouble.reason === 'foreign-market' || trouble.reason === 'foreign-account' ? 'unverified' : 'error'
    return { state, ageMs: age, asOf, withheld }
  }
  if (confirmed === null) return WAITING
  if (link?.phase !== 'confirmed' || confirmed.generation !== link.generation || age === null) {
    return { state: 'stale', ageMs: age, asOf, withheld }
  }
  const { delayed, dead } = SILENCE[kind]
  const state = age < delayed ? 'live' : age < dead ? 'delayed' : 'stale'
  return { state, ageMs: age, asOf, withheld: withheld && state === 'stale' }
}

// Any message proves the link, and with it every topic that was confirmed on the same socket; not the figures of a topic
// whose newest message could not be read, since that one would have changed them.
function lastKnownCurrent({ confirmed, trouble }: TopicStatus, link: LinkView | undefined): Stamp | null {
  if (confirmed === null) return null
  if (trouble !== null) return confirmed.at
  const frame = link?.lastFrame
  const { at, generation } = confirmed
  return frame != null && frame.generation === generation && frame.at.mono > at.mono ? frame.at : at
}

/** How the connection as a whole is called in the header. */
export type ConnectionState = 'Connecting' | 'Live' | 'Delayed' | 'Stale' | 'Reconnecting' | 'Offline'

export function connectionState(
  kind: Subject['kind'],
  link: LinkView | undefined,
  now: Stamp,
  online: boolean,
): ConnectionState {
  if (link === undefined || link.phase === 'idle') return online ? 'Connecting' : 'Offline'
  if (link.phase === 'confirmed' && link.lastFrame !== null) {
    const age = ageMs(link.lastFrame.at, now)
    const { delayed, dead } = SILENCE[kind]
    return age < delayed ? 'Live' : age < dead ? 'Delayed' : 'Stale'
  }
  if (!online) return 'Offline'
  if (link.phase === 'suspended') return 'Stale'
  return link.failures === 0 ? 'Connecting' : 'Reconnecting'
}

const SEVERITY: readonly ConnectionState[] = ['Live', 'Connecting', 'Delayed', 'Reconnecting', 'Stale', 'Offline']

/** The worst of several connections; Connecting when there is none. */
export function worstConnection(states: readonly ConnectionState[]): ConnectionState {
  return states.reduce<ConnectionState>(
    (worst, state) => (SEVERITY.indexOf(state) > SEVERITY.indexOf(worst) ? state : worst),
    states[0] ?? 'Connecting',
  )
}
