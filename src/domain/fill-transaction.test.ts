import { describe, expect, it } from 'vitest'
import { fillTransaction, tapeTransactions } from './fill-transaction'
import type { TradeLeg } from './tape'
import { fill } from './test-kit'

const TIME = 1_739_788_459_000
const leg = (fields: Partial<TradeLeg> = {}): TradeLeg => ({
  key: 'leg',
  address: '0xa',
  marketId: '396',
  price: 6.05,
  size: 1,
  valueUsd: null,
  feeUsd: null,
  pnlUsd: null,
  leverage: null,
  orderType: null,
  timeMs: TIME,
  tradeId: '77',
  version: '6704413443',
  ...fields,
})
const own = fill({ tradeId: '77', price: 6.05, size: 1, timeMs: TIME })

describe('the transaction of a fill', () => {
  it('is that of the tape’s leg that agrees in trade id, price, size and time', () => {
    expect(fillTransaction(own, tapeTransactions([leg({ tradeId: '78', version: '1' }), leg()]))).toBe('6704413443')
  })

  it.each([
    ['trade id', { tradeId: '78' }],
    ['market', { marketId: '14' }],
    ['price', { price: 6.051 }],
    ['size', { size: 2 }],
    ['time', { timeMs: TIME + 1000 }],
  ])('is not that of a leg with another %s', (_what, fields) => {
    expect(fillTransaction(own, tapeTransactions([leg(fields)]))).toBeNull()
  })

  it('is not claimed where two transactions agree with it', () => {
    expect(fillTransaction(own, tapeTransactions([leg(), leg()]))).toBe('6704413443')
    expect(fillTransaction(own, tapeTransactions([leg(), leg({ version: '9' }), leg()]))).toBeNull()
  })

  it('is the fill’s own where its row carries one', () => {
    expect(fillTransaction({ ...own, version: '5' }, tapeTransactions([leg()]))).toBe('5')
  })
})
