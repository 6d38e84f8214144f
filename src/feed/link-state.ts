/** The words of a link's life: its states, what happens to it, and what it does. */
import type { LinkView } from '../domain/link'
import type { Subject } from '../domain/subject'
import type { Stamp } from '../domain/time'
import { FULL_TRUST, type ProbeTrust, trusts } from './probe-trust'

interface Common {
  readonly generation: number
  readonly since: Stamp
  readonly failures: number
  readonly reason: string | null
  readonly lastFrame: LinkView['lastFrame']
  readonly trust: ProbeTrust
}

/** A sign of life that was asked for and has to come in time. */
export interface Proof {
  readonly askedAt: Stamp
  readonly withinMs: number
  /** Asked after a wake or a change of the reader's network: what becomes of it tells nothing of the server. */
  readonly doubted: boolean
}

export type LinkState = Common &
  (
    | { readonly phase: 'idle' | 'connecting' | 'suspended' }
    | { readonly phase: 'unconfirmed'; readonly resubscribed: boolean }
    | {
        readonly phase: 'confirmed'
        readonly openedAt: Stamp
        /** The last subscription of any kind. */
        readonly sentAt: Stamp
        readonly keepAliveMs: number
        /** The last question, by which a loss is judged; null where there was none or a doubt asked it. */
        readonly askedAt: Stamp | null
        /** Topics that had not answered after five seconds were asked once more. */
        readonly missingAsked: boolean
        readonly refreshedAt: Stamp
        /** When a renewal was begun last, or the socket opened. */
        readonly renewedAt: Stamp
        /** Answers multiply on this socket: nothing more is asked on it. */
        readonly quiet: boolean
        readonly proof: Proof | null
      }
    | { readonly phase: 'waiting'; readonly delayMs: number }
  )

export type Unconfirmed = LinkState & { readonly phase: 'unconfirmed' }
export type Confirmed = LinkState & { readonly phase: 'confirmed' }

export type LinkEvent =
  | { readonly type: 'start' | 'opened' | 'tick' | 'retry-now' | 'suspend' | 'resume' }
  /** A moment after which a healthy-looking socket may be dead: visible again, woken, online, offline. */
  | { readonly type: 'doubt' }
  /** The server answers each further question once more often. */
  | { readonly type: 'multiplied' }
  /** A topic that was heard before did not answer, while others go on. */
  | { readonly type: 'topic-lost' }
  /** A message came that could not be told apart; `refuses`: in place of an answer to a question for a sign of life. */
  | { readonly type: 'garbled'; readonly refuses: boolean }
  /** `answers`: it is of a topic that was asked for last, and came soon after. */
  | { readonly type: 'frame'; readonly valid: boolean; readonly answers: boolean }
  | { readonly type: 'lost'; readonly reason: string; readonly closeCode: number | null }

/**
 * `heartbeat`: one small topic, in turn, to keep the path open. `probe`: all small topics at once, since a server may not
 * answer for every one of them. `missing`: topics that have brought nothing.
 */
export type Subscription = 'all' | 'heartbeat' | 'probe' | 'missing'

export type LinkEffect =
  | { readonly type: 'connect'; readonly generation: number }
  | { readonly type: 'subscribe'; readonly what: Subscription }
  /** Opens a second socket beside this one, which takes over once it brings what this one did. */
  | { readonly type: 'renew' }
  | { readonly type: 'drop' }

export interface LinkEnv {
  readonly kind: Subject['kind']
  readonly hidden: boolean
  readonly random: () => number
  /** A number no other socket of the page has. */
  readonly nextGeneration: () => number
  /** Whether a topic has brought nothing usable by this socket. */
  readonly missing: () => boolean
}

export interface LinkStep {
  readonly state: LinkState
  readonly effects: readonly LinkEffect[]
}

/** What a link has from the one before it: what that one learnt of the server, and when it last heard of it. */
export type LinkPast = Pick<Common, 'trust' | 'lastFrame'>

export const NO_PAST: LinkPast = { trust: FULL_TRUST, lastFrame: null }

/** A link before its start. */
export function idleLink(now: Stamp, { trust, lastFrame }: LinkPast): LinkState {
  return { phase: 'idle', generation: 0, since: now, failures: 0, reason: null, lastFrame, trust }
}

/** What every phase keeps of the one before. */
export function common({ generation, since, failures, reason, lastFrame, trust }: LinkState): Common {
  return { generation, since, failures, reason, lastFrame, trust }
}

/** Whether the link may be asked for signs of life. */
export function probing(state: LinkState): boolean {
  return trusts(state.trust) && !(state.phase === 'confirmed' && state.quiet)
}

/** What the page is told; `nextGeneration` is the successor's during a planned renewal. */
export function viewLink(state: LinkState, nextGeneration: number | null = null): LinkView {
  const { generation, since, failures, reason, lastFrame, phase } = state
  const delayMs = phase === 'waiting' ? state.delayMs : 0
  return { generation, since, failures, reason, lastFrame, phase, delayMs, probing: probing(state), nextGeneration }
}
