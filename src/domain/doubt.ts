import { marketOfTradeId } from './order-id'
import type { Update } from './update'

/**
 * Strong evidence that figures are not what they seem: an id that names another market than its row. The sentence for the
 * reader, or null.
 */
export function doubtOf(update: Update): string | null {
  switch (update.topic) {
    case 'positions':
    case 'open_orders':
    case 'order_history':
    case 'trade_history':
      return firstDoubt(update.rows)
    case 'recent_trades':
      return firstDoubt(update.legs)
    case 'orderbook':
    case 'live_funding_rate':
      return null
  }
}

interface Named {
  readonly marketId: string
  readonly tradeId: string | null
}

function firstDoubt(rows: readonly Named[]): string | null {
  for (const row of rows) {
    const doubt = idDoubt(row)
    if (doubt !== null) return doubt
  }
  return null
}

/** trade_id = counter · 2^64 + market id: its low half names the market. */
export function idDoubt({ marketId, tradeId }: Named): string | null {
  const named = tradeId === null ? null : marketOfTradeId(tradeId)
  return named === null || named === marketId ? null : `a trade id names market ${named} in a row of market ${marketId}`
}
