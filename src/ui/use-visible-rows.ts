import { type RefObject, useEffect, useState } from 'react'

const MARGIN_ROWS = 2

/**
 * The rows in view of a scrolled list of equal heights, counted from its start: cost then goes with the rows on screen
 * and not with the depth of the book. A reversed list (`flex-col-reverse`) counts from the bottom.
 */
export function useVisibleRows(
  container: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
): { readonly first: number; readonly last: number } {
  const [range, setRange] = useState({ first: 0, last: 30 })
  useEffect(() => {
    const element = container.current
    if (element === null) return
    const measure = () => {
      const top = Math.abs(element.scrollTop)
      const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN_ROWS)
      const last = Math.ceil((top + element.clientHeight) / rowHeight) + MARGIN_ROWS
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [container, rowHeight])
  return { first: Math.min(range.first, Math.max(0, count - 1)), last: Math.min(range.last, count) }
}
