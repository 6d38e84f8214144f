import { type RefObject, useEffect } from 'react'
import type { MarketSubject } from '../../domain/subject'
import type { Match } from '../../domain/tape'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { formatFixed } from '../../ui/format'
import { useTapeStore } from '../../store/use-tape-store'

/** The rows that stand still. */
export interface Pause {
  readonly market: MarketSubject
  readonly matches: readonly Match[]
  /** Trades seen until then. */
  readonly trades: number
  /** As long as the reader selects text in them. */
  readonly selecting: boolean
}

/** The rows as they are shown: what came since the tape's last beat is new. */
function pauseNow(selecting: boolean): Pause | null {
  const state = useTapeStore.getState()
  const data = selectMarket(state)
  if (data === undefined || state.market === null) return null
  return { market: state.market, matches: data.matches, trades: data.session?.trades ?? 0, selecting }
}

/** Text that is selected in rows that change their texts (`wanted`) holds them: it would become another trade's. */
export function usePauseOfSelection(
  rows: RefObject<HTMLElement | null>,
  wanted: boolean,
  pause: Pause | null,
  onPause: (pause: Pause | null) => void,
): void {
  useEffect(() => {
    function onSelection() {
      const selection = document.getSelection()
      const inside =
        selection !== null && !selection.isCollapsed && rows.current?.contains(selection.anchorNode) === true
      if (inside && wanted && pause === null) onPause(pauseNow(true))
      if (!inside && pause?.selecting === true) onPause(null)
    }
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [rows, wanted, pause, onPause])
}

interface PauseButtonProps {
  readonly pause: Pause | null
  readonly onPause: (pause: Pause | null) => void
}

/** Holds the rows, not the truth: the panel's state goes on, and so does the count of what has come since. */
export function PauseButton({ pause, onPause }: PauseButtonProps) {
  const hasTrades = useTapeStore((state) => (selectMarket(state)?.matches.length ?? 0) > 0)
  const fresh = useStore((state) =>
    pause === null ? 0 : (selectMarket(state)?.session?.trades ?? pause.trades) - pause.trades,
  )

  if (!hasTrades) return null
  return (
    <button
      type="button"
      aria-pressed={pause !== null}
      onClick={() => onPause(pause === null ? pauseNow(false) : null)}
      className="h-5 rounded border border-line bg-raised px-1.5 text-2xs whitespace-nowrap text-muted hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-text"
    >
      {pause === null ? 'Pause' : `Paused, ${formatFixed(fresh, 0)} new`}
    </button>
  )
}
