import type { Chain } from './chain'
import type { MarketSpec } from './market-spec'
import type { Prng } from './prng'

/** Funding of all markets: a small rate that drifts every few seconds, and a transaction on each full hour. */
export interface FundingRow {
  readonly market: MarketSpec
  /** In 10^-7 a period: 125 is 0.0000125. */
  rate: number
  updatedSec: number
  hourSec: number
  version: number
}

export const FUNDING_DECIMALS = 7
const CALM_RATE = 125
const PERIOD_MS = 4_000
const HOUR_SEC = 3_600

export class Funding {
  readonly rows: readonly FundingRow[]
  readonly #chain: Chain
  readonly #random: Prng
  #nextMs: number

  constructor(markets: readonly MarketSpec[], chain: Chain, random: Prng) {
    this.#chain = chain
    this.#random = random
    this.#nextMs = chain.nowMs + PERIOD_MS
    this.rows = markets.map((market) => ({
      market,
      rate: CALM_RATE + random.int(-160, 90),
      updatedSec: chain.nowSec,
      hourSec: chain.nowSec - (chain.nowSec % HOUR_SEC),
      version: chain.nextVersion(),
    }))
  }

  /** True where the rows changed. */
  step(): boolean {
    const { nowMs, nowSec } = this.#chain
    const hourSec = nowSec - (nowSec % HOUR_SEC)
    const isNewHour = this.rows.some((row) => row.hourSec !== hourSec)
    if (nowMs < this.#nextMs && !isNewHour) return false
    this.#nextMs = nowMs + PERIOD_MS
    for (const row of this.rows) {
      row.rate += Math.round((CALM_RATE - row.rate) * 0.02) + this.#random.int(-6, 6)
      row.updatedSec = nowSec
      if (row.hourSec !== hourSec) row.version = this.#chain.nextVersion()
      row.hourSec = hourSec
    }
    return true
  }
}
