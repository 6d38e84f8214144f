import { type Book, bookTop } from './book'
import { reachPercent } from './depth'
import { MAX_DEPTH_PERCENT, MIN_DEPTH_PERCENT } from './preferences'

/** A window around the mid is named by its half, in percent of the mid. All are null where the book has no mid. */

/** The narrowest window: its best prices stand no farther out than half way, and it is no narrower than what may be chosen. */
export function leastPercent(book: Book): number | null {
  const { mid, spread } = bookTop(book)
  if (mid === null || spread === null) return null
  return Math.min(100, Math.max(MIN_DEPTH_PERCENT, (spread / mid) * 100))
}

/** So much of a side's levels may lie outside, one of three in a thin book: a far order does not spoil the picture. */
const SHARE_OUTSIDE = 0.2
const THIN = 3

function nearLevels(side: Book['bids']): Book['bids'] {
  const outside = side.length < THIN ? 0 : Math.max(1, Math.floor(side.length * SHARE_OUTSIDE))
  return side.slice(0, side.length - outside)
}

/** A fitted window is kept until the book would fill less than this part of it. */
const LEAST_FILLED = 0.2

/**
 * A round window (1, 2 or 5 · 10^n) that shows most of the book's levels, between the least and the most; `current` is
 * kept while it serves, so that the picture does not jump.
 */
export function fittedPercent(book: Book, current: number | null): number | null {
  const { mid } = bookTop(book)
  const least = leastPercent(book)
  if (mid === null || least === null) return null
  const reach = Math.max(reachPercent(nearLevels(book.bids), mid), reachPercent(nearLevels(book.asks), mid))
  if (current !== null && current >= least && reach <= current && reach >= current * LEAST_FILLED) return current
  return clamped(nextRound(reach), least)
}

/** The smallest of 1, 2 and 5 · 10^n that is not below a positive number. */
function nextRound(value: number): number {
  const power = Math.floor(Math.log10(value))
  const rounds = [1, 2, 5, 10, 20].map((step) => Number(`${step}e${power}`))
  return rounds.find((round) => round >= value) ?? value
}

/** The window in force for one that was chosen: within the limits, but never so narrow that it does not show the spread. */
export function clamped(percent: number, least: number): number {
  return Math.max(least, Math.min(MAX_DEPTH_PERCENT, percent))
}

/** The next round window on the way in or out. */
export function zoomStop(percent: number, direction: 'in' | 'out'): number {
  const rounds = ROUND_PERCENTS
  if (direction === 'out') return rounds.find((round) => round > percent * (1 + 1e-9)) ?? MAX_DEPTH_PERCENT
  return rounds.findLast((round) => round < percent * (1 - 1e-9)) ?? MIN_DEPTH_PERCENT
}

const ROUND_PERCENTS = [-2, -1, 0, 1].flatMap((power) => [1, 2, 5].map((step) => Number(`${step}e${power}`)))

/** Up to `count` even multiples of a round step, none beyond `most`; none for a range of nothing. */
export function roundTicks(most: number, count: number): number[] {
  if (!(most > 0)) return []
  const step = nextRound(most / count)
  return Array.from({ length: Math.floor((most / step) * (1 + 1e-9)) }, (_, index) =>
    Number(((index + 1) * step).toPrecision(12)),
  )
}
