import { describe, expect, it } from 'vitest'
import openOrdersText from './fixtures/open_orders.json?raw'
import positionsText from './fixtures/positions.json?raw'
import { ACCOUNT, accountSubject, decodeRows, reasonsOf, rowsOf, updateOf } from './test-kit'

describe('positions', () => {
  const [position = {}] = rowsOf(positionsText)

  it.each(['0', 0, '0.000'])(
    'of size %j are closed ones: absent without a word, whatever else their rows say',
    (size) => {
      const closed = { ...position, trade_id: '1', size, entry_price: '0', liq_price: null, margin: null, leverage: '' }
      const decoded = decodeRows('positions', [closed, position], ACCOUNT)
      expect(updateOf('positions', decoded).rows).toHaveLength(1)
      expect(decoded.lostCount).toBe(0)
    },
  )

  it('all closed are none, and that is confirmed', () => {
    const decoded = decodeRows('positions', [{ ...position, size: '0' }], ACCOUNT)
    expect(decoded).toEqual({ ok: true, update: { topic: 'positions', rows: [] }, lostCount: 0, lost: [] })
  })

  it('closed ones beside one that cannot be read make no empty list: that one may be open', () => {
    const rows = [
      { ...position, size: '0' },
      { ...position, size: 'NaN' },
    ]
    expect(decodeRows('positions', rows, ACCOUNT)).toMatchObject({ ok: false, topic: 'positions', lostCount: 1 })
    expect(decodeRows('positions', [...rows, position], ACCOUNT)).toMatchObject({ ok: true, lostCount: 1 })
  })

  it('closed ones of another account are those of another account', () => {
    const foreign = decodeRows('positions', [{ ...position, size: '0' }], accountSubject('0xabc'))
    expect(foreign).toMatchObject({ ok: false, lost: [{ reason: 'foreign-account' }] })
  })
})

describe('resting orders', () => {
  it('of price 0 are set aside, and no empty list is made of them', () => {
    const decoded = decodeRows('open_orders', [{ ...rowsOf(openOrdersText)[0], price: '0' }], ACCOUNT)
    expect(decoded).toMatchObject({ ok: false, topic: 'open_orders' })
    expect(reasonsOf(decoded)).toEqual(['row: open_orders: price is "0"'])
  })
})
