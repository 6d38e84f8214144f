import type { AccountAddresses } from './addresses'
import type { Chain } from './chain'
import type { MarketSpec } from './market-spec'
import { grow, type Position, shrink, takerFeeAtoms } from './position'
import type { Fill, Leg, Trader, VenueOrder } from './venue'

/** A watched account: what its four private topics show. Every fill lands here and on the tape in the same moment. */
export type OrderStatus = 'Open' | 'Filled' | 'Partially Filled' | 'Cancelled'
export type AccountTopic = 'positions' | 'open_orders' | 'order_history' | 'trade_history'

/** 1 open long, 2 open short, 3, 4 increase, 5, 6 decrease, 7, 8 close: odd is long, up to 4 grows the position. */
export type OrderType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface OrderRecord {
  readonly order: VenueOrder
  readonly market: MarketSpec
  readonly orderType: OrderType
  /** null: a market order. */
  readonly limitTicks: number | null
  readonly leverage: number
  readonly tradeId: string
  readonly createdSec: number
  id: string
  status: OrderStatus
  updatedSec: number
  /** Sum of ticks times lots over its fills. */
  filledValue: bigint
}

export interface FillRecord extends Leg, Fill {
  readonly timeSec: number
}

export const isLongType = (type: OrderType): boolean => type % 2 === 1
export const isGrowingType = (type: OrderType): boolean => type <= 4

/** Kept in memory; the wire shows the newest 100. */
const HISTORY_LIMIT = 1000

export class Account implements Trader {
  readonly wallet: string
  readonly address: string
  readonly positions = new Map<string, Position>()
  /** Resting orders only. */
  readonly openOrders = new Map<string, OrderRecord>()
  /** The latest change first. */
  readonly orderHistory: OrderRecord[] = []
  readonly fills: FillRecord[] = []
  /** Topics that changed since they were last published. */
  readonly dirty = new Set<AccountTopic>()
  readonly #chain: Chain
  readonly #records = new Map<VenueOrder, OrderRecord>()

  constructor({ wallet, profile }: AccountAddresses, chain: Chain) {
    this.wallet = wallet
    this.address = profile
    this.#chain = chain
  }

  /** Must be called before the order reaches the book, so that its fills find it. */
  admit(record: OrderRecord): void {
    this.#records.set(record.order, record)
  }

  settle(order: VenueOrder, { market, ticks, lots, isTaker }: Fill): Leg {
    const record = this.#records.get(order)
    if (record === undefined) throw new Error('a fill of an order that was never admitted')
    const { orderType, tradeId, leverage } = record
    const feeAtoms = isTaker ? takerFeeAtoms(ticks, lots) : 0n
    const pnlAtoms = this.#movePosition(record, ticks, lots) ?? 0n
    record.filledValue += BigInt(ticks) * BigInt(lots)
    const leg: Leg = {
      address: this.address,
      feeAtoms,
      pnlAtoms: isGrowingType(orderType) ? 0n : pnlAtoms - feeAtoms,
      leverage,
      orderType,
      tradeId,
    }
    this.fills.unshift({ ...leg, market, ticks, lots, isTaker, timeSec: this.#chain.nowSec })
    this.fills.length = Math.min(this.fills.length, HISTORY_LIMIT)
    this.dirty.add('trade_history')
    if (!isTaker) this.file(record, order.remaining === 0 ? 'Filled' : 'Partially Filled')
    return leg
  }

  pulled(order: VenueOrder): void {
    const record = this.#records.get(order)
    if (record !== undefined) this.file(record, 'Cancelled')
  }

  /** Records an order's new status: it goes to the front of the history, and stays among the open ones only while it rests. */
  file(record: OrderRecord, status: OrderStatus): void {
    record.status = status
    record.updatedSec = this.#chain.nowSec
    const place = this.orderHistory.indexOf(record)
    if (place >= 0) this.orderHistory.splice(place, 1)
    this.orderHistory.unshift(record)
    this.orderHistory.length = Math.min(this.orderHistory.length, HISTORY_LIMIT)
    const rests = status === 'Open' || status === 'Partially Filled'
    if (rests) this.openOrders.set(record.id, record)
    else this.#records.delete(record.order)
    if (rests || this.openOrders.delete(record.id)) this.dirty.add('open_orders')
    this.dirty.add('order_history')
  }

  /** Gives the result before fees where the order takes lots off. */
  #movePosition(record: OrderRecord, ticks: number, lots: number): bigint | null {
    const { tradeId, market, orderType, leverage } = record
    this.dirty.add('positions')
    let position = this.positions.get(tradeId)
    if (isGrowingType(orderType)) {
      if (position === undefined) {
        const fresh = { tradeId, market, isLong: isLongType(orderType), leverage, lots: 0, entry: 0n }
        position = { ...fresh, takeProfit: null, stopLoss: null, updatedSec: this.#chain.nowSec }
        this.positions.set(tradeId, position)
      }
      grow(position, ticks, lots)
      position.updatedSec = this.#chain.nowSec
      return null
    }
    if (position === undefined) throw new Error('a reducing fill without a position')
    const result = shrink(position, ticks, lots)
    position.updatedSec = this.#chain.nowSec
    if (position.lots === 0) this.positions.delete(tradeId)
    return result
  }
}
