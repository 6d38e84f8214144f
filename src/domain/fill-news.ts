import type { Fill } from './account'
import type { LinkView } from './link'
import { mergeMultiset } from './merge'

/**
 * How a fill came to be known: `new`, as it was told; `missed`, by the first list after the connection was away; `late`: it is
 * older than fills that were held before it came.
 */
type FillArrival = 'new' | 'missed' | 'late'

export interface FillNews {
  readonly arrival: FillArrival
  /** Newest first. */
  readonly fills: readonly Fill[]
}

/** An account's fills at one moment. */
export interface FillsLook {
  /** The account as it was opened: the same address opened anew is another object, and begins with a first list. */
  readonly owner: object | null
  readonly fills: readonly Fill[]
  /** The socket that brought a list last; null before the first. */
  readonly generation: number | null
  readonly link: Pick<LinkView, 'phase' | 'nextGeneration'> | undefined
}

/** What is known already. */
export interface SeenFills extends Omit<FillsLook, 'link'> {
  /** The socket that takes over by plan; null as soon as the connection was lost. */
  readonly heir: number | null
}

export const NOTHING_SEEN: SeenFills = { owner: null, fills: [], generation: null, heir: null }

/** A row's time is of the exchange's clock and to the second; beyond this it is history that was filled in. */
const LATE_MS = 60_000

/** What a look brings that the one before did not have: nothing from the first list, nor from rows that were sent again. */
export function lookAtFills(
  seen: SeenFills,
  look: FillsLook,
): { readonly seen: SeenFills; readonly news: readonly FillNews[] } {
  const { owner, fills, generation } = look
  const first = owner !== seen.owner || seen.generation === null
  const heir = heirOf(first ? NOTHING_SEEN : seen, look)
  const same = owner === seen.owner && fills === seen.fills && generation === seen.generation && heir === seen.heir
  const next = { seen: same ? seen : { owner, fills, generation, heir }, news: [] }
  if (first || fills === seen.fills) return next
  const merged = mergeMultiset(seen.fills, fills)
  const fresh = merged.slice(0, merged.length - seen.fills.length)
  const newestMs = seen.fills[0]?.timeMs ?? null
  const isLate = ({ timeMs }: Fill) => newestMs !== null && timeMs !== null && newestMs - timeMs > LATE_MS
  const away = generation !== seen.generation && generation !== seen.heir
  const news: FillNews[] = [
    { arrival: away ? 'missed' : 'new', fills: fresh.filter((fill) => !isLate(fill)) },
    { arrival: 'late', fills: fresh.filter(isLate) },
  ]
  return { ...next, news: news.filter((part) => part.fills.length > 0) }
}

function heirOf(seen: SeenFills, { link }: FillsLook): number | null {
  return link?.phase === 'confirmed' ? (link.nextGeneration ?? seen.heir) : null
}

/** News of an account as it is told: to whom it belongs, and whether its figures may be named. */
export interface ToldFills extends FillNews {
  readonly owner: object
  readonly sure: boolean
}

/** Two pieces of news as one, the newer one's fills first; of fills that came by different ways none is claimed. */
export function joinFills(older: ToldFills, newer: ToldFills): ToldFills {
  return {
    owner: newer.owner,
    arrival: older.arrival === newer.arrival ? newer.arrival : 'new',
    fills: [...newer.fills, ...older.fills],
    sure: older.sure && newer.sure,
  }
}

/** Σ price·size / Σ size in the quote currency; null where nothing was filled. */
export function averageFillPrice(fills: readonly Fill[]): number | null {
  const size = fills.reduce((sum, fill) => sum + fill.size, 0)
  if (size === 0) return null
  const average = fills.reduce((sum, fill) => sum + fill.price * fill.size, 0) / size
  // Dust must not put it outside of the prices that it is made of.
  const prices = fills.map(({ price }) => price)
  return Math.min(Math.max(...prices), Math.max(Math.min(...prices), average))
}
