import { bookTop } from '../domain/book'
import { freshness } from '../domain/freshness'
import type { Stamp } from '../domain/time'
import { useNow } from './clock'
import { selectBookSource, selectMarketOf } from './selectors'
import { type State, useStore } from './store'
import { isDimmed } from './use-freshness'

export interface LiveMid {
  readonly price: number
  readonly delayed: boolean
}

/** The mid of a market whose book is live or delayed and has one; else null. */
export function liveMidOf(state: State, marketId: string, now: Stamp): LiveMid | null {
  const book = selectMarketOf(state, marketId)?.book ?? null
  const sure = freshness(selectBookSource(state, marketId), now)
  const price = book === null || isDimmed(sure.state) ? null : bookTop(book).mid
  return price === null ? null : { price, delayed: sure.state === 'delayed' }
}

/**
 * Mids by market id, of those markets that have one. Looked at once a second, and at once when a book changes its state: a
 * picture that is to move with each book asks the store itself.
 */
export function useLiveMids(marketIds: readonly string[]): ReadonlyMap<string, LiveMid> {
  const now = useNow()
  useStore((state) => marketIds.map((id) => freshness(selectBookSource(state, id), now).state).join())
  const state = useStore.getState()
  const mids = new Map<string, LiveMid>()
  for (const id of marketIds) {
    const mid = liveMidOf(state, id, now)
    if (mid !== null) mids.set(id, mid)
  }
  return mids
}
