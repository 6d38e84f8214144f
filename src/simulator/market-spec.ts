import { simulatedNetwork } from '../config'

/** A market's grid and temper. Prices in ticks of 10^-priceDecimals, sizes in lots of 10^-sizeDecimals. */
export interface MarketSpec {
  readonly id: string
  readonly symbol: string
  readonly priceDecimals: number
  readonly sizeDecimals: number
  readonly startTicks: number
  readonly spreadTicks: number
  /** Mean distance of two maker levels. */
  readonly spacingTicks: number
  /** What a maker shows on a level near the touch. */
  readonly typicalLots: number
  /** Standard deviation of the price's relative move in one second. */
  readonly volatility: number
}

type Temper = Omit<MarketSpec, 'id' | 'symbol'>

const grid = (priceDecimals: number, sizeDecimals: number) => ({ priceDecimals, sizeDecimals })

const TEMPERS: Readonly<Record<string, Temper>> = {
  APT: {
    ...grid(3, 3),
    startTicks: 5_512,
    spreadTicks: 1.6,
    spacingTicks: 1.6,
    typicalLots: 240_000,
    volatility: 1.4e-4,
  },
  BTC: {
    ...grid(1, 5),
    startTicks: 970_420,
    spreadTicks: 26,
    spacingTicks: 31,
    typicalLots: 9_000,
    volatility: 0.7e-4,
  },
  ETH: {
    ...grid(2, 4),
    startTicks: 340_185,
    spreadTicks: 14,
    spacingTicks: 13,
    typicalLots: 21_000,
    volatility: 0.9e-4,
  },
  SOL: {
    ...grid(2, 3),
    startTicks: 19_043,
    spreadTicks: 2.4,
    spacingTicks: 2.1,
    typicalLots: 32_000,
    volatility: 1.2e-4,
  },
}

const OTHER_TEMPER: Temper = {
  ...grid(2, 3),
  startTicks: 10_000,
  spreadTicks: 2,
  spacingTicks: 2,
  typicalLots: 20_000,
  volatility: 1e-4,
}

/** A spec for each market of a network's table; a base that is not known gets a plain one. */
export function marketSpecs(
  markets: readonly { readonly id: string; readonly symbol: string; readonly base: string }[],
): MarketSpec[] {
  return markets.map(({ id, symbol, base }) => ({ id, symbol, ...(TEMPERS[base] ?? OTHER_TEMPER) }))
}

/** Mainnet's ids, as the app's table has them. */
export const DEFAULT_MARKETS: readonly MarketSpec[] = marketSpecs(simulatedNetwork('http://localhost').markets)
