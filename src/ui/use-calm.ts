import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * A value for those who cannot follow each change: at once after a pause, else the newest when `everyMs` are over. The
 * function gives the newest at once.
 */
export function useCalm<T>(value: T, everyMs: number): readonly [T, () => void] {
  const [shown, setShown] = useState(value)
  const newest = useRef(value)
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
    if (newest.current === value) return
    newest.current = value
    if (timer.current !== null) return
    const pauseMs = takenMs.current + everyMs - performance.now()
    if (pauseMs <= 0) take()
    else timer.current = setTimeout(take, pauseMs)
  }, [value, everyMs, take])

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return [shown, take]
}
