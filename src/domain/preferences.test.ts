import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPreferences, FIRST_PREFERENCES } from './preferences'

describe('what this browser has kept', () => {
  it('comes back as it was chosen', () => {
    const chosen = {
      ...FIRST_PREFERENCES,
      priceBasis: 'exit',
      candleSeconds: 300,
      totalIn: 'quote',
      ladderSteps: { 'mainnet/14': 2 },
      paneSizes: { book: 333, price: 41.5 },
      depthPercent: 0.2,
      depthFits: false,
      costAmount: 2.5,
      costUnit: 'base',
      feeBps: 2.5,
      groupTrades: true,
      times: 'utc',
      fillToasts: 'off',
      notifyFills: true,
      liquidationPercent: 2.5,
    }
    expect(checkPreferences(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
  })

  it('has its first value field by field where it makes no sense', () => {
    const kept = {
      feeBps: -1,
      candleSeconds: 7,
      totalIn: 'quote',
      ladderSteps: { a: 1, b: 1.5, c: 99, d: '1' },
      paneSizes: { book: 300, trades: -1, funding: '300', bottom: 1e9 },
    }
    const sound = { totalIn: 'quote', ladderSteps: { a: 1 }, paneSizes: { book: 300 } }
    expect(checkPreferences(kept)).toEqual({ ...FIRST_PREFERENCES, ...sound })
  })

  it('warns of no liquidation where the percentage is out of bounds, and notifies of nothing that was not chosen', () => {
    for (const liquidationPercent of [-1, 0, 0.09, 50.1, Number.NaN, '5', null]) {
      expect(checkPreferences({ liquidationPercent }).liquidationPercent).toBe(0)
    }
    expect(checkPreferences({ liquidationPercent: 0.1 }).liquidationPercent).toBe(0.1)
    expect(checkPreferences({ notifyFills: 'yes', fillToasts: true })).toEqual(FIRST_PREFERENCES)
    expect(FIRST_PREFERENCES).toMatchObject({ fillToasts: 'on', notifyFills: false, liquidationPercent: 0 })
  })

  it('is sound whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ feeBps: fc.double(), depthPercent: fc.double() })), (kept) => {
        const sound = checkPreferences(kept)
        expect(checkPreferences(sound)).toEqual(sound)
        expect(sound.feeBps).toBeGreaterThanOrEqual(0)
        expect(sound.depthPercent).toBeGreaterThan(0)
      }),
    )
  })
})
