import type { PoolTrader } from './pool-trader'
import type { Prng } from './prng'
import type { Venue, VenueOrder } from './venue'

/** The crowd of one market: takes, places near the touch, changes its mind, and now and then asks for the moon. */
const TAKE = 0.6
const PLACE = 0.92
const PLACE_FAR = 0.95
const MAX_RESTING = 8
const MAX_FAR = 3

export class NoiseTraders {
  readonly #venue: Venue
  readonly #traders: readonly PoolTrader[]
  readonly #eventsPerSecond: number
  readonly #random: Prng
  readonly #near: { order: VenueOrder; expiresMs: number }[] = []
  readonly #far: VenueOrder[] = []

  constructor(venue: Venue, traders: readonly PoolTrader[], tradesPerSecond: number, random: Prng) {
    this.#venue = venue
    this.#traders = traders
    this.#eventsPerSecond = tradesPerSecond / TAKE
    this.#random = random
  }

  step(elapsedMs: number): void {
    this.#expire()
    // After a long pause only a few trades are caught up with.
    const events = this.#random.count((this.#eventsPerSecond * elapsedMs) / 1000, elapsedMs > 1000 ? 3 : 1000)
    for (let event = 0; event < events; event++) {
      const draw = this.#random.next()
      if (draw < TAKE) this.#take()
      else if (draw < PLACE) this.#placeNear()
      else if (draw < PLACE_FAR) this.#placeFar()
      else this.#cancelOne()
    }
  }

  /** Mostly people who open a position, or close the one they have. */
  #take(): void {
    const { market } = this.#venue
    const isBuy = this.#random.chance(0.5)
    const side = isBuy ? 'bid' : 'ask'
    const asked = Array.from({ length: 5 }, () => this.#random.pick(this.#traders))
    const wantsOut = this.#random.chance(0.5)
    for (const owner of wantsOut ? asked : []) {
      const lots = owner.position(market.id, !isBuy)?.lots ?? 0
      if (lots === 0 || lots > market.typicalLots) continue
      return this.#venue.submit({ owner, side, price: 0, lots, remaining: lots }, null)
    }
    const isFlat = (trader: PoolTrader) => [true, false].every((isLong) => !trader.position(market.id, isLong))
    const owner = asked.find(isFlat) ?? this.#random.pick(asked)
    const lots = Math.max(1, Math.round(market.typicalLots * 0.12 * this.#random.heavy() * this.#random.heavy()))
    this.#venue.submit({ owner, side, price: 0, lots, remaining: lots }, null)
  }

  #placeNear(): void {
    const mid = this.#venue.mid()
    if (mid === null || this.#near.length >= MAX_RESTING) return
    const { spacingTicks } = this.#venue.market
    const order = this.#order(mid, this.#random.between(0, spacingTicks * 8))
    const expiresMs = this.#venue.chain.nowMs + this.#random.between(2_000, 45_000)
    this.#near.push({ order, expiresMs })
    this.#venue.submit(order, order.price)
  }

  /** Replaces the oldest far order once there are enough of them. */
  #placeFar(): void {
    const mid = this.#venue.mid()
    if (mid === null) return
    const order = this.#order(mid, mid * this.#random.between(0.02, 0.3))
    this.#far.push(order)
    const oldest = this.#far.length > MAX_FAR ? this.#far.shift() : undefined
    if (oldest !== undefined) this.#venue.cancel(oldest)
    this.#venue.submit(order, order.price)
  }

  #order(mid: number, distance: number): VenueOrder {
    const isBuy = this.#random.chance(0.5)
    const price = isBuy ? Math.max(1, Math.floor(mid - distance)) : Math.ceil(mid + distance)
    const lots = Math.max(1, Math.round(this.#venue.market.typicalLots * 0.3 * this.#random.heavy()))
    return { owner: this.#random.pick(this.#traders), side: isBuy ? 'bid' : 'ask', price, lots, remaining: lots }
  }

  #cancelOne(): void {
    const index = this.#random.int(0, Math.max(0, this.#near.length - 1))
    for (const { order } of this.#near.splice(index, 1)) this.#venue.cancel(order)
  }

  #expire(): void {
    const { nowMs } = this.#venue.chain
    for (let index = this.#near.length - 1; index >= 0; index--) {
      const entry = this.#near[index]
      if (entry === undefined || (entry.order.remaining > 0 && entry.expiresMs > nowMs)) continue
      this.#venue.cancel(entry.order)
      this.#near.splice(index, 1)
    }
  }
}
