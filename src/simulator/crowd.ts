import { randomAddress } from './addresses'
import type { Chain } from './chain'
import { Makers } from './makers'
import { NoiseTraders } from './noise-traders'
import { PoolTrader } from './pool-trader'
import type { Prng } from './prng'
import type { Venue } from './venue'

/** Everybody but the watched accounts: makers and traders with addresses of their own, at work in all markets. */
export interface Crowd {
  step(elapsedMs: number): void
}

export function createCrowd(
  venues: readonly Venue[],
  chain: Chain,
  { levels, tradesPerSecond }: { levels: number; tradesPerSecond: number },
  random: Prng,
): Crowd {
  const people = (count: number) =>
    Array.from({ length: count }, () => new PoolTrader(randomAddress(random), random.pick([2, 3, 5, 10, 20]), chain))
  const pool = { makers: people(6), takers: people(90) }
  const groups = venues.map((venue) => ({
    makers: new Makers(venue, levels, pool, random.fork()),
    noise: new NoiseTraders(venue, pool.takers, tradesPerSecond, random.fork()),
  }))
  return {
    step(elapsedMs) {
      for (const { makers, noise } of groups) {
        noise.step(elapsedMs)
        // Last, so that every published book has its levels.
        makers.step(elapsedMs)
      }
    },
  }
}
