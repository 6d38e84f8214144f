import type { Lag } from './lag'
import type { LinkView } from './link'
import type { SubjectKey } from './subject'
import type { Stamp } from './time'
import type { Rejection, Topic, Update } from './update'

/** One message of a subject as the feed hands it to the store: an update, or the news that there is none. */
export interface Delivery {
  /** The socket it came by. */
  readonly generation: number
  readonly at: Stamp
  readonly topic: Topic | null
  readonly update: Update | null
  readonly lostCount: number
  readonly lost: readonly Rejection[]
  /** Measured where the message's newest time advanced. */
  readonly lag: Lag | null
}

/** One line of a connection's story. */
export interface LogEntry {
  readonly at: Stamp
  readonly text: string
}

/** What happened to one subject since the last commit, deliveries in their order. */
export interface SubjectBatch {
  readonly key: SubjectKey
  readonly link: LinkView | null
  readonly deliveries: readonly Delivery[]
  readonly log: readonly LogEntry[]
  /** Everything that came, merged or not. */
  readonly messages: number
  readonly chars: number
  /** Of the messages, the books that a newer one replaced before the page was drawn; they were not read. */
  readonly superseded: number
}
