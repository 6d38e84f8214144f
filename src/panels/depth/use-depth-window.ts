import type { Book } from '../../domain/book'
import { clamped, leastPercent, zoomStop } from '../../domain/depth-window'
import { MAX_DEPTH_PERCENT, MIN_DEPTH_PERCENT } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'

export interface DepthWindow {
  /** Half of the window in force, in percent of mid. */
  readonly percent: number
  readonly isFitted: boolean
  readonly isNarrowest: boolean
  readonly isWidest: boolean
  /** To the next round window. */
  readonly step: (direction: 'in' | 'out') => void
  /** By a factor; above 1 the window gets wider. */
  readonly zoom: (factor: number) => void
  readonly fit: () => void
}

/** The window that the reader has chosen, or the one that fits the book (`fitted`, in percent of mid). */
export function useDepthWindow(book: Book, fitted: number): DepthWindow {
  const chosen = usePreferences((preferences) => preferences.depthPercent)
  const isFitted = usePreferences((preferences) => preferences.depthFits)
  const prefer = usePreferences((preferences) => preferences.prefer)
  const least = leastPercent(book) ?? MIN_DEPTH_PERCENT
  const percent = isFitted ? fitted : clamped(chosen, least)

  // Asked anew, since a wheel may turn several times between two pictures.
  function inForce(): number {
    const { depthFits, depthPercent } = usePreferences.getState()
    return depthFits ? fitted : clamped(depthPercent, least)
  }
  function choose(next: number) {
    prefer({ depthFits: false, depthPercent: Math.min(MAX_DEPTH_PERCENT, next) })
  }
  return {
    percent,
    isFitted,
    isNarrowest: percent <= least,
    isWidest: percent >= MAX_DEPTH_PERCENT,
    step: (direction) => choose(clamped(zoomStop(inForce(), direction), least)),
    zoom: (factor) => choose(clamped(inForce() * factor, least)),
    fit: () => prefer({ depthFits: true }),
  }
}
