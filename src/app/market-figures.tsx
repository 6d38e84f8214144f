import { useMemo } from 'react'
import { lastPrice } from '../domain/last-price'
import { selectBookTop, selectMarket } from '../store/selectors'
import { type State, useStore } from '../store/store'
import { useTopicState } from '../store/use-freshness'
import { useTapeStore } from '../store/use-tape-store'
import { formatFixed, NO_FIGURE } from '../ui/format'
import { DrawnFigure, Figure, FigureGroup, StateMark } from './figure-group'

/** Where the last price came from; the arrow is no text, since it is no part of the figure. */
const DIRECTIONS = {
  up: "text-up after:ml-0.5 after:text-2xs after:leading-none after:content-['▲'/'up']",
  down: "text-down after:ml-0.5 after:text-2xs after:leading-none after:content-['▼'/'down']",
}

const shown = (value: number | null | undefined, decimals: number) =>
  value == null ? NO_FIGURE : formatFixed(value, decimals)

const selectPriceDecimals = (state: State) => selectMarket(state)?.decimals.price ?? 0
const midText = (state: State) => shown(selectBookTop(state)?.mid, selectPriceDecimals(state) + 1)
const spreadText = (state: State) => shown(selectBookTop(state)?.spread, selectPriceDecimals(state))
const noText = () => NO_FIGURE

export function LastFigure() {
  const trades = useTopicState('recent_trades')
  const decimals = useStore(selectPriceDecimals)
  const matches = useTapeStore((state) => selectMarket(state)?.matches)
  const last = useMemo(() => lastPrice(matches ?? []), [matches])
  const tone = last?.direction == null ? '' : DIRECTIONS[last.direction]
  return (
    <FigureGroup freshness={trades}>
      <Figure
        label="Last"
        hint="Price of the newest trade"
        room={11}
        className={`text-sm font-semibold ${tone}`}
        mark={<StateMark behind="Last" state={trades.state} />}
      >
        {shown(last?.price, decimals)}
      </Figure>
    </FigureGroup>
  )
}

export function BookFigures() {
  const book = useTopicState('orderbook')
  return (
    <FigureGroup freshness={book}>
      <DrawnFigure
        label="Mid"
        hint="Half-way between the best bid and the best ask"
        room={12}
        of={book.withheld ? noText : midText}
        mark={<StateMark behind="Mid" state={book.state} />}
      />
      <DrawnFigure label="Spread" room={6} of={book.withheld ? noText : spreadText} />
    </FigureGroup>
  )
}
