import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { MarketSpec } from './market-spec'
import {
  atomDecimals,
  entryDecimals,
  grow,
  liquidationPrice,
  marginAtoms,
  type Position,
  shrink,
  takerFeeAtoms,
  valueAtoms,
} from './position'
import { formatUnits } from './units'

const market: MarketSpec = {
  id: '1338',
  symbol: 'APT-USD',
  priceDecimals: 3,
  sizeDecimals: 3,
  startTicks: 5512,
  spreadTicks: 2,
  spacingTicks: 2,
  typicalLots: 1000,
  volatility: 0,
}

function position(isLong: boolean, leverage: number): Position {
  const base = { tradeId: '1', market, isLong, leverage, lots: 0, entry: 0n }
  return { ...base, takeProfit: null, stopLoss: null, updatedSec: 0 }
}

const money = (atoms: bigint) => formatUnits(atoms, atomDecimals(market))

test("the vendor's short: value, margin and the printed liquidation price", () => {
  const short = position(false, 2)
  grow(short, 6050, 1000)
  expect(money(valueAtoms(short))).toBe('6.05')
  expect(money(marginAtoms(short))).toBe('3.025')
  // The sample prints 8853.658536585366 in thousandths.
  expect(liquidationPrice(short) * 1000).toBeCloseTo(8853.658536585366, 8)
})

test("the vendor's closing fill: fee 5 bp, result net of it", () => {
  const long = position(true, 2)
  grow(long, 5521, 11_851)
  const fee = takerFeeAtoms(5518, 11_851)
  expect(money(fee)).toBe('0.032696909')
  expect(money(shrink(long, 5518, 11_851) - fee)).toBe('-0.068249909')
})

test('a long is liquidated below its entry, and not below zero', () => {
  const long = position(true, 5)
  grow(long, 5000, 1000)
  expect(liquidationPrice(long)).toBeCloseTo((5 - 1) / 0.975, 9)
  const whole = position(true, 1)
  grow(whole, 5000, 1000)
  expect(liquidationPrice(whole)).toBe(0)
})

test('the entry price is the average by size, and taking lots off leaves it', () => {
  const long = position(true, 2)
  grow(long, 5000, 1000)
  grow(long, 6000, 3000)
  expect(formatUnits(long.entry, entryDecimals(market))).toBe('5.75')
  expect(money(shrink(long, 6000, 1000))).toBe('0.25')
  expect(formatUnits(long.entry, entryDecimals(market))).toBe('5.75')
  expect(() => shrink(long, 6000, 3001)).toThrow(RangeError)
})

test('the entry price is off by less than a millionth of a tick for each fill', () => {
  const fills = array(tuple(integer({ min: 1, max: 10_000 }), integer({ min: 1, max: 10 ** 6 })), {
    minLength: 1,
    maxLength: 20,
  })
  assert(
    property(fills, (list) => {
      const long = position(true, 2)
      for (const [ticks, lots] of list) grow(long, ticks, lots)
      const cost = list.reduce((sum, [ticks, lots]) => sum + ticks * lots, 0)
      expect(Math.abs(Number(long.entry) / 1e6 - cost / long.lots)).toBeLessThan(1e-6 * list.length)
    }),
  )
})
