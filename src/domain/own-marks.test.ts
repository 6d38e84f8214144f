import { describe, expect, it } from 'vitest'
import type { OpenOrder, Position } from './account'
import { makeOrderId } from './order-id'
import { ownMarks } from './own-marks'

const position: Position = {
  address: '0x1',
  marketId: '14',
  tradeId: '7',
  side: 'short',
  size: 2,
  entryPrice: 5.5,
  liquidationPrice: 7.1,
  marginUsd: null,
  valueUsd: null,
  leverage: null,
  stopLoss: null,
  takeProfit: 4.9,
  updatedMs: null,
}

const order: OpenOrder = {
  address: '0x1',
  marketId: '14',
  orderId: makeOrderId(9n, { side: 'bid', integerPrice: 5200 }),
  tradeId: null,
  orderType: null,
  price: 5.2,
  totalSize: 3,
  remainingSize: 1,
  valueUsd: null,
  leverage: null,
  createdMs: null,
  updatedMs: null,
}

describe('own marks', () => {
  it('are the prices of positions and what remains of orders', () => {
    expect(ownMarks([position], [order], '14')).toEqual([
      { key: 'entry 7', kind: 'entry', price: 5.5, size: 2, side: 'short' },
      { key: 'liquidation 7', kind: 'liquidation', price: 7.1, size: 2, side: 'short' },
      { key: 'take-profit 7', kind: 'take-profit', price: 4.9, size: 2, side: 'short' },
      { key: `order ${order.orderId}`, kind: 'order', price: 5.2, size: 1, side: 'bid' },
    ])
  })

  it('of another market, or of a price that is not set, are none', () => {
    expect(ownMarks([position], [order], '15')).toEqual([])
    const unset = { ...position, liquidationPrice: 0, takeProfit: null }
    expect(ownMarks([unset], [], '14').map(({ kind }) => kind)).toEqual(['entry'])
  })

  it('tell the side that an order rests on by its id', () => {
    const resting = { ...order, orderId: makeOrderId(3n, { side: 'ask', integerPrice: 5200 }) }
    const never = { ...order, orderId: makeOrderId(4n, null) }
    expect(ownMarks([], [resting, never], '14').map(({ side }) => side)).toEqual(['ask', null])
  })
})
