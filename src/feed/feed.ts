/** One subject kept true: a connection, and during a planned renewal the one that takes over from it. */
import { createLagWatch } from '../domain/lag'
import type { Network } from '../domain/market'
import { type Subject, type SubjectKey, subjectKey } from '../domain/subject'
import { ageMs } from '../domain/time'
import type { Batch } from './batch'
import { type Connection, type ConnectionDeps, openConnection } from './connection'
import { RESUBSCRIBE_AFTER_MS } from './deadlines'
import { type LinkEvent, type LinkPast, NO_PAST, viewLink } from './link-state'

export interface FeedDeps extends Omit<ConnectionDeps, 'nextGeneration'> {
  readonly batch: Batch
}

export interface Feed {
  readonly key: SubjectKey
  readonly notify: (event: LinkEvent) => void
  readonly close: () => void
}

export interface Feeds {
  /** Opens the subject's socket at once; the caller closes it when the subject is left. */
  readonly open: (subject: Subject, network: Network) => Feed
  /** Tells every open feed: `doubt`, `suspend`, `resume`, `retry-now`. */
  readonly notify: (event: LinkEvent) => void
}

/** How long two sockets of a subject may stand side by side once the second brings something. */
const HAND_OVER_MS = 1_000

export function createFeeds(deps: FeedDeps): Feeds {
  const open = new Set<Feed>()
  let generations = 0
  const nextGeneration = () => {
    generations += 1
    return generations
  }
  return {
    open(subject, network) {
      const feed = openFeed(subject, network, { ...deps, nextGeneration }, deps.batch)
      open.add(feed)
      return {
        ...feed,
        close() {
          open.delete(feed)
          feed.close()
        },
      }
    },
    notify(event) {
      for (const feed of open) feed.notify(event)
    },
  }
}

interface Successor {
  readonly connection: Connection
  cancelHandOver: (() => void) | null
}

function openFeed(subject: Subject, network: Network, deps: ConnectionDeps, batch: Batch): Feed {
  const key = subjectKey(subject)
  const measureLag = createLagWatch()
  let successor: Successor | null = null
  let current = open(NO_PAST)

  function open(past: LinkPast): Connection {
    const connection = openConnection(subject, network, deps, past, measureLag, {
      changed: () => (connection === current ? onCurrent() : onSuccessor()),
      delivered(delivery, chars) {
        // A list that the new socket has brought is not overwritten by what the old one still sends.
        const { topic } = delivery
        const superseded = connection === current && topic !== null && successor?.connection.heard().has(topic) === true
        if (!superseded) batch.deliver(key, delivery, chars)
      },
      defer: batch.defer,
      superseded: (chars) => batch.superseded(key, chars),
      log: (text) => batch.log(key, { at: deps.now(), text }),
      renew: beginRenewal,
    })
    return connection
  }

  function publish() {
    const next = successor?.connection.state()
    const view = viewLink(current.state(), next?.phase === 'confirmed' ? next.generation : null)
    batch.link(key, { ...view, ...current.doubts() })
  }

  function beginRenewal() {
    if (successor !== null) return
    successor = { connection: open(current.state()), cancelHandOver: null }
    successor.connection.notify({ type: 'start' })
  }

  function onSuccessor() {
    if (successor === null) return
    const { connection } = successor
    const { phase, since } = connection.state()
    if (giveUpSilent()) return
    if (phase === 'waiting') {
      const brought = connection.heard().size > 0
      // It failed where the old one still stands: the next renewal tries again.
      endRenewal()
      // What it brought displaced what the old one sent since: only a fresh socket makes that whole.
      if (brought) current.notify({ type: 'doubt' })
    } else if (phase === 'confirmed') {
      const complete = [...current.heard()].every((topic) => connection.heard().has(topic))
      // Also judged by the messages: timers of a hidden tab may come a minute late.
      if (complete || ageMs(since, deps.now()) >= HAND_OVER_MS) takeOver()
      else {
        successor.cancelHandOver ??= deps.setTimer(takeOver, HAND_OVER_MS)
        publish()
      }
    }
  }

  // Where a socket that stands alone subscribes once more, one beside another is given up: the next renewal tries again.
  function giveUpSilent(): boolean {
    if (successor === null) return false
    const { phase, since } = successor.connection.state()
    const at = deps.now()
    if (phase !== 'unconfirmed' || ageMs(since, at) < RESUBSCRIBE_AFTER_MS) return false
    batch.log(key, { at, text: 'the new socket brought nothing usable and was given up' })
    endRenewal()
    return true
  }

  function endRenewal() {
    if (successor === null) return
    const { connection, cancelHandOver } = successor
    successor = null
    cancelHandOver?.()
    connection.close()
    publish()
  }

  function takeOver() {
    if (successor === null) return
    successor.cancelHandOver?.()
    const old = current
    current = successor.connection
    successor = null
    old.close()
    publish()
  }

  // The old socket may die while the new one is on its way: then that one is the subject's connection.
  function onCurrent() {
    if (successor !== null && current.state().phase === 'waiting') takeOver()
    else if (!giveUpSilent()) publish()
  }

  current.notify({ type: 'start' })
  return {
    key,
    notify(event) {
      // A renewal stands on the same doubtful network, and the old socket is about to be replaced or given up anyway.
      if (event.type !== 'resume') endRenewal()
      current.notify(event)
    },
    close() {
      endRenewal()
      current.close()
      batch.drop(key)
    },
  }
}
