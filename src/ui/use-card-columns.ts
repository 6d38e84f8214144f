import { type RefObject, useLayoutEffect, useState } from 'react'
import { useLook } from './look'

/** In rem: below the first a table has no room for its columns, from the second on a card has three. */
const TABLE_FROM = 44
const THREE_FROM = 38

/** How many pairs stand side by side in a card of this width; 0: there is room for a table. */
export function cardColumns(widthRem: number): 0 | 2 | 3 {
  return widthRem >= TABLE_FROM ? 0 : widthRem >= THREE_FROM ? 3 : 2
}

/** The same of an element, followed as its width changes; null until it is known, which it is before the first paint. */
export function useCardColumns(container: RefObject<HTMLElement | null>, wanted: boolean): 0 | 2 | 3 | null {
  const { rem } = useLook()
  const [columns, setColumns] = useState<0 | 2 | 3 | null>(null)
  useLayoutEffect(() => {
    const element = container.current
    if (element === null || !wanted) return
    // With its scrollbar, whose coming must not change what makes it come. Nothing laid out: a table.
    const measure = () => setColumns(element.offsetWidth === 0 ? 0 : cardColumns(element.offsetWidth / rem))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [container, wanted, rem])
  return wanted ? columns : 0
}
