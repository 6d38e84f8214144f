import type { Chain } from './chain'
import type { MarketSpec } from './market-spec'
import { type BookOrder, OrderBook } from './order-book'

/** One market: its book, and the tape that settles both sides of every match. */
export interface Leg {
  readonly address: string
  readonly feeAtoms: bigint
  /** Net of the fee for a closing leg, 0 for an opening one. */
  readonly pnlAtoms: bigint
  readonly leverage: number
  readonly orderType: number
  readonly tradeId: string
}

export interface Match {
  readonly market: MarketSpec
  readonly ticks: number
  readonly lots: number
  readonly timeSec: number
  readonly version: number
  readonly maker: Leg
  readonly taker: Leg
}

export interface Fill {
  readonly market: MarketSpec
  readonly ticks: number
  readonly lots: number
  readonly isTaker: boolean
}

export interface Trader {
  readonly address: string
  settle(order: VenueOrder, fill: Fill): Leg
  /** An own order was taken out of the book because it stood against a newer own one. */
  pulled(order: VenueOrder): void
}

export interface VenueOrder extends BookOrder {
  readonly owner: Trader
}

/** Matches kept for a new reader of the tape. */
const TAPE_LENGTH = 50

export class Venue {
  readonly market: MarketSpec
  readonly book = new OrderBook<VenueOrder>()
  readonly chain: Chain
  /** Already published, newest first. */
  tape: readonly Match[] = []
  /** Not yet published, oldest first. */
  #fresh: Match[] = []

  constructor(market: MarketSpec, chain: Chain) {
    this.market = market
    this.chain = chain
  }

  /** Trades the order against the book, and lets the rest of a limit order stand; a market order's rest is dropped. */
  submit(order: VenueOrder, limit: number | null): void {
    const { market, chain } = this
    const { crossings, pulled } = this.book.match(order, limit, chain.nowSec)
    for (const old of pulled) old.owner.pulled(old)
    if (crossings.length > 0) {
      // One taker is one transaction, so its matches share a version.
      const version = chain.nextVersion()
      for (const { maker, price: ticks, lots } of crossings) {
        const fill = { market, ticks, lots }
        const makerLeg = maker.owner.settle(maker, { ...fill, isTaker: false })
        const takerLeg = order.owner.settle(order, { ...fill, isTaker: true })
        this.#fresh.push({ ...fill, timeSec: chain.nowSec, version, maker: makerLeg, taker: takerLeg })
      }
    }
    if (limit !== null && order.remaining > 0) this.book.rest(order, chain.nowSec)
  }

  cancel(order: VenueOrder): boolean {
    return this.book.cancel(order, this.chain.nowSec)
  }

  /** Between best bid and best ask, in ticks; null for a one-sided book. */
  mid(): number | null {
    const bid = this.book.best('bid')
    const ask = this.book.best('ask')
    return bid === null || ask === null ? null : (bid + ask) / 2
  }

  /** Moves the fresh matches to the tape and gives them, newest first. */
  takeFresh(): readonly Match[] {
    const fresh = this.#fresh.reverse()
    if (fresh.length === 0) return fresh
    this.#fresh = []
    this.tape = [...fresh, ...this.tape].slice(0, TAPE_LENGTH)
    return fresh
  }
}
