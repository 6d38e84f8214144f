import type { MarketSpec } from './market-spec'

/**
 * Exact money of one position. An atom is 10^-(priceDecimals + sizeDecimals + 6) of the quote currency: one tick times one
 * lot is 10^6 atoms, so entry prices, fees and results are integers.
 */
export interface Position {
  readonly tradeId: string
  readonly market: MarketSpec
  readonly isLong: boolean
  readonly leverage: number
  lots: number
  /** Millionths of a tick. */
  entry: bigint
  /** Ticks. */
  takeProfit: number | null
  stopLoss: number | null
  updatedSec: number
}

const MILLION = 1_000_000n
/** Maintenance margin, fitted to the vendor's sample (facts: the printed liquidation price). */
const MAINTENANCE = 0.025
/** 5 bp of a million. */
const TAKER_FEE_ATOMS = 500n

export const entryDecimals = (market: MarketSpec): number => market.priceDecimals + 6
export const atomDecimals = (market: MarketSpec): number => market.priceDecimals + market.sizeDecimals + 6

export function takerFeeAtoms(ticks: number, lots: number): bigint {
  return BigInt(ticks) * BigInt(lots) * TAKER_FEE_ATOMS
}

/** Adds lots; the entry price becomes the average weighted by size, to the nearest millionth of a tick. */
export function grow(position: Position, ticks: number, lots: number): void {
  const total = BigInt(position.lots + lots)
  const cost = position.entry * BigInt(position.lots) + BigInt(ticks) * MILLION * BigInt(lots)
  position.entry = (2n * cost + total) / (2n * total)
  position.lots += lots
}

/** Takes lots off and gives the result before fees, in atoms. Throws RangeError on more lots than the position has. */
export function shrink(position: Position, ticks: number, lots: number): bigint {
  if (lots > position.lots) throw new RangeError('more than the position holds')
  position.lots -= lots
  const gain = (BigInt(ticks) * MILLION - position.entry) * BigInt(lots)
  return position.isLong ? gain : -gain
}

/** Size at entry price. */
export function valueAtoms(position: Position): bigint {
  return position.entry * BigInt(position.lots)
}

export function marginAtoms(position: Position): bigint {
  return valueAtoms(position) / BigInt(position.leverage)
}

/** Quote per base, as a float: the vendor prints one too. Long: inferred by symmetry. */
export function liquidationPrice(position: Position): number {
  const entry = Number(position.entry) / 10 ** entryDecimals(position.market)
  const marginPerBase = entry / position.leverage
  return position.isLong
    ? Math.max(0, (entry - marginPerBase) / (1 - MAINTENANCE))
    : (entry + marginPerBase) / (1 + MAINTENANCE)
}
