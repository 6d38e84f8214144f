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
