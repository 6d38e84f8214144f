import { describe, expect, it } from 'vitest'
import type { PositionFigures } from '../../domain/position-figures'
import { basisPriceText, distanceText, distanceTone, ratioText, roeText, targetText } from './position-texts'

const FIGURES: PositionFigures = {
  price: 100,
  pnlUsd: 20,
  roe: 0.5,
  valueUsd: 200,
  marginRatio: 0.3,
  distance: { state: 'safe', percent: 20 },
  estimatedLiquidation: null,
  takeProfit: null,
  stopLoss: null,
}
const at = (distance: PositionFigures['distance']) => ({ ...FIGURES, distance })

describe('the distance to liquidation', () => {
  it.each([
    [{ state: 'safe', percent: 20 }, '+20.00 %', ''],
    [{ state: 'safe', percent: 4.987 }, '+4.99 %', 'text-warn'],
    [{ state: 'safe', percent: 0.0012 }, '+0.0012 %', 'text-warn'],
    [{ state: 'crossed', percent: 0 }, 'crossed 0.00 %', 'font-semibold text-down'],
    [{ state: 'crossed', percent: -3.5 }, 'crossed −3.50 %', 'font-semibold text-down'],
    [{ state: 'none' }, 'none', ''],
    [{ state: 'unknown' }, '—', ''],
  ] as const)('%j is %s', (distance, text, tone) => {
    expect(distanceText(at(distance))).toBe(text)
    expect(distanceTone(at(distance))).toBe(tone)
  })
})

it('a return and a ratio are percent, and the ratio has no sign of gain', () => {
  expect(roeText(FIGURES)).toBe('+50.00 %')
  expect(ratioText(FIGURES)).toBe('30.00 %')
  expect(ratioText({ ...FIGURES, marginRatio: -0.01 })).toBe('−1.00 %')
  expect([roeText({ ...FIGURES, roe: null }), ratioText({ ...FIGURES, marginRatio: null })]).toEqual(['—', '—'])
})

it('a mid and an exit have one decimal more than the market’s prices, so that they do not shift', () => {
  expect(basisPriceText(100, 'mid', 2)).toBe('100.000')
  expect(basisPriceText(98.960495, 'exit', 2)).toBe('98.960')
  expect(basisPriceText(100, 'last', 2)).toBe('100.00')
  expect(basisPriceText(null, 'mid', 2)).toBe('—')
})

it('a target tells the gain there though no price tells how far it is', () => {
  expect(targetText({ price: 120, pnlUsd: 60, movePercent: 20 })).toBe('+60.00 · +20.00 %')
  expect(targetText({ price: 120, pnlUsd: 60, movePercent: null })).toBe('+60.00 · —')
})
