/**
 * The life of one subject's connection as a pure reducer: (state, event) -> state + effects. Time comes in with the
 * event, chance through `env`; sockets and timers are effects carried out by connection.ts. Every deadline is an age, so
 * it holds over sleep and throttled timers; `msToNextDeadline` says when to ask again.
 */
import { ageMs, type Stamp } from '../domain/time'
import { CONNECT_DEADLINE_MS, FIRST_FRAME_DEADLINE_MS, PROOF_DEADLINE_MS, RESUBSCRIBE_AFTER_MS } from './deadlines'
import {
  confirm,
  confirmedDueMs,
  demandProof,
  forgive,
  prove,
  refuse,
  repair,
  replaceForTopic,
  stopAsking,
  tickConfirmed,
} from './link-confirmed'
import { common, type LinkEnv, type LinkEvent, type LinkState, type LinkStep } from './link-state'
import { connect, lose, stay } from './link-steps'

export function reduceLink(before: LinkState, event: LinkEvent, now: Stamp, env: LinkEnv): LinkStep {
  // Before every event, since the socket may be lost long after its last message.
  const state = before.phase === 'confirmed' ? forgive(before, now) : before
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
      if (state.phase === 'confirmed') return prove(state, event.answers, now)
      if (state.phase !== 'unconfirmed') return stay(state)
      if (event.valid) return confirm(state, now, env)
      return stay({ ...state, lastFrame: { at: now, generation: state.generation } })
    case 'lost':
      return lose(state, event.reason, event.closeCode, now, env)
    case 'doubt':
      return onDoubt(state, now, env)
    case 'retry-now':
      if (state.phase === 'waiting') return connect(state, now, env)
      return state.phase === 'confirmed' ? demandProof(state, now, env) : stay(state)
    case 'topic-lost':
      return state.phase === 'confirmed' ? replaceForTopic(state, now) : stay(state)
    case 'garbled':
      if (state.phase !== 'confirmed') return stay(state)
      return event.refuses ? refuse(state, now) : repair(state, now)
    case 'multiplied':
      return state.phase === 'confirmed' ? stopAsking(state, now) : stay(state)
    case 'tick':
      return onTick(state, now, env)
  }
}

function onDoubt(state: LinkState, now: Stamp, env: LinkEnv): LinkStep {
  switch (state.phase) {
    case 'waiting':
      return connect(state, now, env)
    case 'confirmed':
      return demandProof(state, now, env)
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
      return tickConfirmed(state, now, env)
    case 'waiting':
      return inPhase >= state.delayMs ? connect(state, now, env) : stay(state)
    case 'idle':
    case 'suspended':
      return stay(state)
  }
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
    case 'confirmed':
      return Math.max(0, confirmedDueMs(state, now, env))
  }
}
