import { type Book, type BookTop, bookTop } from '../domain/book'
import type { FreshnessSource } from '../domain/freshness'
import type { Network } from '../domain/market'
import { subjectKey } from '../domain/subject'
import type { AccountTopic, MarketTopic, Topic } from '../domain/update'
import { type AccountData, EMPTY_ACCOUNT } from './account-slice'
import { type FundingData, NO_FUNDING } from './funding-slice'
import type { MarketData } from './market-slice'
import type { AccountTab, State } from './store'

let shown = { networkId: '', marketId: '', key: subjectKey({ kind: 'market', networkId: '', marketId: '' }) }

// Asked for a hundred times a commit, and mostly the same.
function marketKeyOf({ networkId, marketId }: State): string {
  if (shown.networkId !== networkId || shown.marketId !== marketId) {
    shown = { networkId, marketId, key: subjectKey({ kind: 'market', networkId, marketId }) }
  }
  return shown.key
}

export function selectMarket(state: State): MarketData | undefined {
  return state.markets[marketKeyOf(state)]
}

/** Of the market on show; null before its first. */
export function selectBook(state: State): Book | null {
  return selectMarket(state)?.book ?? null
}

function bookKeyOf(state: State, marketId: string): string {
  if (marketId === state.marketId) return marketKeyOf(state)
  return subjectKey({ kind: 'book', networkId: state.networkId, marketId })
}

/** Any market of which a book is held: the one on show, or one in which the account holds something. */
export function selectMarketOf(state: State, marketId: string): MarketData | undefined {
  return state.markets[bookKeyOf(state, marketId)]
}

/** How sure the book of such a market is. */
export function selectBookSource(state: State, marketId: string): FreshnessSource {
  return marketSource(state, bookKeyOf(state, marketId), 'orderbook')
}

export function selectAccount(state: State): AccountData {
  return (state.account === null ? undefined : state.accounts[subjectKey(state.account)]) ?? EMPTY_ACCOUNT
}

/**
 * Ids of the markets other than the one on show in which the account has a position or an order, sorted. Only those of the
 * network's table that still trade: without a known unit, or without a book, there is no price to reckon with.
 */
export function selectOwnMarkets(state: State, network: Network): readonly string[] {
  const { positions, openOrders } = selectAccount(state)
  const held = new Set([...positions, ...openOrders].map((row) => row.marketId))
  return network.markets
    .filter(({ id, retired }) => held.has(id) && retired !== true && id !== state.marketId)
    .map(({ id }) => id)
    .sort()
}

export function selectFunding(state: State): FundingData {
  return state.funding[state.networkId] ?? NO_FUNDING
}

/** Status of a topic and of the link that brings it, in the view of the moment. */
export function selectFreshnessSource(state: State, topic: Topic): FreshnessSource {
  switch (topic) {
    case 'orderbook':
    case 'recent_trades':
      return marketSource(state, marketKeyOf(state), topic)
    case 'live_funding_rate':
      return source('market', topic, selectFunding(state).topics[topic], state.links[marketKeyOf(state)])
    case 'positions':
    case 'open_orders':
    case 'order_history':
    case 'trade_history': {
      const link = state.account === null ? undefined : state.links[subjectKey(state.account)]
      return source('account', topic, selectAccount(state).topics[topic], link)
    }
  }
}

function marketSource(state: State, key: string, topic: MarketTopic): FreshnessSource {
  const market = state.markets[key]
  const status = market?.topics[topic]
  const doubt = market?.units.doubt ?? null
  const doubted = status === undefined || doubt === null ? status : { ...status, doubt }
  return source('market', topic, doubted, state.links[key])
}

function source(
  kind: FreshnessSource['kind'],
  topic: Topic,
  status: FreshnessSource['topic'],
  link: FreshnessSource['link'],
): FreshnessSource {
  return { kind, topic: status, link, unproven: link?.unproven?.includes(topic) === true }
}

/** What is on show, whether or not anything is known of it: a figure of another market is another figure. */
export const selectScope = ({ networkId, marketId }: State) => `${networkId}/${marketId}`

export const TOPIC_OF_TAB: Readonly<Record<AccountTab, AccountTopic>> = {
  positions: 'positions',
  orders: 'open_orders',
  history: 'order_history',
  fills: 'trade_history',
}

// One book, one answer, whichever states are asked about in between: panels that follow at another pace hold another book.
const tops = new WeakMap<Book, BookTop>()

/** Best prices, mid and spread of the market on show; null before its first book. */
export function selectBookTop(state: State): BookTop | null {
  const book = selectBook(state)
  if (book === null) return null
  const known = tops.get(book)
  if (known !== undefined) return known
  const top = bookTop(book)
  tops.set(book, top)
  return top
}
