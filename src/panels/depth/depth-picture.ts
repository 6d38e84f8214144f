import { AreaSeries, type AreaSeriesPartialOptions, createOptionsChart, LineType } from 'lightweight-charts'
import type { DepthPoint } from '../../domain/depth'
import { formatFixed } from '../../ui/format'
import { type ColorToken, fontSans } from '../../ui/tokens'

export interface DepthPicture {
  readonly draw: (points: readonly DepthPoint[]) => void
  readonly remove: () => void
}

/** Bids and asks as two stepped areas over a price axis. The library spaces points by index, hence the even grid. */
export function createDepthPicture(
  container: HTMLElement,
  colors: Readonly<Record<ColorToken, string>>,
  priceDecimals: number,
): DepthPicture {
  const chart = createOptionsChart(container, {
    autoSize: true,
    layout: {
      background: { color: 'transparent' },
      textColor: colors.muted,
      fontFamily: fontSans,
      fontSize: 11,
      // Its own logo needs an inline style; the link the licence asks for stands in the footer.
      attributionLogo: false,
    },
    grid: { vertLines: { color: colors.line }, horzLines: { color: colors.line } },
    rightPriceScale: { borderColor: colors.line, scaleMargins: { top: 0.08, bottom: 0 } },
    timeScale: { borderColor: colors.line, fixLeftEdge: true, fixRightEdge: true, allowBoldLabels: false },
    crosshair: {
      vertLine: { color: colors.faint, labelBackgroundColor: colors.raised },
      horzLine: { color: colors.faint, labelBackgroundColor: colors.raised },
    },
    localization: { precision: priceDecimals, priceFormatter: formatSize },
    handleScroll: false,
    handleScale: false,
  })
  const bids = chart.addSeries(AreaSeries, areaOptions(colors.up))
  const asks = chart.addSeries(AreaSeries, areaOptions(colors.down))
  let length = 0
  return {
    draw(points) {
      bids.setData(points.map(({ price, bid }) => (bid === null ? { time: price } : { time: price, value: bid })))
      asks.setData(points.map(({ price, ask }) => (ask === null ? { time: price } : { time: price, value: ask })))
      if (points.length !== length) {
        length = points.length
        chart.timeScale().fitContent()
      }
    },
    remove() {
      chart.remove()
    },
  }
}

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

// The library's own ticks carry float dust: what is no hundredth of a unit is nought.
function formatSize(size: number): string {
  const large = Math.abs(size)
  if (large < 1e-9) return '0'
  if (large >= 1e6) return `${formatFixed(size / 1e6, 2)}M`
  if (large >= 1e4) return `${formatFixed(size / 1e3, 1)}K`
  return formatFixed(size, large >= 100 ? 0 : 2)
}
