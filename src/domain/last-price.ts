import type { Match } from './tape'

/** The price of the newest trade held, and where it came from. */
export interface LastPrice {
  readonly price: number
  /** Of the newest trade before it at another price; null where the tape holds none. */
  readonly before: number | null
  readonly direction: 'up' | 'down' | null
}

/** Of a tape, newest first; as sure as the tape is. null: no trade is held. */
export function lastPrice(matches: readonly Match[]): LastPrice | null {
  const price = matches[0]?.price
  if (price === undefined) return null
  const before = matches.find((match) => match.price !== price)?.price ?? null
  return { price, before, direction: before === null ? null : price > before ? 'up' : 'down' }
}
