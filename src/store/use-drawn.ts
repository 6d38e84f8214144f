import { type RefCallback, useCallback, useLayoutEffect } from 'react'
import { type State, useStore } from './store'

/** The store, or one that follows it calmly. */
interface Source {
  readonly getState: () => State
  readonly subscribe: (listener: (state: State) => void) => () => void
}

/**
 * For what changes with every book, past React: comparing elements for it would cost more than writing it. `draw` is called
 * at once, when it is another function, and after each commit, before the page is painted; while it is hidden not at all, since
 * to set a text on a canvas a browser works out all of the page's styles, and once when it is back on screen.
 */
export function useDrawn(draw: (state: State) => void, source: Source = useStore): void {
  useLayoutEffect(() => {
    const drawIfSeen = () => {
      if (!document.hidden) draw(source.getState())
    }
    draw(source.getState())
    const unsubscribe = source.subscribe(drawIfSeen)
    document.addEventListener('visibilitychange', drawIfSeen)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', drawIfSeen)
    }
  }, [draw, source])
}

/** A ref of an element without children: its text by the state. `wrote` is told of each change. Both must be stable. */
export function useDrawnText(
  of: (state: State) => string,
  wrote?: (text: Text, before: string) => void,
): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement) => {
      const node = document.createTextNode(of(useStore.getState()))
      element.replaceChildren(node)
      return useStore.subscribe((state) => {
        const text = of(state)
        const before = node.data
        if (before === text) return
        node.data = text
        wrote?.(node, before)
      })
    },
    [of, wrote],
  )
}
