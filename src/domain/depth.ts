import type { Book, Level } from './book'

/** What one side holds up to a distance from the mid: in the base unit, and price × size in the quote currency. */
export interface DepthSum {
  readonly size: number
  readonly valueUsd: number
}

export interface DepthSums {
  readonly bids: DepthSum
  readonly asks: DepthSum
}

/** A price exactly at the distance lies within it, although distances in percent leave dust behind. A part of the mid. */
const DUST = 1e-13

/** Both sides from their best level to `percent` of the mid away; Infinity: all that is visible. */
export function depthWithin({ bids, asks }: Book, mid: number, percent: number): DepthSums {
  return { bids: sumWithin(bids, mid, percent), asks: sumWithin(asks, mid, percent) }
}

function sumWithin(side: readonly Level[], mid: number, percent: number): DepthSum {
  const reach = reachOf(mid, percent)
  let size = 0
  let valueUsd = 0
  for (const level of side) {
    if (Math.abs(level.price - mid) > reach) break
    size += level.size
    valueUsd += level.size * level.price
  }
  return { size, valueUsd }
}

const reachOf = (mid: number, percent: number) => mid * (percent / 100 + DUST)

/** Sizes of each side (base units) up to even distances from the mid: entry i is `i / steps` of the half window away. */
export interface DepthCurves {
  readonly bids: readonly number[]
  readonly asks: readonly number[]
}

/** The book over an even grid of `steps` distances on each side of the mid, the farthest at `percent` of it. */
export function depthCurves({ bids, asks }: Book, mid: number, percent: number, steps: number): DepthCurves {
  return { bids: curve(bids, mid, percent, steps), asks: curve(asks, mid, percent, steps) }
}

function curve(side: readonly Level[], mid: number, percent: number, steps: number): number[] {
  const sizes: number[] = []
  let next = 0
  let size = 0
  for (let index = 0; index <= steps; index += 1) {
    const reach = reachOf(mid, (percent * index) / steps)
    for (let level = side[next]; level !== undefined && Math.abs(level.price - mid) <= reach; level = side[next]) {
      size += level.size
      next += 1
    }
    sizes.push(size)
  }
  return sizes
}

/** How far a side's last level lies from the mid, in percent of it; 0 for an empty side. */
export function reachPercent(side: readonly Level[], mid: number): number {
  const last = side.at(-1)
  return last === undefined ? 0 : (Math.abs(last.price - mid) / mid) * 100
}
