import { makeOrderId, makeTradeId } from '../domain/order-id'
import { type Account, isGrowingType, isLongType, type OrderRecord, type OrderType } from './account'
import type { Chain } from './chain'
import { liquidationPrice, type Position } from './position'
import type { Venue, VenueOrder } from './venue'

/** Where a watched account's orders come in: checks them, sends them to the book, and files what became of them. */
export interface OrderRequest {
  readonly venue: Venue
  readonly orderType: OrderType
  readonly lots: number
  /** Ticks; null: a market order. */
  readonly limitTicks: number | null
  /** The position that types 3 to 8 work on. */
  readonly tradeId?: string | undefined
  /** Of a new position; the others keep the one they have. */
  readonly leverage?: number | undefined
}

export class Desk {
  readonly account: Account
  readonly #chain: Chain
  readonly #venues: ReadonlyMap<string, Venue>

  constructor(account: Account, venues: ReadonlyMap<string, Venue>, chain: Chain) {
    this.account = account
    this.#venues = venues
    this.#chain = chain
  }

  /** Throws RangeError for a request that the account cannot make; nothing has happened then. */
  place({ venue, orderType, lots, limitTicks, tradeId, leverage = 2 }: OrderRequest): OrderRecord {
    if (!Number.isSafeInteger(lots) || lots <= 0) throw new RangeError('lots must be a positive integer')
    const position = orderType <= 2 ? undefined : this.#positionFor(venue, orderType, tradeId)
    if (position !== undefined && !isGrowingType(orderType) && lots > position.lots - this.reserved(position)) {
      throw new RangeError('the order would take off more than the position holds')
    }
    const isBuy = isLongType(orderType) === isGrowingType(orderType)
    const side = isBuy ? 'bid' : 'ask'
    const order: VenueOrder = { owner: this.account, side, price: limitTicks ?? 0, lots, remaining: lots }
    const counter = this.#chain.nextOrder()
    const record: OrderRecord = {
      order,
      market: venue.market,
      orderType,
      limitTicks,
      leverage: position?.leverage ?? leverage,
      tradeId: position?.tradeId ?? makeTradeId(this.#chain.nextPosition(), venue.market.id),
      createdSec: this.#chain.nowSec,
      id: '',
      status: 'Open',
      updatedSec: this.#chain.nowSec,
      filledValue: 0n,
    }
    this.account.admit(record)
    venue.submit(order, limitTicks)
    const rests = limitTicks !== null && order.remaining > 0
    record.id = makeOrderId(counter, rests ? { side, integerPrice: limitTicks } : null)
    if (order.remaining === 0) this.account.file(record, 'Filled')
    else if (!rests) this.account.file(record, 'Cancelled')
    else this.account.file(record, order.remaining < lots ? 'Partially Filled' : 'Open')
    this.tidy()
    return record
  }

  /** False for an order that no longer rests. */
  cancel(orderId: string): boolean {
    const record = this.account.openOrders.get(orderId)
    const cancelled = record !== undefined && this.#venues.get(record.market.id)?.cancel(record.order) === true
    if (cancelled) this.account.file(record, 'Cancelled')
    return cancelled
  }

  /** Takes all of a position off at the market, after cancelling what rests for it. */
  close(position: Position): OrderRecord | null {
    const venue = this.#venues.get(position.market.id)
    if (venue === undefined) return null
    this.#cancelOrdersOf(position.tradeId)
    const orderType = position.isLong ? 7 : 8
    return this.place({ venue, orderType, lots: position.lots, limitTicks: null, tradeId: position.tradeId })
  }

  /** Ticks, null unsets. Throws RangeError for a position that is not there. */
  protect(tradeId: string, levels: { takeProfit?: number | null; stopLoss?: number | null }): void {
    const position = this.account.positions.get(tradeId)
    if (position === undefined) throw new RangeError('no such position')
    Object.assign(position, levels, { updatedSec: this.#chain.nowSec })
    this.account.dirty.add('positions')
  }

  /** Lots already promised to resting orders that reduce the position. */
  reserved(position: Position): number {
    let lots = 0
    for (const { tradeId, orderType, order } of this.account.openOrders.values()) {
      if (tradeId === position.tradeId && !isGrowingType(orderType)) lots += order.remaining
    }
    return lots
  }

  /** Closes positions whose take-profit, stop-loss or liquidation price the mid has reached, and cleans up after closed ones. */
  tend(): void {
    for (const position of [...this.account.positions.values()]) {
      const mid = this.#venues.get(position.market.id)?.mid() ?? null
      if (mid !== null && isReached(position, mid)) this.close(position)
    }
    this.tidy()
  }

  /** Orders that work on a position which is gone are cancelled. */
  tidy(): void {
    for (const { id, tradeId, orderType, order } of [...this.account.openOrders.values()]) {
      const waitsToOpen = orderType <= 2 && order.remaining === order.lots
      if (!waitsToOpen && !this.account.positions.has(tradeId)) this.cancel(id)
    }
  }

  #cancelOrdersOf(tradeId: string): void {
    for (const record of [...this.account.openOrders.values()]) {
      if (record.tradeId === tradeId) this.cancel(record.id)
    }
  }

  #positionFor(venue: Venue, orderType: OrderType, tradeId: string | undefined): Position {
    const position = tradeId === undefined ? undefined : this.account.positions.get(tradeId)
    if (position === undefined) throw new RangeError('order types 3 to 8 need the trade_id of a position')
    if (position.market.id !== venue.market.id || position.isLong !== isLongType(orderType)) {
      throw new RangeError('the position is of another market or side')
    }
    return position
  }
}

function isReached(position: Position, mid: number): boolean {
  const { isLong, takeProfit, stopLoss, market } = position
  const liquidation = liquidationPrice(position) * 10 ** market.priceDecimals
  const isAtOrPast = (level: number, isAbove: boolean) => (isAbove ? mid >= level : mid <= level)
  return (
    (takeProfit !== null && isAtOrPast(takeProfit, isLong)) ||
    (stopLoss !== null && isAtOrPast(stopLoss, !isLong)) ||
    isAtOrPast(liquidation, !isLong)
  )
}
