import type { Stamp } from '../domain/time'

/** A book that came and is not read yet. */
export interface UnreadBook {
  readonly generation: number
  readonly data: string
  readonly at: Stamp
}

/** Of the books between two commits the newest alone is seen, so it alone is read: reading is most of what a message costs. */
export interface WaitingBook {
  /** Gives the one that it replaces; null: none was waiting. */
  readonly put: (book: UnreadBook) => UnreadBook | null
  readonly take: () => UnreadBook | null
}

export function createWaitingBook(): WaitingBook {
  let waiting: UnreadBook | null = null
  const swap = (next: UnreadBook | null) => {
    const before = waiting
    waiting = next
    return before
  }
  return { put: swap, take: () => swap(null) }
}

const BOOK_END = '"message":"orderbook"}'

/** By its end, as the vendor's samples have it: looking into it would be reading it. Others are read as they come. */
export function isBook(data: unknown): data is string {
  return typeof data === 'string' && data.endsWith(BOOK_END)
}
