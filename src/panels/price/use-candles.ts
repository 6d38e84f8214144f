import { useEffect, useMemo, useState } from 'react'
import { type CandleSeries, candleSlots, type CandleSlot } from '../../domain/candles'
import type { Gap } from '../../domain/gaps'
import type { CandleSeconds } from '../../domain/preferences'
import type { MarketSubject } from '../../domain/subject'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'

interface CandleLook {
  readonly market: MarketSubject | null
  readonly series: CandleSeries
  readonly gaps: readonly Gap[]
}

/** The same object back where nothing is new. */
function look(seconds: CandleSeconds, before: CandleLook | null): CandleLook | null {
  const state = useStore.getState()
  const data = selectMarket(state)
  if (data === undefined) return null
  const series = data.candles[seconds]
  if (before?.market === state.market && before.series === series && before.gaps === data.gaps) return before
  return { market: state.market, series, gaps: data.gaps }
}

/** Intervals on show, the newest. */
const MAX_SLOTS = 600
const NONE: { readonly slots: readonly CandleSlot[]; readonly gaps: readonly Gap[] } = { slots: [], gaps: [] }

/**
 * The candles of the market on show, looked at at most once every `everyMs`, oldest first. What it holds may be older
 * than the store for that long, but never of a market that was left. Key the component by the interval.
 */
export function useCandles(seconds: CandleSeconds, everyMs: number): typeof NONE {
  const market = useStore((state) => state.market)
  const [held, setHeld] = useState(() => look(seconds, null))
  useEffect(() => {
    let seen: CandleLook | null = null
    let timer: ReturnType<typeof setTimeout> | null = null
    function take() {
      timer = null
      seen = look(seconds, seen)
      setHeld(seen)
    }
    take()
    const unsubscribe = useStore.subscribe(() => {
      if (timer === null && look(seconds, seen) !== seen) timer = setTimeout(take, everyMs)
    })
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [seconds, everyMs])
  return useMemo(() => {
    if (held === null || held.market !== market) return NONE
    return { slots: candleSlots(held.series, held.gaps, MAX_SLOTS), gaps: held.gaps }
  }, [held, market])
}
