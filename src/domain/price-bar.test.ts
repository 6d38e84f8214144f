import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barOf, extendBar } from './price-bar'
import type { Match } from './tape'
import { anyTape, match } from './test-kit'

/** What a bar keeps of its oldest and its newest match: its place, without the legs. */
const placeOf = ({ key, price, timeMs, version, takerSide }: Match) => ({ key, price, timeMs, version, takerSide })

describe('a bar of matches', () => {
  it('opens with the oldest and closes with the newest, whatever the order they came in', () => {
    const early = match({ price: 5, timeMs: 1000, size: 1 })
    const middle = match({ price: 9, timeMs: 2000, size: 2 })
    const late = match({ price: 7, timeMs: 3000, size: 4 })
    const bar = extendBar(extendBar(barOf(middle), late), early)
    expect(bar).toEqual({
      oldest: placeOf(early),
      newest: placeOf(late),
      high: 9,
      low: 5,
      size: 7,
      valueUsd: 51,
      buyUsd: 0,
      sellUsd: 0,
      trades: 3,
    })
  })

  it('orders matches of one second by their transaction', () => {
    const [first, second] = [match({ version: '9', price: 5 }), match({ version: '10', price: 6 })]
    const bar = extendBar(barOf(second), first)
    expect([bar.oldest, bar.newest]).toEqual([placeOf(first), placeOf(second)])
  })

  it('counts the value as delivered, else price times size', () => {
    expect(barOf(match({ price: 5.518, size: 11.851, valueUsd: 65.393818 })).valueUsd).toBe(65.393818)
    expect(barOf(match({ price: 5, size: 3 })).valueUsd).toBe(15)
  })

  it('tells what takers bought and sold, and claims no side for the rest', () => {
    const bought = barOf(match({ price: 5, size: 3, takerSide: 'buy' }))
    const sold = extendBar(bought, match({ price: 5, size: 2, takerSide: 'sell' }))
    expect(extendBar(sold, match({ price: 5, size: 1 }))).toMatchObject({ valueUsd: 30, buyUsd: 15, sellUsd: 10 })
  })

  it('never claims more of a side than was moved', () => {
    fc.assert(
      fc.property(anyTape, (tape) => {
        const [first, ...rest] = tape
        fc.pre(first !== undefined)
        const bar = rest.reduce(extendBar, barOf(first))
        const unknown = tape.filter(({ takerSide }) => takerSide === null)
        const unknownUsd = unknown.reduce((sum, { price, size }) => sum + price * size, 0)
        expect(bar.valueUsd - bar.buyUsd - bar.sellUsd).toBe(unknownUsd)
      }),
    )
  })
})
