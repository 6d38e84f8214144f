import type { Delivery, LogEntry, SubjectBatch } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import type { SubjectKey } from '../domain/subject'
import type { Topic } from '../domain/update'

export interface Batch {
  readonly link: (key: SubjectKey, view: LinkView) => void
  /** `chars`: the message's length. */
  readonly deliver: (key: SubjectKey, delivery: Delivery, chars: number) => void
  readonly log: (key: SubjectKey, entry: LogEntry) => void
  /** Calls `read` once before the next commit: what only the newest is wanted of is read then. */
  readonly defer: (read: () => void) => void
  /** Counts a message that a newer one replaced unread. */
  readonly superseded: (key: SubjectKey, chars: number) => void
  /** Forgets what is pending for a subject that was left. */
  readonly drop: (key: SubjectKey) => void
  readonly flush: () => void
}

interface Pending {
  link: LinkView | null
  /** The last full list of a topic wins; an index into `deliveries`. */
  newest: Map<Topic, number>
  deliveries: (Delivery | null)[]
  log: LogEntry[]
  messages: number
  chars: number
  superseded: number
}

const REPLACING: ReadonlySet<Topic> = new Set(['orderbook', 'live_funding_rate', 'positions', 'open_orders'])
/** Where animation frames stop (a hidden tab) timers may lag for a minute: beyond this many messages, commit at once. */
const MAX_PENDING = 500
/** Messages in a frame, beyond which its like is committed in every second frame. */
const FLOOD = 8

/**
 * Collects what the sockets bring between two frames and commits it once. `schedule` asks for a call of `flush` with the
 * next frame, or in a flood with the one after it: bringing the messages may take most of what a machine has, and where it does, what is
 * drawn less often is newer when it is drawn. Updates that replace each other are merged, messages that add to a list are all kept. `isOverdue` is asked with
 * each message: in a hidden tab timers come once a minute, but messages are not held back.
 */
export function createBatch(
  schedule: (flush: () => void, isFlood: boolean) => void,
  commit: (batch: SubjectBatch[]) => void,
  isOverdue: () => boolean = () => false,
): Batch {
  let pending = new Map<SubjectKey, Pending>()
  const deferred = new Set<() => void>()
  let count = 0
  let scheduled = false
  let arrived = 0
  let isFlood = false

  function ask() {
    if (scheduled) return
    scheduled = true
    schedule(flush, isFlood)
  }

  function flush() {
    // What is read asks for this very commit and for no other.
    scheduled = true
    const reads = [...deferred]
    deferred.clear()
    for (const read of reads) read()
    scheduled = false
    isFlood = arrived > (isFlood ? 2 * FLOOD : FLOOD)
    arrived = 0
    if (pending.size === 0) return
    const batch = [...pending].map(([key, { deliveries, newest: _index, ...rest }]) => ({
      ...rest,
      key,
      deliveries: deliveries.filter((delivery) => delivery !== null),
    }))
    pending = new Map()
    count = 0
    commit(batch)
  }

  function touch(key: SubjectKey): Pending {
    ask()
    let entry = pending.get(key)
    if (entry === undefined) {
      entry = { link: null, newest: new Map(), deliveries: [], log: [], messages: 0, chars: 0, superseded: 0 }
      pending.set(key, entry)
    }
    return entry
  }

  return {
    link(key, view) {
      touch(key).link = view
    },
    log(key, entry) {
      touch(key).log.push(entry)
    },
    defer(read) {
      deferred.add(read)
      ask()
      if (isOverdue()) flush()
    },
    superseded(key, chars) {
      const entry = touch(key)
      arrived += 1
      entry.messages += 1
      entry.chars += chars
      entry.superseded += 1
    },
    deliver(key, delivery, chars) {
      const entry = touch(key)
      arrived += 1
      entry.messages += 1
      entry.chars += chars
      const { topic, update, lostCount } = delivery
      // What a message lost is counted, so a message with losses stays even if a newer one replaces its rows.
      if (topic !== null && update !== null && REPLACING.has(topic) && lostCount === 0) {
        const older = entry.newest.get(topic)
        if (older !== undefined) {
          entry.deliveries[older] = null
          count -= 1
        }
        entry.newest.set(topic, entry.deliveries.length)
      }
      entry.deliveries.push(delivery)
      count += 1
      if (count >= MAX_PENDING || entry.deliveries.length >= 4 * MAX_PENDING || isOverdue()) flush()
    },
    drop(key) {
      const entry = pending.get(key)
      if (entry === undefined) return
      count -= entry.deliveries.filter((delivery) => delivery !== null).length
      pending.delete(key)
    },
    flush,
  }
}
