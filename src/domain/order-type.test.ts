import { expect, it } from 'vitest'
import { orderTypeLabel, orderTypeSide } from './order-type'

it.each([
  [1, 'Open long', 'buy'],
  [2, 'Open short', 'sell'],
  [3, 'Increase long', null],
  [4, 'Increase short', null],
  [5, 'Decrease long', null],
  [6, 'Decrease short', null],
  [7, 'Close long', 'sell'],
  [8, 'Close short', 'buy'],
  [9, 'Type 9', null],
  [0, 'Type 0', null],
])('order type %i is "%s", its side %s', (orderType, label, side) => {
  expect(orderTypeLabel(orderType)).toBe(label)
  expect(orderTypeSide(orderType)).toBe(side)
})
