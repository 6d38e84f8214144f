import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LiquidationDistance } from './liquidation'
import { watchLiquidation } from './liquidation-watch'

const safe = (percent: number): LiquidationDistance => ({ state: percent > 0 ? 'safe' : 'crossed', percent })
const unknown: LiquidationDistance = { state: 'unknown' }

/** At each of these distances of one position: does it warn? null: the position is not there. */
function warnings(percent: number, distances: readonly (LiquidationDistance | null)[]): boolean[] {
  let warned: ReadonlySet<string> = new Set()
  return distances.map((distance) => {
    const positions = distance === null ? [] : [{ tradeId: '7', distance }]
    const look = watchLiquidation(warned, positions, percent)
    warned = look.warned
    return look.near.length > 0
  })
}

describe('a position', () => {
  it('warns below the threshold and not at it, once', () => {
    expect(warnings(5, [safe(8), safe(5), safe(4.99), safe(3), safe(5), safe(4)])).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it('warns again after it was a tenth of the threshold beyond it', () => {
    expect(warnings(5, [safe(4), safe(5.49), safe(4)])).toEqual([true, false, false])
    expect(warnings(5, [safe(4), safe(5.5), safe(4)])).toEqual([true, false, true])
  })

  it('warns at the first look, and when the price has crossed its liquidation', () => {
    expect(warnings(5, [safe(-2)])).toEqual([true])
  })

  it('neither warns nor is armed by a distance that is not known', () => {
    expect(warnings(5, [unknown, safe(4), unknown, safe(4)])).toEqual([false, true, false, false])
    expect(warnings(5, [{ state: 'none' }])).toEqual([false])
  })

  it('that is gone is forgotten', () => {
    expect(warnings(5, [safe(4), null, safe(4)])).toEqual([true, false, true])
  })

  it('warns by itself', () => {
    const both = [
      { tradeId: '7', distance: safe(4) },
      { tradeId: '8', distance: safe(3) },
    ]
    expect(watchLiquidation(new Set(['7']), both, 5)).toEqual({ warned: new Set(['7', '8']), near: ['8'] })
  })

  it('follows another threshold', () => {
    const held = [{ tradeId: '7', distance: safe(4) }]
    expect(watchLiquidation(new Set(), held, 3).near).toEqual([])
    expect(watchLiquidation(new Set(['7']), held, 3).warned.size).toBe(0)
  })

  it('whatever the price does, warns only below the threshold, and between two warnings it was far from it', () => {
    const distance = fc.oneof(fc.double({ min: -5, max: 20, noNaN: true }).map(safe), fc.constant(unknown))
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.array(distance), (percent, distances) => {
        let armed = true
        for (const [index, warns] of warnings(percent, distances).entries()) {
          const at = distances[index]
          const known = at !== undefined && 'percent' in at ? at.percent : null
          expect(warns).toBe(armed && known !== null && known < percent)
          if (warns) armed = false
          else if (known !== null && known >= percent * 1.1) armed = true
        }
      }),
    )
  })
})
