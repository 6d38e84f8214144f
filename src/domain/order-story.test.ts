import { describe, expect, it } from 'vitest'
import { orderStory, positionStory } from './order-story'
import { fill, historyOrder, openOrder, position } from './test-kit'

const NOTHING = { orderHistory: [], openOrders: [], fills: [], positions: [] }
const order = historyOrder({ orderId: '1', key: '1', tradeId: '77', status: 'Filled' })
const [late, early] = [fill({ tradeId: '77', timeMs: 2000 }), fill({ tradeId: '77', timeMs: 1000 })]
const held = position({ tradeId: '77' })
const sibling = historyOrder({ orderId: '2', key: '2', tradeId: '77' })

describe('the story of an order', () => {
  it('has its fills, oldest first, its position and the other orders of that position', () => {
    const story = orderStory('1', {
      orderHistory: [sibling, order, historyOrder({ orderId: '3', key: '3', tradeId: '78' })],
      openOrders: [],
      fills: [late, early, fill({ tradeId: '78' })],
      positions: [position({ tradeId: '78' }), held],
    })
    expect(story).toMatchObject({
      marketId: '396',
      tradeId: '77',
      order: { orderId: '1', size: 4, told: { status: 'Filled', isMarket: false }, resting: null },
      fills: [early, late],
      fillsBy: 'position',
      position: held,
      siblings: [{ orderId: '2', told: { status: 'Open' } }],
    })
  })

  it('has the fills that name the order alone, where fills name one', () => {
    const own = fill({ tradeId: '77', orderId: '1' })
    const fills = [own, fill({ tradeId: '77', orderId: '2' }), fill({ tradeId: '77' })]
    const story = orderStory('1', { ...NOTHING, orderHistory: [order], fills })
    expect(story).toMatchObject({ fills: [own], fillsBy: 'order' })
  })

  it('leaves out fills that name another order, and rows of another market', () => {
    const fills = [fill({ tradeId: '77', orderId: '2' }), fill({ tradeId: '77', marketId: '14' })]
    const positions = [position({ tradeId: '77', marketId: '14' })]
    const story = orderStory('1', { ...NOTHING, orderHistory: [order], fills, positions })
    expect(story).toMatchObject({ fills: [], fillsBy: 'position', position: null })
  })

  it('of an open order that the history does not hold begins with the open one', () => {
    const open = openOrder({ orderId: '1', tradeId: '77' })
    const story = orderStory('1', { ...NOTHING, openOrders: [open], positions: [held] })
    expect(story).toMatchObject({
      order: { size: 4, told: null, resting: { totalSize: 4, remainingSize: 4 } },
      position: { tradeId: '77' },
    })
  })

  it('has each other order once, though both lists hold it, oldest first', () => {
    const resting = openOrder({ orderId: '2', tradeId: '77' })
    const older = openOrder({ orderId: '4', tradeId: '77', createdMs: 1 })
    const story = orderStory('1', { ...NOTHING, orderHistory: [order, sibling], openOrders: [resting, older] })
    expect(story?.siblings).toMatchObject([
      { orderId: '4', told: null, resting: {} },
      { orderId: '2', told: { status: 'Open' }, resting: {} },
    ])
  })

  it('of an order without a position has no fill and no position', () => {
    const loose = historyOrder({ orderId: '1', key: '1', tradeId: null })
    const story = orderStory('1', { ...NOTHING, orderHistory: [loose], fills: [fill()], positions: [position()] })
    expect(story).toMatchObject({ tradeId: null, fills: [], position: null, siblings: [] })
  })

  it('of an id that nobody holds is none', () => {
    expect(orderStory('9', { ...NOTHING, orderHistory: [order] })).toBeNull()
  })
})

describe('the story of a position', () => {
  it('has all its fills and orders, those that name an order too', () => {
    const named = fill({ tradeId: '77', orderId: '1', timeMs: 1500 })
    const lists = { ...NOTHING, orderHistory: [order], fills: [late, named, early], positions: [held] }
    expect(positionStory('77', '396', lists)).toMatchObject({
      marketId: '396',
      tradeId: '77',
      order: null,
      fills: [early, named, late],
      fillsBy: 'position',
      position: held,
      siblings: [{ orderId: '1', told: { status: 'Filled' } }],
    })
  })

  it('goes on when the position is closed, as long as a list holds something of it', () => {
    expect(positionStory('77', '396', { ...NOTHING, fills: [late] })).toMatchObject({ position: null, fills: [late] })
    expect(positionStory('77', '14', { ...NOTHING, fills: [late] })).toBeNull()
  })
})
