/** Moments of a past day that lie ever closer to the start, so that lists reach back hours and end seconds ago. */
const STEPS = 190
const SHRINK = 0.96
const FIRST_GAP_MS = 4_000_000

/** Unix milliseconds, ascending; the last one is the start. */
export function warmUpTimes(startMs: number): number[] {
  const times = [startMs]
  let timeMs = startMs
  for (let step = STEPS; step > 0; step--) {
    timeMs -= Math.round(FIRST_GAP_MS * SHRINK ** step)
    times.unshift(timeMs)
  }
  return times
}
