import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type FreshnessSource, freshness, type PanelState } from '../../domain/freshness'
import type { Stamp } from '../../domain/time'
import { useNow } from '../../store/clock'
import { selectBookSource, selectFreshnessSource, selectMarketOf } from '../../store/selectors'
import { type State, useStore } from '../../store/store'

/** Why no price is taken from a market's book, or from its last trade; null: it is as good as live. */
export interface Sureness {
  readonly book: string | null
  readonly tape: string | null
}

/** By market id. */
export type SurenessOf = ReadonlyMap<string, Sureness>

/** Of the rows' markets, judged every second and at once when a state changes; the same map while nothing does. */
export function useSureness(rows: readonly { readonly marketId: string }[]): SurenessOf {
  const now = useNow()
  const key = [...new Set(rows.map(({ marketId }) => marketId))].sort().join()
  const marketIds = useMemo(() => key.split(','), [key])
  const books = useStore(useShallow((state) => marketIds.map((id) => whyNoBook(state, id, now))))
  const tapes = useStore(useShallow((state) => marketIds.map((id) => whyNoTape(state, id, now))))
  return useMemo(
    () => new Map(marketIds.map((id, index) => [id, { book: books[index] ?? null, tape: tapes[index] ?? null }])),
    [marketIds, books, tapes],
  )
}

function whyNoBook(state: State, marketId: string, now: Stamp): string | null {
  if (selectMarketOf(state, marketId) === undefined) return 'no order book of this market is at hand'
  return whyNot('its order book', selectBookSource(state, marketId), now)
}

function whyNoTape(state: State, marketId: string, now: Stamp): string | null {
  if (marketId !== state.marketId) return 'a last price is known of the market on show alone'
  return whyNot('its tape', selectFreshnessSource(state, 'recent_trades'), now)
}

const WORDS: Readonly<Record<Exclude<PanelState, 'live' | 'delayed'>, string>> = {
  waiting: 'has not come yet',
  stale: 'is stale',
  unverified: 'is unverified',
  error: 'could not be read',
}

function whyNot(what: string, source: FreshnessSource, now: Stamp): string | null {
  const { state } = freshness(source, now)
  return state === 'live' || state === 'delayed' ? null : `${what} ${WORDS[state]}`
}
