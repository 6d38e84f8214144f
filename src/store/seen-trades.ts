import { addToCandles, type CandleSeries, emptyCandles } from '../domain/candles'
import type { Gap } from '../domain/gaps'
import type { CandleSeconds } from '../domain/preferences'
import { addToSession, type SessionTrades } from '../domain/session-stats'
import type { Match } from '../domain/tape'

/** What the tape of a market has shown since the page opened it, as far back as its first list reaches. It outlives the tape's cut. */
export interface SeenTrades {
  /** null before the first trade. */
  readonly session: SessionTrades | null
  readonly candles: Readonly<Record<CandleSeconds, CandleSeries>>
  /** Oldest first. */
  readonly gaps: readonly Gap[]
}

/** Kept for each interval, in candles with trades: of seconds at least the longest window of the taker flow. */
const KEPT: Readonly<Record<CandleSeconds, number>> = { 1: 960, 5: 720, 60: 720, 300: 600 }

const noCandles = (seconds: CandleSeconds) => emptyCandles(seconds * 1000, KEPT[seconds])

export const NOTHING_SEEN: SeenTrades = {
  session: null,
  candles: { 1: noCandles(1), 5: noCandles(5), 60: noCandles(60), 300: noCandles(300) },
  gaps: [],
}

/** `fresh`: matches that were not added before, in any order. */
export function addToSeen({ session, candles, gaps }: SeenTrades, fresh: readonly Match[]): SeenTrades {
  const grown = (seconds: CandleSeconds) => addToCandles(candles[seconds], fresh)
  return {
    session: addToSession(session, fresh),
    candles: { 1: grown(1), 5: grown(5), 60: grown(60), 300: grown(300) },
    gaps,
  }
}
