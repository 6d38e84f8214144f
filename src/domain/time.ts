/**
 * A moment on two clocks, both in ms: `mono` never jumps but may stand still while the computer sleeps, `wall` runs on
 * but may be set. An age is the larger of the two differences, so neither sleep nor a changed clock makes data young.
 */
export interface Stamp {
  readonly mono: number
  readonly wall: number
}

/** Milliseconds since `then`, never negative. */
export function ageMs(then: Stamp, now: Stamp): number {
  return Math.max(0, now.mono - then.mono, now.wall - then.wall)
}
