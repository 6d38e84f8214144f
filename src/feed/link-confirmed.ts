/** The phase in which a link is trusted: it is kept alive, asked for signs of life, refreshed, and renewed by plan. */
import { silenceLimits } from '../domain/freshness'
import { ageMs, type Stamp } from '../domain/time'
import { CONNECT_DEADLINE_MS, FIRST_FRAME_DEADLINE_MS, PROOF_DEADLINE_MS, RESUBSCRIBE_AFTER_MS } from './deadlines'
import {
  type Confirmed,
  common,
  type LinkEnv,
  type LinkStep,
  probing,
  type Subscription,
  type Unconfirmed,
} from './link-state'
import { connect, lose, proofLeftMs, stay } from './link-steps'
import { afterAnswer, afterConfirmation, afterMultiplication, afterRefusal, trusts } from './probe-trust'

const KEEP_ALIVE_MS = 20_000
const KEEP_ALIVE_JITTER = 0.1
const FORGIVE_AFTER_MS = 10_000
/** Lists too large for the heartbeat are asked for anew this often, to repair what was missed. */
const REFRESH_MS = 5 * 60_000
/**
 * A link that is not asked for signs of life gets a new socket every five minutes. A quiet account's old one is dead by
 * then, so the new one is begun as much earlier as it may take.
 */
const RENEW_MS = 5 * 60_000 - CONNECT_DEADLINE_MS - FIRST_FRAME_DEADLINE_MS

const RENEW_AT_MOST_EVERY_MS = 60_000
const REPAIR_AT_MOST_EVERY_MS = 30_000

export function confirm(state: Unconfirmed, now: Stamp, env: LinkEnv): LinkStep {
  return stay({
    ...common(state),
    phase: 'confirmed',
    since: now,
    lastFrame: { at: now, generation: state.generation },
    trust: afterConfirmation(state.trust, state.failures === 1),
    openedAt: state.since,
    sentAt: state.since,
    keepAliveMs: KEEP_ALIVE_MS * (1 + KEEP_ALIVE_JITTER * (2 * env.random() - 1)),
    askedAt: null,
    missingAsked: state.resubscribed,
    refreshedAt: state.since,
    renewedAt: state.since,
    quiet: false,
    proof: null,
  })
}

/** Any frame proves the link; only one that answers tells that the server bears questions. */
export function prove(state: Confirmed, answers: boolean, now: Stamp): LinkStep {
  const trust = answers ? afterAnswer(state.trust) : state.trust
  return stay({ ...state, lastFrame: { at: now, generation: state.generation }, proof: null, trust })
}

/** Earlier failures are forgotten once the connection has lasted. */
export function forgive(state: Confirmed, now: Stamp): Confirmed {
  return state.failures === 0 || ageMs(state.openedAt, now) < FORGIVE_AFTER_MS ? state : { ...state, failures: 0 }
}

// A deadline that is as near already stays as it is: doubts in a row must not put it off.
// Where the server bears no questions, only a new socket can prove anything.
export function demandProof(state: Confirmed, now: Stamp, env: LinkEnv): LinkStep {
  const { proof, openedAt } = state
  if (!probing(state)) return ageMs(openedAt, now) < PROOF_DEADLINE_MS ? stay(state) : connect(state, now, env)
  if (proof === null || proofLeftMs(proof, now) > PROOF_DEADLINE_MS) {
    return askForProof(state, now, PROOF_DEADLINE_MS, true)
  }
  return stay({ ...state, askedAt: null, proof: { ...proof, doubted: true } })
}

export function stopAsking(state: Confirmed, now: Stamp): LinkStep {
  if (state.quiet) return stay(state)
  return renew({ ...state, trust: afterMultiplication(state.trust), quiet: true, proof: null }, now)
}

// A topic died while the socket lives: a new socket brings its list, or shows that there is none.
export function replaceForTopic(state: Confirmed, now: Stamp): LinkStep {
  return ageMs(state.renewedAt, now) < RENEW_AT_MOST_EVERY_MS ? stay(state) : renew(state, now)
}

// A message that could not be told apart may have been news of any topic: everything is asked for anew.
export function repair(state: Confirmed, now: Stamp): LinkStep {
  if (!probing(state) || ageMs(state.refreshedAt, now) < REPAIR_AT_MOST_EVERY_MS) return stay(state)
  return ask({ ...state, refreshedAt: now }, now, 'all')
}

// The error may have been meant for the question alone: where one more ends the asking, a new socket brings all lists.
export function refuse(state: Confirmed, now: Stamp): LinkStep {
  if (!probing(state)) return stay(state)
  const refused = { ...state, trust: afterRefusal(state.trust) }
  return trusts(refused.trust) ? repair(refused, now) : renew({ ...refused, proof: null }, now)
}

// One tick settles all that is due: in a hidden tab the next one may come a minute later.
export function tickConfirmed(before: Confirmed, now: Stamp, env: LinkEnv): LinkStep {
  if (missingDueMs(before, now) > 0) return watchSilence(before, now, env)
  const { state, effects } = watchSilence({ ...before, missingAsked: true }, now, env)
  if (state.phase !== 'confirmed' || !probing(state) || !env.missing()) return { state, effects }
  const asked = ask(state, now, 'missing')
  return { ...asked, effects: [...asked.effects, ...effects] }
}

// Only a link that was asked in vain is dead. Silence alone proves nothing when the tick itself comes late: after sleep,
// after a jump of the clock, and in a hidden tab, where timers run once a minute and a quiet link has not been asked.
function watchSilence(state: Confirmed, now: Stamp, env: LinkEnv): LinkStep {
  const { proof, refreshedAt, sentAt, keepAliveMs, renewedAt } = state
  const { probe, dead } = silenceLimits(env.kind, probing(state))
  const silence = silenceMs(state, now)
  if (probe === null) {
    if (silence >= dead) return lose(state, silentFor(silence), null, now, env)
    return ageMs(renewedAt, now) >= RENEW_MS ? renew(state, now) : stay(state)
  }
  if (proof !== null) {
    if (proofLeftMs(proof, now) > 0) return stay(state)
    const reason = silence < dead ? 'no sign of life when asked' : silentFor(silence)
    return lose(state, reason, null, now, env)
  }
  if (silence >= probe) return askForProof(state, now, Math.max(PROOF_DEADLINE_MS, dead - silence), false)
  if (ageMs(refreshedAt, now) >= REFRESH_MS) return ask({ ...state, refreshedAt: now }, now, 'all')
  return ageMs(sentAt, now) >= keepAliveMs ? ask(state, now, 'heartbeat') : stay(state)
}

/** Milliseconds until `tickConfirmed` has something to do; negative when it is late. */
export function confirmedDueMs(state: Confirmed, now: Stamp, env: Pick<LinkEnv, 'kind'>): number {
  const { proof, refreshedAt, sentAt, keepAliveMs, renewedAt } = state
  const missing = missingDueMs(state, now)
  const { probe, dead } = silenceLimits(env.kind, probing(state))
  const silence = silenceMs(state, now)
  if (probe === null) return Math.min(missing, dead - silence, RENEW_MS - ageMs(renewedAt, now))
  if (proof !== null) return Math.min(missing, proofLeftMs(proof, now))
  return Math.min(missing, probe - silence, REFRESH_MS - ageMs(refreshedAt, now), keepAliveMs - ageMs(sentAt, now))
}

function missingDueMs({ missingAsked, openedAt }: Confirmed, now: Stamp): number {
  return missingAsked ? Number.POSITIVE_INFINITY : RESUBSCRIBE_AFTER_MS - ageMs(openedAt, now)
}

function ask(state: Confirmed, now: Stamp, what: Subscription): LinkStep {
  return { state: { ...state, sentAt: now, askedAt: now }, effects: [{ type: 'subscribe', what }] }
}

/** Asks for all small topics; an answer for one of them, or any other frame, has to come in time. */
function askForProof(state: Confirmed, now: Stamp, withinMs: number, doubted: boolean): LinkStep {
  const proof = { askedAt: now, withinMs, doubted }
  return {
    state: { ...state, sentAt: now, askedAt: doubted ? null : now, proof },
    effects: [{ type: 'subscribe', what: 'probe' }],
  }
}

function renew(state: Confirmed, now: Stamp): LinkStep {
  return { state: { ...state, renewedAt: now }, effects: [{ type: 'renew' }] }
}

function silentFor(ms: number): string {
  return `silent for ${Math.round(ms / 1000)} s`
}

function silenceMs({ lastFrame }: Confirmed, now: Stamp): number {
  return lastFrame === null ? 0 : ageMs(lastFrame.at, now)
}
