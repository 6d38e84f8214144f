import { makeTradeId } from '../domain/order-id'
import type { Chain } from './chain'
import type { MarketSpec } from './market-spec'
import { grow, type Position, shrink, takerFeeAtoms } from './position'
import type { Fill, Leg, Trader, VenueOrder } from './venue'

/** Anybody else on the exchange: reduces an opposite position where it can, else adds to one. Only its legs are seen. */
export class PoolTrader implements Trader {
  readonly address: string
  readonly #leverage: number
  readonly #chain: Chain
  readonly #positions = new Map<string, Position>()
  #opening: VenueOrder | null = null
  #closing: VenueOrder | null = null

  constructor(address: string, leverage: number, chain: Chain) {
    this.address = address
    this.#leverage = leverage
    this.#chain = chain
  }

  position(marketId: string, isLong: boolean): Position | undefined {
    return this.#positions.get(`${marketId}|${isLong}`)
  }

  settle(order: VenueOrder, { market, ticks, lots, isTaker }: Fill): Leg {
    const isBuy = order.side === 'bid'
    const feeAtoms = isTaker ? takerFeeAtoms(ticks, lots) : 0n
    const base = { address: this.address, feeAtoms, leverage: this.#leverage }
    const opposite = this.position(market.id, !isBuy)
    // A taker's fills come in one go and share one type; only makers' fills are judged one by one.
    if (isTaker && opposite?.lots === order.lots - order.remaining) this.#closing = order

    if (opposite !== undefined && opposite.lots >= lots) {
      const pnlAtoms = shrink(opposite, ticks, lots) - feeAtoms
      const isGone = opposite.lots === 0
      if (isGone) this.#positions.delete(`${market.id}|${!isBuy}`)
      const orderType = (this.#closing === order || isGone ? 7 : 5) + (isBuy ? 1 : 0)
      return { ...base, pnlAtoms, orderType, tradeId: opposite.tradeId }
    }

    const held = this.position(market.id, isBuy)
    const position = held ?? this.#newPosition(market, isBuy)
    grow(position, ticks, lots)
    this.#positions.set(`${market.id}|${isBuy}`, position)
    const opens = held === undefined || this.#opening === order
    if (opens && isTaker) this.#opening = order
    return { ...base, pnlAtoms: 0n, orderType: (opens ? 1 : 3) + (isBuy ? 0 : 1), tradeId: position.tradeId }
  }

  pulled(): void {}

  #newPosition(market: MarketSpec, isLong: boolean): Position {
    return {
      tradeId: makeTradeId(this.#chain.nextPosition(), market.id),
      market,
      isLong,
      leverage: this.#leverage,
      lots: 0,
      entry: 0n,
      takeProfit: null,
      stopLoss: null,
      updatedSec: this.#chain.nowSec,
    }
  }
}
