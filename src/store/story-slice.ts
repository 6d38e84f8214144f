import type { LogEntry, SubjectBatch } from '../domain/delivery'
import type { SubjectKey } from '../domain/subject'

/** The page's own story for the diagnostics: what the connections did, how much came, and how the clocks differ. */
export interface Story {
  /** Newest first. */
  readonly log: readonly (LogEntry & { readonly key: SubjectKey })[]
  readonly messages: number
  readonly chars: number
  /** Books that a newer one replaced before the page was drawn. */
  readonly superseded: number
  /**
   * The reader's clock minus the exchange's, with the latency, in ms; null until measured. Book and trades alone tell it:
   * the times of an account's rows may be those of another step of the exchange.
   */
  readonly clockOffsetMs: number | null
}

export const NO_STORY: Story = { log: [], messages: 0, chars: 0, superseded: 0, clockOffsetMs: null }

const MAX_LOG = 200

export function addToStory(before: Story, { key, log, messages, chars, superseded, deliveries }: SubjectBatch): Story {
  let { clockOffsetMs } = before
  for (const { topic, lag } of deliveries) {
    if (lag !== null && (topic === 'orderbook' || topic === 'recent_trades')) clockOffsetMs = lag.offsetMs
  }
  const lines = log.map((entry) => ({ ...entry, key }))
  return {
    log: lines.length === 0 ? before.log : [...lines.reverse(), ...before.log].slice(0, MAX_LOG),
    messages: before.messages + messages,
    chars: before.chars + chars,
    superseded: before.superseded + superseded,
    clockOffsetMs,
  }
}
