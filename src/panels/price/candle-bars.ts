/** Slots as the chart library takes them. */
import type { CandleSlot } from '../../domain/candles'
import type { Colors } from '../../ui/tokens'
import { candlePrices } from './candle-words'
import { toTime } from './chart-time'

/**
 * Index of the first slot that is not in the picture as it is; 0: the picture must be made anew. The library takes news
 * cheaply only from its last bar on.
 */
export function firstNews(drawn: readonly CandleSlot[], slots: readonly CandleSlot[]): number {
  const last = drawn.at(-1)
  if (last === undefined) return 0
  const index = slots.findLastIndex(({ startMs }) => startMs === last.startMs)
  const shift = drawn.length - 1 - index
  if (index <= 0 || shift < 0) return 0
  for (let place = 0; place < index; place += 1) {
    const before = drawn[place + shift]
    const now = slots[place]
    if (before?.candle !== now?.candle || before?.partial !== now?.partial) return 0
  }
  return index
}

export function unseenBar({ startMs, partial }: CandleSlot) {
  const time = toTime(startMs)
  return partial ? { time, value: 1 } : { time }
}

export function volumeBar({ startMs, candle }: CandleSlot, colors: Colors) {
  const time = toTime(startMs)
  if (candle === null) return { time }
  const { open, close } = candlePrices(candle)
  return { time, value: candle.size, color: `${close < open ? colors.down : colors.up}66` }
}

export function candleBar({ startMs, candle, partial }: CandleSlot, colors: Colors) {
  const time = toTime(startMs)
  if (candle === null) return { time }
  const { open, high, low, close } = candlePrices(candle)
  return { time, open, high, low, close, ...(partial ? { borderColor: colors.warn, wickColor: colors.warn } : {}) }
}
