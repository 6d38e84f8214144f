import { type BookTop, bookTop } from '../domain/book'
import type { FreshnessSource } from '../domain/freshness'
import { subjectKey } from '../domain/subject'
import type { AccountTopic, Topic } from '../domain/update'
import { type AccountData, EMPTY_ACCOUNT } from './account-slice'
import { type FundingData, NO_FUNDING } from './funding-slice'
import type { MarketData } from './market-slice'
import type { AccountTab, State } from './store'

function marketKeyOf(state: State): string {
  return subjectKey({ kind: 'market', networkId: state.networkId, marketId: state.marketId })
}

export function selectMarket(state: State): MarketData | undefined {
  return state.markets[marketKeyOf(state)]
}

export function selectAccount(state: State): AccountData {
  return (state.account === null ? undefined : state.accounts[subjectKey(state.account)]) ?? EMPTY_ACCOUNT
}

export function selectFunding(state: State): FundingData {
  return state.funding[state.networkId] ?? NO_FUNDING
}

/** Status of a topic and of the link that brings it, in the view of the moment. */
export function selectFreshnessSource(state: State, topic: Topic): FreshnessSource {
  if (topic === 'orderbook' || topic === 'recent_trades') {
    const market = selectMarket(state)
    const status = market?.topics[topic]
    const doubt = market?.units.doubt ?? null
    const doubted = status === undefined || doubt === null ? status : { ...status, doubt }
    return { kind: 'market', topic: doubted, link: state.links[marketKeyOf(state)] }
  }
  if (topic === 'live_funding_rate') {
    return { kind: 'market', topic: selectFunding(state).topics[topic], link: state.links[marketKeyOf(state)] }
  }
  const link = state.account === null ? undefined : state.links[subjectKey(state.account)]
  return { kind: 'account', topic: selectAccount(state).topics[topic], link }
}

export const TOPIC_OF_TAB: Readonly<Record<AccountTab, AccountTopic>> = {
  positions: 'positions',
  orders: 'open_orders',
  history: 'order_history',
  fills: 'trade_history',
}

// One book, one answer: panels and header ask for the same figures in the same frame.
let lastTop: { readonly book: MarketData['book']; readonly top: BookTop } | null = null

/** Best prices, mid and spread of the market on show; null before its first book. */
export function selectBookTop(state: State): BookTop | null {
  const book = selectMarket(state)?.book ?? null
  if (book === null) return null
  if (lastTop?.book !== book) lastTop = { book, top: bookTop(book) }
  return lastTop.top
}
