import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupMatches, groupsFrom } from './trade-groups'
import { anyTape, match } from './test-kit'

describe('matches of one transaction', () => {
  it('make one row: count, range, total, average', () => {
    const sweep = [
      match({ key: 'c', version: '7', takerSide: 'buy', price: 12, size: 4 }),
      match({ key: 'b', version: '7', takerSide: 'buy', price: 11, size: 3 }),
      match({ key: 'a', version: '7', takerSide: 'buy', price: 10, size: 1 }),
    ]
    expect(groupMatches(sweep)).toEqual([
      {
        key: 'a',
        version: '7',
        timeMs: 1_746_177_750_000,
        takerSide: 'buy',
        matches: sweep,
        low: 10,
        high: 12,
        size: 8,
        valueUsd: 91,
        averagePrice: 11.375,
      },
    ])
  })

  it('stay apart where the transaction or the taker’s side differs', () => {
    const rows = [
      match({ version: '8', takerSide: 'sell' }),
      match({ version: '7', takerSide: 'sell' }),
      match({ version: '7', takerSide: 'buy' }),
    ]
    expect(groupMatches(rows).map(({ matches }) => matches.length)).toEqual([1, 1, 1])
  })

  it('are not given the side of a neighbour whose side is known', () => {
    const rows = [
      match({ version: '7', takerSide: 'buy' }),
      match({ version: '7', takerSide: null }),
      match({ version: '7', takerSide: null }),
    ]
    expect(groupMatches(rows).map(({ takerSide, matches }) => [takerSide, matches.length])).toEqual([
      ['buy', 1],
      [null, 2],
    ])
  })

  it('keep their key while the group grows', () => {
    const [first, second] = [match({ version: '7' }), match({ version: '7' })]
    expect(groupMatches([second, first])[0]?.key).toBe(groupMatches([first])[0]?.key)
  })

  it('are one row each where the reader wants it so', () => {
    const rows = [match({ version: '7' }), match({ version: '7' })]
    expect(groupMatches(rows, false).map(({ matches }) => matches)).toEqual(rows.map((row) => [row]))
  })

  it('of size 0 have no average but their price', () => {
    expect(groupMatches([match({ price: 5, size: 0 })])[0]?.averagePrice).toBe(5)
  })
})

describe('the groups of any tape', () => {
  it('hold each match once, in its order, under keys of their own', () => {
    fc.assert(
      fc.property(anyTape, (tape) => {
        const groups = groupMatches(tape)
        expect(groups.flatMap(({ matches }) => matches)).toEqual(tape)
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
        for (const { matches, version, takerSide, low, high, averagePrice, size } of groups) {
          for (const each of matches) expect(each).toMatchObject({ version, takerSide })
          expect(averagePrice).toBeGreaterThanOrEqual(low)
          expect(averagePrice).toBeLessThanOrEqual(high)
          expect(size).toBe(matches.reduce((sum, each) => sum + each.size, 0))
        }
      }),
    )
  })

  it('are as few as can be: neighbours differ', () => {
    fc.assert(
      fc.property(anyTape, (tape) => {
        const names = groupMatches(tape).map((each) => `${each.timeMs} ${each.version} ${each.takerSide}`)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })
})

describe('the size filter', () => {
  const groups = groupMatches([
    match({ version: '2', price: 10, size: 5 }),
    match({ version: '1', price: 10, size: 2 }),
  ])

  it('keeps what reaches the value in the quote currency', () => {
    expect(groupsFrom(groups, 20).map(({ valueUsd }) => valueUsd)).toEqual([50, 20])
    expect(groupsFrom(groups, 20.01).map(({ valueUsd }) => valueUsd)).toEqual([50])
  })

  it('that is off gives the very list back', () => {
    expect(groupsFrom(groups, 0)).toBe(groups)
  })
})
