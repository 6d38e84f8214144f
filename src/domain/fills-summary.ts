import type { Fill } from './account'
import { type KnownSum, sumKnown } from './known-sum'

/**
 * Sums over fills, in the quote currency; each says of how many fills it is known. A closing fill's `pnl` is net of its
 * own fee already; an opening fill has a pnl of 0 and its fee stands apart (arithmetic on the samples).
 */
export interface FillTotals {
  readonly count: number
  /** price × size. */
  readonly volumeUsd: number
  readonly feesUsd: KnownSum
  /** As delivered: after the fees of closing, before those of opening. */
  readonly realisedUsd: KnownSum
  /** The same before any fee. */
  readonly beforeFeesUsd: KnownSum
  /** After all fees: realised, less the fees of the fills with a pnl of 0. */
  readonly netUsd: KnownSum
}

export function fillTotals(fills: readonly Fill[]): FillTotals {
  return {
    count: fills.length,
    volumeUsd: fills.reduce((sum, fill) => sum + fillValueUsd(fill), 0),
    feesUsd: sumKnown(fills.map(({ feeUsd }) => feeUsd)),
    realisedUsd: sumKnown(fills.map(({ pnlUsd }) => pnlUsd)),
    beforeFeesUsd: sumKnown(fills.map(fillBeforeFeesUsd)),
    netUsd: sumKnown(fills.map(fillNetUsd)),
  }
}

export function fillValueUsd({ price, size }: Fill): number {
  return price * size
}

/** What one fill realised before any fee; null: not known. */
export function fillBeforeFeesUsd({ pnlUsd, feeUsd }: Fill): number | null {
  if (pnlUsd === 0) return 0
  return pnlUsd === null || feeUsd === null ? null : pnlUsd + feeUsd
}

/** What one fill brought after its fee; null: not known. */
export function fillNetUsd({ pnlUsd, feeUsd }: Fill): number | null {
  if (pnlUsd !== 0) return pnlUsd
  return feeUsd === null ? null : 0 - feeUsd
}
