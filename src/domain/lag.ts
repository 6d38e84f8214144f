import type { Stamp } from './time'
import type { Topic, Update } from './update'

/**
 * How late figures come. The server's times and the reader's clock differ by an unknown offset, so only changes of the
 * difference count: lag = (now − newest `last_updated`) − the smallest such difference of the last ten minutes.
 */
export interface Lag {
  readonly lagMs: number
  /** The smallest difference: latency plus the offset of the two clocks; ± the second in which the server counts. */
  readonly offsetMs: number
}

const WINDOW_MS = 10 * 60_000
const BUCKET_MS = 30_000

/**
 * Measures one topic of one subject. `asked`: the message may answer a subscription, which brings a list of any age and
 * says nothing about the way it took.
 */
export function createLagMeter(): (newestMs: number | null, now: Stamp, asked?: boolean) => Lag | null {
  let newestSeen: number | null = null
  // By the steady clock: somebody who sets the other would be told of a lag for ten minutes.
  let buckets: { readonly startMono: number; readonly smallest: number }[] = []
  return (newestMs, now, asked = false) => {
    if (newestMs === null) return null
    const before = newestSeen
    if (before !== null && newestMs <= before) return null
    newestSeen = newestMs
    if (before === null || asked) return null
    const difference = now.mono - newestMs
    const current = buckets.at(-1)
    buckets = buckets.filter(({ startMono }) => now.mono - startMono < WINDOW_MS)
    if (current === undefined || now.mono - current.startMono >= BUCKET_MS) {
      buckets.push({ startMono: now.mono, smallest: difference })
    } else if (difference < current.smallest) {
      buckets[buckets.length - 1] = { startMono: current.startMono, smallest: difference }
    }
    const smallest = Math.min(...buckets.map((bucket) => bucket.smallest))
    return { lagMs: difference - smallest, offsetMs: smallest + now.wall - now.mono }
  }
}

/** Measures a subject's topics over all its sockets: how the clocks differ is not a socket's property. */
export function createLagWatch(): (update: Update, now: Stamp, asked: boolean) => Lag | null {
  const meters = new Map<Topic, ReturnType<typeof createLagMeter>>()
  return (update, now, asked) => {
    const meter = meters.get(update.topic) ?? createLagMeter()
    meters.set(update.topic, meter)
    return meter(newestMs(update), now, asked)
  }
}

/** The newest moment that a message names; null where it names none, or where its times are not those of changes. */
export function newestMs(update: Update): number | null {
  switch (update.topic) {
    case 'orderbook':
      return newest([...update.book.bids, ...update.book.asks], (level) => level.updatedMs)
    case 'recent_trades':
      return newest(update.legs, (leg) => leg.timeMs)
    case 'live_funding_rate':
      return newest(update.rates, (rate) => rate.updatedMs)
    case 'positions':
      return newest(update.rows, (row) => row.updatedMs)
    case 'open_orders':
      return newest(update.rows, (row) => row.updatedMs)
    case 'order_history':
      return newest(update.rows, (row) => row.updatedMs)
    case 'trade_history':
      return newest(update.rows, (row) => row.timeMs)
  }
}

function newest<Row>(rows: readonly Row[], timeMs: (row: Row) => number | null): number | null {
  let latest: number | null = null
  for (const row of rows) {
    const time = timeMs(row)
    if (time !== null && (latest === null || time > latest)) latest = time
  }
  return latest
}
