import { orderTypeSide, type TradeSide } from './order-type'

/** One side of a match, as the exchange lists it; prices and amounts in the quote currency, size in the base. */
export interface TradeLeg {
  /** All fields of the row as received: equal keys are equal rows. */
  readonly key: string
  readonly address: string | null
  readonly marketId: string
  readonly price: number
  readonly size: number
  readonly valueUsd: number | null
  readonly feeUsd: number | null
  readonly pnlUsd: number | null
  readonly leverage: number | null
  readonly orderType: number | null
  readonly timeMs: number
  readonly tradeId: string
  /** transaction_version */
  readonly version: string
}

/** One row of the tape: two legs of the same transaction, price, size and time; a leg without its partner stands alone. */
export interface Match {
  readonly key: string
  readonly price: number
  readonly size: number
  readonly valueUsd: number | null
  readonly timeMs: number
  readonly version: string
  readonly takerSide: TradeSide | null
  readonly legs: readonly TradeLeg[]
}

const isTaker = (leg: TradeLeg) => leg.feeUsd !== null && leg.feeUsd > 0

/**
 * The taker is the one leg with a fee above 0 (arithmetic on the sample). Its side comes from its own type where that is
 * safe, else from the other leg's, turned around. null: not known, so none is claimed; also where the two legs' types
 * contradict each other.
 */
export function takerSide(legs: readonly TradeLeg[]): TradeSide | null {
  const takers = legs.filter(isTaker)
  const taker = takers[0]
  if (taker === undefined || takers.length > 1) return null
  const own = taker.orderType === null ? null : orderTypeSide(taker.orderType)
  const maker = legs.find((leg) => leg !== taker)
  const makerSide = maker === undefined || maker.orderType === null ? null : orderTypeSide(maker.orderType)
  if (makerSide === null) return own
  const opposite = makerSide === 'buy' ? 'sell' : 'buy'
  return own === null || own === opposite ? opposite : null
}

/** Pairs legs into matches, newest first; every leg lands in exactly one match, whatever the order they come in. */
export function matchLegs(legs: readonly TradeLeg[]): Match[] {
  const groups = new Map<string, TradeLeg[]>()
  for (const leg of legs) {
    const id = `${leg.version}|${leg.price}|${leg.size}|${leg.timeMs}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [leg])
    else group.push(leg)
  }
  const matches: Match[] = []
  for (const [id, group] of groups) {
    group.sort((a, b) => compareTexts(a.key, b.key))
    const takers = group.filter(isTaker)
    const makers = group.filter((leg) => !isTaker(leg))
    const ordered: TradeLeg[] = []
    const pairs = Math.min(takers.length, makers.length)
    for (let index = 0; index < pairs; index += 1) {
      ordered.push(...takers.slice(index, index + 1), ...makers.slice(index, index + 1))
    }
    ordered.push(...takers.slice(pairs), ...makers.slice(pairs))
    for (let index = 0; index < ordered.length; index += 2) {
      const pair = ordered.slice(index, index + 2)
      const first = pair[0]
      if (first !== undefined) matches.push(toMatch(`${id}|${index / 2}`, first, pair))
    }
  }
  return matches.sort(newestFirst)
}

function toMatch(key: string, first: TradeLeg, legs: readonly TradeLeg[]): Match {
  const { price, size, timeMs, version } = first
  const valueUsd = legs.find((leg) => leg.valueUsd !== null)?.valueUsd ?? null
  return { key, price, size, valueUsd, timeMs, version, legs, takerSide: takerSide(legs) }
}

function newestFirst(a: Match, b: Match): number {
  return b.timeMs - a.timeMs || compareIntegers(b.version, a.version) || worstFillFirst(a, b)
}

// Within a transaction a taker takes the best price first, so the worst one is the newest.
function worstFillFirst(a: Match, b: Match): number {
  const sides = compareTexts(String(a.takerSide), String(b.takerSide))
  const byPrice = a.takerSide === 'sell' ? a.price - b.price : b.price - a.price
  return sides || byPrice || compareTexts(a.key, b.key)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of two non-negative integers written in decimal digits, of any length. */
export function compareIntegers(a: string, b: string): number {
  const left = a.replace(/^0+/, '')
  const right = b.replace(/^0+/, '')
  return left.length - right.length || compareTexts(left, right)
}
