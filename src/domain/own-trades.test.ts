import { describe, expect, it } from 'vitest'
import { isOwnMatch, ownLegs } from './own-trades'
import type { TradeLeg } from './tape'
import { fill, match } from './test-kit'

const tradeId = '16509835945970048696716'
const leg = (fields: Partial<TradeLeg> = {}): TradeLeg => ({
  key: 'leg',
  address: null,
  marketId: '396',
  price: 6.05,
  size: 1,
  valueUsd: 6.05,
  feeUsd: 0.003025,
  pnlUsd: 0,
  leverage: 2,
  orderType: 2,
  timeMs: 1_739_788_459_000,
  tradeId,
  version: '2501093450',
  ...fields,
})

describe('an own trade', () => {
  it.each([
    ['as it was sent', '0xabc', '0xabc'],
    ['without its leading zeros', '0x0abc', '0xabc'],
    ['in other letters', '0xABC', '0xabc'],
  ])('is told by the address of a leg, %s', (_how, sent, own) => {
    expect(ownLegs(own, [])(leg({ address: sent }))).toBe(true)
  })

  it('is told by a fill that agrees in trade id, price, size and time, where the tape names nobody', () => {
    const isOwn = ownLegs('0xa', [fill()])
    expect(isOwn(leg())).toBe(true)
    expect(isOwn(leg({ address: '0xother' }))).toBe(true)
    expect(isOwn(leg({ price: 0.1 + 0.2 + 5.75 }))).toBe(true)
  })

  it.each([
    ['trade id', { tradeId: '7' }],
    ['price', { price: 6.051 }],
    ['size', { size: 2 }],
    ['time', { timeMs: 1_739_788_460_000 }],
  ])('is none of another %s', (_what, fields) => {
    expect(ownLegs('0xa', [fill()])(leg(fields))).toBe(false)
  })

  it('is none while no account is on show', () => {
    expect(ownLegs(null, [])(leg({ address: '0xabc' }))).toBe(false)
  })

  it('may be either leg of a match', () => {
    const isOwn = ownLegs('0xabc', [])
    expect(isOwnMatch(match({ legs: [leg(), leg({ address: '0xabc' })] }), isOwn)).toBe(true)
    expect(isOwnMatch(match({ legs: [leg(), leg()] }), isOwn)).toBe(false)
  })
})
