import { useMemo } from 'react'
import type { Decimals } from '../../domain/decimals'
import type { OwnMark } from '../../domain/own-marks'
import { useOwnMarks } from '../../store/use-own-marks'
import { formatFixed, plural } from '../../ui/format'
import { layOutMarks, type PlacedMark } from './mark-layout'
import { leftOf } from './places'

interface DepthMarksProps {
  readonly mid: number
  /** Half of the window, in percent of mid. */
  readonly percent: number
  readonly base: string
  readonly decimals: Decimals
}

/** Where the account on show stands: lines with short labels, and in the corners what lies beyond the window. */
export function DepthMarks({ mid, percent, base, decimals }: DepthMarksProps) {
  const { marks, sure } = useOwnMarks()
  const { inside, below, above } = useMemo(() => layOutMarks(marks, mid, percent), [marks, mid, percent])
  const tell = (mark: OwnMark) => {
    const size = mark.kind === 'order' ? ` for ${formatFixed(mark.size, decimals.size)} ${base}` : ''
    const price = formatFixed(mark.price, decimals.price)
    return `${longName(mark)}${size} at ${price}, ${distanceWords(mark.price, mid)}${sure ? '' : ', last known'}`
  }
  const outside = { tell, priceDecimals: decimals.price }
  return (
    <div className={`pointer-events-none absolute inset-0 text-2xs ${sure ? '' : 'dimmed'}`}>
      <ul aria-label="Own prices in the window">
        {inside.map((placed) => (
          <Mark key={placed.mark.key} placed={placed} told={tell(placed.mark)} />
        ))}
      </ul>
      <Outside label="Own prices below the window" marks={below} arrow="←" className="text-left" {...outside} />
      <Outside label="Own prices above the window" marks={above} arrow="→" className="figure" {...outside} />
    </div>
  )
}

function distanceWords(price: number, mid: number): string {
  const away = ((price - mid) / mid) * 100
  if (Math.abs(away) < 0.005) return 'at mid'
  return `${formatFixed(Math.abs(away), 2)} % ${away < 0 ? 'below' : 'above'} mid`
}

const LANE_PX = 16
/** Below the labels of the sizes' axis. */
const FIRST_LANE_PX = 2

/** As wide as the picture, and moved: placed anew it would be a shift of the layout. */
function Mark({ placed: { mark, place, lane }, told }: { readonly placed: PlacedMark; readonly told: string }) {
  const { line, text } = TONES[toneOf(mark)]
  return (
    <li
      className={`absolute inset-0 border-l-2 ${line} in-[.dimmed]:border-faint ${mark.kind === 'order' ? 'border-dotted' : ''}`}
      style={{ transform: `translateX(${leftOf(place)})` }}
    >
      <span className="sr-only">{told}</span>
      {lane !== null && (
        <span
          aria-hidden="true"
          title={told}
          style={{
            transform: `translate(${place > 0.7 ? 'calc(-100% - 6px)' : '0'}, ${FIRST_LANE_PX + lane * LANE_PX}px)`,
          }}
          className={`pointer-events-auto absolute top-0 left-0.5 rounded-sm border border-line bg-panel px-1 leading-3.5 whitespace-nowrap ${text}`}
        >
          {shortName(mark)}
        </span>
      )}
    </li>
  )
}

/** More would cover the curves; the rest is counted, and named to who hears the page. */
const SHOWN_OUTSIDE = 2

interface OutsideProps {
  readonly label: string
  readonly marks: readonly OwnMark[]
  readonly arrow: string
  readonly className: string
  readonly priceDecimals: number
  readonly tell: (mark: OwnMark) => string
}

function Outside({ label, marks, arrow, className, priceDecimals, tell }: OutsideProps) {
  if (marks.length === 0) return null
  const more = marks.length - SHOWN_OUTSIDE
  return (
    <ul aria-label={label} className="absolute inset-1 flex flex-col-reverse leading-4">
      {[...marks.entries()].map(([line, mark]) => (
        // The line is the key on purpose: a mark that comes between changes texts and moves nothing.
        <li key={line} className={line < SHOWN_OUTSIDE ? className : 'sr-only'}>
          <span
            aria-hidden="true"
            title={marks.map(tell).join('\n')}
            className={`pointer-events-auto rounded-sm bg-panel/80 px-1 ${TONES[toneOf(mark)].text}`}
          >
            {`${arrow} ${shortName(mark)} ${formatFixed(mark.price, priceDecimals)}`}
          </span>
          <span className="sr-only">{tell(mark)}</span>
        </li>
      ))}
      {more > 0 && (
        <li aria-hidden="true" className={className}>
          <span className="rounded-sm bg-panel/80 px-1 text-muted">{`${arrow} ${plural(more, 'more', 'more')}`}</span>
        </li>
      )}
    </ul>
  )
}

const TONES = {
  up: { line: 'border-up', text: 'text-up' },
  down: { line: 'border-down', text: 'text-down' },
  accent: { line: 'border-accent', text: 'text-accent' },
  warn: { line: 'border-warn', text: 'text-warn' },
} as const

function toneOf({ kind, side }: OwnMark): keyof typeof TONES {
  switch (kind) {
    case 'entry':
      return 'accent'
    case 'liquidation':
      return 'warn'
    case 'take-profit':
      return 'up'
    case 'stop-loss':
      return 'down'
    case 'order':
      return side === 'bid' ? 'up' : side === 'ask' ? 'down' : 'accent'
  }
}

const SHORT = { entry: 'Entry', liquidation: 'Liq.', 'take-profit': 'TP', 'stop-loss': 'SL' } as const
const LONG = {
  entry: 'entry',
  liquidation: 'liquidation',
  'take-profit': 'take profit',
  'stop-loss': 'stop loss',
} as const

function shortName({ kind, side }: OwnMark): string {
  return kind === 'order' ? (side === 'bid' ? 'Bid' : side === 'ask' ? 'Ask' : 'Order') : SHORT[kind]
}

/** "Long: entry", "Own bid". */
function longName({ kind, side }: OwnMark): string {
  if (kind === 'order') return side === null ? 'Own order' : `Own ${side}`
  return `${side === 'short' ? 'Short' : 'Long'}: ${LONG[kind]}`
}
