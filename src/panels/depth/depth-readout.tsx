import type { Book } from '../../domain/book'
import type { Decimals } from '../../domain/decimals'
import { type DepthSum, depthWithin } from '../../domain/depth'
import { priceOfUnits, unitsAbove, unitsBelow } from '../../domain/price-units'
import { formatFixed, formatUsd } from '../../ui/format'
import { distanceTexts, windowText } from './distance-text'

interface DepthReadoutProps {
  readonly book: Book
  readonly mid: number
  /** Half of the window, in percent of mid. */
  readonly percent: number
  /** Of the crosshair, in percent of mid; null: the whole window is told. */
  readonly distance: number | null
  readonly base: string
  readonly decimals: Decimals
  /** Stands between the sides. */
  readonly controls: React.ReactNode
}

/** What both sides hold up to the same distance from mid, in a place that never moves. */
export function DepthReadout({ book, mid, percent, distance, base, decimals, controls }: DepthReadoutProps) {
  const reach = distance ?? percent
  const { bids, asks } = depthWithin(book, mid, reach)
  const texts = distanceTexts(reach, percent)
  // Levels stand on whole units: rounded towards the mid, the price printed is still the farthest that counts.
  const low = toUnits(mid * (1 - reach / 100), decimals.price, unitsAbove)
  const high = toUnits(mid * (1 + reach / 100), decimals.price, unitsBelow)
  return (
    <figcaption className="grid shrink-0 grid-cols-2 items-center gap-x-3 px-3 py-1 text-2xs @lg:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <Side
        name="Bids"
        tone="text-up"
        edge={`≥ ${formatFixed(low, decimals.price)}`}
        {...{ sum: bids, base, decimals }}
      />
      <div className="order-first col-span-2 flex flex-col items-center @lg:order-none @lg:col-span-1">
        {controls}
        <p className="min-w-[24ch] text-left whitespace-nowrap">
          {distance === null ? (
            <span className="text-muted">{`Within ${windowText(percent)} of mid`}</span>
          ) : (
            `${texts.percent} · ${texts.bps} from mid`
          )}
        </p>
      </div>
      <div className="figure">
        <Side
          name="Asks"
          tone="text-down"
          edge={`≤ ${formatFixed(high, decimals.price)}`}
          {...{ sum: asks, base, decimals }}
        />
      </div>
    </figcaption>
  )
}

function toUnits(price: number, decimals: number, round: (price: number, decimals: number) => number | null): number {
  const units = round(price, decimals)
  return units === null ? price : priceOfUnits(units, decimals)
}

interface SideProps {
  readonly name: string
  readonly tone: string
  /** The prices that count. */
  readonly edge: string
  readonly sum: DepthSum
  readonly base: string
  readonly decimals: Decimals
}

function Side({ name, tone, edge, sum, base, decimals }: SideProps) {
  return (
    <div className="min-w-0">
      <p className="truncate">
        <span className={`font-medium ${tone}`}>{name}</span> <span className="text-muted">{edge}</span>
      </p>
      {/* Beside the controls both have their room, or the second is left out: half a figure is none. */}
      <p className="@lg:truncate">
        <span className="mr-1.5 inline-block @min-[42rem]:min-w-[15ch]">{`${formatFixed(sum.size, decimals.size)} ${base} `}</span>
        <span className="inline-block text-muted @lg:@max-[42rem]:hidden @min-[42rem]:min-w-[11ch]">
          ${formatUsd(sum.valueUsd)}
        </span>
      </p>
    </div>
  )
}
