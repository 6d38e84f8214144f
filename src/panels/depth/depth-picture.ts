import { AreaSeries, type AreaSeriesPartialOptions, createChart, LineType, type UTCTimestamp } from 'lightweight-charts'
import type { DepthCurves } from '../../domain/depth'
import type { Colors } from '../../ui/tokens'

export interface DepthPicture {
  /** `top`: the size at the upper edge, in base units. Nothing is drawn where nothing has changed. */
  readonly draw: (curves: DepthCurves, top: number) => void
  readonly remove: () => void
}

/**
 * Bids and asks as two stepped areas that fill the container. The library spaces points by index, so that the even grid's
 * indices stand for prices; axes, crosshair and marks are elements over the canvas, which can be read and tested.
 */
export function createDepthPicture(container: HTMLElement, colors: Colors): DepthPicture {
  let top = 1
  const chart = createChart(container, {
    autoSize: true,
    // Its own logo needs an inline style; the link the licence asks for stands in the footer.
    layout: { background: { color: 'transparent' }, attributionLogo: false },
    grid: { vertLines: { visible: false }, horzLines: { visible: false } },
    rightPriceScale: { visible: false, scaleMargins: { top: 0, bottom: 0 } },
    timeScale: { visible: false, minBarSpacing: 0.1, lockVisibleTimeRangeOnResize: true },
    crosshair: { vertLine: { visible: false }, horzLine: { visible: false } },
    handleScroll: false,
    handleScale: false,
  })
  const range = () => ({ priceRange: { minValue: 0, maxValue: top } })
  const bids = chart.addSeries(AreaSeries, { ...areaOptions(colors.up), autoscaleInfoProvider: range })
  const asks = chart.addSeries(AreaSeries, { ...areaOptions(colors.down), autoscaleInfoProvider: range })
  let drawn: DepthCurves = { bids: [], asks: [] }
  return {
    draw(curves, nextTop) {
      if (top === nextTop && equal(drawn.bids, curves.bids) && equal(drawn.asks, curves.asks)) return
      const steps = curves.bids.length - 1
      const isFirst = drawn.bids.length !== curves.bids.length
      top = nextTop
      drawn = curves
      bids.setData(curves.bids.map((value, index) => ({ time: toTime(steps - index), value })).reverse())
      asks.setData(curves.asks.map((value, index) => ({ time: toTime(steps + index), value })))
      if (isFirst) chart.timeScale().fitContent()
    },
    remove() {
      chart.remove()
    },
  }
}

const equal = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((value, index) => value === other[index])

// The library's chart of prices would be a kilobyte more than the one of times, which the price chart needs too.
function toTime(index: number): UTCTimestamp {
  if (!isTime(index)) throw new RangeError('an index is a whole number')
  return index
}

const isTime = (index: number): index is UTCTimestamp => Number.isInteger(index)

function areaOptions(color: string): AreaSeriesPartialOptions {
  return {
    lineColor: color,
    topColor: `${color}59`,
    bottomColor: `${color}14`,
    lineWidth: 2,
    lineType: LineType.WithSteps,
    priceLineVisible: false,
    lastValueVisible: false,
    crosshairMarkerVisible: false,
  }
}
