import { useMemo } from 'react'
import type { Book } from '../../domain/book'
import { groupedLadder, type Ladder, plainLadder, type PriceGrid } from '../../domain/ladder'

interface Sides {
  readonly asks: Ladder
  readonly bids: Ladder
  /** What the rows were grouped by; null: each level is a row. */
  readonly grid: PriceGrid | null
}

/** Both sides of the ladder in groups of 10^`exponent` ticks; level by level where the groups can't be told exactly. */
export function useSides(book: Book, decimals: number, exponent: number): Sides {
  return useMemo(() => {
    if (exponent > 0) {
      const grid = { decimals, step: 10 ** exponent }
      const asks = groupedLadder(book.asks, 'ask', grid)
      const bids = groupedLadder(book.bids, 'bid', grid)
      if (asks !== null && bids !== null) return { asks, bids, grid }
    }
    return { asks: plainLadder(book.asks), bids: plainLadder(book.bids), grid: null }
  }, [book, decimals, exponent])
}
