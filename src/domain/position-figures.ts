import type { Position } from './account'
import { type Book, bookTop } from './book'
import { exitPrice } from './fill-cost'
import { type KnownSum, sumKnown } from './known-sum'
import { estimatedLiquidation, type LiquidationDistance, liquidationDistance } from './liquidation'
import type { PriceBasis } from './preferences'

/** What is known of a position's market; the caller gives null for what is stale, withheld or doubted. */
export interface MarketPrices {
  readonly book: Book | null
  readonly lastPrice: number | null
  /** The taker's rate, for the basis `exit`. */
  readonly feeBps: number
}

/** A take-profit or stop-loss price and what reaching it would mean, before the fee of closing there. */
export interface TargetFigures {
  readonly price: number
  readonly pnlUsd: number
  /** How far the price must move to it, in percent of the price: below 0 downwards; null without a price. */
  readonly movePercent: number | null
}

/** Amounts in the quote currency; null: not known. Figures of PnL rest on the chosen basis, all others on mid or last. */
export interface PositionFigures {
  /** Of the basis: mid, last, or a unit's price when all is closed through the book now, the fee in it. */
  readonly price: number | null
  readonly pnlUsd: number | null
  /** PnL / margin, a fraction. */
  readonly roe: number | null
  /** size × market price. */
  readonly valueUsd: number | null
  /** (margin + PnL) / value, both at the market price; liquidation is at MAINTENANCE_MARGIN. */
  readonly marginRatio: number | null
  readonly distance: LiquidationDistance
  readonly estimatedLiquidation: number | null
  readonly takeProfit: TargetFigures | null
  readonly stopLoss: TargetFigures | null
}

export function positionFigures(position: Position, prices: MarketPrices, basis: PriceBasis): PositionFigures {
  const { size, marginUsd, takeProfit, stopLoss } = position
  // Liquidation looks at the market and not at what the holder's own exit would bring.
  const market = basisPrice(position, prices, basis === 'last' ? 'last' : 'mid')
  const price = basis === 'exit' ? basisPrice(position, prices, 'exit') : market
  const pnlUsd = price === null ? null : pnlAt(position, price)
  return {
    price,
    pnlUsd,
    roe: pnlUsd === null || marginUsd === null || marginUsd <= 0 ? null : pnlUsd / marginUsd,
    valueUsd: market === null ? null : size * market,
    marginRatio: marginRatio(position, market),
    distance: liquidationDistance(position, market),
    estimatedLiquidation: estimatedLiquidation(position),
    takeProfit: targetFigures(position, takeProfit, market),
    stopLoss: targetFigures(position, stopLoss, market),
  }
}

/** null where the basis has no price: no mid, no trade seen, or a book that can't take the whole position. */
function basisPrice(position: Position, prices: MarketPrices, basis: PriceBasis): number | null {
  const { book, lastPrice, feeBps } = prices
  switch (basis) {
    case 'last':
      return lastPrice
    case 'mid':
      return book === null ? null : bookTop(book).mid
    case 'exit':
      return book === null ? null : exitPrice(book, position.side, position.size, feeBps)
  }
}

/** Gain of the whole position if it were closed at that price: a long's is size × (price − entry). */
export function pnlAt({ side, size, entryPrice }: Position, price: number): number {
  return size * (side === 'long' ? price - entryPrice : entryPrice - price)
}

/** (margin + PnL) / value, a fraction: what is left of the margin as part of what the position is worth. */
export function marginRatio(position: Position, price: number | null): number | null {
  const { size, marginUsd } = position
  if (price === null || marginUsd === null || size <= 0 || price <= 0) return null
  return (marginUsd + pnlAt(position, price)) / (size * price)
}

function targetFigures(position: Position, target: number | null, price: number | null): TargetFigures | null {
  if (target === null) return null
  const movePercent = price === null ? null : ((target - price) / price) * 100
  return { price: target, pnlUsd: pnlAt(position, target), movePercent }
}

export interface PositionTotals {
  readonly valueUsd: KnownSum
  readonly marginUsd: KnownSum
  readonly pnlUsd: KnownSum
}

/** Each sum with the count of what it holds, so that one position without a price does not pass for a whole. */
export function positionTotals(
  rows: readonly { readonly position: Position; readonly figures: PositionFigures }[],
): PositionTotals {
  return {
    valueUsd: sumKnown(rows.map(({ figures }) => figures.valueUsd)),
    marginUsd: sumKnown(rows.map(({ position }) => position.marginUsd)),
    pnlUsd: sumKnown(rows.map(({ figures }) => figures.pnlUsd)),
  }
}
