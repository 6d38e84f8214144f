import { useEffect, useState } from 'react'
import { type Book, bookTop } from '../../domain/book'
import { fittedPercent } from '../../domain/depth-window'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'

/** The book of the market on show as it was looked at last. */
export interface DepthLook {
  readonly book: Book | null
  readonly mid: number | null
  /** Half of the window that fits the book, in percent of mid. */
  readonly fitted: number | null
}

const NOTHING: DepthLook = { book: null, mid: null, fitted: null }

const bookOnShow = () => selectMarket(useStore.getState())?.book ?? null

function look(before: DepthLook): DepthLook {
  const book = bookOnShow()
  if (book === null) return NOTHING
  return book === before.book ? before : { book, mid: bookTop(book).mid, fitted: fittedPercent(book, before.fitted) }
}

/**
 * Looks at most once every `everyMs`: at once after a pause, else when the time is over. What it holds may be older than
 * the store for that long: key the component by the market, so that it never shows another one's book.
 */
export function useDepthLook(everyMs: number): DepthLook {
  const [held, setHeld] = useState(() => look(NOTHING))
  useEffect(() => {
    let seen: Book | null = null
    let lookedMs = Number.NEGATIVE_INFINITY
    let timer: ReturnType<typeof setTimeout> | null = null

    function take() {
      timer = null
      seen = bookOnShow()
      lookedMs = performance.now()
      setHeld(look)
    }
    function onChange() {
      if (timer !== null || bookOnShow() === seen) return
      const pauseMs = lookedMs + everyMs - performance.now()
      if (pauseMs <= 0) take()
      else timer = setTimeout(take, pauseMs)
    }

    onChange()
    const unsubscribe = useStore.subscribe(onChange)
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [everyMs])
  return held
}
