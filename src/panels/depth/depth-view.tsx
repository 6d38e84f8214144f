import { useMemo, useState } from 'react'
import type { Book } from '../../domain/book'
import type { Decimals } from '../../domain/decimals'
import { depthCurves, depthWithin } from '../../domain/depth'
import { formatFixed, formatUsd } from '../../ui/format'
import { DepthGrid, PriceAxis, SizeLabels, topOf } from './depth-axes'
import { DepthCurvesPicture } from './depth-curves'
import { DepthControls } from './depth-controls'
import { BookEnds, DepthCrosshair } from './depth-crosshair'
import { DepthMarks } from './depth-marks'
import { DepthReadout } from './depth-readout'
import { DepthStage, placeText } from './depth-stage'
import { STEPS_A_SIDE } from './places'
import { useDepthLook } from './use-depth-look'
import { useDepthWindow } from './use-depth-window'

interface DepthViewProps {
  readonly base: string
  readonly decimals: Decimals
}

/** Key it by the market: what it shows may be as old as a picture. */
export function DepthView(props: DepthViewProps) {
  const { book, mid, fitted } = useDepthLook()
  if (book === null || mid === null || fitted === null) return null
  return <DepthFigure book={book} mid={mid} fitted={fitted} {...props} />
}

interface DepthFigureProps extends DepthViewProps {
  readonly book: Book
  readonly mid: number
  readonly fitted: number
}

function DepthFigure({ book, mid, fitted, base, decimals }: DepthFigureProps) {
  const window = useDepthWindow(book, fitted)
  const { percent } = window
  const [place, setPlace] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const curves = useMemo(() => depthCurves(book, mid, percent, STEPS_A_SIDE), [book, mid, percent])
  const top = topOf(Math.max(curves.bids.at(-1) ?? 0, curves.asks.at(-1) ?? 0))

  // Said when a key was pressed, and not with every change of the book: nobody could listen to that.
  function onPlace(next: number | null, byKey: boolean) {
    setPlace(next)
    if (!byKey || next === null) return setSaid('')
    const { bids, asks } = depthWithin(book, mid, Math.abs(next) * percent)
    const side = (name: string, { size, valueUsd }: typeof bids) =>
      `${name} to there ${formatFixed(size, decimals.size)} ${base}, ${formatUsd(valueUsd)} dollars`
    setSaid(`${placeText(next, window)}: ${side('bids', bids)}; ${side('asks', asks)}`)
  }

  const shared = { book, mid, percent }
  return (
    <figure className="@container flex min-h-56 min-w-0 flex-1 flex-col" aria-label={`Depth of the book in ${base}`}>
      <DepthReadout
        {...shared}
        base={base}
        decimals={decimals}
        distance={place === null ? null : Math.abs(place) * percent}
        controls={<DepthControls window={window} />}
      />
      <DepthStage window={window} place={place} onPlace={onPlace}>
        <DepthGrid percent={percent} top={top} />
        <div aria-hidden="true">
          <DepthCurvesPicture curves={curves} top={top} />
        </div>
        <BookEnds {...shared} />
        <SizeLabels top={top} base={base} />
        {place !== null && <DepthCrosshair {...shared} top={top} place={place} />}
        <DepthMarks mid={mid} percent={percent} base={base} decimals={decimals} />
      </DepthStage>
      <PriceAxis mid={mid} percent={percent} priceDecimals={decimals.price} />
      <output className="sr-only">{said}</output>
    </figure>
  )
}
