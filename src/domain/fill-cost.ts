import { type Book, bookTop } from './book'
import type { TradeSide } from './order-type'

/** A size in the base unit, or a value (price × size, the fee not in it) in the quote currency. */
export interface Amount {
  readonly unit: 'base' | 'quote'
  readonly value: number
}

/** What a market order of that amount would meet in the visible book; all figures are of the part that it can fill. */
export interface FillCost {
  readonly size: number
  readonly valueUsd: number
  readonly averagePrice: number
  readonly worstPrice: number
  /** Of the average price; null without a mid. */
  readonly slippageBps: number | null
  readonly feeUsd: number | null
  /** Buying: paid, value and fee. Selling: received, value less fee. null while the fee's rate is not known. */
  readonly totalUsd: number | null
  /** The part of the amount, in its unit, that the visible book can't fill; exactly 0 if it can. */
  readonly unfilled: number
}

/** Less than this part of an amount is dust of the subtractions, not a rest. */
const DUST = 1e-12

/**
 * Walks the side that the order would take, from its best level on. `feeBps` is the taker's rate. null: no amount, no
 * levels to take, or a book that contradicts itself (locked or crossed). The book is what is seen: others may come first.
 */
export function fillCost(book: Book, side: TradeSide, amount: Amount, feeBps: number | null): FillCost | null {
  const { mid, shape } = bookTop(book)
  const levels = side === 'buy' ? book.asks : book.bids
  const best = levels[0]
  if (best === undefined || shape === 'crossed' || shape === 'locked') return null
  if (!Number.isFinite(amount.value) || amount.value <= 0) return null
  let left = amount.value
  let size = 0
  let valueUsd = 0
  let worstPrice = best.price
  for (const level of levels) {
    const whole = amount.unit === 'base' ? level.size : level.size * level.price
    const taken = whole <= left ? level.size : amount.unit === 'base' ? left : left / level.price
    size += taken
    valueUsd += taken * level.price
    worstPrice = level.price
    left = whole <= left ? left - whole : 0
    if (left <= amount.value * DUST) {
      left = 0
      break
    }
  }
  // Dust must not put the average beyond the prices that it is made of.
  const [low, high] = side === 'buy' ? [best.price, worstPrice] : [worstPrice, best.price]
  const averagePrice = Math.min(high, Math.max(low, valueUsd / size))
  const feeUsd = feeBps === null ? null : (valueUsd * feeBps) / 10_000
  return {
    size,
    valueUsd,
    averagePrice,
    worstPrice,
    slippageBps: slippageBps(averagePrice, mid),
    feeUsd,
    totalUsd: feeUsd === null ? null : side === 'buy' ? valueUsd + feeUsd : valueUsd - feeUsd,
    unfilled: left,
  }
}

/** How much worse than the mid an average price is, never below 0; null without a mid. */
export function slippageBps(averagePrice: number, mid: number | null): number | null {
  return mid === null ? null : (Math.abs(averagePrice - mid) / mid) * 10_000
}

/**
 * Price a unit at which all of `size` could be closed now, the fee in it: a long sells into the bids, a short buys from
 * the asks. null where the visible book can't take all of it.
 */
export function exitPrice(book: Book, side: 'long' | 'short', size: number, feeBps: number): number | null {
  const cost = fillCost(book, side === 'long' ? 'sell' : 'buy', { unit: 'base', value: size }, feeBps)
  if (cost === null || cost.unfilled > 0) return null
  const fee = feeBps / 10_000
  return cost.averagePrice * (side === 'long' ? 1 - fee : 1 + fee)
}
