import { describe, expect, it } from 'vitest'
import { makeOrderId } from './order-id'
import { decimalsInOrderId, findUnitMismatches, unitDoubt } from './unit-check'

const order = (integerPrice: number, price: number) => ({
  orderId: makeOrderId(7n, { side: 'bid', integerPrice }),
  price,
})
const figures = { mid: 5.5, lastPrice: 5.48, orders: [order(5480, 5.48)], idDecimals: 3 }

describe('the cross-check of units', () => {
  it('finds nothing where the figures are alike', () => {
    expect(findUnitMismatches(figures)).toEqual([])
    expect(findUnitMismatches({ ...figures, lastPrice: 1 })).toEqual([])
    expect(findUnitMismatches({ mid: null, lastPrice: null, orders: [], idDecimals: null })).toEqual([])
  })

  it('names the power of ten between book and tape from a factor of 10 on', () => {
    expect(findUnitMismatches({ ...figures, mid: 5480 })).toEqual([{ check: 'book against tape', powerOfTen: 3 }])
    expect(findUnitMismatches({ ...figures, mid: 0.548 })).toEqual([{ check: 'book against tape', powerOfTen: -1 }])
    expect(findUnitMismatches({ ...figures, mid: 54.7 })).toEqual([])
  })

  it('reads the decimals of a market from an order id and the price beside it', () => {
    expect(decimalsInOrderId({ orderId: '12907057702855018828273522', price: 6.002 })).toBe(3)
    expect(decimalsInOrderId(order(6002, 6002))).toBe(0)
    expect(decimalsInOrderId(order(6002, 6.003))).toBeNull()
    expect(decimalsInOrderId({ orderId: makeOrderId(7n, null), price: 6 })).toBeNull()
    expect(decimalsInOrderId({ orderId: 'x', price: 6 })).toBeNull()
  })

  it('stays calm at a single mismatch, and where two do not agree', () => {
    expect(unitDoubt(findUnitMismatches({ ...figures, mid: 5480 }))).toBeNull()
    expect(unitDoubt(findUnitMismatches({ ...figures, orders: [order(5480, 5480)] }))).toBeNull()
    expect(unitDoubt(findUnitMismatches({ ...figures, mid: 54.9, orders: [order(5480, 5480)] }))).toBeNull()
  })

  it('speaks when two independent checks agree', () => {
    const wrong = { ...figures, mid: 5500, orders: [order(5480, 5480)] }
    expect(unitDoubt(findUnitMismatches(wrong))).toBe('book, trades and order ids disagree by a factor of 10^3')
  })
})
