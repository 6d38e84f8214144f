import type { CandleSlot } from '../../domain/candles'
import type { Decimals } from '../../domain/decimals'
import type { FillMark } from '../../domain/fill-marks'
import { Time } from '../../ui/figures'
import { formatFixed, formatSigned, formatUsd, NO_FIGURE, plural } from '../../ui/format'
import { candlePrices, slotRemark } from './candle-words'

interface CandleReadoutProps {
  /** Under the crosshair, else the last. */
  readonly slot: CandleSlot
  readonly isLast: boolean
  /** Own fills in it. */
  readonly fills: readonly FillMark[]
  /** Figures that are too old are derived from no more. */
  readonly withheld: boolean
  readonly base: string
  readonly decimals: Decimals
}

/** The figures of a candle, in a place that never moves. */
export function CandleReadout({ slot, isLast, fills, withheld, base, decimals }: CandleReadoutProps) {
  const { candle, startMs } = slot
  const remark = slotRemark(slot)
  const prices = candle === null ? null : candlePrices(candle)
  const change = withheld ? null : (prices?.changePercent ?? null)
  const tone = change === null || change === 0 ? '' : change > 0 ? 'text-up' : 'text-down'
  const price = (value: number | undefined) => (value === undefined ? NO_FIGURE : formatFixed(value, decimals.price))
  const count = fills.reduce((sum, mark) => sum + mark.count, 0)
  return (
    <dl className="flex h-10 shrink-0 flex-wrap content-center gap-x-3 overflow-hidden px-3 text-2xs whitespace-nowrap @xl:h-6">
      <Figure name={isLast ? 'Last' : 'At'}>
        <Time timeMs={startMs} />
      </Figure>
      <Figure name="O" title="Open">
        {price(prices?.open)}
      </Figure>
      <Figure name="H" title="High">
        {price(prices?.high)}
      </Figure>
      <Figure name="L" title="Low">
        {price(prices?.low)}
      </Figure>
      <Figure name="C" title="Close">
        <span className={tone}>{price(prices?.close)}</span>
      </Figure>
      <Figure name="Change" hidden room={8}>
        <span className={tone}>{change === null ? NO_FIGURE : `${formatSigned(change, 2)} %`}</span>
      </Figure>
      <Figure name="Vol" title="Volume: one side of each trade">
        {candle === null ? (
          NO_FIGURE
        ) : (
          <>
            <span className="inline-block min-w-[15ch]">{`${formatFixed(candle.size, decimals.size)} ${base} `}</span>
            <span className="inline-block min-w-[10ch] text-muted">${formatUsd(candle.valueUsd)}</span>
          </>
        )}
      </Figure>
      {count > 0 && (
        <Figure name="Own" title={fills.map((mark) => fillText(mark, decimals)).join('\n')}>
          <span className="text-accent">{plural(count, 'fill')}</span>
        </Figure>
      )}
      {remark !== null && (
        <Figure name="Remark" hidden>
          <span className={slot.partial ? 'text-warn' : 'text-muted'}>{remark}</span>
        </Figure>
      )}
    </dl>
  )
}

function fillText({ side, count, size, averagePrice }: FillMark, decimals: Decimals): string {
  const what = plural(count, side ?? 'fill')
  return `${what}: ${formatFixed(size, decimals.size)} at ${formatFixed(averagePrice, decimals.price + 1)}`
}

interface FigureProps {
  readonly name: string
  /** The figure tells by itself what it is. */
  readonly hidden?: boolean
  readonly title?: string
  /** Characters that always find room, so that nothing shifts when the figure changes. */
  readonly room?: number
  readonly children: React.ReactNode
}

function Figure({ name, hidden = false, title, room = 0, children }: FigureProps) {
  return (
    <div className="flex gap-1" title={title}>
      <dt className={hidden ? 'sr-only' : 'text-muted'}>{name}</dt>
      <dd style={{ minWidth: `${room}ch` }}>{children}</dd>
    </div>
  )
}
