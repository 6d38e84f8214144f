import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastPrice } from './last-price'
import { anyTape, match } from './test-kit'

const tape = (...prices: readonly number[]) => prices.map((price) => match({ price }))

describe('the last price', () => {
  it('has the direction from the newest trade at another price', () => {
    expect(lastPrice(tape(5.477, 5.476))).toEqual({ price: 5.477, before: 5.476, direction: 'up' })
    expect(lastPrice(tape(5.477, 5.477, 5.48, 5.1))).toEqual({ price: 5.477, before: 5.48, direction: 'down' })
  })

  it('has none while every trade held is at the same price', () => {
    expect(lastPrice(tape(5, 5))).toEqual({ price: 5, before: null, direction: null })
  })

  it('is not known without a trade', () => {
    expect(lastPrice([])).toBeNull()
  })

  it('does not change its direction with more trades at the same price', () => {
    fc.assert(
      fc.property(anyTape, fc.nat(5), (matches, more) => {
        const last = lastPrice(matches)
        fc.pre(last !== null)
        const same = Array.from({ length: more }, () => match({ price: last?.price ?? 0 }))
        expect(lastPrice([...same, ...matches])).toEqual(last)
      }),
    )
  })
})
