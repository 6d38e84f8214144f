import { MAX_HISTORY_ROWS } from '../config'
import type { Fill, HistoryOrder, OpenOrder, Position } from '../domain/account'
import type { Delivery } from '../domain/delivery'
import { mergeMultiset, mergeNewest } from '../domain/merge'
import type { AccountTopic } from '../domain/update'
import { nextTopicStatus, type TopicStatuses } from './topic-status'

/** Everything of one profile address of one network; the histories newest first. */
export interface AccountData {
  readonly positions: readonly Position[]
  readonly openOrders: readonly OpenOrder[]
  readonly orderHistory: readonly HistoryOrder[]
  readonly fills: readonly Fill[]
  /** Older rows have left the list. */
  readonly cut: { readonly orderHistory: boolean; readonly fills: boolean }
  /** A row of this generation or an earlier one named the address: it is a profile. */
  readonly named: boolean
  readonly topics: TopicStatuses<AccountTopic>
}

export const EMPTY_ACCOUNT: AccountData = {
  positions: [],
  openOrders: [],
  orderHistory: [],
  fills: [],
  cut: { orderHistory: false, fills: false },
  named: false,
  topics: {},
}

export function applyToAccount(account: AccountData, delivery: Delivery): AccountData {
  const { topic, update } = delivery
  if (topic === null || !isAccountTopic(topic)) return account
  const topics = { ...account.topics, [topic]: nextTopicStatus(account.topics[topic], delivery) }
  const next = { ...account, topics }
  switch (update?.topic) {
    case 'positions':
      return { ...next, positions: update.rows, named: account.named || update.rows.length > 0 }
    case 'open_orders':
      return { ...next, openOrders: update.rows, named: account.named || update.rows.length > 0 }
    case 'order_history': {
      const { rows, cut } = newest(account.orderHistory, mergeNewest, update.rows, (row) => row.createdMs)
      return {
        ...next,
        orderHistory: rows,
        cut: { ...account.cut, orderHistory: account.cut.orderHistory || cut },
        named: account.named || rows.length > 0,
      }
    }
    case 'trade_history': {
      const { rows, cut } = newest(account.fills, mergeMultiset, update.rows, (row) => row.timeMs)
      return {
        ...next,
        fills: rows,
        cut: { ...account.cut, fills: account.cut.fills || cut },
        named: account.named || rows.length > 0,
      }
    }
    default:
      return next
  }
}

function isAccountTopic(topic: string): topic is AccountTopic {
  return topic === 'positions' || topic === 'open_orders' || topic === 'order_history' || topic === 'trade_history'
}

function newest<Row>(
  held: readonly Row[],
  merge: (held: readonly Row[], message: readonly Row[]) => readonly Row[],
  message: readonly Row[],
  timeMs: (row: Row) => number | null,
) {
  const merged = merge(held, message)
  // The very list that is on show: nothing is drawn anew.
  if (merged === held) return { rows: held, cut: false }
  const sorted = merged.toSorted((a, b) => (timeMs(b) ?? 0) - (timeMs(a) ?? 0))
  return { rows: sorted.slice(0, MAX_HISTORY_ROWS), cut: sorted.length > MAX_HISTORY_ROWS }
}
