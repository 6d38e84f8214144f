import { barOf, extendBar, type PriceBar } from './price-bar'
import { type Match, placeMs } from './tape'

/** Everything that the tape of a market has shown since the page opened it, gone from the tape or not. */
export type SessionTrades = PriceBar

/** null: no trade seen so far. `fresh`: matches that were not added before (addLegs), in any order. */
export function addToSession(session: SessionTrades | null, fresh: readonly Match[]): SessionTrades | null {
  let sum = session
  for (const match of fresh) sum = sum === null ? barOf(match) : extendBar(sum, match)
  return sum
}

export interface SessionStats {
  readonly high: number
  readonly low: number
  readonly firstPrice: number
  readonly lastPrice: number
  /** From the first price seen to the last, in percent; the exchange delivers no figure of 24 hours. */
  readonly changePercent: number
  readonly size: number
  readonly valueUsd: number
  readonly trades: number
  /** Time of the oldest trade seen, which lies before the page's opening where the first list reached back. */
  readonly sinceMs: number
}

export function sessionStats({ oldest, newest, ...sums }: SessionTrades): SessionStats {
  const { high, low, size, valueUsd, trades } = sums
  return {
    high,
    low,
    size,
    valueUsd,
    trades,
    firstPrice: oldest.price,
    lastPrice: newest.price,
    changePercent: ((newest.price - oldest.price) / oldest.price) * 100,
    sinceMs: placeMs(oldest),
  }
}
