import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * A value for those who cannot follow each change: at once after a pause, else the newest when `everyMs` are over. The
 * function gives the newest at once, and so does another `scope`: what the reader chose, which he waits for.
 */
export function useCalm<T>(value: T, everyMs: number, scope = ''): readonly [T, () => void] {
  const [shown, setShown] = useState(value)
  const newest = useRef(value)
  const lastScope = useRef(scope)
  const takenMs = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const take = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    takenMs.current = performance.now()
    setShown(newest.current)
  }, [])

  // Before the page is painted: a passive effect in each frame would be a task of its own.
  useLayoutEffect(() => {
    const isSame = lastScope.current === scope
    if (newest.current === value && isSame) return
    newest.current = value
    lastScope.current = scope
    if (!isSame) return take()
    if (timer.current !== null) return
    const pauseMs = takenMs.current + everyMs - performance.now()
    if (pauseMs <= 0) take()
    else timer.current = setTimeout(take, pauseMs)
  }, [value, everyMs, scope, take])

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  return [shown, take]
}
