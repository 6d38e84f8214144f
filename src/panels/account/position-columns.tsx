import { useShallow } from 'zustand/react/shallow'
import type { Position } from '../../domain/account'
import { type KnownSum, sumKnown } from '../../domain/known-sum'
import type { PositionFigures, PositionTotals, TargetFigures } from '../../domain/position-figures'
import type { PriceBasis } from '../../domain/preferences'
import type { Column } from '../../ui/data-table'
import { NO_FIGURE, plural } from '../../ui/format'
import { LongShort } from './cells'
import { columnsOf } from './columns'
import { LiveFigure } from './live-cell'
import { type PriceView, totalsOf } from './live-position'
import {
  BASIS_WORDS,
  basisPriceText,
  distanceText,
  distanceTone,
  pnlText,
  pnlTone,
  ratioText,
  roeText,
  targetText,
  valueText,
} from './position-texts'
import { Sum } from './sums'
import type { TableContext } from './table-context'
import { exactly } from './use-decimals'
import { useLiveStore } from './use-live-store'

/** Every field of a position but for its delivered value, which is that of the entry, and what follows from the prices of the moment. */
export function positionColumns(
  context: TableContext,
  view: PriceView,
  positions: readonly Position[],
): readonly Column<Position>[] {
  const { market, price, size, usd, leverage, time, id } = columnsOf<Position>(context)
  const { header, words } = BASIS_WORDS[view.basis]
  // What looks at the market looks at its mid, also where a position is valued by its own exit.
  const basis = view.basis === 'last' ? 'last' : 'mid'
  const live = { align: 'right', sortValue: 'live' } as const
  const total = (pick: (totals: PositionTotals) => KnownSum, signed: boolean) =>
    positions.length < 2 ? {} : { total: <Total positions={positions} view={view} pick={pick} signed={signed} /> }
  const ofBasis = { view, basis: view.basis }
  const ofMarket = { view, basis } as const
  const priceText = (position: Position) => (figures: PositionFigures) =>
    basisPriceText(figures.price, view.basis, context.decimalsFor(position.marketId).price)
  return [
    {
      ...market(({ tradeId, marketId }) => ({ kind: 'position', tradeId, marketId })),
      ...(positions.length < 2 ? {} : { total: plural(positions.length, 'position') }),
    },
    {
      header: 'Side',
      card: 'title',
      sortValue: ({ side }) => side,
      cell: ({ side }) => <LongShort side={side} />,
    },
    { ...leverage((row) => row.leverage), card: 'title' },
    size('Size', (row) => row.size),
    price('Entry price', (row) => row.entryPrice),
    {
      header,
      hint: `Price of the figures beside it: ${words}`,
      align: 'right',
      room: 11,
      cell: (row) => <LiveFigure position={row} {...ofBasis} text={priceText(row)} />,
    },
    {
      ...live,
      header: 'uPnL ($)',
      card: 'end',
      hint: `Unrealised PnL by ${words}`,
      room: 11,
      cell: (row) => <LiveFigure position={row} {...ofBasis} text={pnlText} tone={pnlTone} />,
      ...total(({ pnlUsd }) => pnlUsd, true),
    },
    {
      ...live,
      header: 'ROE',
      hint: `Unrealised PnL by ${words}, in percent of the margin`,
      room: 10,
      cell: (row) => <LiveFigure position={row} {...ofBasis} text={roeText} tone={pnlTone} />,
    },
    price('Liquidation', (row) => row.liquidationPrice, 'Liquidation price as the exchange tells it'),
    {
      ...live,
      header: 'To liquidation',
      hint: `How far the price may move from ${BASIS_WORDS[basis].words} to the exchange’s liquidation price`,
      room: 10,
      cell: (row) => <LiveFigure position={row} {...ofMarket} text={distanceText} tone={distanceTone} />,
    },
    {
      ...live,
      header: 'Margin ratio',
      hint: `(Margin + PnL) / value by ${BASIS_WORDS[basis].words}`,
      room: 9,
      cell: (row) => <LiveFigure position={row} {...ofMarket} text={ratioText} />,
    },
    { ...usd('Margin ($)', (row) => row.marginUsd), ...total(({ marginUsd }) => marginUsd, false) },
    {
      ...live,
      header: 'Value ($)',
      hint: `Size × ${BASIS_WORDS[basis].words}; the delivered value stands in the details`,
      room: 11,
      cell: (row) => <LiveFigure position={row} {...ofMarket} text={valueText} />,
      ...total(({ valueUsd }) => valueUsd, false),
    },
    targetColumn('Take profit', ({ takeProfit }) => takeProfit, context, { view, basis }),
    targetColumn('Stop loss', ({ stopLoss }) => stopLoss, context, { view, basis }),
    time('Updated', (row) => row.updatedMs),
    id('Trade id', 'trade id', (row) => row.tradeId),
  ]
}

/** The price as delivered, and small beside it what reaching it would bring and how far it is. */
function targetColumn(
  header: 'Take profit' | 'Stop loss',
  read: (figures: Pick<PositionFigures, 'takeProfit' | 'stopLoss'>) => TargetFigures | null,
  { decimalsFor }: TableContext,
  live: { readonly view: PriceView; readonly basis: PriceBasis },
): Column<Position> {
  const target = (row: Position) => (header === 'Take profit' ? row.takeProfit : row.stopLoss)
  return {
    header,
    card: 'wide',
    hint: 'Price; PnL there in $, before the fee of closing; how far the price must move to it',
    align: 'right',
    room: 20,
    sortValue: target,
    cell: (row) => {
      const price = target(row)
      if (price === null) return NO_FIGURE
      const text = (figures: PositionFigures) => targetText(read(figures))
      return (
        <span>
          <span className="mr-1.5" title={String(price)}>
            {exactly(price, decimalsFor(row.marketId).price)}
          </span>
          <span className="inline-block min-w-[17ch] text-2xs text-muted">
            <LiveFigure position={row} {...live} text={text} />
          </span>
        </span>
      )
    },
  }
}

interface TotalProps {
  readonly positions: readonly Position[]
  readonly view: PriceView
  readonly pick: (totals: PositionTotals) => KnownSum
  readonly signed: boolean
}

function Total({ positions, view, pick, signed }: TotalProps) {
  const sum = useLiveStore(
    useShallow((state) =>
      view.trusted ? pick(totalsOf(state, positions, view)) : sumKnown(positions.map(() => null)),
    ),
  )
  return <Sum sum={sum} signed={signed} />
}
