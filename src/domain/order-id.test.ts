import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOrderId, makeTradeId, marketOfTradeId, readOrderId } from './order-id'

const counters = fc.bigInt({ min: 1n, max: 1n << 60n })

describe('an order id', () => {
  it('of the documented open order is a bid at 6002', () => {
    expect(readOrderId('12907057702855018828273522')).toEqual({
      rested: true,
      counter: 699693n,
      side: 'bid',
      integerPrice: 6002,
    })
  })

  it('of the documented filled order says that it never rested', () => {
    expect(readOrderId('12906965467445688751095808')).toEqual({ rested: false, counter: 699688n })
  })

  it('gives back what it was made of', () => {
    const resting = fc.option(
      fc.record({
        side: fc.constantFrom('bid' as const, 'ask' as const),
        integerPrice: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
      }),
    )
    fc.assert(
      fc.property(counters, resting, (counter, order) => {
        const expected = order === null ? { rested: false, counter } : { rested: true, counter, ...order }
        expect(readOrderId(makeOrderId(counter, order))).toEqual(expected)
      }),
    )
  })

  it('has a side and a price whatever its node numbers are', () => {
    fc.assert(
      fc.property(counters, fc.bigInt({ min: 0n, max: (1n << 28n) - 1n }), fc.boolean(), (counter, nodes, isAsk) => {
        const key = (nodes << 33n) | (isAsk ? 1n << 32n : 0n) | 6002n
        expect(readOrderId(String((counter << 64n) | key))).toEqual({
          rested: true,
          counter,
          side: isAsk ? 'ask' : 'bid',
          integerPrice: 6002,
        })
      }),
    )
  })

  it('of another layout claims nothing', () => {
    for (const bit of [61n, 62n, 63n]) expect(readOrderId(String((5n << 64n) | (1n << bit) | 6002n))).toBeNull()
  })

  it.each(['', 'abc', '-1', '1.5', '1e3', '0x10', ' 1', '1'.repeat(61)])('%j is none', (text) => {
    expect(readOrderId(text)).toBeNull()
    expect(marketOfTradeId(text)).toBeNull()
  })
})

describe('a trade id', () => {
  it.each([
    ['16509835945970048696716', '396'],
    ['16528282690043758248332', '396'],
    ['176590681017621537621306', '1338'],
    ['176609127761695247172922', '1338'],
  ])('%s, documented, names market %s', (tradeId, marketId) => {
    expect(marketOfTradeId(tradeId)).toBe(marketId)
  })

  it('gives back the market it was made of', () => {
    fc.assert(
      fc.property(counters, fc.integer({ min: 1, max: 2 ** 32 - 1 }), (counter, marketId) => {
        expect(marketOfTradeId(makeTradeId(counter, String(marketId)))).toBe(String(marketId))
      }),
    )
  })

  it('whose low half is no market id names none', () => {
    expect(marketOfTradeId(String(5n << 64n))).toBeNull()
    expect(marketOfTradeId(String((5n << 64n) | (1n << 32n)))).toBeNull()
  })
})
