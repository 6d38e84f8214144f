import type { Fill, HistoryOrder } from './account'
import { orderSide } from './order-figures'
import { orderTypeSide, type TradeSide } from './order-type'

/** What the filters ask of a row, whichever list it stands in. */
export interface RowFacts {
  readonly marketId: string
  readonly side: TradeSide | null
  /** null: rows of this list have none, and no choice of statuses removes them. */
  readonly status: string | null
  readonly timeMs: number | null
  readonly ids: readonly (string | null)[]
}

/** null in a field: everything passes it. */
export interface RowFilter {
  readonly marketId: string | null
  /** `unknown`: rows for which no side is claimed. */
  readonly side: TradeSide | 'unknown' | null
  readonly status: string | null
  /** From fromMs on, and before toMs; a row without a time passes neither. */
  readonly fromMs: number | null
  readonly toMs: number | null
  /** Part of any id of the row; blanks around it and its case do not count, and empty text passes everything. */
  readonly idText: string
}

export const NO_FILTER: RowFilter = {
  marketId: null,
  side: null,
  status: null,
  fromMs: null,
  toMs: null,
  idText: '',
}

export function orderFacts(order: HistoryOrder): RowFacts {
  const { marketId, status, createdMs, orderId, tradeId } = order
  return { marketId, status, side: orderSide(order), timeMs: createdMs, ids: [orderId, tradeId] }
}

export function fillFacts({ marketId, orderType, timeMs, orderId, tradeId, version }: Fill): RowFacts {
  const side = orderType === null ? null : orderTypeSide(orderType)
  return { marketId, status: null, side, timeMs, ids: [tradeId, orderId, version] }
}

export function passesFilter(row: RowFacts, filter: RowFilter): boolean {
  return (
    passes(filter.marketId, row.marketId) &&
    passes(filter.side, row.side ?? 'unknown') &&
    (row.status === null || passes(filter.status, row.status)) &&
    isWithin(row.timeMs, filter) &&
    hasId(row.ids, filter.idText.trim().toLowerCase())
  )
}

function passes(wanted: string | null, value: string): boolean {
  return wanted === null || wanted === value
}

function isWithin(timeMs: number | null, { fromMs, toMs }: RowFilter): boolean {
  if (fromMs === null && toMs === null) return true
  if (timeMs === null) return false
  return (fromMs === null || timeMs >= fromMs) && (toMs === null || timeMs < toMs)
}

function hasId(ids: readonly (string | null)[], text: string): boolean {
  return text === '' || ids.some((id) => id?.toLowerCase().includes(text) === true)
}

/** The values that occur, sorted: what a choice of markets or statuses offers. */
export function occurring<Row>(rows: readonly Row[], valueOf: (row: Row) => string): string[] {
  return [...new Set(rows.map(valueOf))].sort()
}
