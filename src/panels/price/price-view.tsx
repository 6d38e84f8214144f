import { useEffect, useMemo, useState } from 'react'
import type { CandleSlot } from '../../domain/candles'
import type { Decimals } from '../../domain/decimals'
import { fillMarks } from '../../domain/fill-marks'
import type { CandleSeconds } from '../../domain/preferences'
import { selectAccount, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useTopicState } from '../../store/use-freshness'
import { useOwnMarks } from '../../store/use-own-marks'
import { late } from '../../ui/late'
import { CandleNote } from './candle-note'
import { CandleReadout } from './candle-readout'
import { CandleSlider } from './candle-slider'
import type { PricePicture } from './price-picture'
import { useCandles } from './use-candles'
import { usePriceStore } from './use-price-store'

const PriceChart = late(
  async () => (await import('./price-chart')).PriceChart,
  <p className="absolute inset-0 content-center text-center text-xs text-muted">Loading the chart…</p>,
)

interface PriceViewProps {
  readonly base: string
  readonly decimals: Decimals
  readonly seconds: CandleSeconds
}

/** Key it by the interval. */
export function PriceView({ base, decimals, seconds }: PriceViewProps) {
  const series = usePriceStore((state) => selectMarket(state)?.candles[seconds])
  const seenGaps = usePriceStore((state) => selectMarket(state)?.gaps)
  const { slots, gaps } = useCandles(series, seenGaps)
  const [picture, setPicture] = useState<PricePicture | null>(null)
  /** Start of the candle under the crosshair; null: none. */
  const [pickedMs, setPickedMs] = useState<number | null>(null)
  const [isAway, setAway] = useState(false)
  const { withheld } = useTopicState('recent_trades')
  const { marks, sure } = usePositionMarks()
  const fills = useFillMarks(seconds * 1000, slots)
  useEffect(() => picture?.draw(slots), [picture, slots])
  useEffect(() => picture?.mark(marks, sure), [picture, marks, sure])
  useEffect(() => picture?.markFills(fills), [picture, fills])
  const last = slots.at(-1)
  const shown = slots.find(({ startMs }) => startMs === pickedMs) ?? last

  function pick(slot: CandleSlot | null) {
    setPickedMs(slot?.startMs ?? null)
    picture?.point(slot)
  }

  if (shown === undefined) return null
  return (
    <figure
      aria-label={`Price in candles of ${seconds} s`}
      className="@container flex min-h-40 min-w-0 flex-1 flex-col has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-2 has-[input:focus-visible]:outline-accent"
    >
      <CandleReadout
        slot={shown}
        isLast={shown === last}
        fills={fills.filter(({ startMs }) => startMs === shown.startMs)}
        withheld={withheld}
        base={base}
        decimals={decimals}
      />
      <div className="relative min-h-24 flex-1">
        <div aria-hidden="true" className="absolute inset-0">
          <PriceChart
            priceDecimals={decimals.price}
            seconds={seconds}
            onReady={setPicture}
            onPoint={setPickedMs}
            onAway={setAway}
          />
        </div>
        <CandleSlider
          slots={slots}
          shown={shown}
          picked={pickedMs !== null}
          base={base}
          decimals={decimals}
          onPick={pick}
          picture={picture}
        />
        {isAway && (
          <button
            type="button"
            onClick={() => picture?.toNewest()}
            className="absolute right-16 bottom-8 z-10 rounded border border-line bg-raised px-2 py-0.5 text-2xs hover:text-accent"
          >
            To the newest
          </button>
        )}
      </div>
      <CandleNote gaps={gaps} marks={marks} sure={sure} priceDecimals={decimals.price} />
    </figure>
  )
}

/** Entry, liquidation, take profit and stop loss; resting orders stand in the book and its depth. */
function usePositionMarks() {
  const { marks, sure } = useOwnMarks()
  return { marks: useMemo(() => marks.filter(({ kind }) => kind !== 'order'), [marks]), sure }
}

/** Own fills at the candles on show. */
function useFillMarks(intervalMs: number, slots: readonly CandleSlot[]) {
  const fills = useStore((state) => selectAccount(state).fills)
  const marketId = useStore((state) => state.marketId)
  const { state } = useTopicState('trade_history')
  const isDoubted = state === 'unverified'
  const marks = useMemo(
    () => (isDoubted ? [] : fillMarks(fills, marketId, intervalMs)),
    [fills, marketId, intervalMs, isDoubted],
  )
  const fromMs = slots[0]?.startMs ?? Number.POSITIVE_INFINITY
  const toMs = slots.at(-1)?.startMs ?? Number.NEGATIVE_INFINITY
  return useMemo(() => marks.filter(({ startMs }) => startMs >= fromMs && startMs <= toMs), [marks, fromMs, toMs])
}
