import type { Fill, HistoryOrder, OpenOrder, Position } from './account'

/** What an account's lists hold about one order, or about one position and all its orders. */
export interface Story {
  readonly marketId: string
  /** null: the order names no position. */
  readonly tradeId: string | null
  /** The order that it is about; null in the story of a position. */
  readonly order: StoryOrder | null
  /** Oldest first. */
  readonly fills: readonly Fill[]
  /**
   * `order`: the fills name this order. `position`: they name its position alone (trade_id), so that some may belong to
   * another order of that position; fills that name another order are not among them.
   */
  readonly fillsBy: 'order' | 'position'
  /** null: closed, or the order names none. */
  readonly position: Position | null
  /** Further orders of the same position, oldest first. */
  readonly siblings: readonly StoryOrder[]
}

type Shared =
  | 'marketId'
  | 'orderId'
  | 'tradeId'
  | 'orderType'
  | 'price'
  | 'valueUsd'
  | 'leverage'
  | 'createdMs'
  | 'updatedMs'

/** An order as far as the lists tell. */
export interface StoryOrder extends Pick<HistoryOrder, Shared | 'size'> {
  /** Its status and kind; null where the history does not hold it. */
  readonly told: Pick<HistoryOrder, 'status' | 'isMarket'> | null
  /** What remains of it; null where it does not rest. */
  readonly resting: Pick<OpenOrder, 'totalSize' | 'remainingSize'> | null
}

export interface AccountLists {
  readonly orderHistory: readonly HistoryOrder[]
  readonly openOrders: readonly OpenOrder[]
  readonly fills: readonly Fill[]
  readonly positions: readonly Position[]
}

/** null for an id that neither the history nor the open orders hold. */
export function orderStory(orderId: string, lists: AccountLists): Story | null {
  const order = ordersOf((row) => row.orderId === orderId, lists)[0]
  if (order === undefined) return null
  const { marketId, tradeId } = order
  const ofPosition = belongsTo(tradeId, marketId)
  const own = lists.fills.filter((fill) => fill.orderId === orderId)
  const fills = own.length > 0 ? own : lists.fills.filter((fill) => fill.orderId === null && ofPosition(fill))
  return {
    marketId,
    tradeId,
    order,
    fills: oldestFirst(fills),
    fillsBy: own.length > 0 ? 'order' : 'position',
    position: lists.positions.find(ofPosition) ?? null,
    siblings: ordersOf(ofPosition, lists).filter((row) => row.orderId !== orderId),
  }
}

/** null where no list holds anything of that position. */
export function positionStory(tradeId: string, marketId: string, lists: AccountLists): Story | null {
  const ofPosition = belongsTo(tradeId, marketId)
  const fills = oldestFirst(lists.fills.filter(ofPosition))
  const position = lists.positions.find(ofPosition) ?? null
  const siblings = ordersOf(ofPosition, lists)
  if (position === null && fills.length === 0 && siblings.length === 0) return null
  return { marketId, tradeId, order: null, fills, fillsBy: 'position', position, siblings }
}

interface Named {
  readonly marketId: string
  readonly tradeId: string | null
}

// A trade_id names its market too, but the lists may be of a server that mixes them up.
function belongsTo(tradeId: string | null, marketId: string): (row: Named) => boolean {
  return (row) => tradeId !== null && row.tradeId === tradeId && row.marketId === marketId
}

function ordersOf(
  wanted: (row: HistoryOrder | OpenOrder) => boolean,
  { orderHistory, openOrders }: AccountLists,
): StoryOrder[] {
  const found = new Map<string, StoryOrder>()
  for (const row of openOrders.filter(wanted)) {
    const { totalSize, remainingSize } = row
    found.set(row.orderId, { ...shared(row), size: totalSize, told: null, resting: { totalSize, remainingSize } })
  }
  for (const row of orderHistory.filter(wanted)) {
    const { size, status, isMarket } = row
    const resting = found.get(row.orderId)?.resting ?? null
    found.set(row.orderId, { ...shared(row), size, told: { status, isMarket }, resting })
  }
  return [...found.values()].sort((a, b) => (a.createdMs ?? 0) - (b.createdMs ?? 0))
}

function shared(row: HistoryOrder | OpenOrder): Pick<StoryOrder, Shared> {
  const { marketId, orderId, tradeId, orderType, price, valueUsd, leverage, createdMs, updatedMs } = row
  return { marketId, orderId, tradeId, orderType, price, valueUsd, leverage, createdMs, updatedMs }
}

function oldestFirst(fills: readonly Fill[]): readonly Fill[] {
  return fills.toSorted((a, b) => (a.timeMs ?? 0) - (b.timeMs ?? 0))
}
