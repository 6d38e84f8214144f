import type { PoolTrader } from './pool-trader'
import type { Prng } from './prng'
import type { Side } from './order-book'
import type { Venue, VenueOrder } from './venue'

/** Market makers of one market: a wandering fair price with a given number of uneven levels on either side of it. */
export class Makers {
  readonly #venue: Venue
  readonly #levels: number
  readonly #makers: readonly PoolTrader[]
  readonly #takers: readonly PoolTrader[]
  readonly #random: Prng
  readonly #anchor: number
  readonly #quotes: Record<Side, VenueOrder[]> = { bid: [], ask: [] }
  #fair: number

  constructor(
    venue: Venue,
    levels: number,
    pool: { makers: readonly PoolTrader[]; takers: readonly PoolTrader[] },
    random: Prng,
  ) {
    this.#venue = venue
    this.#levels = levels
    this.#makers = pool.makers
    this.#takers = pool.takers
    this.#random = random
    this.#anchor = venue.market.startTicks
    this.#fair = this.#anchor
  }

  step(elapsedMs: number): void {
    this.#wander(elapsedMs / 1000)
    const half = this.#venue.market.spreadTicks / 2
    const limit = { bid: Math.floor(this.#fair - half), ask: Math.ceil(this.#fair + half) }
    // One side surely changes, so that every step has a book to publish.
    const restless = this.#random.chance(0.5) ? 'bid' : 'ask'
    for (const side of ['bid', 'ask'] as const) {
      this.#pull(side, limit[side], side === restless || this.#random.chance(0.3))
    }
    for (const side of ['bid', 'ask'] as const) this.#sweepForeign(side, limit[side])
    for (const side of ['bid', 'ask'] as const) this.#quote(side, limit[side])
  }

  #wander(seconds: number): void {
    const { volatility } = this.#venue.market
    const pull = (this.#anchor - this.#fair) * Math.min(0.5, seconds * 4e-6)
    this.#fair += pull + this.#fair * volatility * Math.sqrt(seconds) * this.#random.normal()
    this.#fair = Math.min(this.#anchor * 1.3, Math.max(this.#anchor * 0.7, this.#fair))
  }

  /** Takes back quotes that the fair price has run over, that lie too far off, and one for a change. */
  #pull(side: Side, limit: number, isRestless: boolean): void {
    const reach = this.#reach() * 1.6
    const churned = isRestless ? this.#random.int(0, this.#quotes[side].length - 1) : -1
    this.#quotes[side] = this.#quotes[side].filter((order, index) => {
      if (order.remaining === 0) return false
      const behind = side === 'bid' ? limit - order.price : order.price - limit
      if (behind >= 0 && behind <= reach && index !== churned) return true
      this.#venue.cancel(order)
      return false
    })
  }

  /** Somebody takes orders of others that the fair price has reached, in part or whole. */
  #sweepForeign(side: Side, limit: number): void {
    const opposite = side === 'bid' ? 'ask' : 'bid'
    for (let round = 0; round < 8; round++) {
      const level = this.#venue.book.levels(opposite)[0]
      if (level === undefined || (side === 'bid' ? level.price > limit : level.price < limit)) return
      const lots = this.#random.chance(0.5) ? level.lots : this.#random.int(1, level.lots)
      this.#venue.submit({ owner: this.#random.pick(this.#takers), side, price: limit, lots, remaining: lots }, null)
    }
  }

  #quote(side: Side, limit: number): void {
    const quotes = this.#quotes[side]
    const outward = side === 'bid' ? -1 : 1
    const taken = new Set(quotes.map((order) => order.price))
    const top = this.#venue.book.best(side)
    const gap = top === null ? Number.POSITIVE_INFINITY : Math.abs(limit - top)
    if (gap > this.#venue.market.spacingTicks * 2) this.#place(side, limit, taken)
    for (let attempt = 0; quotes.length < this.#levels && attempt < this.#levels * 6; attempt++) {
      // Denser near the touch, with gaps; where no room is found, one step beyond the farthest.
      const depth = attempt < this.#levels * 5 ? this.#random.next() ** 1.5 * this.#reach() : this.#reach() + attempt
      this.#place(side, limit + outward * Math.floor(depth), taken)
    }
  }

  #place(side: Side, wanted: number, taken: Set<number>): void {
    const opposite = this.#venue.book.best(side === 'bid' ? 'ask' : 'bid')
    const outermost = side === 'bid' ? Math.min : Math.max
    const price = opposite === null ? wanted : outermost(wanted, opposite + (side === 'bid' ? -1 : 1))
    if (price < 1 || taken.has(price)) return
    const lots = this.#size(Math.abs(price - this.#fair) / this.#reach())
    const order = { owner: this.#random.pick(this.#makers), side, price, lots, remaining: lots }
    taken.add(price)
    this.#quotes[side].push(order)
    this.#venue.submit(order, price)
  }

  /** Deeper levels are larger; some sizes are round, as people's are. */
  #size(depth: number): number {
    const { typicalLots } = this.#venue.market
    const lots = Math.max(1, Math.round(typicalLots * (0.5 + depth) * this.#random.heavy()))
    const round = 10 ** Math.max(0, String(lots).length - 2)
    return this.#random.chance(0.3) ? Math.ceil(lots / round) * round : lots
  }

  #reach(): number {
    return Math.ceil(this.#levels * this.#venue.market.spacingTicks) + 2
  }
}
