/**
 * order_id = counter · 2^64 + key. A key of zero: the order never rested. Otherwise bits 0-31 hold the integer price,
 * bit 32 the side, set = ask, and bits 33-60 the engine's two node numbers. Source: arithmetic on the vendor's samples
 * and the public order book engine (Econia, avl_queue: access keys).
 */
export type OrderIdFacts =
  | { readonly rested: false; readonly counter: bigint }
  | { readonly rested: true; readonly counter: bigint; readonly side: 'bid' | 'ask'; readonly integerPrice: number }

const LOW_64 = (1n << 64n) - 1n
const LOW_32 = (1n << 32n) - 1n
const ASK_BIT = 1n << 32n
const KEY_BITS = 61n
/** Tree node 1, list node 1: a key of the engine always has both. */
const SOME_NODES = (1n << 47n) | (1n << 33n)

/** null for text that is no id, or whose key has bits outside the known layout: nothing is claimed from those. */
export function readOrderId(orderId: string): OrderIdFacts | null {
  if (!/^\d{1,60}$/.test(orderId)) return null
  const value = BigInt(orderId)
  const key = value & LOW_64
  const counter = value >> 64n
  if (key === 0n) return { rested: false, counter }
  if (key >> KEY_BITS !== 0n) return null
  return { rested: true, counter, side: key & ASK_BIT ? 'ask' : 'bid', integerPrice: Number(key & LOW_32) }
}

/** The inverse, for the simulated exchange. */
export function makeOrderId(counter: bigint, resting: { side: 'bid' | 'ask'; integerPrice: number } | null): string {
  if (resting === null) return String(counter << 64n)
  const key = SOME_NODES | BigInt(resting.integerPrice) | (resting.side === 'ask' ? ASK_BIT : 0n)
  return String((counter << 64n) | key)
}

/** trade_id = counter · 2^64 + market id; it names a position, not a fill. */
export function makeTradeId(counter: bigint, marketId: string): string {
  return String((counter << 64n) | BigInt(marketId))
}

/** The market a trade_id names, or null where its low half is no plausible market id. */
export function marketOfTradeId(tradeId: string): string | null {
  if (!/^\d{1,60}$/.test(tradeId)) return null
  const low = BigInt(tradeId) & LOW_64
  return low > 0n && low <= LOW_32 ? String(low) : null
}
