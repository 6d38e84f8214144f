import type { ISeriesPrimitive, SeriesAttachedParameter } from 'lightweight-charts'
import type { FillMark } from '../../domain/fill-marks'
import { fontSans } from '../../ui/tokens'
import { toTime } from './chart-time'

export interface FillArrows extends ISeriesPrimitive {
  readonly show: (fills: readonly FillMark[]) => void
}

interface ArrowColors {
  readonly fill: string
  /** Sets an arrow off from the candle behind it. */
  readonly edge: string
}

/** Half of an arrow's width, in px. */
const HALF = 4.5

/**
 * Own fills at their price: an arrow from below for what was bought, from above for what was sold, a dot where the side is
 * not known; with a number where there are several. The library's own markers weigh as much as all of this panel.
 */
export function createFillArrows({ fill, edge }: ArrowColors): FillArrows {
  let attached: SeriesAttachedParameter | null = null
  let shown: readonly FillMark[] = []

  function drawOn(context: CanvasRenderingContext2D) {
    if (attached === null) return
    const scale = attached.chart.timeScale()
    context.font = `10px ${fontSans}`
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = edge
    context.fillStyle = fill
    for (const { startMs, side, count, averagePrice } of shown) {
      const x = scale.timeToCoordinate(toTime(startMs))
      const y = attached.series.priceToCoordinate(averagePrice)
      if (x === null || y === null) continue
      context.beginPath()
      if (side === null) context.arc(x, y, HALF - 1, 0, 2 * Math.PI)
      else {
        const base = y + (side === 'buy' ? 2 : -2) * HALF
        context.moveTo(x, y)
        context.lineTo(x - HALF, base)
        context.lineTo(x + HALF, base)
        context.closePath()
      }
      context.stroke()
      context.fill()
      if (count === 1) continue
      const middle = side === null ? y : y + (side === 'buy' ? HALF : -HALF)
      context.strokeText(String(count), x + HALF + 2, middle)
      context.fillText(String(count), x + HALF + 2, middle)
    }
  }

  const view = {
    renderer: () => ({
      draw: (target: RenderTarget) => target.useMediaCoordinateSpace(({ context }) => drawOn(context)),
    }),
  }
  return {
    show(fills) {
      shown = fills
      attached?.requestUpdate()
    },
    attached(parameter) {
      attached = parameter
    },
    detached() {
      attached = null
    },
    paneViews: () => [view],
  }
}

/** What the library draws on; its own type stands in a package that is not a dependency of ours. */
interface RenderTarget {
  readonly useMediaCoordinateSpace: (draw: (scope: { readonly context: CanvasRenderingContext2D }) => void) => void
}
