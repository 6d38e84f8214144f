import type { Book, Level } from './book'

/** Cumulative size (base units) at an evenly spaced price; null on the other side of the mid. */
export interface DepthPoint {
  readonly price: number
  readonly bid: number | null
  readonly ask: number | null
}

/**
 * The book over an even grid of `steps` prices on each side of the mid, as far as `span` (a fraction of the mid).
 * At a price the bid figure is the size of all bids at it or better, the ask figure that of all asks at it or better.
 */
export function depthGrid(book: Book, mid: number, span: number, steps: number): DepthPoint[] {
  const step = (mid * span) / steps
  const bids = alongGrid(book.bids, steps, (index) => mid - index * step, -1)
  const asks = alongGrid(book.asks, steps, (index) => mid + index * step, 1)
  const points: DepthPoint[] = []
  for (let index = steps; index >= 1; index -= 1) {
    points.push({ price: mid - index * step, bid: bids[index] ?? 0, ask: null })
  }
  points.push({ price: mid, bid: bids[0] ?? 0, ask: asks[0] ?? 0 })
  for (let index = 1; index <= steps; index += 1) {
    points.push({ price: mid + index * step, bid: null, ask: asks[index] ?? 0 })
  }
  return points
}

function alongGrid(side: readonly Level[], steps: number, priceAt: (index: number) => number, direction: 1 | -1) {
  const totals: number[] = []
  let next = 0
  let total = 0
  for (let index = 0; index <= steps; index += 1) {
    const limit = priceAt(index) * direction
    for (let level = side[next]; level !== undefined && level.price * direction <= limit; level = side[next]) {
      total += level.size
      next += 1
    }
    totals.push(total)
  }
  return totals
}

/** How far the levels of both sides reach, as a fraction of the mid; `share` of a side's levels lies within it. */
export function bookReach(book: Book, mid: number, share: number): number {
  const reach = (side: readonly Level[]) => {
    const level = side[Math.max(0, Math.ceil(side.length * share) - 1)]
    return level === undefined ? 0 : Math.abs(level.price - mid) / mid
  }
  return Math.max(reach(book.bids), reach(book.asks))
}

const NICE = [1, 2, 5]

/**
 * A round span (1, 2 or 5 · 10^n, as a fraction of the mid) that shows most of the book; `current` is kept while it
 * fits, so that the picture does not jump. One far order cannot spoil it: a fifth of a side's levels may lie outside.
 */
export function depthSpan(book: Book, mid: number, current: number | null): number {
  const reach = Math.max(bookReach(book, mid, 0.8), 1e-6)
  if (current !== null && reach <= current && reach >= current / 5) return current
  const power = 10 ** Math.floor(Math.log10(reach))
  const nice = NICE.find((step) => step * power >= reach)
  return Math.min(1, (nice ?? 10) * power)
}
