import type { Gap } from '../../domain/gaps'
import type { OwnMark } from '../../domain/own-marks'
import { sessionStats } from '../../domain/session-stats'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useFreshness } from '../../store/use-freshness'
import { formatClock, formatFixed } from '../../ui/format'
import { scrollStop } from '../../ui/scroll-stop'
import { markName } from './mark-lines'

interface CandleNoteProps {
  readonly gaps: readonly Gap[]
  readonly marks: readonly OwnMark[]
  /** Of the marks. */
  readonly sure: boolean
  readonly priceDecimals: number
}

/** The newest gaps by name, the others by number. */
const GAPS_NAMED = 2

/** What the candles are made of and since when, what was not seen, and where the own prices stand, which may lie outside. */
export function CandleNote({ gaps, marks, sure, priceDecimals }: CandleNoteProps) {
  const sinceMs = useStore((state) => {
    const session = selectMarket(state)?.session
    return session == null ? null : sessionStats(session).sinceMs
  })
  const { state, asOf } = useFreshness('recent_trades')
  const lost = isDimmed(state) && asOf !== null ? `nothing seen since ${formatClock(asOf.wall)}` : null
  return (
    <figcaption
      ref={scrollStop}
      className="-outline-offset-2 flex min-h-5 shrink-0 gap-x-3 overflow-x-auto mask-r-from-[calc(100%-1rem)] px-3 pb-1 text-2xs whitespace-nowrap text-muted [scrollbar-width:none]"
    >
      <span>{sinceMs !== null && `Since ${formatClock(sinceMs)}, from the trades seen`}</span>
      {(gaps.length > 0 || lost !== null) && (
        <span className="text-warn" title={gaps.map(gapText).join('\n')}>
          <span aria-hidden="true">▨ </span>
          {[...gapWords(gaps), ...(lost === null ? [] : [lost])].join(', ')}
        </span>
      )}
      {marks.length > 0 && (
        <ul aria-label="Own prices" className="ml-auto flex gap-x-3">
          {marks.map((mark) => (
            <li key={mark.key}>
              {markName(mark)} <span className={sure ? 'text-text' : ''}>{formatFixed(mark.price, priceDecimals)}</span>
              {!sure && ' (last known)'}
            </li>
          ))}
        </ul>
      )}
    </figcaption>
  )
}

function gapWords(gaps: readonly Gap[]): string[] {
  const older = gaps.length - GAPS_NAMED
  return [...gaps.slice(-GAPS_NAMED).reverse().map(gapText), ...(older > 0 ? [`${older} more`] : [])]
}

/** "gap 14:05:07–14:07:12", in the exchange's time. */
function gapText({ fromMs, toMs }: Gap): string {
  return toMs === null ? `gap since ${formatClock(fromMs)}` : `gap ${formatClock(fromMs)}–${formatClock(toMs)}`
}
