import { beforeEach, describe, expect, it } from 'vitest'
import type { Book } from '../../domain/book'
import { subjectKey } from '../../domain/subject'
import { selectAccount } from '../../store/selectors'
import {
  accountKey,
  accountOf,
  beginStore,
  bookAt,
  commit,
  delivered,
  leg,
  link,
  MAIN,
  marketKey,
  position,
  state,
  trades,
} from '../../store/test-kit'
import { figuresOf, inLiveOrder, type PriceView, totalsOf, whyUnknown } from './live-position'
import type { Sureness } from './sure-prices'

const SURE: Sureness = { book: null, tape: null }
const view = (fields: Partial<PriceView> = {}): PriceView => ({
  basis: 'mid',
  feeBps: 5,
  sureness: new Map([
    ['1', SURE],
    ['2', { book: null, tape: 'a last price is known of the market on show alone' }],
  ]),
  trusted: true,
  ...fields,
})
const doubting = (book: string, tape: string | null = null) => view({ sureness: new Map([['1', { book, tape }]]) })
const near = { ...position('near'), liquidationPrice: 5.5, marginUsd: 1 }
const far = { ...position('far'), marketId: '2', liquidationPrice: 1, marginUsd: 1 }
const none = { ...position('none'), liquidationPrice: null }
const held = () => selectAccount(state()).positions
const named = (tradeId: string) => {
  const found = held().find((row) => row.tradeId === tradeId)
  if (found === undefined) throw new Error(`no position ${tradeId}`)
  return found
}
const showBook = (book: Book) => commit(marketKey('1'), [delivered({ topic: 'orderbook', book })], link())

// The book's mid is 0.5 above its bid: 5.6 in market 1, 70.5 in market 2.
beforeEach(() => {
  beginStore(accountOf('0xabc'))
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows: [none, far, near] })], link(2))
  state().holdBooks(MAIN, ['2'])
  commit(marketKey('1'), [bookAt(5.1), trades(leg(1, 5.4))], link())
  commit(subjectKey({ kind: 'book', networkId: 'main', marketId: '2' }), [bookAt(70)], link())
})

describe('figures of a position', () => {
  it('rest on the book of its own market', () => {
    expect(figuresOf(state(), named('near'), view()).price).toBeCloseTo(5.6, 12)
    expect(figuresOf(state(), named('far'), view()).price).toBe(70.5)
  })

  it('take no price from a book that is not sure, and none from the tape of another market', () => {
    expect(figuresOf(state(), named('near'), doubting('its order book is stale')).price).toBeNull()
    expect(figuresOf(state(), named('near'), view({ basis: 'last' })).price).toBe(5.4)
    expect(figuresOf(state(), named('far'), view({ basis: 'last' })).price).toBeNull()
  })

  it('are worked out once while neither book nor choice changes, and anew when one does', () => {
    const first = figuresOf(state(), named('near'), view())
    expect(figuresOf(state(), named('near'), view())).toBe(first)
    expect(figuresOf(state(), named('near'), view({ basis: 'exit' }))).not.toBe(first)
    commit(marketKey('1'), [bookAt(5.2)], link())
    expect(figuresOf(state(), named('near'), view()).price).toBeCloseTo(5.7, 12)
  })
})

describe('the order of positions', () => {
  const ids = (sort: Parameters<typeof inLiveOrder>[3], prices = view()) =>
    inLiveOrder(state(), held(), prices, sort).map(({ tradeId }) => tradeId)

  it('is that of danger, those without a liquidation price last', () => {
    expect(ids(null)).toEqual(['near', 'far', 'none'])
  })

  it('follows a figure that moves, when the reader chose one', () => {
    expect(ids({ header: 'uPnL ($)', descending: true })).toEqual(['far', 'none', 'near'])
    expect(ids({ header: 'To liquidation', descending: true })).toEqual(['far', 'near', 'none'])
  })

  it('is the list’s own while the positions are not to be reckoned with', () => {
    expect(ids(null, view({ trusted: false }))).toEqual(['none', 'far', 'near'])
  })
})

describe('why a figure is not known', () => {
  it.each([
    ['the list is doubted', view({ trusted: false }), 'mid', 'the positions are stale or unverified'],
    ['the book is', doubting('its order book is stale'), 'mid', 'its order book is stale'],
    [
      'the last price is of another market',
      doubting('x', 'a last price is known of the market on show alone'),
      'last',
      'a last price is known of the market on show alone',
    ],
    ['a trade is there', view(), 'last', 'the exchange sent no margin'],
    ['the rest is there', view(), 'mid', 'the exchange sent no margin'],
  ] as const)('when %s', (_what, prices, basis, why) => {
    expect(whyUnknown(state(), named('near'), prices, basis)).toBe(why)
  })

  it('when no trade was seen', () => {
    state().showMarket(MAIN, '2')
    const sure = view({ sureness: new Map([['2', SURE]]) })
    expect(whyUnknown(state(), named('far'), sure, 'last')).toBe('no trade of this market was seen yet')
  })

  it('when the book has no mid, or can’t take the whole position', () => {
    const size = { size: 1, updatedMs: null }
    const bids = [{ price: 5, ...size }]
    showBook({ bids, asks: [{ price: 5, ...size }] })
    expect(whyUnknown(state(), named('near'), view(), 'mid')).toBe('its order book is locked')
    showBook({ bids, asks: [] })
    expect(whyUnknown(state(), named('near'), view(), 'mid')).toBe('its order book has no asks')
    commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows: [{ ...near, size: 9 }] })], link(2))
    const exit = view({ basis: 'exit' })
    expect(whyUnknown(state(), named('near'), exit, 'exit')).toBe('the visible book can’t take the whole position')
  })
})

it('the totals are those of the positions that have a price', () => {
  const totals = totalsOf(state(), held(), doubting('its order book is stale'))
  expect(totals.pnlUsd).toEqual({ total: null, known: 0, all: 3 })
  expect(totalsOf(state(), held(), view()).pnlUsd).toMatchObject({ known: 3, all: 3 })
  expect(totals.marginUsd).toEqual({ total: 2, known: 2, all: 3 })
})
