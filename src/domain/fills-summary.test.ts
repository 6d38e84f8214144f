import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTotals } from './fills-summary'
import { fill } from './test-kit'

const opening = fill({ price: 100, size: 2, feeUsd: 0.1, pnlUsd: 0 })
const closing = fill({ price: 110, size: 2, feeUsd: 0.11, pnlUsd: 19.89 })

describe('the totals of fills', () => {
  it('take a closing fill’s pnl as net of its fee, and an opening fill’s fee as still to pay', () => {
    expect(fillTotals([closing, opening])).toEqual({
      count: 2,
      volumeUsd: 420,
      feesUsd: { total: 0.21000000000000002, known: 2, all: 2 },
      realisedUsd: { total: 19.89, known: 2, all: 2 },
      beforeFeesUsd: { total: 20, known: 2, all: 2 },
      netUsd: { total: 19.79, known: 2, all: 2 },
    })
  })

  it('give the documented closing fill its gain before the fee: −0.003 × 11.851', () => {
    const sample = fill({ price: 5.518, size: 11.851, feeUsd: 0.032696909, pnlUsd: -0.068249909 })
    expect(fillTotals([sample]).beforeFeesUsd.total).toBeCloseTo(-0.003 * 11.851, 12)
    expect(fillTotals([sample]).netUsd.total).toBe(-0.068249909)
  })

  it('say of how many fills each is known', () => {
    const rows = [closing, fill({ pnlUsd: null, feeUsd: 1 }), fill({ pnlUsd: 5, feeUsd: null }), fill({ feeUsd: null })]
    expect(fillTotals(rows)).toMatchObject({
      feesUsd: { total: 1.11, known: 2, all: 4 },
      realisedUsd: { total: 24.89, known: 3, all: 4 },
      beforeFeesUsd: { total: 20, known: 2, all: 4 },
      netUsd: { total: 24.89, known: 2, all: 4 },
    })
  })

  it('of no fill are not known, but for count and volume', () => {
    expect(fillTotals([])).toMatchObject({ count: 0, volumeUsd: 0, netUsd: { total: null, known: 0, all: 0 } })
  })

  it('net is always before fees less all fees', () => {
    const cents = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.nat(100))), (rows) => {
        const totals = fillTotals(rows.map(([pnlUsd, feeUsd]) => fill({ pnlUsd, feeUsd })))
        const { netUsd, beforeFeesUsd, feesUsd } = totals
        expect(netUsd.total ?? 0).toBe((beforeFeesUsd.total ?? 0) - (feesUsd.total ?? 0))
      }),
    )
  })
})
