import type { Exchange } from './exchange'

export interface DriverOptions {
  readonly exchange: Exchange
  /** Steps a second, 1 to 2000: order book messages a second in each market. */
  readonly rate: number
  /** Unix milliseconds. */
  readonly now: () => number
  /** Calls back once after some milliseconds; gives a function that cancels. */
  readonly setTimer: (callback: () => void, ms: number) => () => void
}

export const MAX_RATE = 2000
/** No timer is asked for more often; several steps are made in one call instead. */
const MIN_TIMER_MS = 4
/** After a pause longer than this (a sleeping machine) missed steps are left out. */
const MAX_BACKLOG_MS = 1000

/** Steps the exchange at its rate until the returned function is called. Throws RangeError for a rate out of range. */
export function run({ exchange, rate, now, setTimer }: DriverOptions): () => void {
  if (!(rate >= 1 && rate <= MAX_RATE)) throw new RangeError(`the rate must be 1 to ${MAX_RATE}`)
  const stepMs = 1000 / rate
  let nextMs = now() + stepMs
  let cancel = () => {}
  const schedule = () => {
    cancel = setTimer(tick, Math.max(MIN_TIMER_MS, nextMs - now()))
  }
  const tick = () => {
    const nowMs = now()
    if (nowMs - nextMs > MAX_BACKLOG_MS || nextMs - nowMs > MAX_BACKLOG_MS) nextMs = nowMs
    for (; nextMs <= nowMs; nextMs += stepMs) exchange.step(nextMs)
    schedule()
  }
  schedule()
  return () => cancel()
}
