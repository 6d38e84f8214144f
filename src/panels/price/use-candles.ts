import { useMemo } from 'react'
import { type CandleSeries, candleSlots, type CandleSlot } from '../../domain/candles'
import type { Gap } from '../../domain/gaps'

/** Intervals on show, the newest. */
const MAX_SLOTS = 600

export interface Candles {
  /** Oldest first. */
  readonly slots: readonly CandleSlot[]
  readonly gaps: readonly Gap[]
}

const NONE: Candles = { slots: [], gaps: [] }

/** What a market's series and gaps are drawn from; none without a market. */
export function useCandles(series: CandleSeries | undefined, gaps: readonly Gap[] | undefined): Candles {
  return useMemo(() => {
    if (series === undefined || gaps === undefined) return NONE
    return { slots: candleSlots(series, gaps, MAX_SLOTS), gaps }
  }, [series, gaps])
}
