import { describe, expect, it } from 'vitest'
import { createLagMeter, createLagWatch, newestMs } from './lag'

const at = (ms: number) => ({ mono: ms, wall: 1_700_000_000_000 + ms })
/** The server's time `ms` after the start, on a clock that is `offset` behind the reader's. */
const server = (ms: number, offset = 0) => 1_700_000_000_000 + ms - offset

describe('lag', () => {
  it('says nothing of the first list, which may be of any age', () => {
    expect(createLagMeter()(server(-3_600_000), at(0))).toBeNull()
  })

  it('says nothing of a message whose newest time did not advance', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(1000), at(9000))).toBeNull()
    expect(measure(server(500), at(9000))).toBeNull()
    expect(measure(null, at(9000))).toBeNull()
  })

  it('is nought while messages come as fast as ever, whatever the reader’s clock says', () => {
    const measure = createLagMeter()
    measure(server(0, 90_000), at(0))
    for (let ms = 1000; ms <= 60_000; ms += 1000) {
      expect(measure(server(ms, 90_000), at(ms))).toEqual({ lagMs: 0, offsetMs: 90_000 })
    }
  })

  it('shows a stalled stream that comes in a burst', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1100))
    expect(measure(server(2000), at(9100))?.lagMs).toBe(7000)
    expect(measure(server(9000), at(9100))?.lagMs).toBe(0)
  })

  it('forgets the smallest difference after ten minutes', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(60_000), at(68_000))?.lagMs).toBe(8000)
    expect(measure(server(640_000), at(648_000))?.lagMs).toBe(0)
  })
})

describe('what is no lag', () => {
  it('a list that was asked for, which may be of any age; what comes after it is measured against it', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(2000), at(20_000), true)).toBeNull()
    expect(measure(server(2000), at(21_000))).toBeNull()
    expect(measure(server(22_000), at(22_000))?.lagMs).toBe(0)
  })

  it.each([3_600_000, -3_600_000])('a clock that is set by %d ms', (set) => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    const after = { mono: 2000, wall: at(2000).wall + set }
    expect(measure(server(2000), after)).toEqual({ lagMs: 0, offsetMs: set })
  })

  it('sleep, in which the steady clock stands still', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    const woken = (ms: number) => ({ mono: ms, wall: at(ms).wall + 3_600_000 })
    expect(measure(server(3_602_000), woken(2000))?.lagMs).toBe(0)
    expect(measure(server(3_603_000), woken(3000))).toEqual({ lagMs: 0, offsetMs: 0 })
  })

  it('a market in which nothing happened for longer than is remembered', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(3_600_000), at(3_601_000))?.lagMs).toBe(0)
  })

  it('a slow market, whose every message is as quick as ever', () => {
    const measure = createLagMeter()
    measure(server(0), at(0))
    for (let minute = 1; minute < 60; minute += 1) {
      expect(measure(server(minute * 60_000), at(minute * 60_000 + 300))?.lagMs).toBe(0)
    }
  })
})

describe("a subject's lag", () => {
  const trades = (timeMs: number) => ({
    topic: 'recent_trades' as const,
    legs: [
      {
        key: '',
        address: null,
        marketId: '14',
        price: 1,
        size: 1,
        valueUsd: null,
        feeUsd: null,
        pnlUsd: null,
        leverage: null,
        orderType: null,
        timeMs,
        tradeId: '1',
        version: '1',
      },
    ],
  })
  const book = (updatedMs: number) => ({
    topic: 'orderbook' as const,
    book: { bids: [{ price: 1, size: 1, updatedMs }], asks: [] },
  })

  it('is measured topic by topic: what one brings says nothing of the others', () => {
    const measure = createLagWatch()
    measure(book(server(0)), at(0), true)
    measure(book(server(1000)), at(1000), false)
    expect(measure(trades(server(500)), at(2000), false)).toBeNull()
    expect(measure(trades(server(1000)), at(9000), false)?.lagMs).toBe(0)
    expect(measure(book(server(2000)), at(9000), false)?.lagMs).toBe(7000)
  })
})

describe('the newest moment of a message', () => {
  it('is the latest of its rows, and null for none', () => {
    const level = (updatedMs: number | null) => ({ price: 1, size: 1, updatedMs })
    expect(newestMs({ topic: 'orderbook', book: { bids: [level(5), level(null)], asks: [level(9)] } })).toBe(9)
    expect(newestMs({ topic: 'positions', rows: [] })).toBeNull()
  })
})
