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
  /** Its arrival in the exchange's time, where its own time lies ahead of that (markAhead). */
  readonly arrivedMs?: number
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
  /** By which it is ordered in place of its time, where that lies ahead. */
  readonly arrivedMs?: number
  readonly version: string
  readonly takerSide: TradeSide | null
  readonly legs: readonly TradeLeg[]
}

const isTaker = (leg: TradeLeg) => leg.feeUsd !== null && leg.feeUsd > 0

/** The one leg with a fee above 0 (arithmetic on the sample); null where that tells of none, or of both. */
export function takerLeg(legs: readonly TradeLeg[]): TradeLeg | null {
  const [taker, other] = legs.filter(isTaker)
  return taker === undefined || other !== undefined ? null : taker
}

/**
 * The taker's side comes from its own type where that is safe, else from the other leg's, turned around. null: not known,
 * so none is claimed; also where the two legs' types contradict each other.
 */
export function takerSide(legs: readonly TradeLeg[]): TradeSide | null {
  const taker = takerLeg(legs)
  if (taker === null) return null
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

/** The tape with more legs; those that were there stay, to the very object where nothing came in their second. */
export interface GrownTape {
  /** Newest first. */
  readonly matches: readonly Match[]
  /** Those that were not there, newest first; a match that only found its second leg was. */
  readonly added: readonly Match[]
}

/** The tape with legs that it does not hold yet: the same matches come out as if all legs had been paired at once. */
export function addLegs(matches: readonly Match[], legs: readonly TradeLeg[]): GrownTape {
  const times = new Set(legs.map(({ timeMs }) => timeMs))
  const touched = matches.filter(({ timeMs }) => times.has(timeMs))
  const known = new Set(touched.map(({ key }) => key))
  const paired = matchLegs([...touched.flatMap((match) => match.legs), ...legs])
  const rest = matches.filter(({ timeMs }) => !times.has(timeMs))
  return {
    // Both lists are in order and share no time.
    matches: [...paired, ...rest].sort((a, b) => placeMs(b) - placeMs(a) || b.timeMs - a.timeMs),
    added: paired.filter(({ key }) => !known.has(key)),
  }
}

function toMatch(key: string, first: TradeLeg, legs: readonly TradeLeg[]): Match {
  const { price, size, timeMs, version } = first
  const valueUsd = legs.find((leg) => leg.valueUsd !== null)?.valueUsd ?? null
  const match = { key, price, size, valueUsd, timeMs, version, legs, takerSide: takerSide(legs) }
  const arrivals = legs.flatMap(({ arrivedMs }) => arrivedMs ?? [])
  return arrivals.length === 0 ? match : { ...match, arrivedMs: Math.min(...arrivals) }
}

const AHEAD_MS = 5_000

/**
 * Legs whose time lies ahead of their arrival by more than 5 s, marked with that (`arrivedMs`, in the exchange's time): a
 * wrong time is shown as it was sent, but must not keep the top of the tape until it has come. The same list back where
 * there is none.
 */
export function markAhead(legs: readonly TradeLeg[], arrivedMs: number): readonly TradeLeg[] {
  const isAhead = ({ timeMs }: TradeLeg) => timeMs > arrivedMs + AHEAD_MS
  return legs.some(isAhead) ? legs.map((leg) => (isAhead(leg) ? { ...leg, arrivedMs } : leg)) : legs
}

/** What the order of the tape goes by. */
export type TapePlace = Pick<Match, 'key' | 'price' | 'timeMs' | 'arrivedMs' | 'version' | 'takerSide'>

export function placeMs({ arrivedMs, timeMs }: Pick<Match, 'timeMs' | 'arrivedMs'>): number {
  return arrivedMs ?? timeMs
}

/** The order of the tape, of any two matches. */
export function newestFirst(a: TapePlace, b: TapePlace): number {
  const byTime = placeMs(b) - placeMs(a) || b.timeMs - a.timeMs
  return byTime || compareIntegers(b.version, a.version) || worstFillFirst(a, b)
}

// Within a transaction a taker takes the best price first, so the worst one is the newest.
function worstFillFirst(a: TapePlace, b: TapePlace): number {
  const sides = compareTexts(String(a.takerSide), String(b.takerSide))
  const byPrice = a.takerSide === 'sell' ? a.price - b.price : b.price - a.price
  return sides || byPrice || compareTexts(a.key, b.key)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What a match moved in the quote currency: as delivered, else price × size, which agrees with it on every sample. */
export function matchUsd({ valueUsd, price, size }: Match): number {
  return valueUsd ?? price * size
}

/** Order of two non-negative integers written in decimal digits, of any length. */
export function compareIntegers(a: string, b: string): number {
  const left = a.replace(/^0+/, '')
  const right = b.replace(/^0+/, '')
  return left.length - right.length || compareTexts(left, right)
}
