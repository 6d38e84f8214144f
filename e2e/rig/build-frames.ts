/** Messages in today's shape, made for a test. */
export function book(marketId: string, bid: number, ask: number): string {
  const row = (is_ask: boolean, price: number) => ({
    is_ask,
    price: price.toFixed(3),
    size: '10.000',
    market_id: marketId,
    last_updated: 1_700_000_000,
  })
  return JSON.stringify({ data: [row(true, ask), row(false, bid)], message: 'orderbook' })
}

let positions = 0

export function position(address: string, marketId: string, size: string): string {
  positions += 1
  const row = {
    address,
    market_id: marketId,
    size,
    entry_price: '5.000',
    is_long: true,
    leverage: 2,
    liq_price: '2.6',
    margin: '25',
    value: '50',
    sl: null,
    tp: null,
    trade_id: String((BigInt(positions) << 64n) | BigInt(marketId)),
    last_updated: 1_700_000_000,
  }
  return JSON.stringify({ data: [row], message: 'positions' })
}
