import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Book, bookShape, bookTop, type Level } from './book'

const level = (price: number): Level => ({ price, size: 1, updatedMs: null })
const bookOf = (bids: number[], asks: number[]): Book => ({
  bids: bids.map((price) => level(price)),
  asks: asks.map((price) => level(price)),
})

describe('the shape of a book', () => {
  it.each([
    ['normal', [6.031], [6.036]],
    ['locked', [6.031], [6.031]],
    ['crossed', [6.04], [6.036]],
    ['no-bids', [], [6.036]],
    ['no-asks', [6.031], []],
    ['empty', [], []],
  ] as const)('%s', (shape, bids, asks) => {
    expect(bookShape(bookOf([...bids], [...asks]))).toBe(shape)
  })

  it('gives a mid and a spread to a normal book alone; its best prices stay', () => {
    expect(bookTop(bookOf([6.04], [6.036]))).toEqual({
      bestBid: 6.04,
      bestAsk: 6.036,
      mid: null,
      spread: null,
      spreadBps: null,
      shape: 'crossed',
    })
    expect(bookTop(bookOf([6.031], []))).toMatchObject({ bestBid: 6.031, bestAsk: null, mid: null, shape: 'no-asks' })
  })
})

describe('the top of the documented book', () => {
  it('has its mid at 6.0335, and a spread of 0.005, 8.287 bps', () => {
    const top = bookTop(bookOf([6.031, 6.027], [6.036, 6.037]))
    expect(top.mid).toBe(6.0335)
    expect(top.spread).toBeCloseTo(0.005, 12)
    expect(top.spreadBps).toBeCloseTo(8.28706, 4)
  })

  it('always has its mid between the best prices', () => {
    const prices = fc.double({ min: 1e-9, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(prices, prices, (a, b) => {
        fc.pre(a !== b)
        const [bid, ask] = [Math.min(a, b), Math.max(a, b)]
        const { mid, spread, spreadBps } = bookTop(bookOf([bid], [ask]))
        expect(mid).toBeGreaterThanOrEqual(bid)
        expect(mid).toBeLessThanOrEqual(ask)
        expect(spread).toBeGreaterThan(0)
        expect(spreadBps).toBeLessThanOrEqual(20_000)
      }),
    )
  })
})
