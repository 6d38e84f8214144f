import { memo, useRef } from 'react'
import type { Position } from '../../domain/account'
import type { PositionFigures } from '../../domain/position-figures'
import type { PriceBasis } from '../../domain/preferences'
import { useLiveStore } from './use-live-store'
import { useChanged } from '../../ui/changed'
import { NO_FIGURE } from '../../ui/format'
import { figuresOf, type PriceView, whyUnknown } from './live-position'

interface LiveFigureProps {
  readonly position: Position
  readonly view: PriceView
  /** The price on which the figure rests. */
  readonly basis: PriceBasis
  readonly text: (figures: PositionFigures) => string
  readonly tone?: (figures: PositionFigures) => string
  readonly hint?: string
}

/** A figure that follows the book, and is drawn anew only if its text changed. */
export const LiveFigure = memo(function LiveFigure({ position, view, basis, text, tone, hint }: LiveFigureProps) {
  const shown = useLiveStore((state) => (view.trusted ? text(figuresOf(state, position, view)) : NO_FIGURE))
  const className = useLiveStore((state) =>
    view.trusted && tone !== undefined ? tone(figuresOf(state, position, view)) : '',
  )
  const why = useLiveStore((state) => (shown === NO_FIGURE ? whyUnknown(state, position, view, basis) : null))
  const cell = useRef<HTMLSpanElement>(null)
  useChanged(cell, shown)
  return (
    <span ref={cell} className={className} title={why === null ? hint : `Not known: ${why}`}>
      {shown}
    </span>
  )
})
