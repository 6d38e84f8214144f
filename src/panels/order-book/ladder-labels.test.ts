import { expect, it } from 'vitest'
import type { LadderMark } from '../../domain/ladder-marks'
import type { OwnMark } from '../../domain/own-marks'
import { ladderLabels } from './ladder-labels'

const placed = (kind: OwnMark['kind'], row: number, holds = true): LadderMark => ({
  mark: { key: `${kind} ${row}`, kind, price: 5, size: 1, side: 'long' },
  row,
  holds,
})

it('a row with own prices has one label, of all of them', () => {
  expect(ladderLabels([placed('order', 3), placed('entry', 3), placed('order', 5)], 0, 10, true)).toEqual([
    { row: 3, text: '◆ E', between: false, tone: 'own' },
    { row: 5, text: '◆', between: false, tone: 'own' },
  ])
})

it('a liquidation among them warns, and what may have changed is drawn back', () => {
  const marks = [placed('order', 3), placed('liquidation', 3)]
  expect(ladderLabels(marks, 0, 10, true)).toMatchObject([{ text: '◆ L', tone: 'warn' }])
  expect(ladderLabels(marks, 0, 10, false)).toMatchObject([{ text: '◆ L', tone: 'unsure' }])
})

it('a price between two rows is told as such', () => {
  expect(ladderLabels([placed('order', 3), placed('entry', 3, false)], 0, 10, true)).toMatchObject([{ between: true }])
})

it('rows out of view have none', () => {
  expect(ladderLabels([placed('order', 1), placed('order', 2), placed('order', 4)], 2, 4, true)).toMatchObject([
    { row: 2 },
  ])
})
