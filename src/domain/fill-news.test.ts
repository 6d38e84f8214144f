import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fill } from './account'
import { averageFillPrice, type FillsLook, joinFills, lookAtFills, NOTHING_SEEN, type ToldFills } from './fill-news'
import { mergeMultiset } from './merge'
import { fill } from './test-kit'

const NOON = Date.UTC(2025, 1, 17, 12)
const row = (key: string, seconds = 0, fields: Partial<Fill> = {}) =>
  fill({ key, timeMs: NOON + seconds * 1000, ...fields })
const first = row('first')
const second = row('second', 1)
const third = row('third', 2)

const account = { address: '0xa' }
const confirmed = { phase: 'confirmed', nextGeneration: null } as const
const broken = { phase: 'waiting', nextGeneration: null } as const

/** One look after the other; what the last of them brought, as its way and its keys. */
function brought(...looks: readonly Partial<FillsLook>[]) {
  let seen = NOTHING_SEEN
  let look: FillsLook = { owner: account, fills: [], generation: null, link: confirmed }
  let news: ReturnType<typeof lookAtFills>['news'] = []
  for (const change of looks) {
    look = { ...look, ...change }
    const step = lookAtFills(seen, look)
    seen = step.seen
    news = step.news
  }
  return news.map(({ arrival, fills }) => [arrival, ...fills.map(({ key }) => key)])
}

const START = { fills: [first], generation: 1 }

describe('a new fill', () => {
  it('is one that comes after the first list', () => {
    expect(brought(START, { fills: [second, first] })).toEqual([['new', 'second']])
  })

  it('is the first of all where the first list was empty', () => {
    expect(brought({ generation: 1 }, { fills: [first] })).toEqual([['new', 'first']])
  })

  it('may equal one that is known, in every field', () => {
    expect(brought(START, { fills: [first, first] })).toEqual([['new', 'first']])
  })

  it('is told once', () => {
    const known = { fills: [second, first] }
    expect(brought(START, known, { fills: [...known.fills] })).toEqual([])
    expect(brought(START, known, { fills: [third, second, first] })).toEqual([['new', 'third']])
  })
})

describe('no news', () => {
  it('is the first list, whenever it comes', () => {
    expect(brought({}, START)).toEqual([])
    expect(brought({ fills: [second, first], generation: 4 })).toEqual([])
  })

  it('is the list of another account, or of the same one opened anew', () => {
    expect(brought(START, { owner: { address: '0xa' }, fills: [second], generation: 2 })).toEqual([])
    expect(brought(START, { owner: null, fills: [], generation: null }, { ...START, fills: [second] })).toEqual([])
  })

  it('is the same list by another socket', () => {
    expect(brought(START, { link: broken }, { link: confirmed, fills: [first], generation: 2 })).toEqual([])
  })
})

describe('after the connection was lost', () => {
  const back = { link: confirmed, generation: 2 }

  it('what its first list has more was missed, and what comes then is new', () => {
    expect(brought(START, { link: broken }, { ...back, fills: [third, second, first] })).toEqual([
      ['missed', 'third', 'second'],
    ])
    expect(brought(START, { link: broken }, back, { fills: [second, first] })).toEqual([['new', 'second']])
  })

  it('it was missed too where the loss went by unseen', () => {
    expect(brought(START, { ...back, fills: [second, first] })).toEqual([['missed', 'second']])
  })

  it('nothing was missed when the next socket took over by plan', () => {
    const planned = { link: { ...confirmed, nextGeneration: 2 } }
    expect(brought(START, planned, { ...back, fills: [second, first] })).toEqual([['new', 'second']])
    expect(brought(START, { ...planned, generation: 2, fills: [second, first] })).toEqual([['missed', 'second']])
  })

  it('a plan is void once the connection was lost', () => {
    const planned = { link: { ...confirmed, nextGeneration: 2 } }
    expect(brought(START, planned, { link: broken }, { ...back, fills: [second, first] })).toEqual([
      ['missed', 'second'],
    ])
  })
})

it('a row that is more than a minute older than those held is late, and not just made', () => {
  const old = row('old', -61)
  expect(brought(START, { fills: [second, first, old] })).toEqual([
    ['new', 'second'],
    ['late', 'old'],
  ])
  expect(brought(START, { fills: [first, row('near', -60)] })).toEqual([['new', 'near']])
  expect(brought(START, { fills: [first, row('timeless', 0, { timeMs: null })] })).toEqual([['new', 'timeless']])
})

it('after the first list each row is told exactly once, however often and by whichever socket it is sent', () => {
  const message = fc.array(
    fc.integer({ min: 0, max: 5 }).map((id) => row(`fill ${id}`, id)),
    { maxLength: 8 },
  )
  const step = fc.record({ message, reconnects: fc.boolean() })
  fc.assert(
    fc.property(message, fc.array(step, { maxLength: 8 }), (start, steps) => {
      let held: readonly Fill[] = mergeMultiset([], start)
      let generation = 1
      let { seen } = lookAtFills(NOTHING_SEEN, { owner: account, fills: held, generation, link: confirmed })
      const told = [...held]
      for (const { message: rows, reconnects } of steps) {
        held = mergeMultiset(held, rows)
        if (reconnects) generation += 1
        const look = lookAtFills(seen, { owner: account, fills: held, generation, link: confirmed })
        seen = look.seen
        told.push(...look.news.flatMap(({ fills }) => fills))
      }
      expect(told.map(({ key }) => key).sort()).toEqual(held.map(({ key }) => key).sort())
    }),
  )
})

describe('joined news', () => {
  const told = (fields: Partial<ToldFills>): ToldFills => ({
    owner: account,
    arrival: 'new',
    fills: [first],
    sure: true,
    ...fields,
  })

  it('has the newer fills first, and claims what both can', () => {
    const joined = joinFills(told({ arrival: 'missed' }), told({ arrival: 'missed', fills: [second] }))
    expect(joined).toMatchObject({ arrival: 'missed', fills: [second, first], sure: true })
    expect(joinFills(told({ arrival: 'missed' }), told({ fills: [second] })).arrival).toBe('new')
  })

  it('is as sure as its worst part', () => {
    expect(joinFills(told({ sure: false }), told({})).sure).toBe(false)
    expect(joinFills(told({}), told({ sure: false })).sure).toBe(false)
  })
})

describe('the average price', () => {
  it('weighs each price by its size', () => {
    expect(averageFillPrice([row('a', 0, { price: 5, size: 3 }), row('b', 0, { price: 6, size: 1 })])).toBe(5.25)
  })

  it('of nothing is not known', () => {
    expect(averageFillPrice([])).toBeNull()
    expect(averageFillPrice([row('a', 0, { size: 0 })])).toBeNull()
  })

  it('lies between the lowest and the highest', () => {
    const amount = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.record({ price: amount, size: amount }), { minLength: 1 }), (rows) => {
        const average = averageFillPrice(rows.map((fields) => row('a', 0, fields))) ?? Number.NaN
        const prices = rows.map(({ price }) => price)
        expect(average).toBeGreaterThanOrEqual(Math.min(...prices))
        expect(average).toBeLessThanOrEqual(Math.max(...prices))
      }),
    )
  })
})
