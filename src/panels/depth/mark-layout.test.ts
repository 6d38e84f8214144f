import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OwnMark, OwnMarkKind } from '../../domain/own-marks'
import { layOutMarks } from './mark-layout'

let serial = 0
function mark(price: number, kind: OwnMarkKind = 'order'): OwnMark {
  serial += 1
  return { key: `${kind} ${serial}`, kind, price, size: 1, side: null }
}
const prices = (marks: readonly OwnMark[]) => marks.map(({ price }) => price)

describe('own marks in the depth chart', () => {
  it('stand at their distance from mid as a part of the window, edges included', () => {
    const { inside } = layOutMarks([mark(99), mark(100), mark(100.5), mark(101)], 100, 1)
    expect(inside.map(({ place }) => place)).toEqual([-1, 0, 0.5, 1])
  })

  it('beyond the window are told by side, the weightiest first and then the nearest', () => {
    const marks = [mark(50), mark(102), mark(98), mark(200), mark(300, 'liquidation'), mark(100)]
    const { inside, below, above } = layOutMarks(marks, 100, 1)
    expect(prices(below)).toEqual([98, 50])
    expect(prices(above)).toEqual([300, 102, 200])
    expect(prices(inside.map((placed) => placed.mark))).toEqual([100])
  })

  it('crowded at one price share three lanes of labels, the weightiest first; the rest keep their lines', () => {
    const crowd = [mark(100), mark(100, 'stop-loss'), mark(100, 'entry'), mark(100, 'liquidation'), mark(100)]
    const { inside } = layOutMarks(crowd, 100, 1)
    expect(inside.map((placed) => [placed.mark.kind, placed.lane])).toEqual([
      ['liquidation', 0],
      ['entry', 1],
      ['stop-loss', 2],
      ['order', null],
      ['order', null],
    ])
  })

  it('are each told once, and no two labels of a lane overlap', () => {
    const anyMark = fc.tuple(fc.double({ min: 90, max: 110, noNaN: true }), fc.constantFrom('order', 'entry'))
    fc.assert(
      fc.property(fc.array(anyMark), fc.double({ min: 0.01, max: 20, noNaN: true }), (drawn, percent) => {
        const marks = drawn.map(([price, kind]) => mark(price, kind))
        const { inside, below, above } = layOutMarks(marks, 100, percent)
        const told = [...inside.map((placed) => placed.mark), ...below, ...above]
        expect(told.map(({ key }) => key).sort()).toEqual(marks.map(({ key }) => key).sort())
        for (const one of inside) {
          expect(Math.abs(one.place)).toBeLessThanOrEqual(1)
          for (const other of inside) {
            if (one === other || one.lane === null || one.lane !== other.lane) continue
            expect(Math.abs(one.place - other.place)).toBeGreaterThanOrEqual(0.22)
          }
        }
      }),
    )
  })
})
