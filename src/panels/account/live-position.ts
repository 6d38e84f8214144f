import type { Position } from '../../domain/account'
import { type Book, type BookShape, bookShape } from '../../domain/book'
import { byDanger } from '../../domain/liquidation'
import {
  type PositionFigures,
  type PositionTotals,
  positionFigures,
  positionTotals,
} from '../../domain/position-figures'
import type { PriceBasis } from '../../domain/preferences'
import { selectMarket, selectMarketOf } from '../../store/selectors'
import type { State } from '../../store/store'
import { type Sort, sortRows } from '../../ui/sort-rows'
import type { SurenessOf } from './sure-prices'

/** By which price positions are valued, and whether they may be at all. */
export interface PriceView {
  readonly basis: PriceBasis
  readonly feeBps: number
  readonly sureness: SurenessOf
  /** The positions themselves are sure enough to reckon with. */
  readonly trusted: boolean
}

interface Worked {
  readonly book: Book | null
  readonly lastPrice: number | null
  readonly basis: PriceBasis
  readonly feeBps: number
  readonly figures: PositionFigures
}

const worked = new WeakMap<Position, Worked>()

/** The figures of a position by the prices of the moment, worked out once for all its cells. */
export function figuresOf(state: State, position: Position, { basis, feeBps, sureness }: PriceView): PositionFigures {
  const sure = sureness.get(position.marketId)
  const book = sure?.book === null ? (selectMarketOf(state, position.marketId)?.book ?? null) : null
  const lastPrice = sure?.tape === null ? (selectMarket(state)?.matches[0]?.price ?? null) : null
  const known = worked.get(position)
  if (known?.book === book && known.lastPrice === lastPrice && known.basis === basis && known.feeBps === feeBps) {
    return known.figures
  }
  const figures = positionFigures(position, { book, lastPrice, feeBps }, basis)
  worked.set(position, { book, lastPrice, basis, feeBps, figures })
  return figures
}

/** Why a figure that rests on a price is not known, as the end of a sentence. */
export function whyUnknown(state: State, position: Position, view: PriceView, basis: PriceBasis): string {
  if (!view.trusted) return 'the positions are stale or unverified'
  const sure = view.sureness.get(position.marketId)
  if (basis === 'last') {
    const seen = selectMarket(state)?.matches[0] !== undefined
    return sure?.tape ?? (seen ? NO_MARGIN : 'no trade of this market was seen yet')
  }
  const book = selectMarketOf(state, position.marketId)?.book ?? null
  if (sure?.book !== null || book === null) return sure?.book ?? 'no order book of this market is at hand'
  const shape = bookShape(book)
  if (shape !== 'normal' && (basis === 'mid' || shape === 'crossed' || shape === 'locked')) return SHAPES[shape]
  return basis === 'exit' && figuresOf(state, position, view).price === null
    ? 'the visible book can’t take the whole position'
    : NO_MARGIN
}

const NO_MARGIN = 'the exchange sent no margin'

const SHAPES: Readonly<Record<Exclude<BookShape, 'normal'>, string>> = {
  crossed: 'its order book is crossed',
  locked: 'its order book is locked',
  'no-bids': 'its order book has no bids',
  'no-asks': 'its order book has no asks',
  empty: 'its order book is empty',
}

/** Columns that move with the market; what is not known stands last. */
const LIVE_VALUES: ReadonlyMap<string, (figures: PositionFigures) => number | null> = new Map([
  ['uPnL ($)', ({ pnlUsd }) => pnlUsd],
  ['ROE', ({ roe }) => roe],
  ['To liquidation', ({ distance }) => ('percent' in distance ? distance.percent : null)],
  ['Margin ratio', ({ marginRatio }) => marginRatio],
  ['Value ($)', ({ valueUsd }) => valueUsd],
])

/** The most endangered first, unless another order was chosen that moves with the market. */
export function inLiveOrder(
  state: State,
  positions: readonly Position[],
  view: PriceView,
  sort: Sort | null,
): readonly Position[] {
  if (!view.trusted) return positions
  const value = sort === null ? undefined : LIVE_VALUES.get(sort.header)
  if (sort !== null && value !== undefined) {
    return sortRows(positions, (position) => value(figuresOf(state, position, view)), sort.descending)
  }
  return positions.toSorted((a, b) => byDanger(figuresOf(state, a, view).distance, figuresOf(state, b, view).distance))
}

export function totalsOf(state: State, positions: readonly Position[], view: PriceView): PositionTotals {
  return positionTotals(positions.map((position) => ({ position, figures: figuresOf(state, position, view) })))
}
