import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToCandles, candleSlots, emptyCandles } from './candles'
import { barOf } from './price-bar'
import type { Match } from './tape'
import { anyTape, match } from './test-kit'

const MINUTE = 60_000
const build = (matches: readonly Match[], intervalMs = MINUTE, limit = 1000) =>
  addToCandles(emptyCandles(intervalMs, limit), matches)
const anyInterval = fc.constantFrom(1000, 5000, MINUTE)

describe('candles', () => {
  it('hold the matches of their interval, its beginning included and its end not', () => {
    const [a, b, c] = [
      match({ timeMs: 60_000, price: 5, size: 1 }),
      match({ timeMs: 119_999, price: 4, size: 2 }),
      match({ timeMs: 120_000, price: 6, size: 3 }),
    ]
    const sides = { buyUsd: 0, sellUsd: 0 }
    const places = (oldest: Match, newest: Match) => ({ oldest: barOf(oldest).oldest, newest: barOf(newest).newest })
    expect(build([c, b, a]).candles).toEqual([
      { ...sides, startMs: 60_000, ...places(a, b), high: 5, low: 4, size: 3, valueUsd: 13, trades: 2 },
      { ...sides, startMs: 120_000, ...places(c, c), high: 6, low: 6, size: 3, valueUsd: 18, trades: 1 },
    ])
  })

  it('are the same whatever the order and the pieces in which the matches come', () => {
    const shuffled = anyTape.chain((tape) =>
      fc.tuple(
        fc.constant(tape),
        fc.shuffledSubarray(tape, { minLength: tape.length, maxLength: tape.length }),
        fc.nat(tape.length),
      ),
    )
    fc.assert(
      fc.property(shuffled, anyInterval, ([tape, other, cut], intervalMs) => {
        const pieces = addToCandles(build(other.slice(0, cut), intervalMs), other.slice(cut))
        expect(pieces).toEqual(build(tape, intervalMs))
      }),
    )
  })

  it('lose no size, no value and no trade, and rise in time', () => {
    fc.assert(
      fc.property(anyTape, anyInterval, (tape, intervalMs) => {
        const { candles } = build(tape, intervalMs)
        const sum = (of: (each: { size: number; price: number }) => number) =>
          tape.reduce((total, each) => total + of(each), 0)
        expect(candles.reduce((total, { size }) => total + size, 0)).toBe(sum(({ size }) => size))
        expect(candles.reduce((total, { valueUsd }) => total + valueUsd, 0)).toBe(sum((m) => m.size * m.price))
        expect(candles.reduce((total, { trades }) => total + trades, 0)).toBe(tape.length)
        const starts = candles.map(({ startMs }) => startMs)
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
        for (const { startMs, oldest, newest, low, high } of candles) {
          expect(startMs % intervalMs).toBe(0)
          for (const { timeMs, price } of [oldest, newest]) {
            expect(Math.floor(timeMs / intervalMs) * intervalMs).toBe(startMs)
            expect(price).toBeGreaterThanOrEqual(low)
            expect(price).toBeLessThanOrEqual(high)
          }
        }
      }),
    )
  })

  it('leave the series as it was, and give it back where there is no news', () => {
    const series = build([match({ timeMs: 60_000 })])
    Object.freeze(series.candles)
    expect(addToCandles(series, [])).toBe(series)
    addToCandles(series, [match({ timeMs: 60_001 })])
    expect(series.candles[0]?.trades).toBe(1)
  })

  it('beyond the limit go, and a late match does not bring a part of one back', () => {
    const series = build(
      [1, 2, 3].map((minute) => match({ timeMs: minute * MINUTE })),
      MINUTE,
      2,
    )
    expect(series.candles.map(({ startMs }) => startMs)).toEqual([2 * MINUTE, 3 * MINUTE])
    expect(series.cut).toBe(true)
    const later = addToCandles(series, [match({ timeMs: MINUTE + 1 }), match({ timeMs: 2 * MINUTE + 1 })])
    expect(later.candles.map(({ startMs, trades }) => [startMs, trades])).toEqual([
      [2 * MINUTE, 2],
      [3 * MINUTE, 1],
    ])
  })
})

describe('the slots of a chart', () => {
  const at = (minute: number) => match({ timeMs: minute * MINUTE + 1000 })
  const told = (slots: ReturnType<typeof candleSlots>) =>
    slots.map(({ startMs, candle, partial }) => [startMs / MINUTE, candle?.trades ?? null, partial])

  it('tell a quiet interval from one that nobody saw, and invent no candle for either', () => {
    const gaps = [{ fromMs: 4 * MINUTE + 30_000, toMs: 6 * MINUTE + 10_000 }]
    expect(told(candleSlots(build([at(1), at(3), at(4), at(6), at(7)]), gaps, 100))).toEqual([
      [1, 1, true],
      [2, null, false],
      [3, 1, false],
      [4, 1, true],
      [5, null, true],
      [6, 1, true],
      [7, 1, false],
    ])
  })

  it('begin with a candle that may be cut, unless older ones have gone', () => {
    const matches = [1, 2, 3].map(at)
    expect(told(candleSlots(build(matches), [], 100))[0]).toEqual([1, 1, true])
    expect(told(candleSlots(build(matches, MINUTE, 2), [], 100))[0]).toEqual([2, 1, false])
  })

  it('are the newest up to the limit, however far apart two trades are', () => {
    const slots = told(candleSlots(build([at(1), at(1_000_000)]), [], 3))
    expect(slots).toEqual([
      [999_998, null, false],
      [999_999, null, false],
      [1_000_000, 1, false],
    ])
    expect(candleSlots(emptyCandles(MINUTE, 10), [], 3)).toEqual([])
  })

  it('hold every candle of the series once, evenly spaced', () => {
    fc.assert(
      fc.property(anyTape, anyInterval, (tape, intervalMs) => {
        const series = build(tape, intervalMs)
        const slots = candleSlots(series, [], 10_000)
        expect(slots.flatMap(({ candle }) => candle ?? [])).toEqual(series.candles)
        slots.forEach(({ startMs }, index) => {
          expect(startMs).toBe((series.candles[0]?.startMs ?? 0) + index * intervalMs)
        })
      }),
    )
  })
})
