import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatUnits, parseUnits } from './units'

test('integers are written as plain decimals without trailing zeros', () => {
  expect(formatUnits(5518, 3)).toBe('5.518')
  expect(formatUnits(1000, 3)).toBe('1')
  expect(formatUnits(125, 7)).toBe('0.0000125')
  expect(formatUnits(-32_696_909n, 9)).toBe('-0.032696909')
  expect(formatUnits(0, 4)).toBe('0')
  expect(formatUnits(1200, 0)).toBe('1200')
})

test('what is written is read back', () => {
  assert(
    property(integer({ min: 1, max: 2 ** 50 }), integer({ min: 0, max: 9 }), (units, decimals) => {
      expect(parseUnits(formatUnits(units, decimals), decimals)).toBe(units)
    }),
  )
})

test.each(['', '0', '-1', '1.2345', '1e3', '.5', '5.', 'x'])('%j is refused at three decimals', (text) => {
  expect(() => parseUnits(text, 3)).toThrow(RangeError)
})
