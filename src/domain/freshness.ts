import type { LinkView } from './link'
import { LATE_MS } from './path-lag'
import type { Subject } from './subject'
import { ageMs, type Stamp } from './time'
import type { Rejection } from './update'

interface SilenceLimits {
  /** Then the link is asked for a sign of life; null: it is not asked any more. */
  readonly probe: number | null
  readonly delayed: number
  /** Then it is given up. */
  readonly dead: number
}

const PROBED_MARKET = { probe: 8_000, delayed: 10_000, dead: 15_000 }

const PROBED: Readonly<Record<Subject['kind'], SilenceLimits>> = {
  market: PROBED_MARKET,
  book: PROBED_MARKET,
  // Account topics are quiet by nature; the probe's answer confirms them.
  account: { probe: 20_000, delayed: 25_000, dead: 32_000 },
}

const UNPROBED_MARKET = { probe: null, delayed: 10_000, dead: 45_000 }

const UNPROBED: Readonly<Record<Subject['kind'], SilenceLimits>> = {
  market: UNPROBED_MARKET,
  book: UNPROBED_MARKET,
  account: { probe: null, delayed: 60_000, dead: 300_000 },
}

/** Silence of a link in ms; `probing`: whether the server bears being asked for signs of life. */
export function silenceLimits(kind: Subject['kind'], probing: boolean): SilenceLimits {
  return (probing ? PROBED : UNPROBED)[kind]
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
  /** Strong evidence that the figures are not what they seem; null without. */
  readonly doubt: string | null
  /** Rows and fields set aside: of the newest message, or of all so far where messages add to a list. */
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
  /** The topic did not answer when it was asked, though its socket lives. */
  readonly unproven?: boolean
}

const WAITING: Freshness = { state: 'waiting', ageMs: null, asOf: null, withheld: false }

/** Freshness is computed from times, never stored: what was live a moment ago is judged anew at every look. */
export function freshness({ kind, topic, link, unproven = false }: FreshnessSource, now: Stamp): Freshness {
  if (topic === undefined) return WAITING
  const { confirmed, trouble, doubt } = topic
  const asOf = unproven ? (topic.confirmed?.at ?? null) : lastKnownCurrent(topic, link)
  const age = asOf === null ? null : ageMs(asOf, now)
  const withheld = age !== null && age > WITHHOLD_AFTER_MS
  if (trouble !== null) {
    const state = trouble.reason === 'foreign-market' || trouble.reason === 'foreign-account' ? 'unverified' : 'error'
    return { state, ageMs: age, asOf, withheld: withheld || state === 'unverified' }
  }
  if (confirmed === null) return WAITING
  if (link?.phase !== 'confirmed' || !isCurrent(confirmed.generation, link) || age === null) {
    return { state: 'stale', ageMs: age, asOf, withheld: withheld || doubt !== null }
  }
  if (doubt !== null) return { state: 'unverified', ageMs: age, asOf, withheld: true }
  const { delayed, dead } = silenceLimits(kind, link.probing)
  if (isGarbledSince(confirmed.at, link, delayed, now)) return { state: 'error', ageMs: age, asOf, withheld }
  const late = (link.lagMs ?? 0) > LATE_MS
  const state = age >= dead ? 'stale' : age >= delayed || late ? 'delayed' : 'live'
  return { state, ageMs: age, asOf, withheld: withheld && state === 'stale' }
}

const isCurrent = (generation: number, link: LinkView) =>
  generation === link.generation || generation === link.nextGeneration

// A message that could not be told apart came after the topic's last good one, and nothing has confirmed it for a while.
function isGarbledSince(confirmed: Stamp, { garbled }: LinkView, afterMs: number, now: Stamp): boolean {
  return garbled != null && garbled.at.mono > confirmed.mono && ageMs(confirmed, now) > afterMs
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
    const { delayed, dead } = silenceLimits(kind, link.probing)
    return age < delayed ? 'Live' : age < dead ? 'Delayed' : 'Stale'
  }
  if (!online) return 'Offline'
  if (link.phase === 'suspended') return 'Stale'
  return link.failures === 0 ? 'Connecting' : 'Reconnecting'
}

/** After a reconnect the topics come one after the other; until then the word does not change again. */
const SETTLING_MS = 5_000

/** What the topics of a link that is well add to it; `confirmedForMs`: how long the link has been so. */
export function topicsState(topics: readonly PanelState[], confirmedForMs: number): ConnectionState {
  if (topics.includes('stale')) return confirmedForMs < SETTLING_MS ? 'Reconnecting' : 'Stale'
  return topics.includes('delayed') ? 'Delayed' : 'Live'
}

const SEVERITY: readonly ConnectionState[] = ['Live', 'Connecting', 'Delayed', 'Reconnecting', 'Stale', 'Offline']

/** The worst of several connections; Connecting when there is none. */
export function worstConnection(states: readonly ConnectionState[]): ConnectionState {
  return states.reduce<ConnectionState>(
    (worst, state) => (SEVERITY.indexOf(state) > SEVERITY.indexOf(worst) ? state : worst),
    states[0] ?? 'Connecting',
  )
}
