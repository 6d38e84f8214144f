import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLagMeter, createLagWatch, newestMs } from './lag'
import type { Stamp } from './time'

const at = (ms: number) => ({ mono: ms, wall: 1_700_000_000_000 + ms })
/** The server's time `ms` after the start, on a clock that is `offset` behind the reader's. */
const server = (ms: number, offset = 0) => 1_700_000_000_000 + ms - offset

/** A meter of messages that hold rows of these times. */
function meter() {
  const measure = createLagMeter()
  return (times: number | readonly number[], now: Stamp, asked = false) => {
    const rows = typeof times === 'number' ? [times] : times
    const newestUpTo = (limit: number) =>
      rows.reduce<number | null>((a, b) => (b > limit ? a : Math.max(a ?? b, b)), null)
    return measure(newestUpTo, now, asked)
  }
}

describe('lag', () => {
  it('says nothing of the first list, which may be of any age', () => {
    expect(meter()(server(-3_600_000), at(0))).toBeNull()
  })

  it('says nothing of a message whose newest time did not advance', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(1000), at(9000))).toBeNull()
    expect(measure(server(500), at(9000))).toBeNull()
    expect(measure([], at(9000))).toBeNull()
  })

  it.each([90_000, -90_000])(
    'is nought while messages come as fast as ever, the reader’s clock being off by %d ms',
    (off) => {
      const measure = meter()
      measure(server(0, off), at(0))
      for (let ms = 1000; ms <= 60_000; ms += 1000) {
        expect(measure(server(ms, off), at(ms))).toMatchObject({ lagMs: 0, offsetMs: off })
      }
    },
  )

  it('tells when the smallest difference was met, which is now where there was none to compare with', () => {
    const measure = meter()
    measure(server(0), at(0))
    expect(measure(server(1000), at(1000))?.sinceMono).toBe(1000)
    expect(measure(server(2000), at(9000))?.sinceMono).toBe(1000)
    expect(measure(server(9999), at(9999))?.sinceMono).toBe(1000)
    expect(measure(server(900_000), at(900_000))?.sinceMono).toBe(900_000)
  })

  it('shows a stalled stream that comes in a burst', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1100))
    expect(measure(server(2000), at(9100))?.lagMs).toBe(7000)
    expect(measure(server(9000), at(9100))?.lagMs).toBe(0)
  })

  it('forgets the smallest difference after ten minutes', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(60_000), at(68_000))?.lagMs).toBe(8000)
    expect(measure(server(640_000), at(648_000))?.lagMs).toBe(0)
  })
})

describe('what is no lag', () => {
  it('a list that was asked for, which may be of any age; what comes after it is measured against it', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(2000), at(20_000), true)).toBeNull()
    expect(measure(server(2000), at(21_000))).toBeNull()
    expect(measure(server(22_000), at(22_000))?.lagMs).toBe(0)
  })

  it.each([3_600_000, -3_600_000])('a clock that is set by %d ms', (set) => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    const after = { mono: 2000, wall: at(2000).wall + set }
    expect(measure(server(2000), after)).toMatchObject({ lagMs: 0, offsetMs: set })
  })

  it('sleep, in which the steady clock stands still: the second message after it confirms the jump', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    const woken = (ms: number) => ({ mono: ms, wall: at(ms).wall + 3_600_000 })
    expect(measure(server(3_602_000), woken(2000))).toBeNull()
    expect(measure(server(3_603_000), woken(3000))).toEqual({ lagMs: 0, offsetMs: 0, sinceMono: 3000 })
    expect(measure(server(3_604_000), woken(12_000))?.lagMs).toBe(8000)
  })

  it('a market in which nothing happened for longer than is remembered', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    expect(measure(server(3_600_000), at(3_601_000))?.lagMs).toBe(0)
  })

  it('a slow market, whose every message is as quick as ever', () => {
    const measure = meter()
    measure(server(0), at(0))
    for (let minute = 1; minute < 60; minute += 1) {
      expect(measure(server(minute * 60_000), at(minute * 60_000 + 300))?.lagMs).toBe(0)
    }
  })
})

describe('a time that lies ahead of all that is known', () => {
  const HOUR = 3_600_000

  it('is not believed of one row, however often it is repeated: the rows beside it are measured', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    const odd = server(HOUR)
    expect(measure([server(2000), odd], at(2000))).toMatchObject({ lagMs: 0, offsetMs: 0 })
    expect(measure([server(3000), odd], at(11_000))).toMatchObject({ lagMs: 8000, offsetMs: 0 })
    expect(measure(server(12_000), at(12_000))).toMatchObject({ lagMs: 0, offsetMs: 0 })
  })

  it('is not believed of the first list either', () => {
    const measure = meter()
    measure([server(0), server(HOUR)], at(0), true)
    expect(measure([server(1000), server(HOUR)], at(1000))).toMatchObject({ lagMs: 0, offsetMs: 0 })
  })

  it('is believed when the next message confirms it by a later one', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    measure(server(HOUR), at(2000))
    expect(measure(server(HOUR + 1000), at(3000))).toEqual({ lagMs: 0, offsetMs: 3000 - HOUR - 1000, sinceMono: 3000 })
  })

  it('is not confirmed by another that lies ahead of it again', () => {
    const measure = meter()
    measure(server(0), at(0))
    measure(server(1000), at(1000))
    measure(server(HOUR), at(2000))
    expect(measure(server(2 * HOUR), at(3000))).toBeNull()
    expect(measure(server(4000), at(4000))).toMatchObject({ lagMs: 0, offsetMs: 0 })
  })

  it('in one row changes neither lag nor offset afterwards, whatever its size, and though its row stays', () => {
    const EVERY = 30_000
    const story = fc.record({
      delays: fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 3, maxLength: 30 }),
      ahead: fc.integer({ min: 1, max: 10_000_000_000 }),
      place: fc.nat(),
      stays: fc.boolean(),
    })
    fc.assert(
      fc.property(story, ({ delays, ahead, place, stays }) => {
        const sound = meter()
        const troubled = meter()
        const first = place % delays.length
        // Once its time has come, a row that stays is like any other.
        const odd = server(first * EVERY + 20_000 + ahead + (stays ? delays.length * EVERY : 0))
        // The first that is measured is as quick as any: a way that grows better is another story.
        for (const [index, delay] of delays.with(1, 0).entries()) {
          const sent = index * EVERY
          const isOdd = stays ? index >= first : index === first
          const expected = sound(server(sent), at(sent + delay))
          const told = troubled(isOdd ? [server(sent), odd] : server(sent), at(sent + delay))
          if (index <= first) continue
          expect(told === null).toBe(expected === null)
          // By a second it may be ahead of all before it: the server counts in seconds.
          expect(Math.abs((told?.lagMs ?? 0) - (expected?.lagMs ?? 0))).toBeLessThanOrEqual(1000)
          expect(Math.abs((told?.offsetMs ?? 0) - (expected?.offsetMs ?? 0))).toBeLessThanOrEqual(1000)
        }
      }),
    )
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

  it('passes over those beyond a limit', () => {
    const level = (updatedMs: number) => ({ price: 1, size: 1, updatedMs })
    const book = { topic: 'orderbook', book: { bids: [level(5)], asks: [level(9)] } } as const
    expect([newestMs(book, 9), newestMs(book, 8), newestMs(book, 4)]).toEqual([9, 5, null])
  })
})
