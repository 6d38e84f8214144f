import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FLASH_STEPS, flashAreas, type FlashLine, type Flashes, NO_FLASHES, nextFlashes } from './flashes'

const STEP_MS = 300
const rowsOf = (...sizes: readonly string[]): FlashLine[] =>
  sizes.map((size, row) => ({ price: String(100 - row), size }))
/** What the rows of two looks make of each other, at 1000 ms. */
const between = (before: readonly FlashLine[], after: readonly FlashLine[]) =>
  nextFlashes(nextFlashes(NO_FLASHES, before, 0, 0), after, 0, 1000)
const widths = ({ rows }: Flashes) => [...rows.values()].map(({ width }) => width)
const areasOf = (flashes: Flashes, nowMs = 1000) => flashAreas(flashes, nowMs, STEP_MS)

describe('changed digits of sizes', () => {
  it('are those from the first that differs on', () => {
    expect(widths(between(rowsOf('10.5', '7', '12'), rowsOf('10.7', '7', '22')))).toEqual([1, 0, 2])
    expect(widths(between(rowsOf('9.5', '12.5', '1'), rowsOf('10.5', '2.5', '1.25')))).toEqual([4, 3, 3])
  })

  it('are none at first, and none of a row that comes into view', () => {
    expect(widths(nextFlashes(NO_FLASHES, rowsOf('1', '2'), 0, 1000))).toEqual([0, 0])
    const scrolled = nextFlashes(nextFlashes(NO_FLASHES, rowsOf('1'), 0, 0), rowsOf('1', '2').slice(1), 1, 1000)
    expect([...scrolled.rows.keys()]).toEqual([1])
    expect(widths(scrolled)).toEqual([0])
  })

  it('are none where the price changed: the size is another one', () => {
    const [best] = rowsOf('10')
    const after = between(rowsOf('10'), [{ price: '101', size: '25' }])
    expect(widths(after)).toEqual([0])
    expect(widths(nextFlashes(after, [best ?? { price: '', size: '' }], 0, 1000))).toEqual([0])
  })

  it('stay as they were while nothing differs, and begin anew with the next change', () => {
    const changed = between(rowsOf('10'), rowsOf('11'))
    const later = nextFlashes(changed, rowsOf('11'), 0, 1200)
    expect(later).toEqual(changed)
    expect(nextFlashes(later, rowsOf('21'), 0, 1300).rows.get(0)).toMatchObject({ width: 2, atMs: 1300 })
  })
})

describe('the areas of the changes', () => {
  it('are one for each, as wide as its digits', () => {
    expect(areasOf(between(rowsOf('10', '7', '12'), rowsOf('13', '7', '22')))).toEqual([
      { row: 0, step: 0, digits: 1 },
      { row: 2, step: 0, digits: 2 },
    ])
  })

  it.each([
    ['1.234', 2.5 + 2],
    ['1,234.5', 5 + 1],
    ['1.234,5', 5 + 1],
    ['1\u202f234,5', 5 + 1],
    ['1\u2019234.5', 5 + 1],
  ])('count points and commas of %s as half a digit', (size, digits) => {
    expect(areasOf(between(rowsOf('x'), rowsOf(size)))).toEqual([{ row: 0, step: 0, digits }])
  })

  it('fade in steps and end', () => {
    const flashes = between(rowsOf('1'), rowsOf('2'))
    const stepAt = (nowMs: number) => areasOf(flashes, nowMs)[0]?.step
    expect([1000, 1299, 1300, 1600, 1899].map(stepAt)).toEqual([0, 0, 1, 2, 2])
    expect([1900, 5000].map(stepAt)).toEqual([undefined, undefined])
  })

  it('are one a row that changed in time, in one step', () => {
    const size = fc.integer({ min: 0, max: 99 }).map(String)
    const look = fc.record({ sizes: fc.array(size, { maxLength: 6 }), afterMs: fc.integer({ min: 0, max: 500 }) })
    fc.assert(
      fc.property(fc.array(look), (looks) => {
        let flashes = NO_FLASHES
        let nowMs = 0
        /** By row: its size, and when it changed last. */
        let known = new Map<number, { readonly size: string; readonly atMs: number }>()
        for (const { sizes, afterMs } of looks) {
          nowMs += afterMs
          flashes = nextFlashes(flashes, rowsOf(...sizes), 0, nowMs)
          const next: typeof known = new Map()
          for (const [row, text] of sizes.entries()) {
            const before = known.get(row)
            const atMs = before === undefined ? -1e9 : before.size === text ? before.atMs : nowMs
            // Where digits were only taken away, none of those that are left changed.
            next.set(row, { size: text, atMs: atMs === nowMs && before?.size.startsWith(text) ? -1e9 : atMs })
          }
          known = next
          const areas = areasOf(flashes, nowMs)
          const wanted = [...known].flatMap(([row, { atMs }]) => {
            const step = Math.floor((nowMs - atMs) / STEP_MS)
            return step < FLASH_STEPS ? [{ row, step }] : []
          })
          const byRow = (one: { row: number }, other: { row: number }) => one.row - other.row
          expect(areas.map(({ row, step }) => ({ row, step })).sort(byRow)).toEqual(wanted.sort(byRow))
          for (const { digits } of areas) expect(digits > 0 && digits <= 2).toBe(true)
        }
      }),
    )
  })
})
