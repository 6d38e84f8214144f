import { expect, it } from 'vitest'
import type { Fill } from '../../domain/account'
import { keysOf } from './fill-keys'

const fill = (key: string): Fill => ({
  key,
  address: '0xa',
  marketId: '14',
  tradeId: '1',
  orderType: 1,
  price: 5,
  size: 1,
  feeUsd: 0,
  pnlUsd: 0,
  timeMs: 0,
  updatedMs: 0,
  version: null,
  orderId: null,
})

it('equal fills have keys of their own, which stay when an equal one comes in front', () => {
  const [first, second, other] = [fill('same'), fill('same'), fill('other')]
  const before = keysOf([first, other, second])
  expect([first, other, second].map(before)).toEqual(['same 1', 'other', 'same'])
  const news = fill('same')
  const after = keysOf([news, first, other, second])
  expect([news, first, other, second].map(after)).toEqual(['same 2', 'same 1', 'other', 'same'])
})
