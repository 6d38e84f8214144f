import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookTop } from './book'
import { filledPart, midDistance, orderAgeMs, orderSide, restingSide, sizeAhead } from './order-figures'
import { makeOrderId } from './order-id'
import { anyBook, bookOf, openOrder } from './test-kit'

const bidId = makeOrderId(7n, { side: 'bid', integerPrice: 6002 })
const askId = makeOrderId(7n, { side: 'ask', integerPrice: 6040 })
const marketId = makeOrderId(7n, null)

describe('the side of an order', () => {
  it.each([
    [bidId, null, 'bid', 'buy'],
    [askId, 5, 'ask', 'sell'],
    [marketId, 1, null, 'buy'],
    [marketId, 7, null, 'sell'],
    [marketId, 3, null, null],
    ['x', null, null, null],
  ] as const)('%s of type %s rests on %s, is a %s', (orderId, orderType, resting, side) => {
    expect(restingSide(orderId)).toBe(resting)
    expect(orderSide({ orderId, orderType })).toBe(side)
  })
})

describe('the filled part', () => {
  it.each([
    [4, 4, 0],
    [4, 1, 0.75],
    [4, 0, 1],
  ])('of %d with %d remaining is %d', (totalSize, remainingSize, part) => {
    expect(filledPart(openOrder({ totalSize, remainingSize }))).toBe(part)
  })

  it('is not known where the sizes contradict each other', () => {
    expect(filledPart(openOrder({ totalSize: 4, remainingSize: 5 }))).toBeNull()
    expect(filledPart(openOrder({ totalSize: 0, remainingSize: 0 }))).toBeNull()
  })
})

describe('the distance to the mid', () => {
  const top = bookTop(bookOf([[6.031, 1]], [[6.036, 1]]))

  it('is counted in ticks, to the half, and in percent, below 0 under the mid', () => {
    expect(midDistance(6.002, top, 3)?.ticks).toBe(-31.5)
    expect(midDistance(6.002, top, 3)?.percent).toBeCloseTo((-0.0315 / 6.0335) * 100, 9)
    expect(midDistance(6.04, top, 3)?.ticks).toBe(6.5)
  })

  it('counts no ticks where a price is no whole number of them', () => {
    expect(midDistance(6.0025, top, 3)?.ticks).toBeNull()
    expect(midDistance(6.002, bookTop(bookOf([[6.0315, 1]], [[6.036, 1]])), 3)?.ticks).toBeNull()
    expect(midDistance(6.002, bookTop(bookOf([[6.031, 1]], [[6.0365, 1]])), 3)?.ticks).toBeNull()
  })

  it('is not known without a mid', () => {
    expect(midDistance(6, bookTop(bookOf([[6.04, 1]], [[6.036, 1]])), 3)).toBeNull()
  })

  it('in ticks is exact', () => {
    const ticks = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(ticks, ticks, fc.integer({ min: 1, max: 1000 }), fc.nat(6), (own, bid, spread, decimals) => {
        const priceOf = (units: number) => Number(`${units}e-${decimals}`)
        const top = bookTop(bookOf([[priceOf(bid), 1]], [[priceOf(bid + spread), 1]]))
        expect(midDistance(priceOf(own), top, decimals)?.ticks).toBe(own - bid - spread / 2)
      }),
    )
  })
})

describe('the size ahead', () => {
  const book = bookOf(
    [
      [6.03, 5],
      [6.002, 7],
    ],
    [
      [6.036, 2],
      [6.04, 4],
    ],
  )

  it('is everything at better prices, and at its own all that is not its own', () => {
    expect(sizeAhead(openOrder({ orderId: bidId, price: 6.002, remainingSize: 4 }), book)).toBe(8)
    expect(sizeAhead(openOrder({ orderId: askId, price: 6.04, remainingSize: 4 }), book)).toBe(2)
    expect(sizeAhead(openOrder({ orderId: bidId, price: 6.03, remainingSize: 5 }), book)).toBe(0)
  })

  it.each([
    ['its side is not told', { orderId: marketId }, book],
    ['the book has no such level', { price: 6.01 }, book],
    ['the book ends before it', { price: 5 }, book],
    ['its level holds less than it', { remainingSize: 8 }, book],
    ['the book is crossed', {}, bookOf([[6.002, 7]], [[6, 1]])],
    ['the book is empty', {}, bookOf([], [])],
  ])('is not known where %s', (_why, fields, where) => {
    expect(sizeAhead(openOrder({ orderId: bidId, price: 6.002, remainingSize: 4, ...fields }), where)).toBeNull()
  })

  it('of an order that is alone on its level is the sum of the levels before', () => {
    fc.assert(
      fc.property(anyBook, fc.nat(59), (book, index) => {
        const level = book.bids[index]
        fc.pre(level !== undefined)
        const order = openOrder({ orderId: bidId, price: level?.price ?? 0, remainingSize: level?.size ?? 0 })
        expect(sizeAhead(order, book)).toBe(book.bids.slice(0, index).reduce((sum, { size }) => sum + size, 0))
      }),
    )
  })
})

describe('the age of an order', () => {
  it('is told from when it was placed, never below 0', () => {
    const order = openOrder({ createdMs: 10_000 })
    expect(orderAgeMs(order, 15_000)).toBe(5000)
    expect(orderAgeMs(order, 9000)).toBe(0)
    expect(orderAgeMs(openOrder({ createdMs: null }), 15_000)).toBeNull()
  })
})
