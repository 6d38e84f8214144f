/** Decimal places by which a wire integer of a market is shifted: value = text / 10^n. All 0 means human decimals. */
export interface Scale {
  readonly price: number
  readonly size: number
  /** value, margin, fee, pnl: everything in the quote currency */
  readonly quote: number
}

export const HUMAN_SCALE: Scale = { price: 0, size: 0, quote: 0 }

export interface Market {
  readonly id: string
  /** base-quote, as the exchange prints it: APT-USD */
  readonly symbol: string
  readonly base: string
  readonly scale: Scale
  /** Decimals to show, where the exchange's table is known; otherwise they are learnt from the stream. */
  readonly decimals?: { readonly price: number; readonly size: number }
  /** A retired market is reached by a link only. */
  readonly retired?: true
}

export interface Network {
  readonly id: string
  readonly label: string
  /** Absolute, without a slash at the end. */
  readonly restUrl: string
  readonly wsUrl: string
  /** The explorer's and the wallets' name of the chain, and its id; null where there is no chain behind it. */
  readonly chain: { readonly name: string; readonly id: number } | null
  /** Unit, sign and period of its funding rates are known to be the usual ones; else what is derived says "assumed". */
  readonly fundingConfirmed?: true
  readonly markets: readonly Market[]
}

export function findMarket(network: Network, marketId: string): Market | undefined {
  return network.markets.find((market) => market.id === marketId)
}

/** The symbol, or "Market N" for an id that is not in the table. */
export function marketName(network: Network, marketId: string): string {
  return findMarket(network, marketId)?.symbol ?? `Market ${marketId}`
}
