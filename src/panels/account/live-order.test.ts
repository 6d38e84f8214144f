import { beforeEach, describe, expect, it } from 'vitest'
import type { Book } from '../../domain/book'
import { makeOrderId } from '../../domain/order-id'
import { selectAccount } from '../../store/selectors'
import {
  accountKey,
  accountOf,
  beginStore,
  commit,
  delivered,
  link,
  marketKey,
  openOrder,
  state,
} from '../../store/test-kit'
import { type BookView, liveOrder, ordersInLiveOrder, whyNoPlace } from './live-order'

const level = (price: number, size: number) => ({ price, size, updatedMs: null })
const BOOK: Book = { bids: [level(9.9, 7), level(9.8, 10)], asks: [level(10.1, 5)] }
const bid = { ...openOrder(makeOrderId(1n, { side: 'bid', integerPrice: 980 })), price: 9.8, remainingSize: 3 }
const ask = { ...openOrder(makeOrderId(2n, { side: 'ask', integerPrice: 1010 })), price: 10.1, remainingSize: 5 }
const view = (fields: Partial<BookView> = {}): BookView => ({
  decimalsFor: () => ({ price: 1, size: 0 }),
  sureness: new Map([['1', { book: null, tape: null }]]),
  trusted: true,
  ...fields,
})
const doubting = view({ sureness: new Map([['1', { book: 'its order book is stale', tape: null }]]) })
const held = () => selectAccount(state()).openOrders
const showBook = (book: Book) => commit(marketKey('1'), [delivered({ topic: 'orderbook', book })], link())

beforeEach(() => {
  beginStore(accountOf('0xabc'))
  commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows: [bid, ask] })], link(2))
  showBook(BOOK)
})

describe('an open order', () => {
  it('is measured from the mid in ticks of its own id, though the decimals learnt are fewer', () => {
    expect(liveOrder(state(), bid, view()).toMid?.ticks).toBe(-20)
    expect(liveOrder(state(), bid, view()).toMid?.percent).toBeCloseTo(-2, 9)
  })

  it('has at most what is better and what stands beside it before it', () => {
    expect(liveOrder(state(), bid, view()).ahead).toBe(14)
    expect(liveOrder(state(), ask, view()).ahead).toBe(0)
  })

  it('has no place in a book that is not sure', () => {
    expect(liveOrder(state(), { ...bid }, doubting)).toMatchObject({ toMid: null, ahead: null })
    expect(whyNoPlace(state(), bid, doubting)).toBe('its order book is stale')
  })

  it('is worked out once a book', () => {
    expect(liveOrder(state(), bid, view())).toBe(liveOrder(state(), bid, view()))
    showBook({ ...BOOK, asks: [level(10.3, 5)] })
    expect(liveOrder(state(), bid, view()).toMid?.ticks).toBe(-30)
  })

  it('tells why it has none', () => {
    expect(whyNoPlace(state(), bid, view({ trusted: false }))).toBe('the open orders are stale or unverified')
    expect(whyNoPlace(state(), bid, view({ sureness: new Map() }))).toBe('no order book of this market is at hand')
    expect(whyNoPlace(state(), bid, view())).toContain('do not fit together')
    showBook({ bids: [], asks: [] })
    expect(whyNoPlace(state(), bid, view())).toBe('its order book has no mid')
  })
})

it('open orders stand in their own order, or by a figure that moves', () => {
  const ids = (header: string | null, prices = view()) =>
    ordersInLiveOrder(state(), held(), prices, header === null ? null : { header, descending: true })
  expect(ids(null)).toEqual([bid, ask])
  expect(ids('To mid (%)')).toEqual([ask, bid])
  expect(ids('Ahead, at most')).toEqual([bid, ask])
  expect(ids('To mid (%)', view({ trusted: false }))).toEqual([bid, ask])
})
