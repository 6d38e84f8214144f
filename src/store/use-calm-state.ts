import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type State, useStore } from './store'

/**
 * A part of the state for those who cannot follow each change: at once after a pause, else the newest when `everyMs` are
 * over. The function takes the newest at once, and so does another `scope`: what the reader chose, which he waits for.
 * `select` must be stable. Key it by what is on show: what it gives may be so old.
 */
export function useCalmState<T>(select: (state: State) => T, everyMs: number, scope = ''): readonly [T, () => void] {
  const [shown, setShown] = useState(() => select(useStore.getState()))
  const newest = useRef(shown)
  const lastScope = useRef(scope)
  const takenMs = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const take = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    takenMs.current = performance.now()
    newest.current = select(useStore.getState())
    setShown(() => newest.current)
  }, [select])

  useLayoutEffect(() => {
    if (lastScope.current !== scope) take()
    lastScope.current = scope
  }, [scope, take])

  useEffect(() => {
    const look = (state: State) => {
      const value = select(state)
      if (value === newest.current) return
      newest.current = value
      if (timer.current !== null) return
      const pauseMs = takenMs.current + everyMs - performance.now()
      if (pauseMs <= 0) take()
      else timer.current = setTimeout(take, pauseMs)
    }
    // What came since it was rendered.
    look(useStore.getState())
    const stop = useStore.subscribe(look)
    return () => {
      stop()
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [select, everyMs, take])
  return [shown, take]
}
