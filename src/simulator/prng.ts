/** Seeded randomness (mulberry32): the same seed gives the same exchange, in every JavaScript engine. */
export class Prng {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A generator of its own, so that one part's draws do not shift another's. */
  fork(): Prng {
    return new Prng(Math.floor(this.next() * 2 ** 32))
  }

  /** Integer, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }

  /** Standard normal, by the sum of twelve uniforms: no logarithm that engines might round differently. */
  normal(): number {
    let sum = -6
    for (let index = 0; index < 12; index++) sum += this.next()
    return sum
  }

  /** Skewed to small values with a long tail; the middle is near 1. */
  heavy(): number {
    const draw = this.next()
    return 0.15 + draw * 1.6 + (draw > 0.95 ? this.next() * 5 : 0)
  }

  /** How many events of a mean count happen; never more than `cap`. */
  count(mean: number, cap: number): number {
    let events = Math.min(Math.floor(mean), cap)
    if (events < cap && this.chance(mean - Math.floor(mean))) events++
    return events
  }
}
