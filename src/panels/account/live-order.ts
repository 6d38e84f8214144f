import type { OpenOrder } from '../../domain/account'
import { type Book, bookTop } from '../../domain/book'
import { type MidDistance, midDistance, sizeAhead } from '../../domain/order-figures'
import { decimalsInOrderId } from '../../domain/unit-check'
import { selectMarketOf } from '../../store/selectors'
import type { State } from '../../store/store'
import { type Sort, sortRows } from '../../ui/sort-rows'
import type { TableContext } from './table-context'
import type { SurenessOf } from './sure-prices'

/** Which books open orders are held against, and whether they may be at all. */
export interface BookView extends Pick<TableContext, 'decimalsFor'> {
  readonly sureness: SurenessOf
  /** The orders themselves are sure enough to reckon with. */
  readonly trusted: boolean
}

export interface LiveOrder {
  readonly toMid: MidDistance | null
  /** In the base unit, at most. */
  readonly ahead: number | null
}

interface Worked extends LiveOrder {
  readonly book: Book | null
}

const worked = new WeakMap<OpenOrder, Worked>()

/** Where an order stands in the book of the moment, worked out once for all its cells. */
export function liveOrder(state: State, order: OpenOrder, { sureness, decimalsFor }: BookView): LiveOrder {
  const sure = sureness.get(order.marketId)?.book === null
  const book = sure ? (selectMarketOf(state, order.marketId)?.book ?? null) : null
  const known = worked.get(order)
  if (known?.book === book) return known
  // The order's own id has the price in ticks; decimals that were only learnt may be too few.
  const decimals = decimalsInOrderId(order) ?? decimalsFor(order.marketId).price
  const fresh: Worked = {
    book,
    toMid: book === null ? null : midDistance(order.price, bookTop(book), decimals),
    ahead: book === null ? null : sizeAhead(order, book),
  }
  worked.set(order, fresh)
  return fresh
}

/** Why nothing is told of an order's place, as the end of a sentence. */
export function whyNoPlace(state: State, order: OpenOrder, view: BookView): string {
  if (!view.trusted) return 'the open orders are stale or unverified'
  const sure = view.sureness.get(order.marketId)
  if (sure?.book !== null) return sure?.book ?? 'no order book of this market is at hand'
  const { toMid } = liveOrder(state, order, view)
  return toMid === null ? 'its order book has no mid' : 'order and order book do not fit together at this moment'
}

const LIVE_VALUES: ReadonlyMap<string, (order: LiveOrder) => number | null> = new Map([
  ['To mid (ticks)', ({ toMid }) => toMid?.ticks ?? null],
  ['To mid (%)', ({ toMid }) => toMid?.percent ?? null],
  ['Ahead, at most', ({ ahead }) => ahead],
])

/** The list's own order, unless one was chosen that moves with the market. */
export function ordersInLiveOrder(
  state: State,
  orders: readonly OpenOrder[],
  view: BookView,
  sort: Sort | null,
): readonly OpenOrder[] {
  const value = sort === null ? undefined : LIVE_VALUES.get(sort.header)
  if (sort === null || value === undefined || !view.trusted) return orders
  return sortRows(orders, (order) => value(liveOrder(state, order, view)), sort.descending)
}
