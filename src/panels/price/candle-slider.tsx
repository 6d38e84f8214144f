import type { KeyboardEvent } from 'react'
import type { CandleSlot } from '../../domain/candles'
import type { Decimals } from '../../domain/decimals'
import { slotSentence } from './candle-words'
import type { PricePicture } from './price-picture'

interface CandleSliderProps {
  readonly slots: readonly CandleSlot[]
  readonly shown: CandleSlot
  /** It is so by the reader's choice. */
  readonly picked: boolean
  readonly base: string
  readonly decimals: Decimals
  readonly picture: Pick<PricePicture, 'zoom' | 'toNewest'> | null
  readonly onPick: (slot: CandleSlot | null) => void
}

/** The crosshair for the keyboard, and the candle under it for who hears the page: a slider along the candles. */
export function CandleSlider({ slots, shown, picked, base, decimals, picture, onPick }: CandleSliderProps) {
  // Times without a trade are passed over; of a time that was not seen the first is told.
  const stops = slots.filter((slot, index) => slot.candle !== null || (slot.partial && !isUnseen(slots[index - 1])))
  const place = stops.findIndex(({ startMs }) => startMs >= shown.startMs)

  function onKeyDown(event: KeyboardEvent) {
    // With them the browser zooms the page.
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === '+' || event.key === '=') picture?.zoom('in')
    else if (event.key === '-' || event.key === '_') picture?.zoom('out')
    else if (event.key === '0') picture?.toNewest()
    else if (event.key === 'Escape' && picked) onPick(null)
    else return
    event.preventDefault()
  }

  return (
    <input
      type="range"
      aria-label="Candle"
      aria-valuetext={slotSentence(shown, base, decimals)}
      aria-keyshortcuts="+ - 0 Escape"
      min={0}
      max={Math.max(0, stops.length - 1)}
      value={place < 0 ? stops.length - 1 : place}
      onChange={({ target }) => onPick(stops[Number(target.value)] ?? null)}
      onKeyDown={onKeyDown}
      onBlur={() => onPick(null)}
      className="pointer-events-none absolute inset-0 opacity-0"
    />
  )
}

const isUnseen = (slot: CandleSlot | undefined) => slot?.candle === null && slot.partial
