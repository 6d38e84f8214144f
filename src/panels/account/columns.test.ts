import { describe, expect, it } from 'vitest'
import type { Position } from '../../domain/account'
import { EMPTY_ACCOUNT } from '../../store/account-slice'
import { exactly } from './columns'
import { createDecimalsFor } from './market-decimals'

const NETWORK = { id: 'n', label: 'N', restUrl: '', wsUrl: '', chain: null, markets: [] }
const POSITION: Position = {
  address: '0x1',
  marketId: '14',
  tradeId: '1',
  side: 'long',
  size: 1.5,
  entryPrice: 6.05,
  liquidationPrice: 8.853658536585366,
  marginUsd: 1,
  valueUsd: 1,
  leverage: 2,
  stopLoss: null,
  takeProfit: null,
  updatedMs: null,
}

describe('a price in the account tables', () => {
  it('is never rounded because its market’s decimals are not known', () => {
    expect(exactly(6.05, 0)).toBe('6.05')
    expect(exactly(5.8765, 0)).toBe('5.8765')
    expect(exactly(8.853658536585366, 0)).toBe('8.85366')
    expect(exactly(0.000012345678, 0)).toBe('0.0000123457')
  })

  it('has the market’s decimals where it needs no more, and one beyond them where an average does', () => {
    expect(exactly(6.05, 3)).toBe('6.050')
    expect(exactly(99_700.427843, 1)).toBe('99,700.43')
    expect(exactly(0, 3)).toBe('0.000')
  })
})

describe('decimals of a market that is not on show', () => {
  it('are learnt from limit orders, TP and SL, and not from averages', () => {
    const decimalsFor = createDecimalsFor(NETWORK, { ...EMPTY_ACCOUNT, positions: [POSITION] }, undefined)
    expect(decimalsFor('14')).toEqual({ price: 0, size: 1 })
    const protectedAt = { ...POSITION, takeProfit: 5.8765 }
    expect(createDecimalsFor(NETWORK, { ...EMPTY_ACCOUNT, positions: [protectedAt] }, undefined)('14').price).toBe(4)
  })
})
