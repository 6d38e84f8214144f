export interface Level {
  readonly price: number
  readonly size: number
  /** The level's own last change, never the age of the message; null when unset. */
  readonly updatedMs: number | null
}

/** Both sides best first: bids fall, asks rise. */
export interface Book {
  readonly bids: readonly Level[]
  readonly asks: readonly Level[]
}

/** Prices and spread in the quote currency; null where the book does not tell. */
export interface BookTop {
  readonly bestBid: number | null
  readonly bestAsk: number | null
  readonly mid: number | null
  readonly spread: number | null
  readonly spreadBps: number | null
  readonly shape: BookShape
}

/** `locked`: best bid equals best ask; `crossed`: it stands above. Neither has a mid or a spread. */
export type BookShape = 'normal' | 'locked' | 'crossed' | 'no-bids' | 'no-asks' | 'empty'

export function bookShape(book: Book): BookShape {
  const bid = book.bids[0]?.price
  const ask = book.asks[0]?.price
  if (bid === undefined) return ask === undefined ? 'empty' : 'no-bids'
  if (ask === undefined) return 'no-asks'
  if (bid < ask) return 'normal'
  return bid === ask ? 'locked' : 'crossed'
}

export function bookTop(book: Book): BookTop {
  const shape = bookShape(book)
  const bestBid = book.bids[0]?.price ?? null
  const bestAsk = book.asks[0]?.price ?? null
  if (shape !== 'normal' || bestBid === null || bestAsk === null) {
    return { bestBid, bestAsk, mid: null, spread: null, spreadBps: null, shape }
  }
  const mid = (bestBid + bestAsk) / 2
  const spread = bestAsk - bestBid
  return { bestBid, bestAsk, mid, spread, spreadBps: (spread / mid) * 10_000, shape }
}
