import type { TradeSide } from './order-type'
import { type Match, matchUsd } from './tape'

/** Matches of one transaction and taker side, side by side on the tape: what one order took, level by level. */
export interface TradeGroup {
  /** Of its oldest match, so that a group that grows keeps it. */
  readonly key: string
  readonly version: string
  readonly timeMs: number
  readonly takerSide: TradeSide | null
  /** Newest first. */
  readonly matches: readonly Match[]
  readonly low: number
  readonly high: number
  readonly size: number
  readonly valueUsd: number
  readonly averagePrice: number
}

/**
 * Rows of the tape as groups, in its order. Matches whose side is not known are grouped with their like alone, so that
 * no side is claimed for them. `together` = false: one row a match, in the same shape.
 */
export function groupMatches(matches: readonly Match[], together = true): TradeGroup[] {
  const groups: TradeGroup[] = []
  let start = 0
  for (let index = 1; index <= matches.length; index += 1) {
    const first = matches[start]
    if (first === undefined || (together && isSameOrder(first, matches[index]))) continue
    groups.push(groupOf(first, matches.slice(start, index)))
    start = index
  }
  return groups
}

function isSameOrder(a: Match, b: Match | undefined): boolean {
  return a.version === b?.version && a.takerSide === b.takerSide && a.timeMs === b.timeMs
}

function groupOf(first: Match, matches: readonly Match[]): TradeGroup {
  const { version, timeMs, takerSide } = first
  let { key, price: low, price: high } = first
  let size = 0
  let valueUsd = 0
  let weighted = 0
  for (const match of matches) {
    key = match.key
    low = Math.min(low, match.price)
    high = Math.max(high, match.price)
    size += match.size
    valueUsd += matchUsd(match)
    weighted += match.price * match.size
  }
  // Sizes of 0 have no average; dust must not put it outside of the prices that it is made of.
  const averagePrice = size === 0 ? first.price : Math.min(high, Math.max(low, weighted / size))
  return { key, version, timeMs, takerSide, matches, low, high, size, valueUsd, averagePrice }
}

/** Groups of at least that value in the quote currency; the same list back for 0. Large trades are told by the same. */
export function groupsFrom(groups: readonly TradeGroup[], leastUsd: number): readonly TradeGroup[] {
  return leastUsd <= 0 ? groups : groups.filter(({ valueUsd }) => valueUsd >= leastUsd)
}
