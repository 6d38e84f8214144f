import { type Book, bookTop, type Level } from './book'

/** How the sizes within a distance of the mid are divided, or why nobody can say. */
export type Imbalance =
  /** Sizes in the base unit, and the bids' share of both, 0 to 1. */
  | { readonly known: true; readonly bidSize: number; readonly askSize: number; readonly bidShare: number }
  /** Crossed, locked, one-sided or empty: there is no middle to weigh around. */
  | { readonly known: false; readonly because: 'no-mid' }
  /** The spread is so wide that the best prices lie farther out. */
  | { readonly known: false; readonly because: 'wide-spread' }
  /** The shorter side's last level lies nearer, and whether more stands behind it the exchange does not tell. */
  | { readonly known: false; readonly because: 'short-book'; readonly endsBps: number }

/** The sizes within ± `withinBps` of the mid, the edge included. */
export function imbalance(book: Book, withinBps: number): Imbalance {
  const { mid } = bookTop(book)
  if (mid === null) return { known: false, because: 'no-mid' }
  const reach = (mid * withinBps) / 10_000
  const bidSize = sizeUntil(book.bids, mid - reach, -1)
  const askSize = sizeUntil(book.asks, mid + reach, 1)
  if (bidSize === 0 || askSize === 0) return { known: false, because: 'wide-spread' }
  const end = Math.min(mid - (book.bids.at(-1)?.price ?? mid), (book.asks.at(-1)?.price ?? mid) - mid)
  if (end < reach) return { known: false, because: 'short-book', endsBps: (end / mid) * 10_000 }
  return { known: true, bidSize, askSize, bidShare: bidSize / (bidSize + askSize) }
}

function sizeUntil(side: readonly Level[], limit: number, direction: 1 | -1): number {
  let size = 0
  for (const level of side) {
    if ((level.price - limit) * direction > 0) break
    size += level.size
  }
  return size
}

/** The newest change that any level of the book names, in the exchange's time; null where none does. */
export function newestChangeMs(book: Book): number | null {
  let newest: number | null = null
  for (const side of [book.bids, book.asks]) {
    for (const { updatedMs } of side) {
      if (updatedMs !== null && (newest === null || updatedMs > newest)) newest = updatedMs
    }
  }
  return newest
}

/** How long before the book's newest change a level changed last: both times are the exchange's, so no clock misleads. */
export function levelAgeMs(level: Level, newestMs: number | null): number | null {
  return level.updatedMs === null || newestMs === null ? null : Math.max(0, newestMs - level.updatedMs)
}
