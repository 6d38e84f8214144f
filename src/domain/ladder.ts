import type { Level } from './book'
import { MAX_LADDER_STEP } from './preferences'
import { priceOfUnits, unitsAbove, unitsBelow } from './price-units'

export type BookSide = 'bid' | 'ask'

/** The prices of a grouped ladder: multiples of `step`, a whole number of the market's smallest units, 10^-decimals. */
export interface PriceGrid {
  readonly decimals: number
  readonly step: number
}

/** One side of the book as rows, best first, with running totals from the best row on; three lists of one length. */
export interface Ladder {
  readonly levels: readonly Level[]
  /** In the base unit. */
  readonly sizes: readonly number[]
  /** price × size of every single level in it, in the quote currency; a group does not change it. */
  readonly values: readonly number[]
}

/** The side as it is: its own levels, not copied. */
export function plainLadder(levels: readonly Level[]): Ladder {
  const sizes: number[] = []
  const values: number[] = []
  let size = 0
  let value = 0
  for (const level of levels) {
    size += level.size
    value += level.size * level.price
    sizes.push(size)
    values.push(value)
  }
  return { levels, sizes, values }
}

/**
 * The side in groups of the grid, one pass: asks are rounded up and bids down, so that no group looks better than what
 * it holds. A group is as new as the newest of its levels. null: not possible exactly (far more digits than a price has).
 */
export function groupedLadder(side: readonly Level[], of: BookSide, grid: PriceGrid): Ladder | null {
  const levels: Level[] = []
  const sizes: number[] = []
  const values: number[] = []
  let size = 0
  let value = 0
  let group: { price: number; size: number; updatedMs: number | null } | null = null
  for (const level of side) {
    const price = groupPrice(level.price, of, grid)
    if (price === null) return null
    if (group === null || group.price !== price) {
      group = { price, size: 0, updatedMs: null }
      levels.push(group)
      sizes.push(0)
      values.push(0)
    }
    size += level.size
    value += level.size * level.price
    group.size += level.size
    if (level.updatedMs !== null && level.updatedMs > (group.updatedMs ?? 0)) group.updatedMs = level.updatedMs
    sizes[levels.length - 1] = size
    values[levels.length - 1] = value
  }
  return { levels, sizes, values }
}

/** The price of the group into which a price falls on that side; null where it can't be told exactly. */
export function groupPrice(price: number, of: BookSide, { decimals, step }: PriceGrid): number | null {
  if (!Number.isSafeInteger(step) || step < 1) return null
  const units = of === 'ask' ? unitsAbove(price, decimals) : unitsBelow(price, decimals)
  if (units === null) return null
  const over = units % step
  const group = over === 0 || of === 'bid' ? units - over : units - over + step
  return priceOfUnits(group, decimals)
}

/** Steps worth offering: 1, 10, 100 … units, up to a tenth of the mid; the first alone while the mid is not known. */
export function groupSteps(decimals: number, mid: number | null): number[] {
  const most = (mid === null ? 0 : (unitsBelow(mid, decimals) ?? 0)) / 10
  const steps = [1]
  for (let step = 10; step <= most && steps.length <= MAX_LADDER_STEP; step *= 10) steps.push(step)
  return steps
}

/** A place on a side: `row` is the first one at the price or worse, the number of rows if none is. */
export interface RowPlace {
  readonly row: number
  /** The row is the price's own level or group; else the price lies before it. */
  readonly holds: boolean
}

/**
 * Where a price of one's own (order, entry, liquidation) stands among rows that are sorted best first. `grid`: the one
 * that the rows were grouped by; null for plain levels. null: its group can't be told exactly.
 */
export function placeOf(price: number, of: BookSide, rows: readonly Level[], grid: PriceGrid | null): RowPlace | null {
  const sought = grid === null ? price : groupPrice(price, of, grid)
  if (sought === null) return null
  const direction = of === 'ask' ? 1 : -1
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && (row.price - sought) * direction < 0) low = middle + 1
    else high = middle
  }
  return { row: low, holds: rows[low]?.price === sought }
}

/** What taking everything from the best row to this one would move. */
export interface LadderSum {
  readonly size: number
  readonly value: number
  readonly averagePrice: number
}

/** null for a row that is not there. */
export function sumTo({ sizes, values }: Ladder, row: number): LadderSum | null {
  const size = sizes[row]
  const value = values[row]
  if (size === undefined || value === undefined || size <= 0) return null
  return { size, value, averagePrice: value / size }
}
