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
  /** When the smallest was met, by the steady clock: as sure as the way was then, so sure is `lagMs`. Now: none before. */
  readonly sinceMono: number
}

const WINDOW_MS = 10 * 60_000
const BUCKET_MS = 30_000
/** The server counts in seconds: by one, a time may lie ahead of all that came before. */
const AHEAD_MS = 1_000

interface Difference {
  readonly ms: number
  readonly atMono: number
}

/** Gives the newest time of a message's rows that is not beyond a limit, in ms. */
type NewestUpTo = (limitMs: number) => number | null

/**
 * Measures one topic of one subject. `asked`: the message may answer a subscription, which brings a list of any age and
 * says nothing about the way it took. A time that lies ahead of all that is known (of the reader's clock, while nothing
 * is) is not believed of one message, since one wrong row would blind the meter until that time has come. The next
 * message may confirm it by a later one: then the computer slept, or one of the clocks was wrong.
 */
export function createLagMeter(): (newestUpTo: NewestUpTo, now: Stamp, asked?: boolean) => Lag | null {
  let newestSeen: number | null = null
  // By the steady clock: somebody who sets the other would be told of a lag for ten minutes.
  let buckets: { readonly startMono: number; readonly smallest: Difference }[] = []
  let smallestKnown: number | null = null
  let suspect: { readonly ms: number; readonly atMono: number } | null = null

  function believed(newestUpTo: NewestUpTo, now: Stamp): number | null {
    const latest = newestUpTo(Number.POSITIVE_INFINITY)
    const limit = (smallestKnown === null ? now.wall : now.mono - smallestKnown) + AHEAD_MS
    if (latest === null || latest <= limit) {
      if (latest !== null) suspect = null
      return latest
    }
    const sinceSuspect = suspect === null ? 0 : now.mono - suspect.atMono
    if (suspect !== null && latest > suspect.ms && latest - suspect.ms <= sinceSuspect + AHEAD_MS) {
      newestSeen = suspect.ms
      buckets = []
      suspect = null
      return latest
    }
    if (suspect?.ms !== latest) suspect = { ms: latest, atMono: now.mono }
    return newestUpTo(limit)
  }

  return (newestUpTo, now, asked = false) => {
    const newestMs = believed(newestUpTo, now)
    const before = newestSeen
    if (newestMs === null || (before !== null && newestMs <= before)) return null
    newestSeen = newestMs
    if (before === null || asked) return null
    const difference = { ms: now.mono - newestMs, atMono: now.mono }
    buckets = buckets.filter(({ startMono }) => now.mono - startMono < WINDOW_MS)
    const known = smallestOf(buckets.map((bucket) => bucket.smallest)) ?? difference
    const current = buckets.at(-1)
    if (current === undefined || now.mono - current.startMono >= BUCKET_MS) {
      buckets.push({ startMono: now.mono, smallest: difference })
    } else if (difference.ms < current.smallest.ms) {
      buckets[buckets.length - 1] = { startMono: current.startMono, smallest: difference }
    }
    smallestKnown = Math.min(known.ms, difference.ms)
    return {
      lagMs: difference.ms - smallestKnown,
      offsetMs: smallestKnown + now.wall - now.mono,
      sinceMono: known.atMono,
    }
  }
}

function smallestOf(differences: readonly Difference[]): Difference | null {
  return differences.reduce<Difference | null>(
    (smallest, each) => (smallest === null || each.ms < smallest.ms ? each : smallest),
    null,
  )
}

/** Measures a subject's topics over all its sockets: how the clocks differ is not a socket's property. */
export function createLagWatch(): (update: Update, now: Stamp, asked: boolean) => Lag | null {
  const meters = new Map<Topic, ReturnType<typeof createLagMeter>>()
  return (update, now, asked) => {
    const meter = meters.get(update.topic) ?? createLagMeter()
    meters.set(update.topic, meter)
    return meter((limitMs) => newestMs(update, limitMs), now, asked)
  }
}

/** The newest moment not beyond a limit that a message names; null where it names none. */
export function newestMs(update: Update, limitMs = Number.POSITIVE_INFINITY): number | null {
  const newest = <Row>(rows: readonly Row[], timeMs: (row: Row) => number | null) => newestOf(rows, timeMs, limitMs)
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

function newestOf<Row>(rows: readonly Row[], timeMs: (row: Row) => number | null, limitMs: number): number | null {
  let latest: number | null = null
  for (const row of rows) {
    const time = timeMs(row)
    if (time !== null && time <= limitMs && (latest === null || time > latest)) latest = time
  }
  return latest
}
