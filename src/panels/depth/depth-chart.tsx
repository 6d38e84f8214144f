/** The lazy half of the depth panel: the only place that loads the chart library. */
import { useEffect, useRef, useState } from 'react'
import { type DepthPoint, depthGrid, depthSpan } from '../../domain/depth'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { formatFixed } from '../../ui/format'
import { useTheme } from '../../ui/use-theme'
import { createDepthPicture } from './depth-picture'

const STEPS_A_SIDE = 120
/** A chart costs a millisecond and more a frame: ten pictures a second are as many as the eye reads. */
const REDRAW_MS = 100

export function DepthChart({ base }: { readonly base: string }) {
  const container = useRef<HTMLDivElement>(null)
  const { colors } = useTheme()
  const decimals = useStore((state) => selectMarket(state)?.decimals.price ?? 0)
  const [summary, setSummary] = useState('')

  useEffect(() => {
    if (container.current === null) return
    const picture = createDepthPicture(container.current, colors, decimals)
    let span: number | null = null
    let drawn: unknown = null
    let timer: ReturnType<typeof setTimeout> | null = null

    function draw() {
      timer = null
      const state = useStore.getState()
      const book = selectMarket(state)?.book ?? null
      const mid = selectBookTop(state)?.mid ?? null
      if (book === null || mid === null || book === drawn) return
      drawn = book
      span = depthSpan(book, mid, span)
      const points = depthGrid(book, mid, span, STEPS_A_SIDE)
      picture.draw(points)
      setSummary(describe(points, decimals, base))
    }

    draw()
    const unsubscribe = useStore.subscribe(() => {
      timer ??= setTimeout(draw, REDRAW_MS)
    })
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
      picture.remove()
    }
  }, [colors, decimals, base])

  return (
    <figure className="relative min-h-40 flex-1">
      <div ref={container} aria-hidden="true" className="absolute inset-0 bottom-5" />
      <p aria-hidden="true" className="pointer-events-none absolute top-1 right-16 z-10 text-2xs text-muted">
        Cumulative size ({base})
      </p>
      <p aria-hidden="true" className="absolute inset-x-0 bottom-1 text-center text-2xs text-muted">
        Price (USD)
      </p>
      <figcaption className="sr-only">{summary}</figcaption>
    </figure>
  )
}

function describe(points: readonly DepthPoint[], decimals: number, base: string): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  const bids = formatFixed(first.bid ?? 0, 3)
  const asks = formatFixed(last.ask ?? 0, 3)
  const low = formatFixed(first.price, decimals)
  const high = formatFixed(last.price, decimals)
  return `Bids of ${bids} ${base} down to ${low}, asks of ${asks} ${base} up to ${high}.`
}
