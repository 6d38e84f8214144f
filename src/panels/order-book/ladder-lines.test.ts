import { describe, expect, it } from 'vitest'
import type { Level } from '../../domain/book'
import { plainLadder } from '../../domain/ladder'
import { ladderLines, type LineOptions } from './ladder-lines'

const NOW_MS = 1_700_000_000_000
const level = (price: number, size: number, ageMs: number | null = 0): Level => ({
  price,
  size,
  updatedMs: ageMs === null ? null : NOW_MS - ageMs,
})

function optionsOf(levels: readonly Level[], fields: Partial<LineOptions> = {}): LineOptions {
  const ladder = plainLadder(levels)
  return {
    ladder,
    totals: ladder.sizes,
    deepest: ladder.sizes.at(-1) ?? 0,
    dimBelowUsd: 0,
    newestMs: NOW_MS,
    priceDecimals: 3,
    sizeDecimals: 1,
    totalDecimals: 1,
    ...fields,
  }
}

/** All rows. */
const linesOf = (levels: readonly Level[], fields: Partial<LineOptions> = {}) =>
  ladderLines(optionsOf(levels, fields), 0, levels.length)

describe('the rows of a side', () => {
  const SIDE = [level(5.47, 10), level(5.469, 20), level(5.468, 10)]

  it('tell price, size and running total with their decimals, and the share of the larger side’s last total', () => {
    const rows = linesOf(SIDE, { deepest: 80 }).map(({ price, size, total, share }) => [price, size, total, share])
    expect(rows).toEqual([
      ['5.470', '10.0', '10.0', 12.5],
      ['5.469', '20.0', '30.0', 37.5],
      ['5.468', '10.0', '40.0', 50],
    ])
  })

  it('are counted in the unit in which totals are shown', () => {
    const { values } = plainLadder(SIDE)
    const rows = linesOf(SIDE, { totals: values, deepest: values.at(-1) ?? 0, totalDecimals: 2 })
    expect(rows.map(({ total }) => total)).toEqual(['54.70', '164.08', '218.76'])
    expect(rows.map(({ share }) => share)).toEqual([25, 75, 100])
  })

  it('have a share to a thousandth: a bar moves by less than a pixel between', () => {
    expect(linesOf(SIDE, { deepest: 41 }).map(({ share }) => share)).toEqual([24.4, 73.2, 97.6])
  })

  it('out of view are left out, and those in view keep their totals and values', () => {
    const part = ladderLines(optionsOf(SIDE, { dimBelowUsd: 60 }), 1, 3)
    expect(part).toEqual(linesOf(SIDE, { dimBelowUsd: 60 }).slice(1))
    expect(part.map(({ total, dim }) => [total, dim])).toEqual([
      ['30.0', false],
      ['40.0', true],
    ])
  })

  it('of a doubted book are not summed, and have no bar', () => {
    const rows = linesOf(SIDE, { deepest: null })
    expect(rows.map(({ total, share }) => [total, share])).toEqual([
      ['—', 0],
      ['—', 0],
      ['—', 0],
    ])
    expect(rows.map(({ size }) => size)).toEqual(['10.0', '20.0', '10.0'])
  })

  it('are drawn back by the value of their own level alone, below what the reader cares for', () => {
    const values = [level(5, 10), level(4, 10), level(3, 20)]
    expect(linesOf(values, { dimBelowUsd: 50 }).map(({ dim }) => dim)).toEqual([false, true, false])
    expect(linesOf(values).some(({ dim }) => dim)).toBe(false)
  })

  it.each([
    [0, 0, 'Among the newest changes'],
    [999, 0, 'Among the newest changes'],
    [9_999, 0, 'Changed 9 s before the newest'],
    [10_000, 1, 'Changed 10 s before the newest'],
    [60_000, 2, 'Changed 1 min before the newest'],
    [600_000, 3, 'Changed 10 min before the newest'],
    [86_400_000, 3, 'Changed 24 h 0 min before the newest'],
    [null, 0, 'Time of its last change not known'],
  ])('that changed %s ms before the newest have tone %s: %s', (ageMs, age, ageWords) => {
    expect(linesOf([level(5, 1, ageMs)])[0]).toMatchObject({ age, ageWords })
  })

  it('claim no age where the book names no time', () => {
    expect(linesOf([level(5, 1)], { newestMs: null })[0]).toMatchObject({
      age: 0,
      ageWords: 'Time of its last change not known',
    })
  })
})
