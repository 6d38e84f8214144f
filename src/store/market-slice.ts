import { MAX_TAPE_ROWS } from '../config'
import { type Book, bookTop } from '../domain/book'
import { type Decimals, decimalsOf, growDecimals } from '../domain/decimals'
import type { Delivery } from '../domain/delivery'
import { mergeMultiset } from '../domain/merge'
import { type Match, matchLegs, type TradeLeg } from '../domain/tape'
import type { MarketTopic } from '../domain/update'
import { decimalsInOrderId, findUnitMismatches, type UnitFinding, unitDoubt } from '../domain/unit-check'
import { nextTopicStatus, type TopicStatuses } from './topic-status'

/** Everything of one market of one network. */
export interface MarketData {
  readonly book: Book | null
  readonly legs: readonly TradeLeg[]
  /** The legs paired, newest first. */
  readonly matches: readonly Match[]
  /** Older trades have left the tape. */
  readonly tapeCut: boolean
  readonly decimals: Decimals
  readonly units: UnitCheck
  readonly topics: TopicStatuses<MarketTopic>
}

interface UnitCheck {
  /** Decimals of the integer price inside this market's order ids: the table's, or learnt from the first order. */
  readonly idDecimals: number | null
  readonly findings: readonly UnitFinding[]
  /** Strong evidence that a scale is wrong; no figure of this market is reckoned with then. */
  readonly doubt: string | null
}

export function emptyMarket(decimals: Decimals | undefined): MarketData {
  return {
    book: null,
    legs: [],
    matches: [],
    tapeCut: false,
    decimals: decimals ?? { price: 0, size: 0 },
    units: { idDecimals: decimals?.price ?? null, findings: [], doubt: null },
    topics: {},
  }
}

/** Applies the deliveries of one frame in their order; the tape is paired once, however many of them brought trades. */
export function applyToMarket(market: MarketData, deliveries: readonly Delivery[]): MarketData {
  let { book, legs, decimals, topics } = market
  for (const delivery of deliveries) {
    const { topic, update } = delivery
    if (topic !== 'orderbook' && topic !== 'recent_trades') continue
    topics = { ...topics, [topic]: nextTopicStatus(topics[topic], delivery) }
    if (update?.topic === 'orderbook') book = update.book
    if (update?.topic === 'recent_trades') legs = mergeMultiset(legs, update.legs)
  }
  if (topics === market.topics) return market
  if (book !== null && book !== market.book) decimals = learnFromBook(decimals, book)
  const next = { ...market, book, topics, decimals }
  return legs === market.legs ? next : withTape(next, legs)
}

function withTape(market: MarketData, legs: readonly TradeLeg[]): MarketData {
  const all = matchLegs(legs)
  const matches = all.slice(0, MAX_TAPE_ROWS)
  const cut = all.length > matches.length
  let { decimals } = market
  for (const { price, size } of matches) decimals = growDecimals(decimals, decimalsOf(price), decimalsOf(size))
  return {
    ...market,
    legs: cut ? matches.flatMap((match) => match.legs) : legs,
    matches,
    tapeCut: market.tapeCut || cut,
    decimals,
  }
}

function learnFromBook(known: Decimals, book: Book): Decimals {
  let decimals = known
  for (const side of [book.bids, book.asks]) {
    for (const { price, size } of side) decimals = growDecimals(decimals, decimalsOf(price), decimalsOf(size))
  }
  return decimals
}

/** Holds book, tape and own orders of the market against each other; the same object back where nothing is new. */
export function checkUnits(market: MarketData, orders: readonly { orderId: string; price: number }[]): MarketData {
  const mid = market.book === null ? null : bookTop(market.book).mid
  const lastPrice = market.matches[0]?.price ?? null
  const idDecimals = market.units.idDecimals ?? firstIdDecimals(orders)
  const findings = findUnitMismatches({ mid, lastPrice, orders, idDecimals })
  const { units } = market
  if (idDecimals === units.idDecimals && findings.length === 0 && units.findings.length === 0) return market
  return { ...market, units: { idDecimals, findings, doubt: unitDoubt(findings) } }
}

function firstIdDecimals(orders: readonly { orderId: string; price: number }[]): number | null {
  for (const order of orders) {
    const decimals = decimalsInOrderId(order)
    if (decimals !== null) return decimals
  }
  return null
}
