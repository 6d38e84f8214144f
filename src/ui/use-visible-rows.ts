import { type RefObject, useLayoutEffect, useState } from 'react'

const MARGIN_ROWS = 2

interface VisibleRows {
  /** The rows to draw: those in view and a few around them. */
  readonly first: number
  readonly last: number
  /** The first row that is not in view as a whole, be it there or not. */
  readonly end: number
  /** Nothing has been scrolled away at its start. */
  readonly atStart: boolean
}

/**
 * The rows in view of a scrolled list of equal heights, counted from its start: cost then goes with the rows on screen
 * and not with the depth of the book. A reversed list (`flex-col-reverse`) counts from the bottom. `spare`: rows to draw around
 * the view once it has been scrolled, for a list that moves on by more than two at a time: a row in view keeps its element then.
 */
export function useVisibleRows(
  container: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
  spare = MARGIN_ROWS,
): VisibleRows {
  const [range, setRange] = useState<VisibleRows>({ first: 0, last: 30, end: 30, atStart: true })
  // Before the first paint: rows guessed and then measured would move what is drawn of them.
  useLayoutEffect(() => {
    const element = container.current
    if (element === null) return
    const measure = () => {
      const top = Math.abs(element.scrollTop)
      const around = top === 0 ? MARGIN_ROWS : spare
      const first = Math.max(0, Math.floor(top / rowHeight) - around)
      const last = Math.ceil((top + element.clientHeight) / rowHeight) + around
      const end = Math.floor((top + element.clientHeight) / rowHeight)
      setRange((before) =>
        before.first === first && before.last === last && before.end === end && before.atStart === (top === 0)
          ? before
          : { first, last, end, atStart: top === 0 },
      )
    }
    if (element.clientHeight > 0) measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [container, rowHeight, spare])
  return { ...range, first: Math.min(range.first, Math.max(0, count - 1)), last: Math.min(range.last, count) }
}
