import type { Book } from '../../domain/book'
import { depthWithin, reachPercent } from '../../domain/depth'
import { leftOf } from './places'

interface DepthCrosshairProps {
  readonly book: Book
  readonly mid: number
  readonly percent: number
  /** The size at the upper edge. */
  readonly top: number
  /** Where the reader points; its mirror stands on the other side of the mid. */
  readonly place: number
}

export function DepthCrosshair({ book, mid, percent, top, place }: DepthCrosshairProps) {
  const { bids, asks } = depthWithin(book, mid, Math.abs(place) * percent)
  const away = Math.abs(place)
  return (
    <div aria-hidden="true" className="pointer-events-none">
      <Line place={-away} isMirror={place > 0} height={bids.size / top} tone="bg-up" />
      <Line place={away} isMirror={place <= 0} height={asks.size / top} tone="bg-down" />
    </div>
  )
}

interface LineProps {
  readonly place: number
  readonly isMirror: boolean
  /** Of the curve there, as a part of the plot's. */
  readonly height: number
  readonly tone: string
}

function Line({ place, isMirror, height, tone }: LineProps) {
  return (
    <div
      className={`absolute inset-y-0 border-l border-muted ${isMirror ? 'border-dashed' : ''}`}
      style={{ left: leftOf(place) }}
    >
      <div
        className={`absolute -left-1 size-2 translate-y-1/2 rounded-full ring-2 ring-panel ${tone}`}
        style={{ bottom: `${height * 100}%` }}
      />
    </div>
  )
}

interface BookEndsProps {
  readonly book: Book
  readonly mid: number
  readonly percent: number
}

/** Narrower, the words would not fit. */
const WORDS_FROM = 0.4

/** What lies behind a side's last level is not known to be empty: the flat part of its curve is veiled. */
export function BookEnds({ book, mid, percent }: BookEndsProps) {
  const bids = reachPercent(book.bids, mid) / percent
  const asks = reachPercent(book.asks, mid) / percent
  const veil = 'absolute inset-0 border-dashed border-faint bg-panel/60'
  const words = 'absolute top-1/2 whitespace-nowrap'
  // Moved and not placed anew: that would be a shift of the layout.
  return (
    <div className="pointer-events-none absolute inset-0 text-2xs text-muted">
      {bids < 1 && (
        <>
          <div className={`border-r ${veil}`} style={{ transform: `translateX(calc(${leftOf(-bids)} - 100%))` }} />
          {1 - bids > WORDS_FROM && <p className={`left-2 ${words}`}>No bids seen beyond</p>}
        </>
      )}
      {asks < 1 && (
        <>
          <div className={`border-l ${veil}`} style={{ transform: `translateX(${leftOf(asks)})` }} />
          {1 - asks > WORDS_FROM && <p className={`right-2 ${words}`}>No asks seen beyond</p>}
        </>
      )}
    </div>
  )
}
