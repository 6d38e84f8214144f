/**
 * The life of one subject's connection as a pure reducer: (state, event) -> state + effects. Time comes in with the
 * event, chance through `env`; sockets and timers are effects carried out by feed.ts. Every deadline is an age, so it
 * holds over sleep and throttled timers; `msToNextDeadline` says when to ask again.
 */
import { SILENCE } from '../domain/freshness'
import type { LinkView } from '../domain/link'
import type { Subject } from '../domain/subject'
import { ageMs, type Stamp } from '../domain/time'
import { backoffMs } from './backoff'

const CONNECT_DEADLINE_MS = 10_000
const RESUBSCRIBE_AFTER_MS = 5_000
const FIRST_FRAME_DEADLINE_MS = 10_000
const KEEP_ALIVE_MS = 20_000
const KEEP_ALIVE_JITTER = 0.1
const PROOF_DEADLINE_MS = 3_000
const FORGIVE_AFTER_MS = 10_000
/** "Replaced by the client": our own code, since 1000 would look like a farewell. */
export const REPLACED_CODE = 4001

interface Common {
  readonly generation: number
  readonly since: Stamp
  readonly failures: number
  readonly reason: string | null
  readonly lastFrame: LinkView['lastFrame']
}

export type LinkState = Common &
  (
    | { readonly phase: 'idle' | 'connecting' | 'suspended' }
    | { readonly phase: 'unconfirmed'; readonly resubscribed: boolean }
    | {
        readonly phase: 'confirmed'
        readonly openedAt: Stamp
        readonly sentAt: Stamp
        readonly keepAliveMs: number
        /** A sign of life was asked for and has to come by then; null: none is awaited. */
        readonly proof: { readonly askedAt: Stamp; readonly withinMs: number } | null
      }
    | { readonly phase: 'waiting'; readonly delayMs: number }
  )

export type LinkEvent =
  | { readonly type: 'start' | 'opened' | 'tick' | 'retry-now' | 'suspend' | 'resume' }
  /** A moment after which a healthy-looking socket may be dead: visible again, woken, online, offline. */
  | { readonly type: 'doubt' }
  | { readonly type: 'frame'; readonly valid: boolean }
  | { readonly type: 'lost'; readonly reason: string; readonly closeCode: number | null }

export type LinkEffect =
  | { readonly type: 'connect'; readonly generation: number }
  | { readonly type: 'subscribe'; readonly what: 'all' | 'heartbeat' }
  | { readonly type: 'drop' }

export interface LinkEnv {
  readonly kind: Subject['kind']
  readonly hidden: boolean
  readonly random: () => number
  /** A number no other socket of the page has. */
  readonly nextGeneration: () => number
}

export interface LinkStep {
  readonly state: LinkState
  readonly effects: readonly LinkEffect[]
}

export function idleLink(now: Stamp): LinkState {
  return { phase: 'idle', generation: 0, since: now, failures: 0, reason: null, lastFrame: null }
}

export function reduceLink(before: LinkState, event: LinkEvent, now: Stamp, env: LinkEnv): LinkStep {
  const state = forgiven(before, now)
  switch (event.type) {
    case 'start':
    case 'resume':
      return state.phase === 'idle' || state.phase === 'suspended' ? connect(state, now, env) : stay(state)
    case 'suspend':
      return state.phase === 'idle' || state.phase === 'suspended'
        ? stay(state)
        : { state: { ...common(state), phase: 'suspended', since: now }, effects: [{ type: 'drop' }] }
    case 'opened':
      if (state.phase !== 'connecting') return stay(state)
      return {
        state: { ...common(state), phase: 'unconfirmed', since: now, resubscribed: false },
        effects: [{ type: 'subscribe', what: 'all' }],
      }
    case 'frame':
      return onFrame(state, event.valid, now, env)
    case 'lost':
      return lose(state, event.reason, event.closeCode, now, env)
    case 'doubt':
      return onDoubt(state, now, env)
    case 'retry-now':
      if (state.phase === 'waiting') return connect(state, now, env)
      return state.phase === 'confirmed' ? demandProof(state, now) : stay(state)
    case 'tick':
      return onTick(state, now, env)
  }
}

function stay(state: LinkState): LinkStep {
  return { state, effects: [] }
}

// Before every event, since the socket may be lost long after its last message.
function forgiven(state: LinkState, now: Stamp): LinkState {
  if (state.phase !== 'confirmed' || state.failures === 0 || ageMs(state.openedAt, now) < FORGIVE_AFTER_MS) return state
  return { ...state, failures: 0 }
}

function common(state: LinkState): Common {
  const { generation, since, failures, reason, lastFrame } = state
  return { generation, since, failures, reason, lastFrame }
}

function connect(state: LinkState, now: Stamp, env: LinkEnv): LinkStep {
  const generation = env.nextGeneration()
  return {
    state: { ...common(state), phase: 'connecting', generation, since: now },
    effects: [{ type: 'connect', generation }],
  }
}

function lose(state: LinkState, reason: string, closeCode: number | null, now: Stamp, env: LinkEnv): LinkStep {
  if (state.phase === 'idle' || state.phase === 'suspended' || state.phase === 'waiting') return stay(state)
  const failures = state.failures + 1
  const delayMs = backoffMs(failures, closeCode, env.hidden, env.random())
  return {
    state: { ...common(state), phase: 'waiting', since: now, failures, reason, delayMs },
    effects: [{ type: 'drop' }],
  }
}

function onFrame(state: LinkState, valid: boolean, now: Stamp, env: LinkEnv): LinkStep {
  const lastFrame = { at: now, generation: state.generation }
  if (state.phase === 'confirmed') return stay({ ...state, lastFrame, proof: null })
  if (state.phase !== 'unconfirmed') return stay(state)
  if (!valid) return stay({ ...state, lastFrame })
  const keepAliveMs = KEEP_ALIVE_MS * (1 + KEEP_ALIVE_JITTER * (2 * env.random() - 1))
  return stay({
    ...common(state),
    phase: 'confirmed',
    lastFrame,
    openedAt: state.since,
    sentAt: state.since,
    keepAliveMs,
    since: now,
    proof: null,
  })
}

type Confirmed = LinkState & { readonly phase: 'confirmed' }

/** Sends a heartbeat whose answer, or any other frame, has to come in time. */
function ask(state: Confirmed, now: Stamp, withinMs: number): LinkStep {
  return {
    state: { ...state, sentAt: now, proof: { askedAt: now, withinMs } },
    effects: [{ type: 'subscribe', what: 'heartbeat' }],
  }
}

// A deadline that is as near already stays as it is: doubts in a row must not put it off.
function demandProof(state: Confirmed, now: Stamp): LinkStep {
  const left = state.proof === null ? Number.POSITIVE_INFINITY : proofLeftMs(state.proof, now)
  return left <= PROOF_DEADLINE_MS ? stay(state) : ask(state, now, PROOF_DEADLINE_MS)
}

function proofLeftMs({ askedAt, withinMs }: NonNullable<Confirmed['proof']>, now: Stamp): number {
  return withinMs - ageMs(askedAt, now)
}

function onDoubt(state: LinkState, now: Stamp, env: LinkEnv): LinkStep {
  switch (state.phase) {
    case 'waiting':
      return connect(state, now, env)
    case 'confirmed':
      return demandProof(state, now)
    case 'connecting':
    case 'unconfirmed':
      // Replaced at once: losing it would put the next try off by the backoff of earlier failures.
      return ageMs(state.since, now) < PROOF_DEADLINE_MS ? stay(state) : connect(state, now, env)
    case 'idle':
    case 'suspended':
      return stay(state)
  }
}

function onTick(state: LinkState, now: Stamp, env: LinkEnv): LinkStep {
  const inPhase = ageMs(state.since, now)
  switch (state.phase) {
    case 'connecting':
      if (inPhase < CONNECT_DEADLINE_MS) return stay(state)
      return lose(state, 'the exchange did not accept the connection in time', null, now, env)
    case 'unconfirmed':
      if (inPhase >= FIRST_FRAME_DEADLINE_MS) {
        return lose(state, 'connected, but nothing usable came', null, now, env)
      }
      if (inPhase < RESUBSCRIBE_AFTER_MS || state.resubscribed) return stay(state)
      return { state: { ...state, resubscribed: true }, effects: [{ type: 'subscribe', what: 'all' }] }
    case 'confirmed':
      return onTickConfirmed(state, now, env)
    case 'waiting':
      return inPhase >= state.delayMs ? connect(state, now, env) : stay(state)
    case 'idle':
    case 'suspended':
      return stay(state)
  }
}

// Only a link that was asked in vain is dead. Silence alone proves nothing when the tick itself comes late: after sleep,
// after a jump of the clock, and in a hidden tab, where timers run once a minute and a quiet link has not been asked.
function onTickConfirmed(state: Confirmed, now: Stamp, env: LinkEnv): LinkStep {
  const { probe, dead } = SILENCE[env.kind]
  const silence = silenceMs(state, now)
  if (state.proof !== null && proofLeftMs(state.proof, now) <= 0) {
    const reason = silence < dead ? 'no sign of life when asked' : `silent for ${Math.round(silence / 1000)} s`
    return lose(state, reason, null, now, env)
  }
  if (state.proof === null && silence >= probe) return ask(state, now, Math.max(PROOF_DEADLINE_MS, dead - silence))
  if (ageMs(state.sentAt, now) < state.keepAliveMs) return stay(state)
  return { state: { ...state, sentAt: now }, effects: [{ type: 'subscribe', what: 'heartbeat' }] }
}

function silenceMs(state: LinkState, now: Stamp): number {
  return state.lastFrame === null ? 0 : ageMs(state.lastFrame.at, now)
}

/** Milliseconds until the next tick is due; null when nothing is awaited. */
export function msToNextDeadline(state: LinkState, now: Stamp, env: Pick<LinkEnv, 'kind'>): number | null {
  const inPhase = ageMs(state.since, now)
  switch (state.phase) {
    case 'idle':
    case 'suspended':
      return null
    case 'connecting':
      return Math.max(0, CONNECT_DEADLINE_MS - inPhase)
    case 'unconfirmed':
      return Math.max(0, (state.resubscribed ? FIRST_FRAME_DEADLINE_MS : RESUBSCRIBE_AFTER_MS) - inPhase)
    case 'waiting':
      return Math.max(0, state.delayMs - inPhase)
    case 'confirmed': {
      const { proof, sentAt, keepAliveMs } = state
      const proofLeft = proof === null ? SILENCE[env.kind].probe - silenceMs(state, now) : proofLeftMs(proof, now)
      return Math.max(0, Math.min(proofLeft, keepAliveMs - ageMs(sentAt, now)))
    }
  }
}

export function viewLink(state: LinkState): LinkView {
  return { ...common(state), phase: state.phase, delayMs: state.phase === 'waiting' ? state.delayMs : 0 }
}
