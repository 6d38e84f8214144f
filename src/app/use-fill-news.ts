import { useEffect, useRef } from 'react'
import { type FillsLook, lookAtFills, NOTHING_SEEN, type ToldFills } from '../domain/fill-news'
import { subjectKey } from '../domain/subject'
import { selectAccount, selectMarketOf } from '../store/selectors'
import { type State, useStore } from '../store/store'

/** Tells the new fills of the account on show, from now on: those that are there at the start are no news. */
export function useFillNews(onNews: (told: ToldFills) => void): void {
  const latest = useRef(onNews)
  useEffect(() => {
    latest.current = onNews
  })
  useEffect(() => {
    let { seen } = lookAtFills(NOTHING_SEEN, lookOf(useStore.getState()))
    return useStore.subscribe((state) => {
      const look = lookAtFills(seen, lookOf(state))
      seen = look.seen
      const { account: owner } = state
      if (owner === null) return
      for (const news of look.news) latest.current({ ...news, owner, sure: areSure(state, news) })
    })
  }, [])
}

function lookOf(state: State): FillsLook {
  const { account: owner, links } = state
  const { fills, topics } = selectAccount(state)
  const generation = topics.trade_history?.confirmed?.generation ?? null
  return { owner, fills, generation, link: owner === null ? undefined : links[subjectKey(owner)] }
}

/** Neither the list nor a market's units are doubted. */
function areSure(state: State, { fills }: Pick<ToldFills, 'fills'>): boolean {
  if ((selectAccount(state).topics.trade_history?.doubt ?? null) !== null) return false
  return fills.every(({ marketId }) => (selectMarketOf(state, marketId)?.units.doubt ?? null) === null)
}
