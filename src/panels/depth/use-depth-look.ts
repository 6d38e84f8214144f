import { useState } from 'react'
import { type Book, bookTop } from '../../domain/book'
import { fittedPercent } from '../../domain/depth-window'
import { selectMarket } from '../../store/selectors'
import { useDepthStore } from './use-depth-store'

/** The book of the market on show as it was looked at last. */
export interface DepthLook {
  readonly book: Book | null
  readonly mid: number | null
  /** Half of the window that fits the book, in percent of mid. */
  readonly fitted: number | null
}

const NOTHING: DepthLook = { book: null, mid: null, fitted: null }

function look(before: DepthLook, book: Book | null): DepthLook {
  if (book === null) return NOTHING
  return { book, mid: bookTop(book).mid, fitted: fittedPercent(book, before.fitted) }
}

/** Key the component by the market: a window that fitted another one's book would be kept while it serves. */
export function useDepthLook(): DepthLook {
  const book = useDepthStore((state) => selectMarket(state)?.book ?? null)
  const [held, setHeld] = useState(() => look(NOTHING, book))
  if (held.book === book) return held
  const next = look(held, book)
  setHeld(next)
  return next
}
