import { roundTicks } from '../../domain/depth-window'
import { formatFixed } from '../../ui/format'
import { axisDecimals, axisSize } from './distance-text'
import { leftOf } from './places'

const PRICE_TICKS_A_SIDE = 3
const SIZE_TICKS = 6
/** Room over the larger side, in which the highest label fits. */
const HEADROOM = 1.12

/** The size at the upper edge of the plot, in base units, for a largest size on show. */
export function topOf(deepest: number): number {
  return deepest > 0 ? deepest * HEADROOM : 1
}

const sizeTicks = (top: number) => roundTicks(top / HEADROOM, SIZE_TICKS)

/** Signed distances at which the price axis has a tick, in percent of mid. */
const priceTicks = (percent: number) => {
  const away = roundTicks(percent, PRICE_TICKS_A_SIDE)
  return [...away.map((tick) => -tick).reverse(), 0, ...away]
}

interface GridProps {
  readonly percent: number
  /** The size at the upper edge. */
  readonly top: number
}

/** Lines under the curves, and the sizes at their right. */
export function DepthGrid({ percent, top }: GridProps) {
  return (
    <div aria-hidden="true" className="pointer-events-none">
      {priceTicks(percent).map((tick) => (
        <div
          key={tick}
          className={`absolute inset-0 border-l border-line ${tick === 0 ? 'border-dashed' : ''}`}
          style={{ transform: `translateX(${leftOf(tick / percent)})` }}
        />
      ))}
      {sizeTicks(top).map((size) => (
        <div key={size} className="absolute inset-0 border-b border-line" style={raised(size / top)} />
      ))}
    </div>
  )
}

/** Of an element as high as the picture: moved and not placed anew, which would be a shift of the layout. */
const raised = (share: number) => ({ transform: `translateY(${-share * 100}%)` })

/** Sizes over the curves, at the right edge. */
export function SizeLabels({ top, base }: { readonly top: number; readonly base: string }) {
  const ticks = sizeTicks(top)
  return (
    <div aria-hidden="true" className="pointer-events-none">
      {ticks.map((size, index) => (
        <div key={size} className="absolute inset-0" style={raised(size / top)}>
          <div className="figure absolute inset-x-1 bottom-0 text-2xs leading-3 text-muted">
            <span className="rounded-sm bg-panel/60">
              {axisSize(size) + (index === ticks.length - 1 ? ` ${base}` : '')}
            </span>
          </div>
        </div>
      ))}
    </div>
  )
}

interface PriceAxisProps {
  readonly mid: number
  readonly percent: number
  readonly priceDecimals: number
}

/** Prices at even distances: while the window stays, its ticks do not move, whatever the mid does. */
export function PriceAxis({ mid, percent, priceDecimals }: PriceAxisProps) {
  const ticks = priceTicks(percent)
  const nearest = ticks.find((tick) => tick > 0) ?? percent
  const decimals = axisDecimals((mid * nearest) / 100, priceDecimals)
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none relative h-4 shrink-0 overflow-hidden border-t border-line text-2xs leading-4"
    >
      {ticks.map((tick) => (
        <div key={tick} className="absolute inset-0" style={{ transform: `translateX(${leftOf(tick / percent)})` }}>
          <span className={`absolute whitespace-nowrap ${anchor(tick / percent)}`}>
            {tick === 0 ? formatFixed(mid, priceDecimals + 1) : formatFixed(mid * (1 + tick / 100), decimals)}{' '}
            <span className="hidden text-faint @lg:inline">
              {tick === 0 ? 'mid' : `${tick < 0 ? '−' : '+'}${Math.abs(tick)} %`}
            </span>
          </span>
        </div>
      ))}
    </div>
  )
}

/** What stands at an edge is written inwards. */
function anchor(place: number): string {
  return place < -0.85 ? 'translate-x-1' : place > 0.85 ? '-translate-x-full pr-1' : '-translate-x-1/2'
}
