import { useMemo } from 'react'
import type { Candle, CandleSlot } from '../../domain/candles'
import type { Decimals } from '../../domain/decimals'
import type { CandleSeconds } from '../../domain/preferences'
import { selectMarket } from '../../store/selectors'
import { useTableStore } from '../../store/use-table-store'
import { type Column, DataTable } from '../../ui/data-table'
import { Time } from '../../ui/figures'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'
import { CandleNote } from './candle-note'
import { candlePrices, slotRemark } from './candle-words'
import { useCandles } from './use-candles'

interface CandleTableProps {
  readonly base: string
  readonly decimals: Decimals
  readonly seconds: CandleSeconds
}

/** The candles as text, newest first. Key it by the interval. */
export function CandleTable({ base, decimals, seconds }: CandleTableProps) {
  const series = useTableStore((state) => selectMarket(state)?.candles[seconds])
  const seenGaps = useTableStore((state) => selectMarket(state)?.gaps)
  const { slots, gaps } = useCandles(series, seenGaps)
  const rows = useMemo(() => tableRows(slots), [slots])
  const columns = useMemo(() => candleColumns(base, decimals), [base, decimals])
  return (
    <>
      <DataTable label="Candles" columns={columns} rows={rows} rowKey={({ startMs }) => String(startMs)} />
      <CandleNote gaps={gaps} marks={[]} sure priceDecimals={decimals.price} />
    </>
  )
}

/** Candles, and one row for all that was not seen in between; times without a trade have none. */
function tableRows(slots: readonly CandleSlot[]): CandleSlot[] {
  const isUnseen = (slot: CandleSlot | undefined) => slot?.candle === null && slot.partial
  return slots
    .filter((slot, index) => slot.candle !== null || (isUnseen(slot) && !isUnseen(slots[index - 1])))
    .reverse()
}

function candleColumns(base: string, { price, size }: Decimals): readonly Column<CandleSlot>[] {
  const figure = (header: string, cell: (candle: Candle) => string): Column<CandleSlot> => ({
    header,
    align: 'right',
    cell: ({ candle }) => (candle === null ? NO_FIGURE : cell(candle)),
  })
  return [
    {
      header: 'Time',
      cell: (slot) => (
        <>
          <Time timeMs={slot.startMs} />
          {slot.partial && <span className="ml-2 text-2xs text-warn">{slotRemark(slot)}</span>}
        </>
      ),
    },
    figure('Open', (candle) => formatFixed(candlePrices(candle).open, price)),
    figure('High', (candle) => formatFixed(candle.high, price)),
    figure('Low', (candle) => formatFixed(candle.low, price)),
    figure('Close', (candle) => formatFixed(candlePrices(candle).close, price)),
    figure(`Volume (${base})`, (candle) => formatFixed(candle.size, size)),
    figure('Volume ($)', (candle) => formatUsd(candle.valueUsd)),
    figure('Trades', (candle) => String(candle.trades)),
  ]
}
