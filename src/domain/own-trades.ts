import type { Fill } from './account'
import { normalizeAddress } from './address'
import type { Match, TradeLeg } from './tape'

/**
 * Tells the legs of the tape that are the account's own: by its address, or because a fill of its own agrees in trade_id,
 * price, size and time (facts of the exchange: a fill carries no transaction). `fills` may be of any market.
 */
export function ownLegs(address: string | null, fills: readonly Fill[]): (leg: TradeLeg) => boolean {
  const own = address === null ? null : normalizeAddress(address)
  const filled = new Set(fills.map(fillKey))
  return (leg) =>
    (own !== null && leg.address !== null && normalizeAddress(leg.address) === own) || filled.has(fillKey(leg))
}

export function isOwnMatch({ legs }: Match, isOwn: (leg: TradeLeg) => boolean): boolean {
  return legs.some(isOwn)
}

// Twelve digits, since figures may carry float dust.
function fillKey({ tradeId, price, size, timeMs }: Pick<Fill, 'tradeId' | 'price' | 'size' | 'timeMs'>): string {
  return `${tradeId}|${price.toPrecision(12)}|${size.toPrecision(12)}|${timeMs}`
}
