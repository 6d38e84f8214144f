import { describe, expect, it } from 'vitest'
import type { Position } from '../../domain/account'
import { decimalsOfPositions, exactly, joined } from './use-decimals'

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

describe('decimals of a market', () => {
  it('are learnt from TP and SL of a position, and not from its averages', () => {
    expect(decimalsOfPositions([POSITION]).get('14')).toEqual({ price: 0, size: 1 })
    expect(decimalsOfPositions([{ ...POSITION, takeProfit: 5.8765 }]).get('14')?.price).toBe(4)
  })

  it('are the most that the table and any of the sources tell', () => {
    const [book, own] = [new Map([['14', { price: 3, size: 0 }]]), decimalsOfPositions([POSITION])]
    expect(joined(undefined, [book, own], '14')).toEqual({ price: 3, size: 1 })
    expect(joined({ price: 4, size: 0 }, [book, own], '14')).toEqual({ price: 4, size: 1 })
    expect(joined(undefined, [book, own], '15')).toEqual({ price: 0, size: 0 })
  })
})
