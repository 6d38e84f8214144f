import type { CandleSeries } from './candles'
import { type Gap, overlapsGap } from './gaps'
import { placeMs } from './tape'

/** Who took, in the quote currency. */
export interface TakerFlow {
  readonly buyUsd: number
  readonly sellUsd: number
  /** Taken by a side that is not known: in neither of the two. */
  readonly unknownUsd: number
  /** Buys among the two known sides, 0 to 1; null while nothing is known. */
  readonly buyShare: number | null
  readonly trades: number
  /** From when on everything that was seen is counted: the time asked for, or the oldest trade where less was seen. */
  readonly sinceMs: number
  /** What was seen reaches back to the time asked for. */
  readonly whole: boolean
  /** Part of the time was not seen. */
  readonly gapped: boolean
}

/**
 * Sums of what was traded from a moment on, which is told in the exchange's time and counted from the second in which it
 * lies. `seconds`: candles of one second, which outlive the tape. null: no trade was seen at all.
 */
export function takerFlow(seconds: CandleSeries, gaps: readonly Gap[], fromMs: number): TakerFlow | null {
  const { candles, intervalMs } = seconds
  const [oldest] = candles
  const newest = candles.at(-1)
  if (oldest === undefined || newest === undefined) return null
  const startMs = Math.floor(fromMs / intervalMs) * intervalMs
  let [buyUsd, sellUsd, valueUsd, trades] = [0, 0, 0, 0]
  for (let index = candles.length - 1; index >= 0; index -= 1) {
    const candle = candles[index]
    if (candle === undefined || candle.startMs < startMs) break
    buyUsd += candle.buyUsd
    sellUsd += candle.sellUsd
    valueUsd += candle.valueUsd
    trades += candle.trades
  }
  const known = buyUsd + sellUsd
  const whole = oldest.startMs < startMs
  return {
    buyUsd,
    sellUsd,
    // The sums carry float dust, which must not look like trades.
    unknownUsd: valueUsd - known <= valueUsd * 1e-12 ? 0 : valueUsd - known,
    buyShare: known === 0 ? null : buyUsd / known,
    trades,
    sinceMs: whole ? startMs : placeMs(oldest.oldest),
    whole,
    gapped: overlapsGap(gaps, startMs, Math.max(startMs, newest.startMs + intervalMs)),
  }
}
