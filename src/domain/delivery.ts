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
}

/** What happened to one subject since the last commit, deliveries in their order. */
export interface SubjectBatch {
  readonly key: SubjectKey
  readonly link: LinkView | null
  readonly deliveries: readonly Delivery[]
}
