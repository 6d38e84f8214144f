/** What the benchmark's exchange tells of an account. */
import { makeOrderId, makeTradeId } from '../../src/domain/order-id'
import { fillRow, historyRow, message, orderRow, positionRow } from '../rig/build-account'
import { MARKET } from './book-feed'

export interface AccountSize {
  readonly positions: number
  readonly orders: number
  readonly history: number
  /** Markets besides the one on show with a position each, at most three; the page asks for their books as well. */
  readonly further?: number
}

export const SMALL_ACCOUNT: AccountSize = { positions: 2, orders: 4, history: 50 }

export const ACCOUNT_TOPICS = ['positions', 'open_orders', 'order_history', 'trade_history']
export const FURTHER_MARKETS = ['15', '16', '31']

/**
 * Rows of the market on show, so that every one moves with its price, and of further markets a position each. `news` is how
 * often the account has told some: 0 gives the whole histories, more only the row that came last.
 */
export function accountMessage(topic: string, address: string, size: AccountSize, mid: number, news: number): string {
  const price = (step: number) => (mid - step * 1e-4).toFixed(4)
  const count = (length: number) => Array.from({ length }, (_, index) => index)
  const ids = (number: number, step: number) => ({
    order_id: makeOrderId(BigInt(number), { side: 'bid', integerPrice: Math.round(Number(price(step)) * 1e4) }),
    trade_id: makeTradeId(BigInt(number), MARKET),
    price: price(step),
  })
  const now = Math.floor(Date.now() / 1000)
  const told = news === 0 ? {} : { last_updated: now }
  const numbers = news === 0 ? count(size.history) : [size.history + news - 1]
  switch (topic) {
    case 'positions': {
      const further = FURTHER_MARKETS.slice(0, size.further ?? 0)
      const markets = [...count(size.positions).map(() => MARKET), ...further]
      return message(
        topic,
        markets.map((market, index) =>
          positionRow(address, market, {
            ...told,
            size: String(2 + (news % 7) / 10),
            entry_price: price(20 + index),
            // Below a long one, above a short one.
            liq_price: price((9_000 + index) * (index % 2 === 0 ? 1 : -1)),
            is_long: index % 2 === 0,
            trade_id: makeTradeId(BigInt(index + 1), market),
          }),
        ),
      )
    }
    case 'open_orders':
      return message(
        topic,
        count(size.orders).map((index) =>
          orderRow(address, MARKET, { ...told, ...ids(news + index + 1, ((news + index) % size.orders) + 1) }),
        ),
      )
    case 'order_history':
      return message(
        topic,
        numbers.map((number) => historyRow(address, MARKET, { ...told, ...ids(number + 1, number + 1) })),
      )
    default:
      return message(
        topic,
        numbers.map((number) =>
          fillRow(address, MARKET, {
            ...told,
            trade_id: makeTradeId(BigInt(number + 1), MARKET),
            price: price(number + 1),
            timestamp: news === 0 ? 1_700_000_000 + number : now,
          }),
        ),
      )
  }
}
