import { type ReactNode, useMemo } from 'react'
import type { Position } from '../../domain/account'
import { estimatedLiquidation, MAINTENANCE_MARGIN } from '../../domain/liquidation'
import { PRICE_BASES, type PriceBasis } from '../../domain/preferences'
import { Time } from '../../ui/figures'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'
import { Id, leverageText, LongShort, Usd } from './cells'
import { Fact, Facts } from './facts'
import { LiveFigure } from './live-cell'
import type { PriceView } from './live-position'
import {
  BASIS_WORDS,
  distanceText,
  distanceTone,
  pnlText,
  pnlTone,
  ratioText,
  roeText,
  targetText,
} from './position-texts'
import type { TableContext } from './table-context'
import { exactly } from './use-decimals'
import { usePriceView } from './use-price-view'

interface PositionFactsProps {
  readonly position: Position
  readonly context: TableContext
  readonly withheld: boolean
}

/** Every field of a position, what it is worth by each basis, and our own estimate beside the exchange's liquidation price. */
export function PositionFacts({ position, context, withheld }: PositionFactsProps) {
  const prices = usePriceView(
    useMemo(() => [position], [position]),
    !withheld,
  )
  const { price: priceDecimals, size: sizeDecimals } = context.decimalsFor(position.marketId)
  const price = (value: number | null) =>
    value === null ? NO_FIGURE : <span title={String(value)}>{exactly(value, priceDecimals)}</span>
  const view = { ...prices, basis: 'mid' } as const
  const live = { position, view, basis: 'mid' } as const
  return (
    <>
      <Facts>
        <Fact term="Side">
          <LongShort side={position.side} />
        </Fact>
        <Fact term="Size">{exactly(position.size, sizeDecimals)}</Fact>
        <Fact term="Leverage">{leverageText(position.leverage)}</Fact>
        <Fact term="Entry price">{price(position.entryPrice)}</Fact>
        <Fact term="Margin ($)">
          <Usd value={position.marginUsd} />
        </Fact>
        <Fact term="Delivered value ($)" hint="As the exchange tells it">
          <Usd value={position.valueUsd} />
        </Fact>
        <Fact term="Value at mid ($)">
          <LiveFigure {...live} text={({ valueUsd }) => formatUsd(valueUsd)} />
        </Fact>
        <Fact term="Margin ratio at mid">
          <LiveFigure {...live} text={ratioText} />
        </Fact>
        <Fact term="To liquidation from mid">
          <LiveFigure {...live} text={distanceText} tone={distanceTone} />
        </Fact>
        <Fact term="Liquidation" hint="The exchange’s own liquidation price">
          {price(position.liquidationPrice)}
        </Fact>
        <Fact term="Own estimate of it" hint={ESTIMATE_HINT}>
          {withheld ? NO_FIGURE : price(estimatedLiquidation(position))}
        </Fact>
        {PRICE_BASES.map((basis) => (
          <BasisFact key={basis} basis={basis} position={position} prices={prices} />
        ))}
        <Fact term="Take profit" hint={TARGET_HINT}>
          {price(position.takeProfit)}
          {position.takeProfit !== null && (
            <Beside>
              <LiveFigure {...live} text={({ takeProfit }) => targetText(takeProfit)} />
            </Beside>
          )}
        </Fact>
        <Fact term="Stop loss" hint={TARGET_HINT}>
          {price(position.stopLoss)}
          {position.stopLoss !== null && (
            <Beside>
              <LiveFigure {...live} text={({ stopLoss }) => targetText(stopLoss)} />
            </Beside>
          )}
        </Fact>
        <Fact term="Updated">
          <Time timeMs={position.updatedMs} withDay />
        </Fact>
        <Fact term="Trade id">
          <Id id={position.tradeId} what="trade id" />
        </Fact>
      </Facts>
      <p className="mt-1.5 text-2xs text-muted">{ESTIMATE_HINT}</p>
    </>
  )
}

const ESTIMATE_HINT = `The own estimate is made of entry, size and margin, with a maintenance margin of ${formatFixed(MAINTENANCE_MARGIN * 100, 1)} % assumed; what counts is the exchange’s liquidation price.`
const TARGET_HINT = 'Price; PnL there in $, before the fee of closing; how far the price must move to it from mid'

function Beside({ children }: { readonly children: ReactNode }) {
  return <span className="ml-1.5 text-2xs text-muted">{children}</span>
}

interface BasisFactProps {
  readonly basis: PriceBasis
  readonly position: Position
  readonly prices: PriceView
}

function BasisFact({ basis, position, prices }: BasisFactProps) {
  const live = { position, view: { ...prices, basis }, basis }
  const { header, words } = BASIS_WORDS[basis]
  return (
    <Fact term={`uPnL at ${header.toLowerCase()} ($)`} hint={`Unrealised PnL and ROE by ${words}`}>
      <LiveFigure {...live} text={pnlText} tone={pnlTone} />
      <Beside>
        <LiveFigure {...live} text={roeText} />
      </Beside>
    </Fact>
  )
}
