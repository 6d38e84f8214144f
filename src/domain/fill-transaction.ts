import type { Fill } from './account'
import type { TradeLeg } from './tape'

/** transaction_version by what a fill and a leg of the tape agree in; null where legs of several transactions do. */
export type TapeTransactions = ReadonlyMap<string, string | null>

/** Fills carry no transaction in the samples; a leg with the same trade_id, price, size and time is the same event. */
export function tapeTransactions(legs: readonly TradeLeg[]): TapeTransactions {
  const versions = new Map<string, string | null>()
  for (const leg of legs) {
    const key = eventKey(leg)
    const known = versions.get(key)
    versions.set(key, known === undefined || known === leg.version ? leg.version : null)
  }
  return versions
}

/** The transaction of a fill: its own where the row carries one, else the tape's; null: not known. */
export function fillTransaction(fill: Fill, tape: TapeTransactions): string | null {
  return fill.version ?? tape.get(eventKey(fill)) ?? null
}

function eventKey({
  marketId,
  tradeId,
  price,
  size,
  timeMs,
}: Pick<Fill, 'marketId' | 'tradeId' | 'price' | 'size' | 'timeMs'>): string {
  return `${marketId} ${tradeId} ${price} ${size} ${timeMs}`
}
