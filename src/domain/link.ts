import type { Stamp } from './time'
import type { Topic } from './update'

/**
 * What the page knows of one subject's connection. `unconfirmed`: open, but no valid message yet. `waiting`: closed, the
 * next try is due `delayMs` after `since`. `suspended`: the browser froze or hid the page and the socket was given up.
 */
export type LinkPhase = 'idle' | 'connecting' | 'unconfirmed' | 'confirmed' | 'waiting' | 'suspended'

export interface LinkView {
  readonly phase: LinkPhase
  /** Counts the sockets of the page: no two sockets share a number. */
  readonly generation: number
  /** When the phase began. */
  readonly since: Stamp
  readonly delayMs: number
  /** Connections lost in a row. */
  readonly failures: number
  /** Why the connection was lost last; null when it has not been. */
  readonly reason: string | null
  /** Whether the link is asked for signs of life; false once the server was seen not to bear it. */
  readonly probing: boolean
  /** During a planned renewal the socket that takes over, whose messages count already; else null. */
  readonly nextGeneration: number | null
  /** Topics that were heard on this socket and then did not answer when asked. */
  readonly unproven?: readonly Topic[]
  /** The newest message of this socket that could not be told apart: it may have been any topic's. */
  readonly garbled?: { readonly at: Stamp; readonly detail: string } | null
  /** How late the messages of this socket come, in ms, as it was measured last; null before that. */
  readonly lagMs?: number | null
  /** The newest message of any generation, and that generation. */
  readonly lastFrame: { readonly at: Stamp; readonly generation: number } | null
}
