import type { CandleSlot } from '../../domain/candles'
import type { Decimals } from '../../domain/decimals'
import { formatClock, formatFixed, formatSigned } from '../../ui/format'

/** Open and close, and from one to the other in percent. */
export function candlePrices({ oldest, newest, high, low }: NonNullable<CandleSlot['candle']>) {
  const open = oldest.price
  const close = newest.price
  return { open, high, low, close, changePercent: open === 0 ? null : ((close - open) / open) * 100 }
}

/** Why a slot without a candle has none, or in what its candle falls short; null where there is nothing to say. */
export function slotRemark({ candle, partial }: CandleSlot): string | null {
  if (candle === null) return partial ? 'not seen' : 'no trade'
  return partial ? 'partly seen' : null
}

/** A slot as a sentence, for who hears it. */
export function slotSentence(slot: CandleSlot, base: string, decimals: Decimals): string {
  const { candle } = slot
  const remark = slotRemark(slot)
  const start = formatClock(slot.startMs)
  if (candle === null) return `${start}, ${remark}`
  const { open, high, low, close, changePercent } = candlePrices(candle)
  const price = (value: number) => formatFixed(value, decimals.price)
  const figures = [
    `open ${price(open)}`,
    `high ${price(high)}`,
    `low ${price(low)}`,
    `close ${price(close)}`,
    ...(changePercent === null ? [] : [`${formatSigned(changePercent, 2)} %`]),
    `volume ${formatFixed(candle.size, decimals.size)} ${base}`,
  ]
  return `${start}: ${figures.join(', ')}${remark === null ? '' : `, ${remark}`}`
}
