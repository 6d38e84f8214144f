import { type Match, matchUsd, newestFirst, type TapePlace } from './tape'

/** What a set of matches adds up to, in whatever order they came; prices and values in the quote currency. */
export interface PriceBar {
  /** By the order of the tape; their prices are open and close. Bars outlive the tape, so they hold no legs. */
  readonly oldest: TapePlace
  readonly newest: TapePlace
  readonly high: number
  readonly low: number
  /** One leg of each match, in the base unit. */
  readonly size: number
  readonly valueUsd: number
  /** Of the value, what takers bought and sold; the side of the rest is not known. */
  readonly buyUsd: number
  readonly sellUsd: number
  readonly trades: number
}

export function barOf(match: Match): PriceBar {
  const { price, size } = match
  const place = placeOf(match)
  return { oldest: place, newest: place, high: price, low: price, size, ...valuesOf(match), trades: 1 }
}

/** The bar with one match more; which ones are new is for the caller to know (addLegs). */
export function extendBar(bar: PriceBar, match: Match): PriceBar {
  const { valueUsd, buyUsd, sellUsd } = valuesOf(match)
  return {
    oldest: newestFirst(match, bar.oldest) > 0 ? placeOf(match) : bar.oldest,
    newest: newestFirst(match, bar.newest) < 0 ? placeOf(match) : bar.newest,
    high: Math.max(bar.high, match.price),
    low: Math.min(bar.low, match.price),
    size: bar.size + match.size,
    valueUsd: bar.valueUsd + valueUsd,
    buyUsd: bar.buyUsd + buyUsd,
    sellUsd: bar.sellUsd + sellUsd,
    trades: bar.trades + 1,
  }
}

function placeOf({ key, price, timeMs, arrivedMs, version, takerSide }: Match): TapePlace {
  const place = { key, price, timeMs, version, takerSide }
  return arrivedMs === undefined ? place : { ...place, arrivedMs }
}

function valuesOf(match: Match): Pick<PriceBar, 'valueUsd' | 'buyUsd' | 'sellUsd'> {
  const valueUsd = matchUsd(match)
  const { takerSide } = match
  return { valueUsd, buyUsd: takerSide === 'buy' ? valueUsd : 0, sellUsd: takerSide === 'sell' ? valueUsd : 0 }
}
