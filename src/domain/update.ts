import type { Fill, HistoryOrder, OpenOrder, Position } from './account'
import type { Book } from './book'
import type { FundingRate } from './funding'
import type { TradeLeg } from './tape'

export type MarketTopic = 'orderbook' | 'recent_trades' | 'live_funding_rate'
export type AccountTopic = 'positions' | 'open_orders' | 'order_history' | 'trade_history'
export type Topic = MarketTopic | AccountTopic

/** One decoded message. Whether it replaces or merges is the topic's property (PROTOCOL.md), applied by the store. */
export type Update =
  | { readonly topic: 'orderbook'; readonly book: Book }
  | { readonly topic: 'recent_trades'; readonly legs: readonly TradeLeg[] }
  | { readonly topic: 'live_funding_rate'; readonly rates: readonly FundingRate[] }
  | { readonly topic: 'positions'; readonly rows: readonly Position[] }
  | { readonly topic: 'open_orders'; readonly rows: readonly OpenOrder[] }
  | { readonly topic: 'order_history'; readonly rows: readonly HistoryOrder[] }
  | { readonly topic: 'trade_history'; readonly rows: readonly Fill[] }

/** Why a message, a row or a field was not used. */
export type RejectionReason =
  | 'not-text'
  | 'too-large'
  | 'too-deep'
  | 'not-json'
  | 'not-a-message'
  | 'no-topic'
  | 'unknown-topic'
  | 'topic-not-asked'
  | 'not-a-list'
  | 'row'
  | 'field'
  | 'repeated-level'
  | 'foreign-market'
  | 'foreign-account'

export interface Rejection {
  readonly topic: Topic | null
  readonly reason: RejectionReason
  /** A sentence for the reader, cleaned and clipped. */
  readonly detail: string
  /** Whether it cost a whole message, one row, or one field of a row. */
  readonly lost: 'message' | 'row' | 'field'
}
