/** The lazy part of the price panel: the only one that loads the chart library. */
import { memo, useEffect, useRef } from 'react'
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
  useEffect(() => {
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
  return <div ref={container} className="absolute inset-0" />
})
