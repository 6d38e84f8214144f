import { MAX_TAPE_ROWS } from '../config'
import { type Book, bookTop } from '../domain/book'
import { type Decimals, decimalsOf, fitsDecimals, growDecimals } from '../domain/decimals'
import type { Delivery } from '../domain/delivery'
import { beginGap, endGap } from '../domain/gaps'
import { mergeMultiset } from '../domain/merge'
import { addLegs, type Match, markAhead, newestFirst, placeMs, type TradeLeg } from '../domain/tape'
import type { MarketTopic } from '../domain/update'
import { decimalsInOrderId, findUnitMismatches, type UnitFinding, unitDoubt } from '../domain/unit-check'
import { addToSeen, NOTHING_SEEN, type SeenTrades } from './seen-trades'
import { nextTopicStatus, type TopicStatuses } from './topic-status'

/** Everything of one market of one network. */
export interface MarketData extends SeenTrades {
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
    ...NOTHING_SEEN,
    decimals: decimals ?? { price: 0, size: 0 },
    units: { idDecimals: decimals?.price ?? null, findings: [], doubt: null },
    topics: {},
  }
}

/**
 * Applies the deliveries of one frame in their order; the tape is paired once, however many of them brought trades.
 * `clockOffsetMs`: the reader's clock minus the exchange's.
 */
export function applyToMarket(
  market: MarketData,
  deliveries: readonly Delivery[],
  clockOffsetMs: number | null,
): MarketData {
  let { book, legs, decimals, topics, gaps } = market
  for (const delivery of deliveries) {
    const { topic, update } = delivery
    if (topic !== 'orderbook' && topic !== 'recent_trades') continue
    if (topic === 'recent_trades') gaps = nextGaps({ ...market, gaps, topics }, delivery)
    topics = { ...topics, [topic]: nextTopicStatus(topics[topic], delivery) }
    if (update?.topic === 'orderbook') book = update.book
    if (update?.topic === 'recent_trades') {
      legs = mergeMultiset(legs, markAhead(update.legs, arrivalMs(market, delivery, clockOffsetMs)))
    }
  }
  if (topics === market.topics) return market
  if (book !== null && book !== market.book) decimals = learnFromBook(decimals, book)
  const next = { ...market, book, topics, decimals, gaps }
  return legs === market.legs ? next : withTape(next, legs)
}

// In the exchange's time. A clock that is off, or was set since it was measured, puts no trade behind those that came
// before it: then they stand in the order of their arrival.
function arrivalMs({ matches: [top] }: MarketData, { at }: Delivery, clockOffsetMs: number | null): number {
  return Math.max(at.wall - (clockOffsetMs ?? 0), top === undefined ? 0 : placeMs(top))
}

// Another socket begins with a list that may not reach back to the last trade of the one before, and a message that could
// not be read held trades that nobody saw. Whichever it was, the next list tells what remains unknown.
function nextGaps({ gaps, session, topics }: MarketData, { generation, update }: Delivery): MarketData['gaps'] {
  const socket = topics.recent_trades?.confirmed?.generation ?? generation
  const unsure = update === null || generation !== socket
  const open = unsure && session !== null ? beginGap(gaps, placeMs(session.newest)) : gaps
  return update?.topic === 'recent_trades' ? endGap(open, update.legs) : open
}

/** `legs`: those held, with the new ones in front. */
function withTape(market: MarketData, legs: readonly TradeLeg[]): MarketData {
  const { matches: all, added } = addLegs(market.matches, legs.slice(0, legs.length - market.legs.length))
  const matches = all.slice(0, MAX_TAPE_ROWS)
  const cut = all.length > matches.length
  const oldest = market.matches.at(-1)
  // Behind the end of a tape that was cut nobody knows whether a match was counted before.
  const fresh = market.tapeCut && oldest ? added.filter((match) => newestFirst(match, oldest) < 0) : added
  let { decimals } = market
  for (const { price, size } of fresh) decimals = growDecimals(decimals, decimalsOf(price), decimalsOf(size))
  return {
    ...market,
    ...addToSeen(market, fresh),
    legs: cut ? matches.flatMap((match) => match.legs) : legs,
    matches,
    tapeCut: market.tapeCut || cut,
    decimals,
  }
}

function learnFromBook(known: Decimals, book: Book): Decimals {
  let decimals = known
  for (const side of [book.bids, book.asks]) {
    for (const { price, size } of side) {
      // Nearly every figure of a stream is as long as those before it.
      if (fitsDecimals(price, decimals.price) && fitsDecimals(size, decimals.size)) continue
      decimals = growDecimals(decimals, decimalsOf(price), decimalsOf(size))
    }
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
