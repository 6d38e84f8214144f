import type { BookShape } from '../../domain/book'
import type { Amount, FillCost } from '../../domain/fill-cost'
import { formatFixed, formatUsd } from '../../ui/format'
import { printNumber } from './use-typed-number'

const SHAPE_WORDS: Readonly<Record<BookShape, string | null>> = {
  normal: null,
  locked: 'No cost of a locked book.',
  crossed: 'No cost of a crossed book.',
  empty: 'No cost: the book is empty.',
  'no-asks': 'Nothing to buy: no asks. Without a mid there is no slippage.',
  'no-bids': 'Nobody to sell to: no bids. Without a mid there is no slippage.',
}

/** Why there are no figures, or not all; null where nothing needs saying. */
export function missingWords(shape: BookShape, sure: 'sure' | 'withheld' | 'unverified'): string | null {
  if (sure === 'unverified') return 'No cost is reckoned from unverified figures.'
  return sure === 'withheld' ? 'No cost is reckoned from figures that old.' : SHAPE_WORDS[shape]
}

/** What the visible book can't fill; null where it fills all. */
export function unfilledWords(
  { unit, value }: Amount,
  costs: { readonly buy: FillCost | null; readonly sell: FillCost | null },
  base: string,
  sizeDecimals: number,
): string | null {
  const shown = (amount: number) => (unit === 'quote' ? `$${formatUsd(amount)}` : formatFixed(amount, sizeDecimals))
  const parts = [
    { cost: costs.buy, verb: 'buying' },
    { cost: costs.sell, verb: 'selling' },
  ].flatMap(({ cost, verb }) =>
    cost === null || cost.unfilled === 0 ? [] : [{ filled: shown(value - cost.unfilled), verb }],
  )
  const [first, second] = parts
  if (first === undefined) return null
  const whole = unit === 'quote' ? `$${printNumber(value)}` : `${printNumber(value)} ${base}`
  const also = second === undefined ? '' : `, ${second.filled} ${second.verb}`
  return `The visible book fills only ${first.filled} of ${whole} ${first.verb}${also}; the figures are of that part.`
}
