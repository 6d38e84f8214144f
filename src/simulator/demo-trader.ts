import { isGrowingType, type OrderType } from './account'
import type { Desk } from './desk'
import type { Position } from './position'
import type { Prng } from './prng'
import type { Venue } from './venue'

/** The demo account's hand: keeps 2 or 3 positions and 2 to 5 resting orders, and does something every few seconds. */
const POSITIONS = { min: 2, max: 3 }
const ORDERS = { min: 2, max: 5 }
const LEVERAGES = [2, 3, 5, 10]

export class DemoTrader {
  readonly #desk: Desk
  readonly #venues: readonly Venue[]
  readonly #random: Prng
  #nextMs = 0

  constructor(desk: Desk, venues: readonly Venue[], random: Prng) {
    this.#desk = desk
    this.#venues = venues
    this.#random = random
  }

  step(nowMs: number): void {
    if (nowMs < this.#nextMs) return
    this.#nextMs = nowMs + this.#random.between(1_500, 4_500)
    this.act()
  }

  /** True while the numbers of positions and orders are within their bounds. */
  isSettled(): boolean {
    const { positions, openOrders } = this.#desk.account
    const within = (count: number, { min, max }: typeof ORDERS) => count >= min && count <= max
    return within(positions.size, POSITIONS) && within(openOrders.size, ORDERS)
  }

  /** Acts until the page has what it wants to show: settled numbers, and one order that is partly filled. */
  settle(): void {
    for (let attempt = 0; attempt < 100 && !this.#isLively(); attempt++) {
      const position = [...this.#desk.account.positions.values()][0]
      if (this.isSettled() && position !== undefined) this.#increase(position, true)
      else this.act()
    }
  }

  act(): void {
    const positions = [...this.#desk.account.positions.values()]
    const orders = this.#desk.account.openOrders.size
    if (positions.length < POSITIONS.min) return this.#open()
    if (positions.length > POSITIONS.max) return this.#close(this.#random.pick(positions))
    if (orders < ORDERS.min) return this.#placeAway()
    if (orders > ORDERS.max) return this.#cancelOldest()
    const position = this.#random.pick(positions)
    const draw = this.#random.next()
    if (draw < 0.2) this.#increase(position)
    else if (draw < 0.38) this.#reduce(position)
    else if (draw < 0.5) this.#protect(position)
    else if (draw < 0.68) orders < ORDERS.max ? this.#placeAway() : this.#cancelOldest()
    else if (draw < 0.8) orders > ORDERS.min ? this.#cancelOldest() : this.#placeAway()
    else if (positions.length === POSITIONS.max) this.#close(position)
    else this.#open()
  }

  #isLively(): boolean {
    const orders = [...this.#desk.account.openOrders.values()]
    return this.isSettled() && orders.some(({ status }) => status === 'Partially Filled')
  }

  #open(): void {
    const held = [...this.#desk.account.positions.values()]
    const free = this.#venues.filter((venue) => !held.some((position) => position.market.id === venue.market.id))
    const venue = this.#random.pick(free.length > 0 ? free : this.#venues)
    this.#enter(venue, this.#random.chance(0.55) ? 1 : 2, undefined, this.#random.chance(0.25))
  }

  #increase(position: Position, isLimit = this.#random.chance(0.25)): void {
    const venue = this.#venueOf(position)
    if (venue !== undefined) this.#enter(venue, position.isLong ? 3 : 4, position.tradeId, isLimit)
  }

  /** At the market, or with a limit at the touch for more than stands there: partly filled at once, the rest waits. */
  #enter(venue: Venue, orderType: OrderType, tradeId: string | undefined, isLimit: boolean): void {
    const isLong = orderType === 1 || orderType === 3
    const touch = venue.book.levels(isLong ? 'ask' : 'bid')[0]
    if (touch === undefined) return
    const lots = isLimit ? touch.lots + this.#lots(venue) * 2 : this.#lots(venue)
    const limitTicks = isLimit ? touch.price : null
    this.#desk.place({ venue, orderType, lots, limitTicks, tradeId, leverage: this.#random.pick(LEVERAGES) })
  }

  #reduce(position: Position): void {
    const venue = this.#venueOf(position)
    const free = position.lots - this.#desk.reserved(position)
    const lots = Math.floor(free * this.#random.between(0.2, 0.6))
    if (venue === undefined || lots < 1) return this.#protect(position)
    this.#desk.place({ venue, orderType: position.isLong ? 5 : 6, lots, limitTicks: null, tradeId: position.tradeId })
  }

  #close(position: Position): void {
    this.#desk.close(position)
  }

  #protect(position: Position): void {
    const mid = this.#venueOf(position)?.mid() ?? null
    if (mid === null) return
    const away = (sign: number) => Math.max(1, Math.round(mid * (1 + sign * this.#random.between(0.012, 0.06))))
    const direction = position.isLong ? 1 : -1
    const draw = this.#random.next()
    if (draw < 0.45) this.#desk.protect(position.tradeId, { takeProfit: away(direction), stopLoss: away(-direction) })
    else if (draw < 0.7) this.#desk.protect(position.tradeId, { takeProfit: away(direction) })
    else if (draw < 0.95) this.#desk.protect(position.tradeId, { stopLoss: away(-direction) })
    else this.#desk.protect(position.tradeId, { takeProfit: null, stopLoss: null })
  }

  /** A limit order off the market: a new position, more of one, or a part of one at a better price. */
  #placeAway(): void {
    const held = [...this.#desk.account.positions.values()]
    const position = held.length > 0 && this.#random.chance(0.6) ? this.#random.pick(held) : null
    const venue = position === null ? this.#random.pick(this.#venues) : this.#venueOf(position)
    const mid = venue?.mid() ?? null
    if (venue === undefined || mid === null) return
    const orderType = this.#awayType(position)
    const isBuy = orderType === 1 || orderType === 3 || orderType === 6
    // Seldom near enough to be filled within minutes.
    const distance = this.#random.chance(0.2) ? this.#random.between(0.0003, 0.001) : this.#random.between(0.002, 0.02)
    const limitTicks = isBuy ? Math.floor(mid * (1 - distance)) : Math.ceil(mid * (1 + distance))
    let lots = this.#lots(venue)
    if (position !== null && !isGrowingType(orderType)) {
      lots = Math.floor((position.lots - this.#desk.reserved(position)) * this.#random.between(0.2, 0.5))
      if (lots < 1) return this.#cancelOldest()
    }
    const leverage = this.#random.pick(LEVERAGES)
    this.#desk.place({ venue, orderType, lots, limitTicks, tradeId: position?.tradeId, leverage })
  }

  #awayType(position: Position | null): OrderType {
    if (position === null) return this.#random.chance(0.5) ? 1 : 2
    if (this.#random.chance(0.5)) return position.isLong ? 3 : 4
    return position.isLong ? 5 : 6
  }

  #cancelOldest(): void {
    const oldest = [...this.#desk.account.openOrders.values()].sort((a, b) => a.createdSec - b.createdSec)[0]
    if (oldest !== undefined) this.#desk.cancel(oldest.id)
  }

  #venueOf(position: Position): Venue | undefined {
    return this.#venues.find((venue) => venue.market.id === position.market.id)
  }

  /** A few hundred to a few thousand of the quote currency, on a grid that a person would type. */
  #lots(venue: Venue): number {
    const lots = Math.max(1, Math.round(venue.market.typicalLots * this.#random.between(0.15, 1.1)))
    const round = 10 ** Math.max(0, String(lots).length - 2)
    return Math.max(round, Math.round(lots / round) * round)
  }
}
