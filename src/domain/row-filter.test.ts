import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOrderId } from './order-id'
import { fillFacts, NO_FILTER, occurring, orderFacts, passesFilter, type RowFilter } from './row-filter'
import { fill, historyOrder } from './test-kit'

const order = historyOrder({ status: 'Filled', createdMs: 5000, tradeId: '165098359' })
const passes = (filter: Partial<RowFilter>, row = orderFacts(order)) => passesFilter(row, { ...NO_FILTER, ...filter })

describe('an order passes', () => {
  it.each([
    [true, 'no filter', {}],
    [true, 'its market', { marketId: '396' }],
    [false, 'another market', { marketId: '39' }],
    [true, 'its side', { side: 'buy' }],
    [false, 'the other side', { side: 'sell' }],
    [false, 'the unknown side', { side: 'unknown' }],
    [true, 'its status', { status: 'Filled' }],
    [false, 'another status', { status: 'Open' }],
    [true, 'from its own time on', { fromMs: 5000 }],
    [false, 'before its own time', { toMs: 5000 }],
    [true, 'between', { fromMs: 4000, toMs: 5001 }],
    [false, 'later', { fromMs: 5001 }],
    [true, 'its whole order id', { idText: order.orderId }],
    [true, 'a part of its trade id, with blanks around', { idText: ' 5098 ' }],
    [false, 'an id it has not', { idText: '777777' }],
    [false, 'one of two that fit', { side: 'buy', status: 'Open' }],
  ] as const)('(%s) %s', (expected, _what, filter) => {
    expect(passes(filter)).toBe(expected)
  })
})

describe('a fill', () => {
  const unknown = fill({ orderType: 3, timeMs: null, version: '6704413443' })

  it('without a claimed side is found as such', () => {
    expect(passes({ side: 'unknown' }, fillFacts(unknown))).toBe(true)
    expect(passes({ side: 'unknown' }, fillFacts(fill({ orderType: null })))).toBe(true)
    expect(passes({ side: 'buy' }, fillFacts(unknown))).toBe(false)
    expect(passes({ side: 'sell' }, fillFacts(fill({ orderType: 7 })))).toBe(true)
  })

  it('has no status, so that a choice of statuses leaves it', () => {
    expect(passes({ status: 'Open' }, fillFacts(unknown))).toBe(true)
  })

  it('without a time is in no span of time', () => {
    expect(passes({}, fillFacts(unknown))).toBe(true)
    expect(passes({ fromMs: 0 }, fillFacts(unknown))).toBe(false)
    expect(passes({ toMs: 9e15 }, fillFacts(unknown))).toBe(false)
  })

  it('is found by its transaction', () => {
    expect(passes({ idText: '4413' }, fillFacts(unknown))).toBe(true)
  })
})

it('the sides divide all orders: each passes exactly one', () => {
  const anyId = fc.constantFrom(makeOrderId(1n, null), makeOrderId(1n, { side: 'ask', integerPrice: 1 }))
  fc.assert(
    fc.property(anyId, fc.option(fc.integer({ min: 0, max: 9 })), (orderId, orderType) => {
      const row = orderFacts(historyOrder({ orderId, orderType }))
      expect((['buy', 'sell', 'unknown'] as const).filter((side) => passes({ side }, row))).toHaveLength(1)
    }),
  )
})

it('the choices are the values that occur, sorted, each once', () => {
  const rows = [{ status: 'Open' }, { status: 'Filled' }, { status: 'Open' }]
  expect(occurring(rows, ({ status }) => status)).toEqual(['Filled', 'Open'])
})
