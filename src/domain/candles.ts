import { type Gap, overlapsGap } from './gaps'
import { barOf, extendBar, type PriceBar } from './price-bar'
import { type Match, placeMs } from './tape'

/** The matches of [startMs, startMs + interval), by their place on the tape; open and close are `oldest.price`, `newest.price`. */
export interface Candle extends PriceBar {
  readonly startMs: number
}

/** Candles of one interval, oldest first; an interval without a match has none. */
export interface CandleSeries {
  readonly intervalMs: number
  /** More are not kept; the oldest go. */
  readonly limit: number
  readonly candles: readonly Candle[]
  /** Older candles have gone. */
  readonly cut: boolean
}

export function emptyCandles(intervalMs: number, limit: number): CandleSeries {
  return { intervalMs, limit, candles: [], cut: false }
}

/**
 * The series with matches that it does not hold yet (addLegs), in any order: whatever the order, the same candles
 * come out. The same series back where there is no news.
 */
export function addToCandles(series: CandleSeries, fresh: readonly Match[]): CandleSeries {
  if (fresh.length === 0) return series
  const { intervalMs, limit } = series
  const candles = [...series.candles]
  for (const match of fresh) {
    const startMs = Math.floor(placeMs(match) / intervalMs) * intervalMs
    const index = firstFrom(candles, startMs)
    const held = candles[index]
    if (held?.startMs === startMs) candles[index] = { ...extendBar(held, match), startMs }
    else candles.splice(index, 0, { ...barOf(match), startMs })
  }
  if (candles.length <= limit) return { ...series, candles }
  // With them goes what a late match made of an interval that had gone: a part would pass for the whole.
  return { ...series, candles: candles.slice(-limit), cut: true }
}

/** Index of the first candle at or after a time. */
function firstFrom(candles: readonly Candle[], timeMs: number): number {
  let low = 0
  let high = candles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candles[middle]?.startMs ?? Infinity) < timeMs) low = middle + 1
    else high = middle
  }
  return low
}

/** One interval of a chart. Without a candle: nothing was traded, or, if it is partial, nothing is known. */
export interface CandleSlot {
  readonly startMs: number
  readonly candle: Candle | null
  /** Part of the interval, or all of it, was not seen. */
  readonly partial: boolean
}

/**
 * Every interval from the first candle to the last, at most the newest `limit`, none invented: gaps stay gaps. The very
 * first candle is partial, since the list at the subscription may begin in its middle.
 */
export function candleSlots(series: CandleSeries, gaps: readonly Gap[], limit: number): CandleSlot[] {
  const { candles, intervalMs, cut } = series
  const first = candles[0]
  const last = candles.at(-1)
  if (first === undefined || last === undefined) return []
  const fromMs = Math.max(first.startMs, last.startMs - (limit - 1) * intervalMs)
  const slots: CandleSlot[] = []
  let index = firstFrom(candles, fromMs)
  for (let startMs = fromMs; startMs <= last.startMs; startMs += intervalMs) {
    const next = candles[index]
    const candle = next?.startMs === startMs ? next : null
    if (candle !== null) index += 1
    const begins = candle === first && !cut
    slots.push({ startMs, candle, partial: begins || overlapsGap(gaps, startMs, startMs + intervalMs) })
  }
  return slots
}
