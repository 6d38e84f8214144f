/** What alerts say of fills and positions, and no more than is known. */
import { DEMO_NETWORK } from '../config'
import type { Fill, Position } from '../domain/account'
import { shortAddress } from '../domain/address'
import { type Decimals, decimalsOf, growDecimals } from '../domain/decimals'
import { averageFillPrice, type ToldFills } from '../domain/fill-news'
import { fillTotals } from '../domain/fills-summary'
import { grouped } from '../domain/grouped'
import { findMarket, marketName, type Network } from '../domain/market'
import { orderTypeSide, type TradeSide } from '../domain/order-type'
import { selectMarketOf } from '../store/selectors'
import type { State } from '../store/store'
import type { LiveMid } from '../store/use-live-mids'
import { formatClock, formatDateTime, formatFixed, formatSignedUsd, formatUsd, plural } from '../ui/format'

export interface AlertWords {
  readonly title: string
  /** What stands below it. */
  readonly detail: string
}

/** Where names and decimals of markets are found, and whose account it is. */
export interface WordsContext {
  readonly network: Network
  readonly state: State
  /** Times of the same day go without it. */
  readonly nowMs: number
}

/** More markets than these are counted instead of named. */
const MOST_NAMES = 3

export function fillWords(told: ToldFills, context: WordsContext): AlertWords {
  const { network, state, nowMs } = context
  const { fills, arrival, sure } = told
  const markets = grouped(fills, ({ marketId }) => marketId)
  const names = markets.map(({ key }) => marketName(network, key))
  const where = names.length > MOST_NAMES ? plural(names.length, 'market') : names.join(', ')
  const areKnown = markets.every(({ key }) => findMarket(network, key) !== undefined)
  if (!sure || !areKnown) {
    const why = sure ? 'units are not known' : 'figures are unverified'
    return { title: whose(titleOf(told, ` in ${where}`), context), detail: listed([where, why]) }
  }
  const facts = [...moneyTexts(fills), timeText(fills, nowMs)]
  const [only] = markets
  if (arrival !== 'new' || only === undefined || markets.length > 1) {
    const each = markets.slice(0, MOST_NAMES).map(({ key, rows }) => {
      return `${marketName(network, key)} ${amountsText(key, rows, context)}`
    })
    return { title: whose(titleOf(told, ` in ${where}`), context), detail: listed([...each, ...facts]) }
  }
  const amounts = amountsText(only.key, fills, context)
  if (fills.length > 1)
    return { title: whose(titleOf(told, ` in ${where}, ${amounts}`), context), detail: listed(facts) }
  const title = whose(state.watch === null ? `Fill: ${amounts}` : `fill, ${amounts}`, context)
  return { title, detail: listed([where, ...facts]) }
}

/** Only what is told as it happens says where: the rest has its markets below. */
function titleOf({ arrival, fills }: ToldFills, where: string): string {
  const count = fills.length
  switch (arrival) {
    case 'new':
      return `${count === 1 ? 'Fill' : plural(count, 'fill')}${where}`
    case 'missed':
      return `${plural(count, 'fill')} while the connection was away`
    case 'late':
      return `${plural(count, 'older fill')} came in late`
  }
}

/** A watched address is never taken for the reader's own, nor what is made up for real: a notification stands far from the page. */
function whose(words: string, { network, state: { watch } }: WordsContext): string {
  const demo = network.id === DEMO_NETWORK.id ? 'Demo: ' : ''
  if (watch === null) return demo + words
  return `${demo}Watched ${shortAddress(watch.address)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Fills of one market: sell 12.5 APT at 5.481, or the sum and the average. A side is named where it is known. */
function amountsText(marketId: string, fills: readonly Fill[], context: WordsContext): string {
  const base = findMarket(context.network, marketId)?.base ?? ''
  const sizeDecimals = fills.reduce((known, { size }) => growDecimals(known, 0, decimalsOf(size)), NO_DECIMALS).size
  const sides = grouped(fills, ({ orderType }) => (orderType === null ? null : orderTypeSide(orderType)))
  const amounts = sides.map(({ key, rows }) => {
    const size = rows.reduce((sum, fill) => sum + fill.size, 0)
    return `${sideText(key, sides.length > 1)}${formatFixed(size, sizeDecimals)} ${base}`
  })
  // Over both sides an average would tell nothing.
  const average = sides.length === 1 ? averageFillPrice(fills) : null
  if (average === null) return amounts.join(', ')
  const decimals = fills.reduce(
    (known, { price }) => growDecimals(known, decimalsOf(price), 0),
    decimalsAt(marketId, context),
  )
  return `${amounts.join()}${fills.length === 1 ? ' at ' : ', average '}${priceText(average, decimals)}`
}

function sideText(side: TradeSide | null, amongOthers: boolean): string {
  if (side !== null) return `${side} `
  return amongOthers ? 'side not known ' : ''
}

const NO_DECIMALS: Decimals = { price: 0, size: 0 }

const decimalsAt = (marketId: string, { network, state }: WordsContext): Decimals =>
  selectMarketOf(state, marketId)?.decimals ?? findMarket(network, marketId)?.decimals ?? NO_DECIMALS

/** What is no price of a book may have one decimal more than those. */
function priceText(price: number, { price: decimals }: Decimals): string {
  return formatFixed(price, decimalsOf(price) > decimals ? decimals + 1 : decimals)
}

/** Sums are named where each of the fills is known. */
function moneyTexts(fills: readonly Fill[]): string[] {
  const { feesUsd: fees, realisedUsd: pnl } = fillTotals(fills)
  const isClosing = fills.some(({ pnlUsd }) => pnlUsd !== 0)
  return [
    ...(fees.known === fees.all ? [`${fees.all === 1 ? 'fee' : 'fees'} ${formatUsd(fees.total)} $`] : []),
    ...(pnl.known === pnl.all && isClosing ? [`realised PnL ${formatSignedUsd(pnl.total)} $`] : []),
  ]
}

function timeText(fills: readonly Fill[], nowMs: number): string {
  const times = fills.flatMap(({ timeMs }) => (timeMs === null ? [] : [timeMs]))
  if (times.length === 0) return 'time not known'
  const newest = momentText(Math.max(...times), nowMs)
  return fills.length === 1 ? newest : `last at ${newest}`
}

const DAY = 'YYYY-MM-DD'.length

function momentText(timeMs: number, nowMs: number): string {
  const whole = formatDateTime(timeMs)
  return whole.slice(0, DAY) === formatDateTime(nowMs).slice(0, DAY) ? formatClock(timeMs) : whole
}

const listed = (facts: readonly string[]) => facts.join(' · ')

/** A position that came near to its liquidation, as it stood at that moment. */
export interface NearLiquidation {
  readonly position: Pick<Position, 'tradeId' | 'marketId' | 'side' | 'size'>
  readonly liquidationPrice: number
  /** Of the price, to the liquidation price; 0 or below: crossed. */
  readonly percent: number
  readonly mid: LiveMid
  readonly atMs: number
}

/** In the past tense: it is read later than it is written. */
export function liquidationWords(near: NearLiquidation, context: WordsContext): AlertWords {
  const { position, liquidationPrice, percent, mid, atMs } = near
  const { side, size, marketId } = position
  const base = findMarket(context.network, marketId)?.base ?? ''
  const what = `${side === 'long' ? 'Long' : 'Short'} ${formatFixed(size, decimalsOf(size))} ${base}`
  const title =
    percent > 0
      ? `${what} was ${formatFixed(percent, 2)} % from its liquidation price`
      : `${what} was at its liquidation price or beyond`
  const decimals = decimalsAt(marketId, context)
  const facts = [
    marketName(context.network, marketId),
    `${mid.delayed ? 'delayed mid' : 'mid'} ${priceText(mid.price, decimals)}`,
    `liquidation at ${priceText(liquidationPrice, decimals)}`,
    momentText(atMs, context.nowMs),
  ]
  return { title: whose(title, context), detail: listed(facts) }
}
