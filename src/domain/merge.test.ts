import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeMultiset, mergeNewest } from './merge'

interface Row {
  readonly key: string
}

const rowsOf = (keys: string): Row[] => Array.from(keys).map((key) => ({ key }))
const keysOf = (rows: readonly Row[]) => rows.map((row) => row.key).join('')
const messages = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 }).map(rowsOf), {
  maxLength: 6,
})
const mergeAll = (all: readonly (readonly Row[])[]) => all.reduce<readonly Row[]>(mergeMultiset, [])

function countsOf(rows: readonly Row[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { key } of rows.toSorted((a, b) => a.key.localeCompare(b.key))) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function highestCounts(all: readonly (readonly Row[])[]): Record<string, number> {
  const highest: Record<string, number> = {}
  for (const key of ['a', 'b', 'c', 'd']) {
    const most = Math.max(0, ...all.map((message) => message.filter((row) => row.key === key).length))
    if (most > 0) highest[key] = most
  }
  return highest
}

describe('mergeMultiset', () => {
  it('counts a row as often as the message that holds it most often', () => {
    fc.assert(
      fc.property(messages, (all) => {
        expect(countsOf(mergeAll(all))).toEqual(highestCounts(all))
      }),
    )
  })

  it('gives the same rows whatever the order of the messages', () => {
    fc.assert(
      fc.property(messages, (all) => {
        expect(countsOf(mergeAll(all.toReversed()))).toEqual(countsOf(mergeAll(all)))
      }),
    )
  })

  it('removes nothing by absence, and keeps the held rows in their order', () => {
    fc.assert(
      fc.property(messages, messages, (before, after) => {
        const held = mergeAll(before)
        expect(keysOf(mergeAll([held, ...after])).endsWith(keysOf(held))).toBe(true)
      }),
    )
  })

  it('gives the very same array back for a repeated message', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const held = mergeAll(all)
        for (const message of all) expect(mergeMultiset(held, message)).toBe(held)
        expect(mergeMultiset(held, [])).toBe(held)
      }),
    )
  })

  it('puts new rows in front, in the order of the message', () => {
    expect(keysOf(mergeMultiset(rowsOf('ab'), rowsOf('dcab')))).toBe('dcab')
    expect(keysOf(mergeMultiset(rowsOf('ab'), rowsOf('aab')))).toBe('aab')
  })

  it('leaves its inputs as they were', () => {
    const held = Object.freeze(rowsOf('aab'))
    const message = Object.freeze(rowsOf('bbc'))
    expect(keysOf(mergeMultiset(held, message))).toBe('bcaab')
    expect([keysOf(held), keysOf(message)]).toEqual(['aab', 'bbc'])
  })
})

interface Order extends Row {
  readonly updatedMs: number | null
  readonly status: string
}

const order = (key: string, updatedMs: number | null, status = ''): Order => ({ key, updatedMs, status })
const statusOf = (rows: readonly Order[], key: string) => rows.find((row) => row.key === key)?.status

describe('mergeNewest', () => {
  it('keeps one row a key, the newest', () => {
    const held = [order('a', 100, 'Open'), order('b', 200, 'Filled')]
    const merged = mergeNewest(held, [order('a', 150, 'Filled'), order('b', 150, 'Open'), order('c', 50, 'Open')])
    expect(merged.map((row) => [row.key, row.status])).toEqual([
      ['a', 'Filled'],
      ['b', 'Filled'],
      ['c', 'Open'],
    ])
  })

  it('takes the message on a tie', () => {
    expect(statusOf(mergeNewest([order('a', 100, 'Open')], [order('a', 100, 'Filled')]), 'a')).toBe('Filled')
  })

  it('takes the newest of a message that holds a key twice, the first on a tie', () => {
    expect(statusOf(mergeNewest([], [order('a', 100, 'Open'), order('a', 200, 'Filled')]), 'a')).toBe('Filled')
    expect(statusOf(mergeNewest([], [order('a', 200, 'Filled'), order('a', 100, 'Open')]), 'a')).toBe('Filled')
    expect(statusOf(mergeNewest([], [order('a', 100, 'Filled'), order('a', 100, 'Open')]), 'a')).toBe('Filled')
  })

  it('takes a row without a time for older than every other', () => {
    expect(statusOf(mergeNewest([order('a', 100, 'Filled')], [order('a', null, 'Open')]), 'a')).toBe('Filled')
    expect(statusOf(mergeNewest([order('a', null, 'Open')], [order('a', 100, 'Filled')]), 'a')).toBe('Filled')
    expect(statusOf(mergeNewest([order('a', null, 'Open')], [order('a', null, 'Filled')]), 'a')).toBe('Filled')
  })

  it('gives the very same array back when a message holds no news', () => {
    const held = [order('a', 100, 'Open'), order('b', null, '')]
    expect(mergeNewest(held, [])).toBe(held)
    expect(mergeNewest(held, [order('b', null, ''), order('a', 100, 'Open')])).toBe(held)
    expect(mergeNewest(held, [order('a', 99, 'Filled')])).toBe(held)
    expect(mergeNewest(held, [order('a', 100, 'Filled')])).not.toBe(held)
  })

  it('keeps the rows that did not change as the objects they are', () => {
    const held = [order('a', 100, 'Open'), order('b', 100, 'Open')]
    const merged = mergeNewest(held, [order('a', 100, 'Open'), order('b', 200, 'Filled')])
    expect(merged[0]).toBe(held[0])
  })

  const lists = fc.array(
    fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), updatedMs: fc.nat({ max: 50 }) }), { maxLength: 6 }),
    { maxLength: 6 },
  )

  it('ends with the highest time of each key, whatever the order of the messages', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const highest: Record<string, number> = {}
        for (const { key, updatedMs } of all.flat()) highest[key] = Math.max(highest[key] ?? 0, updatedMs)
        for (const sequence of [all, all.toReversed()]) {
          const merged = sequence.reduce<readonly { key: string; updatedMs: number }[]>(mergeNewest, [])
          expect(merged).toHaveLength(Object.keys(highest).length)
          expect(Object.fromEntries(merged.map((row) => [row.key, row.updatedMs]))).toEqual(highest)
        }
      }),
    )
  })
})
