import type { FundingRate } from './funding'
import type { FundingSample } from './funding-history'
import {
  type FundingInterval,
  fundingTimeMs,
  HOUR_MS,
  inferFundingInterval,
  type NextFunding,
  nextFunding,
} from './funding-interval'

/** What follows from a rate as delivered and from the times of the fundings seen; null: not known. */
export interface FundingFigures {
  readonly interval: FundingInterval | null
  /**
   * Fractions over an hour, 8 hours and 365 days, without compounding: a rate of 0.0001 each hour is 0.0008 over 8 hours.
   * They rest on the usual reading of the rate, a fraction a period, which the exchange has not confirmed.
   */
  readonly perHour: number | null
  readonly perEightHours: number | null
  readonly perYear: number | null
  readonly next: NextFunding | null
}

/** `samples`: of the row's market; `nowMs`: in the exchange's time. */
export function fundingFigures(row: FundingRate, samples: readonly FundingSample[], nowMs: number): FundingFigures {
  const interval = inferFundingInterval(samples)
  const knownMs = fundingTimeMs(row)
  const over = (spanMs: number) => (interval === null ? null : row.rate * (spanMs / interval.intervalMs))
  return {
    interval,
    perHour: over(HOUR_MS),
    perEightHours: over(8 * HOUR_MS),
    perYear: over(365 * 24 * HOUR_MS),
    next: interval === null || knownMs === null ? null : nextFunding(knownMs, interval.intervalMs, nowMs),
  }
}
