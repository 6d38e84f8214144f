import type { Lag } from './lag'

/** Above it figures that arrive are shown as delayed: an arrived message is not a fresh one. */
export const LATE_MS = 5_000

/** How late the messages of one socket come. Any topic tells of the way, since all of them take it one after the other. */
export interface PathLag {
  /** In ms; null before the first measurement. */
  readonly lagMs: () => number | null
  readonly measured: (lag: Lag, nowMono: number) => void
  /** A question was answered so soon that neither of them can have been late. */
  readonly answeredPromptly: (nowMono: number) => void
}

/**
 * A measurement holds until the next: a late way that brings little is late in between. But one that is not late counts
 * only if the smallest that it was measured against was met before the way was last known to be prompt, since of a way
 * that has grown late every new topic, and after ten minutes every topic, knows no better than late.
 */
export function watchPathLag(): PathLag {
  let lagMs: number | null = null
  let promptMono: number | null = null
  return {
    lagMs: () => lagMs,
    measured(lag, nowMono) {
      if (lag.lagMs <= LATE_MS) {
        if (promptMono !== null && lag.sinceMono > promptMono) return
        promptMono = nowMono
      }
      lagMs = lag.lagMs
    },
    answeredPromptly(nowMono) {
      lagMs = 0
      promptMono = nowMono
    },
  }
}
