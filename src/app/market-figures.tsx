import { useMemo } from 'react'
import { lastPrice } from '../domain/last-price'
import { selectBookTop, selectMarket } from '../store/selectors'
import { useStore } from '../store/store'
import { useFreshness } from '../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../ui/format'
import { Figure, FigureGroup, StateMark } from './figure-group'

/** Where the last price came from; the arrow is no text, since it is no part of the figure. */
const DIRECTIONS = {
  up: "text-up after:ml-0.5 after:text-2xs after:leading-none after:content-['▲'/'up']",
  down: "text-down after:ml-0.5 after:text-2xs after:leading-none after:content-['▼'/'down']",
}

const shown = (value: number | null | undefined, decimals: number) =>
  value == null ? NO_FIGURE : formatFixed(value, decimals)

const usePriceDecimals = () => useStore((state) => selectMarket(state)?.decimals.price ?? 0)

export function LastFigure() {
  const trades = useFreshness('recent_trades')
  const decimals = usePriceDecimals()
  const matches = useStore((state) => selectMarket(state)?.matches)
  const last = useMemo(() => lastPrice(matches ?? []), [matches])
  const tone = last?.direction == null ? '' : DIRECTIONS[last.direction]
  return (
    <FigureGroup freshness={trades}>
      <Figure
        label="Last"
        hint="Price of the newest trade"
        room={11}
        className={`text-sm font-semibold ${tone}`}
        mark={<StateMark state={trades.state} />}
      >
        {shown(last?.price, decimals)}
      </Figure>
    </FigureGroup>
  )
}

export function BookFigures() {
  const book = useFreshness('orderbook')
  const decimals = usePriceDecimals()
  const top = useStore(selectBookTop)
  const derived = book.withheld ? null : top
  return (
    <FigureGroup freshness={book}>
      <Figure
        label="Mid"
        hint="Half-way between the best bid and the best ask"
        room={12}
        mark={<StateMark state={book.state} />}
      >
        {shown(derived?.mid, decimals + 1)}
      </Figure>
      <Figure label="Spread" room={6}>
        {shown(derived?.spread, decimals)}
      </Figure>
    </FigureGroup>
  )
}
