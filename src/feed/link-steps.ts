/** The steps that lead from several phases: staying, connecting, losing the socket. */
import { ageMs, type Stamp } from '../domain/time'
import { backoffMs } from './backoff'
import { type Confirmed, common, type LinkEnv, type LinkState, type LinkStep, type Proof } from './link-state'
import { afterLoss, type ProbeTrust } from './probe-trust'

export function stay(state: LinkState): LinkStep {
  return { state, effects: [] }
}

export function connect(state: LinkState, now: Stamp, env: LinkEnv): LinkStep {
  const generation = env.nextGeneration()
  return {
    state: { ...common(state), phase: 'connecting', generation, since: now },
    effects: [{ type: 'connect', generation }],
  }
}

export function lose(state: LinkState, reason: string, closeCode: number | null, now: Stamp, env: LinkEnv): LinkStep {
  if (state.phase === 'idle' || state.phase === 'suspended' || state.phase === 'waiting') return stay(state)
  const failures = state.failures + 1
  const delayMs = backoffMs(failures, closeCode, env.hidden, env.random())
  const trust = state.phase === 'confirmed' ? trustAfterLoss(state, now) : state.trust
  return {
    state: { ...common(state), phase: 'waiting', since: now, failures, reason, delayMs, trust },
    effects: [{ type: 'drop' }],
  }
}

function trustAfterLoss({ trust, askedAt, proof }: Confirmed, now: Stamp): ProbeTrust {
  if (proof?.doubted === true) return trust
  const unanswered = proof !== null && proofLeftMs(proof, now) <= 0
  return afterLoss(trust, askedAt === null ? null : ageMs(askedAt, now), unanswered)
}

export function proofLeftMs({ askedAt, withinMs }: Proof, now: Stamp): number {
  return withinMs - ageMs(askedAt, now)
}
