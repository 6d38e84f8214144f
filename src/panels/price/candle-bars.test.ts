import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToCandles, candleSlots, type CandleSlot, emptyCandles } from '../../domain/candles'
import type { Match } from '../../domain/tape'
import { colors as sets } from '../../ui/tokens'
import { candleBar, firstNews, unseenBar, volumeBar } from './candle-bars'

const colors = sets.dark['green-red']

const match = (second: number, price = 5, size = 1): Match => ({
  key: `${second} ${price} ${size}`,
  price,
  size,
  valueUsd: null,
  timeMs: second * 1000,
  version: '1',
  takerSide: null,
  legs: [],
})
const slotsOf = (matches: readonly Match[], limit = 100) =>
  candleSlots(addToCandles(emptyCandles(1000, 1000), matches), [], limit)

describe('a slot in the chart', () => {
  const [first, quiet, last] = slotsOf([match(1, 5), match(3, 6, 2)])
  if (first === undefined || quiet === undefined || last === undefined) throw new Error('no slots')

  it('is a candle with its volume where something was traded', () => {
    expect(candleBar(last, colors)).toEqual({ time: 3, open: 6, high: 6, low: 6, close: 6 })
    expect(volumeBar(last, colors)).toMatchObject({ time: 3, value: 2 })
  })

  it('is empty where nothing was: no candle is invented', () => {
    expect([candleBar(quiet, colors), volumeBar(quiet, colors), unseenBar(quiet)]).toEqual([
      { time: 2 },
      { time: 2 },
      { time: 2 },
    ])
  })

  it('is marked where it was seen in part', () => {
    expect(candleBar(first, colors)).toMatchObject({ borderColor: colors.warn, wickColor: colors.warn })
    expect(unseenBar(first)).toEqual({ time: 1, value: 1 })
  })
})

describe('what is news to the chart', () => {
  const before = slotsOf([match(1), match(2), match(3)])

  it('is all of it at first, and where an older slot has changed', () => {
    expect(firstNews([], before)).toBe(0)
    expect(firstNews(before, slotsOf([match(1), match(2), match(2, 6), match(3)]))).toBe(0)
    const lost = before.map((slot, index): CandleSlot => (index === 1 ? { ...slot, partial: true } : slot))
    expect(firstNews(before, lost)).toBe(0)
  })

  it('is the last slot and those behind it, as a series grows', () => {
    const series = addToCandles(emptyCandles(1000, 1000), [match(1), match(2), match(3)])
    const grown = addToCandles(series, [match(3, 6), match(5)])
    expect(firstNews(candleSlots(series, [], 100), candleSlots(grown, [], 100))).toBe(2)
    expect(firstNews(candleSlots(series, [], 3), candleSlots(grown, [], 3))).toBe(0)
    expect(firstNews(candleSlots(series, [], 4), candleSlots(grown, [], 4))).toBe(1)
  })

  it('drawn piece by piece makes the same picture as drawn at once', () => {
    const pieces = fc.array(
      fc.array(
        fc
          .record({ second: fc.nat(30), price: fc.integer({ min: 1, max: 9 }) })
          .map(({ second, price }) => match(second, price)),
        { maxLength: 6 },
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, fc.integer({ min: 2, max: 40 }), (messages, limit) => {
        let series = emptyCandles(1000, 1000)
        let drawn: readonly CandleSlot[] = []
        let picture = new Map<number, CandleSlot>()
        for (const matches of messages) {
          series = addToCandles(series, matches)
          const slots = candleSlots(series, [], limit)
          const from = firstNews(drawn, slots)
          if (from === 0) picture = new Map()
          for (const slot of slots.slice(from)) picture.set(slot.startMs, slot)
          drawn = slots
        }
        for (const slot of drawn) expect(picture.get(slot.startMs)).toEqual(slot)
      }),
    )
  })
})
