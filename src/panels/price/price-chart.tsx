/** The lazy part of the price panel: the only one that loads the chart library. */
import { memo, useLayoutEffect, useRef } from 'react'
import { useColors } from '../../ui/use-colors'
import { createPricePicture, type PricePicture } from './price-picture'

interface PriceChartProps {
  readonly priceDecimals: number
  /** Of a candle. */
  readonly seconds: number
  /** null: the picture is gone, and another may come. */
  readonly onReady: (picture: PricePicture | null) => void
  readonly onPoint: (startMs: number | null) => void
  readonly onAway: (isAway: boolean) => void
}

/** Its picture is drawn by the owner, five times a second: the element itself has no news then. */
export const PriceChart = memo(function PriceChart(props: PriceChartProps) {
  const { priceDecimals, seconds, onReady, onPoint, onAway } = props
  const container = useRef<HTMLDivElement>(null)
  const colors = useColors()
  // Its owner then draws before the library does, which would draw all of itself once without a candle.
  useLayoutEffect(() => {
    if (container.current === null) return
    const picture = createPricePicture(container.current, colors, {
      priceDecimals,
      withSeconds: seconds < 60,
      onPoint,
      onAway,
    })
    onReady(picture)
    return () => {
      onReady(null)
      picture.remove()
    }
  }, [colors, priceDecimals, seconds, onReady, onPoint, onAway])
  // Even, as the library rounds its own size: told of any other, it draws all of itself a second time.
  return <div ref={container} className="absolute top-0 left-0 h-[round(down,100%,2px)] w-[round(down,100%,2px)]" />
})
