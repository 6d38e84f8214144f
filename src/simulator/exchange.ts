import { normalizeAddress } from '../domain/address'
import { Account, type AccountTopic, type OrderRecord, type OrderType } from './account'
import { type AccountAddresses, DEMO_ACCOUNT } from './addresses'
import { Chain } from './chain'
import { Channels, type Send } from './channels'
import { createCrowd, type Crowd } from './crowd'
import { Desk } from './desk'
import { DemoTrader } from './demo-trader'
import { Funding } from './funding'
import { warmUpTimes } from './history'
import { DEFAULT_MARKETS, type MarketSpec } from './market-spec'
import type { Side } from './order-book'
import { PoolTrader } from './pool-trader'
import { Prng } from './prng'
import { parseUnits } from './units'
import { Venue } from './venue'
import { accountMessage, bookMessage, fundingMessage, message, tapeMessage, type Topic } from './wire'

export interface ExchangeOptions {
  /** The first moment, in Unix milliseconds. History lies before it. */
  readonly startMs: number
  readonly seed?: number
  readonly markets?: readonly MarketSpec[]
  /** Maker levels on each side of a book. */
  readonly levels?: number
  /** Mean number of trades a second in each market. */
  readonly tradesPerSecond?: number
  /** The first one is the demo trader's. */
  readonly accounts?: readonly AccountAddresses[]
  /** False: empty books and accounts, and nothing happens but what commands do. */
  readonly alive?: boolean
}

/** An order in human decimals, for scripts. price null: at the market. */
export interface ScriptedOrder {
  readonly profile?: string
  readonly marketId: string
  readonly orderType: OrderType
  readonly size: string
  readonly price: string | null
  readonly tradeId?: string
  readonly leverage?: number
}

/**
 * The simulated exchange. It has no clock and no sockets: `step` moves it on and publishes what changed, commands change it
 * at once and are published by the next step. The same options, commands and step times give the same messages.
 */
export class Exchange {
  readonly accounts: readonly Account[]
  readonly #chain: Chain
  readonly #venues: ReadonlyMap<string, Venue>
  readonly #desks: readonly Desk[]
  readonly #funding: Funding
  readonly #crowd: Crowd | null
  readonly #demo: DemoTrader | null
  readonly #stranger: PoolTrader
  readonly #channels = new Channels()
  readonly #publishedBooks = new Map<Venue, number>()

  constructor(options: ExchangeOptions) {
    const { startMs, seed = 1, markets = DEFAULT_MARKETS, accounts = [DEMO_ACCOUNT], alive = true } = options
    const random = new Prng(seed)
    const times = alive ? warmUpTimes(startMs) : [startMs]
    this.#chain = new Chain(times[0] ?? startMs)
    this.#venues = new Map(markets.map((market) => [market.id, new Venue(market, this.#chain)]))
    this.accounts = accounts.map((addresses) => new Account(addresses, this.#chain))
    this.#desks = this.accounts.map((account) => new Desk(account, this.#venues, this.#chain))
    this.#funding = new Funding(markets, this.#chain, random.fork())
    const venues = [...this.#venues.values()]
    const { levels = 20, tradesPerSecond = 1.2 } = options
    this.#crowd = alive ? createCrowd(venues, this.#chain, { levels, tradesPerSecond }, random.fork()) : null
    const desk = this.#desks[0]
    this.#demo = alive && desk !== undefined ? new DemoTrader(desk, venues, random.fork()) : null
    this.#stranger = new PoolTrader(`0x${'5'.repeat(64)}`, 5, this.#chain)
    if (alive) this.#warmUp(times)
  }

  get nowMs(): number {
    return this.#chain.nowMs
  }

  get markets(): readonly MarketSpec[] {
    return [...this.#venues.values()].map((venue) => venue.market)
  }

  /** Moves on to a Unix time in milliseconds (never back) and sends one message for each topic and subject that changed. */
  step(nowMs: number): void {
    this.#move(nowMs)
    this.#demo?.step(this.#chain.nowMs)
    const fundingChanged = this.#funding.step()
    this.#publish(fundingChanged)
  }

  /** Answers with the current list at once, and sends every later change to the same reader, once however often it asks. */
  subscribe(topic: Topic, subject: string, reader: Send): void {
    this.#channels.add(topic, this.#channelSubject(topic, subject), reader)
    reader(this.#currentList(topic, subject), topic)
  }

  unsubscribe(reader: Send): void {
    this.#channels.remove(reader)
  }

  /** Places an order of a watched account (the first, or the named profile). Throws RangeError where it cannot be made. */
  placeOrder({ profile, marketId, orderType, size, price, tradeId, leverage }: ScriptedOrder): OrderRecord {
    const venue = this.#venue(marketId)
    const { priceDecimals, sizeDecimals } = venue.market
    const lots = parseUnits(size, sizeDecimals)
    const limitTicks = price === null ? null : parseUnits(price, priceDecimals)
    return this.#desk(profile).place({ venue, orderType, lots, limitTicks, tradeId, leverage })
  }

  /** False for an order that does not rest. */
  cancelOrder(orderId: string, profile?: string): boolean {
    return this.#desk(profile).cancel(orderId)
  }

  /** Sets or unsets (null) a position's take-profit and stop-loss, prices in human decimals. */
  protectPosition(tradeId: string, levels: { tp?: string | null; sl?: string | null }, profile?: string): void {
    const desk = this.#desk(profile)
    const decimals = desk.account.positions.get(tradeId)?.market.priceDecimals ?? 0
    const ticks = (text: string | null) => (text === null ? null : parseUnits(text, decimals))
    desk.protect(tradeId, {
      ...(levels.tp === undefined ? {} : { takeProfit: ticks(levels.tp) }),
      ...(levels.sl === undefined ? {} : { stopLoss: ticks(levels.sl) }),
    })
  }

  /** An order of somebody else, to fill a scripted book or to take from it; the returned function cancels what still rests. */
  placeForeign(order: { marketId: string; side: Side; size: string; price: string | null }): () => boolean {
    const venue = this.#venue(order.marketId)
    const lots = parseUnits(order.size, venue.market.sizeDecimals)
    const limit = order.price === null ? null : parseUnits(order.price, venue.market.priceDecimals)
    const placed = { owner: this.#stranger, side: order.side, price: limit ?? 0, lots, remaining: lots }
    venue.submit(placed, limit)
    for (const desk of this.#desks) desk.tidy()
    return () => venue.cancel(placed)
  }

  #move(nowMs: number): void {
    const elapsedMs = this.#chain.advance(nowMs)
    this.#crowd?.step(elapsedMs)
    for (const desk of this.#desks) desk.tend()
  }

  /** The hours before the start: the demo trader acts seldom, then until it holds what a lively page needs. */
  #warmUp(times: readonly number[]): void {
    for (const [index, timeMs] of times.entries()) {
      this.#move(timeMs)
      if (index > 0 && index % 3 === 0) this.#demo?.act()
    }
    this.#demo?.settle()
    this.#funding.step()
    for (const venue of this.#venues.values()) venue.takeFresh()
  }

  #publish(fundingChanged: boolean): void {
    for (const [marketId, venue] of this.#venues) {
      if ((this.#publishedBooks.get(venue) ?? 0) !== venue.book.version) {
        this.#publishedBooks.set(venue, venue.book.version)
        this.#channels.publish('orderbook', marketId, () => bookMessage(venue))
      }
      const fresh = venue.takeFresh()
      if (fresh.length > 0) this.#channels.publish('recent_trades', marketId, () => tapeMessage(fresh))
    }
    for (const account of this.accounts) {
      for (const topic of account.dirty) {
        const subject = this.#channelSubject(topic, account.address)
        this.#channels.publish(topic, subject, () => accountMessage(topic, account))
      }
      account.dirty.clear()
    }
    if (fundingChanged) this.#channels.publish('live_funding_rate', '', () => fundingMessage(this.#funding.rows))
  }

  #currentList(topic: Topic, subject: string): string {
    switch (topic) {
      case 'orderbook': {
        const venue = this.#venues.get(subject)
        return venue === undefined ? message(topic, []) : bookMessage(venue)
      }
      case 'recent_trades':
        return tapeMessage(this.#venues.get(subject)?.tape ?? [])
      case 'live_funding_rate':
        return fundingMessage(this.#funding.rows)
      default:
        return this.#accountList(topic, subject)
    }
  }

  #accountList(topic: AccountTopic, subject: string): string {
    const wanted = normalizeAddress(subject)
    const account = this.accounts.find(({ address }) => wanted !== null && normalizeAddress(address) === wanted)
    return account === undefined ? message(topic, []) : accountMessage(topic, account)
  }

  #channelSubject(topic: Topic, subject: string): string {
    if (topic === 'live_funding_rate') return ''
    return topic === 'orderbook' || topic === 'recent_trades' ? subject : (normalizeAddress(subject) ?? subject)
  }

  #venue(marketId: string): Venue {
    const venue = this.#venues.get(marketId)
    if (venue === undefined) throw new RangeError(`no market ${marketId}`)
    return venue
  }

  #desk(profile: string | undefined): Desk {
    const desk = this.#desks.find(({ account }) => profile === undefined || account.address === profile)
    if (desk === undefined) throw new RangeError('no such account')
    return desk
  }
}
