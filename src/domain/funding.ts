import { decimalsOf } from './decimals'

export interface FundingRate {
  readonly marketId: string
  /** As delivered; unit, sign and period are not documented. */
  readonly rate: number
  /** funding_timestamp; null when unset (0). */
  readonly fundingMs: number | null
  readonly updatedMs: number | null
  readonly transactionMs: number | null
  readonly version: string | null
}

const MOST_DECIMALS = 12

/** Decimals that show each of the rates exactly, so that they stand in one column; 2 at least. */
export function rateDecimals(rates: readonly number[]): number {
  return rates.reduce((most, rate) => Math.max(most, Math.min(MOST_DECIMALS, decimalsOf(rate))), 2)
}
