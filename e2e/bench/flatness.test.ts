import { expect, test } from 'vitest'
import { flatness, type Held } from './flatness'

const held = (fields: Partial<Held> = {}): Held => ({
  heapMb: 10,
  nodes: 1700,
  listeners: 330,
  documents: 2,
  sockets: 2,
  ...fields,
})

const many = (change: (index: number) => Partial<Held>) => Array.from({ length: 9 }, (_, index) => held(change(index)))

test('what stays is flat', () => {
  expect(flatness(many(() => ({})))).toEqual({ isFlat: true, heapMb: 0, nodes: 0, listeners: 0, troubles: [] })
})

test('the heap may grow by two megabytes, at no look by more', () => {
  expect(flatness(many((index) => ({ heapMb: 10 + index * 0.25 }))).isFlat).toBe(true)
  expect(flatness([held(), held({ heapMb: 12.5 }), held()]).troubles).toEqual(['heapMb grew by 2.5, more than 2'])
})

test('rows that come and go are no growth, what stays behind is', () => {
  expect(
    flatness(many((index) => ({ nodes: index % 2 === 0 ? 1700 : 2500, listeners: 330 + (index % 2) * 200 }))).isFlat,
  ).toBe(true)
  const leaking = flatness(many((index) => ({ nodes: 1700 + index * 50, listeners: 330 + index * 20 })))
  expect(leaking).toMatchObject({ isFlat: false, nodes: 300, listeners: 120 })
  expect(leaking.troubles).toEqual(['nodes grew by 300, more than 100', 'listeners grew by 120, more than 60'])
})

test('sockets and documents are as many at each look', () => {
  expect(flatness([held(), held({ sockets: 3 }), held()]).troubles).toEqual(['sockets were 2 and 3'])
  expect(flatness([held(), held(), held({ documents: 1 })]).troubles).toEqual(['documents were 2 and 1'])
})

test('nothing measured is no verdict', () => {
  expect(() => flatness([])).toThrow(RangeError)
})
