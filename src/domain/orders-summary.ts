import type { HistoryOrder } from './account'
import { grouped } from './grouped'
import { type KnownSum, sumKnown } from './known-sum'

export interface OrderTotals {
  readonly count: number
  /** Of whole orders as delivered, filled or not, in the quote currency. */
  readonly valueUsd: KnownSum
  /** How many have which status, the most frequent first. */
  readonly statuses: readonly { readonly status: string; readonly count: number }[]
}

export function orderTotals(orders: readonly HistoryOrder[]): OrderTotals {
  const statuses = grouped(orders, ({ status }) => status).map(({ key, rows }) => ({ status: key, count: rows.length }))
  return {
    count: orders.length,
    valueUsd: sumKnown(orders.map(({ valueUsd }) => valueUsd)),
    statuses: statuses.sort((a, b) => b.count - a.count),
  }
}
