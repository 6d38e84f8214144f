/** The rows of one side as texts. */
import { levelAgeMs } from '../../domain/book-figures'
import type { Ladder } from '../../domain/ladder'
import { formatAge, formatFixed, NO_FIGURE } from '../../ui/format'

export interface LadderLine {
  readonly price: string
  readonly size: string
  readonly total: string
  /** The bar's length in percent. */
  readonly share: number
  /** Time since its last change: a place among the tones of sizes. */
  readonly age: number
  readonly ageWords: string
  /** Its value is below what the reader cares for. */
  readonly dim: boolean
}

export interface LineOptions {
  readonly ladder: Ladder
  /** Of the rows, in the unit in which totals are shown. */
  readonly totals: readonly number[]
  /** The larger of both sides' last totals: the length of a full bar. null: the sizes are doubted and not summed. */
  readonly deepest: number | null
  /** Rows of a smaller value are drawn back. */
  readonly dimBelowUsd: number
  /** The book's newest change, which ages are counted from. */
  readonly newestMs: number | null
  readonly priceDecimals: number
  readonly sizeDecimals: number
  readonly totalDecimals: number
}

const AGE_STEPS_MS = [10_000, 60_000, 600_000]
export const AGE_TONES = AGE_STEPS_MS.length + 1

/** The rows from `first` up to `last`, the best first. */
export function ladderLines(options: LineOptions, first: number, last: number): LadderLine[] {
  const { ladder, totals, deepest, dimBelowUsd, newestMs } = options
  const { levels, values } = ladder
  return levels.slice(first, last).map((level, offset) => {
    const row = first + offset
    const total = totals[row] ?? 0
    const ageMs = levelAgeMs(level, newestMs)
    return {
      price: formatFixed(level.price, options.priceDecimals),
      size: formatFixed(level.size, options.sizeDecimals),
      total: deepest === null ? NO_FIGURE : formatFixed(total, options.totalDecimals),
      share: deepest === null ? 0 : Math.round((total / deepest) * 1000) / 10,
      // An age that is not known claims nothing.
      age: ageMs === null ? 0 : AGE_STEPS_MS.filter((stepMs) => ageMs >= stepMs).length,
      ageWords: ageMs === null ? 'Time of its last change not known' : ageText(ageMs),
      dim: (values[row] ?? 0) - (values[row - 1] ?? 0) < dimBelowUsd,
    }
  })
}

const ageText = (ageMs: number) =>
  ageMs < 1000 ? 'Among the newest changes' : `Changed ${formatAge(ageMs)} before the newest`
