import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFunding,
  checkFundingHistory,
  type FundingHistory,
  type FundingSample,
  joinFunding,
  keptFundingHistory,
  mergeFunding,
  newFundingSamples,
} from './funding-history'

const sample = (timeMs: number, rate: number, gapMs: number | null = null): FundingSample => ({ timeMs, rate, gapMs })
const anySamples = fc.array(
  fc
    .record({ timeMs: fc.integer({ min: 2, max: 30 }), rate: fc.integer({ min: -5, max: 5 }), hasGap: fc.boolean() })
    .map(({ timeMs, rate, hasGap }) => sample(timeMs, rate, hasGap ? 1 : null)),
  { maxLength: 20 },
)
const anyHistory = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,8}\/\d{1,5}$/), anySamples, { maxKeys: 5 })
  .map((markets) => new Map(Object.entries(markets).map(([key, samples]) => [key, mergeFunding([], samples, 100)])))

/** As the browser's memory gives it back. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the funding history of a market', () => {
  it('is sorted, holds each time once, and takes the later word on it', () => {
    const held = [sample(1000, 1), sample(3000, 3)]
    const news = [sample(3000, 4), sample(2000, 2)]
    expect(mergeFunding(held, news, 10)).toEqual([sample(1000, 1), sample(2000, 2), sample(3000, 4)])
  })

  it('keeps the newest up to the limit', () => {
    const news = [3, 1, 2].map((timeMs) => sample(timeMs, timeMs))
    expect(mergeFunding([], news, 2).map(({ timeMs }) => timeMs)).toEqual([2, 3])
  })

  it('is the very same array where nothing is new', () => {
    const held = [sample(1000, 1, 500)]
    expect(mergeFunding(held, [sample(1000, 1)], 10)).toBe(held)
    expect(mergeFunding(held, [], 10)).toBe(held)
  })

  it('keeps what was seen of a gap when the rate changes later', () => {
    expect(mergeFunding([sample(1000, 1, 500)], [sample(1000, 2)], 10)).toEqual([sample(1000, 2, 500)])
    expect(mergeFunding([sample(1000, 1)], [sample(1000, 1, 500)], 10)).toEqual([sample(1000, 1, 500)])
  })

  it('holds every time there was, with the last rate said of it', () => {
    fc.assert(
      fc.property(anySamples, anySamples, (first, second) => {
        const merged = mergeFunding(mergeFunding([], first, 100), second, 100)
        const last = new Map([...first, ...second].map(({ timeMs, rate }) => [timeMs, rate]))
        const expected = Array.from(last, ([timeMs, rate]) => ({ timeMs, rate })).sort((a, b) => a.timeMs - b.timeMs)
        expect(merged.map(({ timeMs, rate }) => ({ timeMs, rate }))).toEqual(expected)
        expect(mergeFunding(merged, merged, 100)).toBe(merged)
      }),
    )
  })
})

describe('a message', () => {
  const row = (marketId: string, timeMs: number | null, rate = 0.5) => ({
    marketId,
    rate,
    fundingMs: timeMs,
    updatedMs: null,
    transactionMs: null,
    version: null,
  })

  it('adds the rate of each market that names a time', () => {
    const samples = newFundingSamples([row('14', 3000), row('15', null), row('16', 0)], null, 9000)
    expect([...samples]).toEqual([['14', sample(3000, 0.5)]])
  })

  it('tells the gap to the rate that it replaces, if none can have come between', () => {
    const before = [row('14', 3000), row('15', 5000), row('16', 4000)]
    const samples = newFundingSamples(
      [row('14', 5000), row('15', 5000), row('16', 3000), row('31', 5000)],
      before,
      9000,
    )
    expect([...samples.values()].map(({ gapMs }) => gapMs)).toEqual([2000, null, null, null])
    expect(newFundingSamples([row('14', 5000)], null, 9000).get('14')?.gapMs).toBeNull()
  })

  it('with a time that lies too far ahead adds nothing', () => {
    expect(newFundingSamples([row('14', 9001)], null, 9000).size).toBe(0)
  })
})

describe('the history of all markets', () => {
  const one = (rate: number, timeMs = 1000) => new Map([['14', sample(timeMs, rate)]])

  it('keeps networks apart', () => {
    const both = addFunding(addFunding(new Map(), 'main', one(1), 9), 'test', one(2), 9)
    expect(both).toEqual(
      new Map([
        ['main/14', [sample(1000, 1)]],
        ['test/14', [sample(1000, 2)]],
      ]),
    )
  })

  it('is the very same one where nothing is new', () => {
    const history = addFunding(new Map(), 'main', one(1), 9)
    expect(addFunding(history, 'main', one(1), 9)).toBe(history)
    expect(addFunding(history, 'main', one(2), 9)).not.toBe(history)
  })

  it('lets the market go that was not heard for longest, when there are too many', () => {
    const markets = Array.from({ length: 101 }, (_, index) => [String(index), sample(1000 + index, 1)] as const)
    const history = addFunding(new Map(), 'main', new Map(markets), 9)
    expect(history.size).toBe(100)
    expect(history.has('main/0')).toBe(false)
    expect(joinFunding(history, new Map([['main/999', [sample(1, 1)]]]), 9).has('main/999')).toBe(false)
  })

  it('joined with another holds the samples of both; of one time its own word stands', () => {
    const mine: FundingHistory = new Map([['main/14', [sample(1000, 1), sample(2000, 2)]]])
    const other: FundingHistory = new Map([
      ['main/14', [sample(2000, 9), sample(3000, 3)]],
      ['main/15', [sample(1, 1)]],
    ])
    expect([...joinFunding(mine, other, 9)]).toEqual([
      ['main/14', [sample(1000, 1), sample(2000, 2), sample(3000, 3)]],
      ['main/15', [sample(1, 1)]],
    ])
  })
})

describe('the history that is kept', () => {
  it('reads back as it was written, but for markets without a sample', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const kept = new Map([...history].filter(([, samples]) => samples.length > 0))
        expect(checkFundingHistory(throughJson(keptFundingHistory(history)), 100)).toEqual(kept)
      }),
    )
  })

  it('names its version, and another one is nothing', () => {
    const kept = keptFundingHistory(new Map([['main/14', [sample(1000, 0.5), sample(2000, 1, 1000)]]]))
    const rows = [
      [1000, 0.5, null],
      [2000, 1, 1000],
    ]
    expect(kept).toEqual({ version: 1, markets: { 'main/14': rows } })
    expect(checkFundingHistory({ version: 2, markets: { 'main/14': rows } }, 10).size).toBe(0)
  })

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['a text', 'main/14'],
    ['a list', [1]],
    ['no markets', { version: 1 }],
    ['markets that are a text', { version: 1, markets: 'main/14' }],
    ['samples that are none', { version: 1, markets: { 'main/14': 7, 'main/15': { 0: [1, 2, null] } } }],
    ['keys that name no market', { version: 1, markets: { 'main/x': [[1, 2, null]], '14': [[1, 2, null]] } }],
  ])('is empty where it holds %s', (_what, kept) => {
    expect(checkFundingHistory(kept, 10)).toEqual(new Map())
  })

  it('leaves out the samples that make no sense, sorts and bounds the others', () => {
    const text =
      '[[3,0.3,null],[1,0.1,null],[2,0.2,1],[0,1,null],[-1,1,null],[1.5,1,null],["4",1,null],[5,"1",null],[6,null,null],' +
      '[7,1],[8,1,"1"],[9,1,9],[10,1,-1],null,9,[1e300,1,null]]'
    const rows: unknown = JSON.parse(text)
    const history = checkFundingHistory({ version: 1, markets: { 'main/14': rows } }, 2)
    expect([...history]).toEqual([['main/14', [sample(2, 0.2, 1), sample(3, 0.3)]]])
  })

  it('never throws, whatever was kept', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((markets) => ({ version: 1, markets })),
      fc.jsonValue().map((rows) => ({ version: 1, markets: { 'main/14': rows } })),
      fc.jsonValue().map((row) => ({ version: 1, markets: { 'main/14': [row, [2, row, null], [row, 1, row]] } })),
    )
    fc.assert(
      fc.property(anything, (kept) => {
        for (const samples of checkFundingHistory(kept, 5).values()) {
          expect(samples.length).toBeLessThanOrEqual(5)
          for (const { timeMs, rate } of samples) {
            expect(Number.isSafeInteger(timeMs)).toBe(true)
            expect(Number.isFinite(rate)).toBe(true)
          }
        }
      }),
    )
  })
})
