import { bookTop } from '../domain/book'
import { freshness } from '../domain/freshness'
import { useNow } from './clock'
import { selectBookSource, selectMarketOf } from './selectors'
import { useStore } from './store'
import { isDimmed } from './use-freshness'

export interface LiveMid {
  readonly price: number
  readonly delayed: boolean
}

/**
 * Mids by market id, of those markets whose book is live or delayed and has one. Looked at once a second, and at once
 * when a book changes its state: a picture that is to move with each book asks the store itself.
 */
export function useLiveMids(marketIds: readonly string[]): ReadonlyMap<string, LiveMid> {
  const now = useNow()
  useStore((state) => marketIds.map((id) => freshness(selectBookSource(state, id), now).state).join())
  const state = useStore.getState()
  const mids = new Map<string, LiveMid>()
  for (const id of marketIds) {
    const book = selectMarketOf(state, id)?.book ?? null
    const sure = freshness(selectBookSource(state, id), now)
    const price = book === null || isDimmed(sure.state) ? null : bookTop(book).mid
    if (price !== null) mids.set(id, { price, delayed: sure.state === 'delayed' })
  }
  return mids
}
