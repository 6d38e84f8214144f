import { readFileSync } from 'node:fs'

const read = (name: string) =>
  readFileSync(new URL(`../../src/protocol/fixtures/${name}.json`, import.meta.url), 'utf8')

/** The vendor's documented messages, as they are. */
export const frames = {
  orderbook: read('orderbook'),
  recent_trades: read('recent_trades'),
  live_funding_rate: read('live_funding_rate'),
  positions: read('positions'),
  open_orders: read('open_orders'),
  order_history: read('order_history'),
  trade_history: read('trade_history'),
  profileAddress: read('profile-address'),
}

export const empty = (topic: string) => JSON.stringify({ data: [], message: topic })

/** Addresses of the documents: the wallet of the look-up, its profile (63 digits), and the account of the messages. */
export const documented = {
  wallet: '0xd01e3a233632a41463bd6d289e99e69e1b50815c7afff710e1c992659a8722f3',
  profile: '0x3c78886aa67752706b3502b12959edf92e68d85ae64b24226783d26ce6efc1e',
  account: '0x4d6dc68e391e86991e58ab4d548b7e92872430d1f51bc666fe0c206bad7ff770',
}
