import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLegs, compareIntegers, type Match, markAhead, matchLegs, type TradeLeg, takerSide } from './tape'

let serial = 0
function leg(fields: Partial<TradeLeg> = {}): TradeLeg {
  serial += 1
  return {
    key: `leg ${serial}`,
    address: null,
    marketId: '1338',
    price: 5.518,
    size: 11.851,
    valueUsd: 65.393818,
    feeUsd: 0,
    pnlUsd: 0,
    leverage: 2,
    orderType: 1,
    timeMs: 1746177750000,
    tradeId: '1',
    version: '6704413443',
    ...fields,
  }
}
const maker = (fields: Partial<TradeLeg> = {}) => leg({ feeUsd: 0, ...fields })
const taker = (fields: Partial<TradeLeg> = {}) => leg({ feeUsd: 0.03, orderType: 7, ...fields })

const anyLegs = fc
  .array(
    fc.record({
      price: fc.constantFrom(5, 5.1, 5.2),
      size: fc.constantFrom(1, 2),
      timeMs: fc.constantFrom(1000, 2000),
      version: fc.constantFrom('9', '10', '11'),
      feeUsd: fc.constantFrom(0, 0.5, null),
      orderType: fc.constantFrom(1, 2, 3, 7, 8, null),
    }),
    { maxLength: 24 },
  )
  .map((rows) => rows.map((fields, index) => leg({ ...fields, key: `leg ${index % 20}` })))
const shuffledLegs = anyLegs.chain((legs) =>
  fc.tuple(fc.constant(legs), fc.shuffledSubarray(legs, { minLength: legs.length, maxLength: legs.length })),
)
const keysOf = (matches: readonly Match[]) => matches.flatMap((match) => match.legs.map((each) => each.key)).toSorted()

describe('matching legs', () => {
  it('makes one match of the two legs of a trade, the taker first', () => {
    const legs = [maker(), taker()]
    expect(matchLegs(legs)).toEqual([
      {
        key: '6704413443|5.518|11.851|1746177750000|0',
        price: 5.518,
        size: 11.851,
        valueUsd: 65.393818,
        timeMs: 1746177750000,
        version: '6704413443',
        takerSide: 'sell',
        legs: legs.toReversed(),
      },
    ])
  })

  it('lets every leg land in exactly one match of one or two', () => {
    fc.assert(
      fc.property(anyLegs, (legs) => {
        const matches = matchLegs(legs)
        expect(keysOf(matches)).toEqual(legs.map((each) => each.key).toSorted())
        for (const match of matches) expect([1, 2]).toContain(match.legs.length)
      }),
    )
  })

  it('pairs only legs of the same transaction, price, size and time', () => {
    fc.assert(
      fc.property(anyLegs, (legs) => {
        for (const { price, size, timeMs, version, legs: pair } of matchLegs(legs)) {
          for (const each of pair) expect(each).toMatchObject({ price, size, timeMs, version })
        }
      }),
    )
  })

  it('gives each match a key of its own', () => {
    fc.assert(
      fc.property(anyLegs, (legs) => {
        const keys = matchLegs(legs).map((match) => match.key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('gives the same matches in the same order, whatever the order of the legs', () => {
    const summaryOf = (legs: readonly TradeLeg[]) =>
      matchLegs(legs).map(({ legs: pair, ...match }) => ({ ...match, pair: pair.map((each) => each.key) }))
    const distinct = shuffledLegs.filter(([legs]) => new Set(legs.map((each) => each.key)).size === legs.length)
    fc.assert(
      fc.property(distinct, ([legs, shuffled]) => {
        expect(summaryOf(shuffled)).toEqual(summaryOf(legs))
      }),
    )
  })

  it('leaves the legs it was given as they were', () => {
    const legs = Object.freeze([taker({ key: 'z' }), maker({ key: 'a' })])
    matchLegs(legs)
    expect(legs.map((each) => each.key)).toEqual(['z', 'a'])
  })

  it('keeps two equal matches of one transaction two, each with its taker', () => {
    const matches = matchLegs([maker(), maker(), taker(), taker()])
    expect(matches.map((match) => [match.legs.length, match.takerSide])).toEqual([
      [2, 'sell'],
      [2, 'sell'],
    ])
  })

  it('keeps two equal matches two although all four rows are equal by their key', () => {
    const [a, b] = [taker({ key: 't' }), maker({ key: 'm' })]
    expect(matchLegs([a, a, b, b]).map((match) => match.legs)).toEqual([
      [a, b],
      [a, b],
    ])
  })

  it('lets a leg without its partner stand alone, and completes it when the partner comes', () => {
    const [alone, partner] = [taker(), maker()]
    const [before] = matchLegs([alone])
    const [after] = matchLegs([partner, alone])
    expect(before?.legs).toEqual([alone])
    expect(after?.legs).toEqual([alone, partner])
    expect(after?.key).toBe(before?.key)
  })

  it('takes the value from whichever leg has it', () => {
    expect(matchLegs([taker({ valueUsd: null }), maker({ valueUsd: 65 })])[0]?.valueUsd).toBe(65)
    expect(matchLegs([taker({ valueUsd: null }), maker({ valueUsd: null })])[0]?.valueUsd).toBeNull()
  })
})

describe('a tape that grows', () => {
  it('is the same as if all its legs had come at once, and each match is new once', () => {
    const inPieces = shuffledLegs.chain(([legs, shuffled]) =>
      fc.tuple(fc.constant(legs), fc.constant(shuffled), fc.nat(legs.length), fc.nat(legs.length)),
    )
    fc.assert(
      fc.property(inPieces, ([legs, shuffled, a, b]) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)]
        const pieces = [shuffled.slice(0, first), shuffled.slice(first, second), shuffled.slice(second)]
        const added: string[] = []
        let matches: readonly Match[] = []
        for (const piece of pieces) {
          const grown = addLegs(matches, piece)
          matches = grown.matches
          added.push(...grown.added.map(({ key }) => key))
        }
        expect(matches).toEqual(matchLegs(legs))
        expect(added.toSorted()).toEqual(matches.map(({ key }) => key).toSorted())
      }),
    )
  })

  it('leaves the matches of other seconds as they are, to the very object', () => {
    const [old] = matchLegs([taker({ timeMs: 1000 })])
    expect(old && addLegs([old], [taker({ timeMs: 2000 })]).matches[1]).toBe(old)
  })

  it('does not count a match anew that finds its second leg', () => {
    const { matches } = addLegs([], [taker()])
    expect(addLegs(matches, [maker()])).toMatchObject({ matches: [{ takerSide: 'sell' }], added: [] })
  })
})

describe('the order of the tape', () => {
  it('is newest first: by time, then by transaction as a number', () => {
    const legs = [
      leg({ timeMs: 1000, version: '10' }),
      leg({ timeMs: 2000, version: '8' }),
      leg({ timeMs: 1000, version: '9' }),
      leg({ timeMs: 1000, version: '100' }),
    ]
    expect(matchLegs(legs).map((match) => match.version)).toEqual(['8', '100', '10', '9'])
  })

  it('within a transaction has the worst fill of the taker on top, since it came last', () => {
    const sweep = (orderType: number) =>
      [5.1, 5.3, 5.2].flatMap((price) => [taker({ price, orderType }), maker({ price, orderType: 3 })])
    expect(matchLegs(sweep(1)).map((match) => match.price)).toEqual([5.3, 5.2, 5.1])
    expect(matchLegs(sweep(2)).map((match) => match.price)).toEqual([5.1, 5.2, 5.3])
  })
})

describe('a time that lies ahead of its arrival', () => {
  const HOUR = 3_600_000
  const arrivedMs = 1_746_177_750_500
  const top = (legs: readonly TradeLeg[]) => matchLegs(legs).map((match) => match.version)

  it('is marked beyond 5 s, and the list is the same where there is none', () => {
    const legs = [leg({ timeMs: arrivedMs + 5000 }), leg({ timeMs: 0 })]
    expect(markAhead(legs, arrivedMs)).toBe(legs)
    const odd = leg({ timeMs: arrivedMs + 5001 })
    expect(markAhead([...legs, odd], arrivedMs)).toEqual([...legs, { ...odd, arrivedMs }])
  })

  it('keeps the top of the tape until the next trade only', () => {
    const odd = markAhead([leg({ version: '7', timeMs: arrivedMs + HOUR }), leg({ version: '6' })], arrivedMs)
    expect(top(odd)).toEqual(['7', '6'])
    expect(top([leg({ version: '8', timeMs: arrivedMs + 500 }), ...odd])).toEqual(['8', '7', '6'])
  })

  it('is shown as it was sent, and pairs legs as ever', () => {
    const timeMs = arrivedMs + HOUR
    const [match] = matchLegs([
      ...markAhead([taker({ timeMs })], arrivedMs + 900),
      ...markAhead([maker({ timeMs })], arrivedMs),
    ])
    expect(match).toMatchObject({ timeMs, arrivedMs })
    expect(match?.legs).toHaveLength(2)
  })

  it('of a whole list, by a clock that is off, leaves it in the order of its times', () => {
    const legs = [1, 3, 2].map((hour) => leg({ version: String(hour), timeMs: arrivedMs + hour * HOUR }))
    expect(top(markAhead(legs, arrivedMs))).toEqual(['3', '2', '1'])
  })
})

describe('the side of the taker', () => {
  it.each([
    ['sell', 'its own type, close long', [taker({ orderType: 7 }), maker({ orderType: 3 })]],
    ['buy', 'its own type, open long', [taker({ orderType: 1 })]],
    ['sell', "the maker's type turned around", [taker({ orderType: 5 }), maker({ orderType: 1 })]],
    ['buy', "the maker's type turned around", [taker({ orderType: null }), maker({ orderType: 2 })]],
    ['sell', 'both, which agree', [maker({ orderType: 1 }), taker({ orderType: 2 })]],
    [null, 'two types that contradict each other', [taker({ orderType: 1 }), maker({ orderType: 1 })]],
    [null, 'types that claim no side', [taker({ orderType: 3 }), maker({ orderType: 6 })]],
    [null, 'two legs with a fee', [taker({ orderType: 7 }), taker({ orderType: 1 })]],
    [null, 'no leg with a fee', [maker(), maker({ orderType: 2 })]],
    [null, 'fees that cannot be read', [maker({ feeUsd: null }), maker({ feeUsd: null })]],
    [null, 'a rebate, which is no fee', [maker({ feeUsd: -0.01 })]],
    [null, 'no legs', []],
  ])('is %s by %s', (side, _how, legs) => {
    expect(takerSide(legs)).toBe(side)
  })
})

describe('compareIntegers', () => {
  it('orders as integers do, of any length, leading zeros or not', () => {
    const digits = fc.stringMatching(/^\d{1,40}$/)
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)]
        expect(Math.sign(compareIntegers(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0)
      }),
    )
    expect(compareIntegers('007', '7')).toBe(0)
  })
})
