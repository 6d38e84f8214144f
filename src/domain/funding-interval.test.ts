import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingTimeMs, HOUR_MS, inferFundingInterval, nextFunding } from './funding-interval'

const NOON = 1_747_396_800_000
/** Seen in separate visits. */
const apart = (...hours: readonly number[]) => hours.map((hour) => ({ timeMs: NOON + hour * HOUR_MS, gapMs: null }))
/** Seen one after the other without a break. */
const inARow = (...hours: readonly number[]) =>
  hours.map((hour, index) => {
    const before = hours[index - 1]
    return { timeMs: NOON + hour * HOUR_MS, gapMs: before === undefined ? null : (hour - before) * HOUR_MS }
  })
const times = (timesMs: readonly number[]) => timesMs.map((timeMs) => ({ timeMs, gapMs: null }))

describe('the funding period', () => {
  it.each([
    ['each hour', inARow(0, 1, 2), 1],
    ['every four hours', inARow(0, 4, 8), 4],
    ['every eight hours, one unseen', [...inARow(0, 8), ...apart(24)], 8],
    ['with gaps of which the hour alone is a part', apart(0, 2, 5), 1],
    ['an hour apart, in two visits', apart(7, 8), 1],
    ['two hours apart, then one', inARow(0, 2, 3), 1],
    ['every three hours, of which the hour is a part', inARow(0, 3, 6), 1],
    ['every 30 minutes, which is no usual period', apart(0, 0.5, 1), 0.5],
    ['once a day', inARow(0, 24), 24],
  ])('is inferred: %s', (_what, moments, hours) => {
    expect(inferFundingInterval(moments)).toEqual({ intervalMs: hours * HOUR_MS, times: moments.length })
  })

  it('is not known before two different times are', () => {
    expect(inferFundingInterval([])).toBeNull()
    expect(inferFundingInterval(times([NOON]))).toBeNull()
    expect(inferFundingInterval(times([NOON, NOON, NOON]))).toBeNull()
  })

  it('is not known from two visits alone: there may have been fundings between them that nobody saw', () => {
    expect(inferFundingInterval(apart(0, 24))).toBeNull()
    expect(inferFundingInterval(apart(0, 24, 32))).toBeNull()
    expect(inferFundingInterval([...apart(0), ...inARow(24, 32)])?.intervalMs).toBe(8 * HOUR_MS)
  })

  it('takes transactions a little after their hour as on it', () => {
    const late = times([NOON + 2000, NOON + HOUR_MS, NOON + 2 * HOUR_MS + 45_000])
    expect(inferFundingInterval(late)).toEqual({ intervalMs: HOUR_MS, times: 3 })
  })

  it('takes a run of news on one funding as one time, however long the run', () => {
    const news = Array.from({ length: 500 }, (_, index) => NOON + index * 5000)
    expect(inferFundingInterval(times(news))).toBeNull()
    expect(inferFundingInterval(times([...news, NOON + HOUR_MS]))?.times).toBe(2)
  })

  it('does not mind order and repeats, and is the true one or nothing where two neighbours were seen', () => {
    const anyPeriod = fc.constantFrom(1, 2, 4, 8, 12, 24)
    const anyCounts = fc.uniqueArray(fc.nat(50), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(anyPeriod, anyCounts, fc.nat(59_000), (hours, counts, jitter) => {
        const timeOf = (count: number) => NOON + count * hours * HOUR_MS + ((count * jitter) % 60_000)
        const moments = counts.map((count) => ({
          timeMs: timeOf(count),
          gapMs: counts.includes(count - 1) ? timeOf(count) - timeOf(count - 1) : null,
        }))
        const inferred = inferFundingInterval(moments)
        expect(inferFundingInterval([...moments.toReversed(), ...moments])).toEqual(inferred)
        if (inferred !== null) expect(inferred).toEqual({ intervalMs: hours * HOUR_MS, times: counts.length })
        if (moments.some(({ gapMs }) => gapMs !== null)) expect(inferred).not.toBeNull()
      }),
    )
  })

  it('rests on the funding’s own time, else on that of its transaction', () => {
    const rate = { marketId: '14', rate: 0, fundingMs: null, updatedMs: 1, transactionMs: NOON, version: null }
    expect(fundingTimeMs(rate)).toBe(NOON)
    expect(fundingTimeMs({ ...rate, fundingMs: NOON - HOUR_MS })).toBe(NOON - HOUR_MS)
    expect(fundingTimeMs({ ...rate, transactionMs: null })).toBeNull()
  })
})

describe('the next funding', () => {
  it('is one period after the known one', () => {
    expect(nextFunding(NOON, HOUR_MS, NOON + 60_000)).toEqual({ atMs: NOON + HOUR_MS, inMs: HOUR_MS - 60_000 })
    expect(nextFunding(NOON, HOUR_MS, NOON)).toEqual({ atMs: NOON + HOUR_MS, inMs: HOUR_MS })
  })

  it('is due, and not the one after it, until the exchange has told of it', () => {
    expect(nextFunding(NOON, HOUR_MS, NOON + HOUR_MS)).toEqual({ atMs: NOON + HOUR_MS, inMs: 0 })
    expect(nextFunding(NOON, HOUR_MS, NOON + 3 * HOUR_MS)).toEqual({ atMs: NOON + HOUR_MS, inMs: -2 * HOUR_MS })
  })

  it('is the known one itself where that is still to come', () => {
    expect(nextFunding(NOON, HOUR_MS, NOON - 1000)).toEqual({ atMs: NOON, inMs: 1000 })
  })

  it('is one period ahead at most, unless the known one is farther, and agrees with itself', () => {
    const anyTime = fc.integer({ min: 0, max: 1e13 })
    fc.assert(
      fc.property(anyTime, anyTime, fc.integer({ min: 1, max: 1e8 }), (knownMs, nowMs, intervalMs) => {
        const { atMs, inMs } = nextFunding(knownMs, intervalMs, nowMs)
        expect(inMs).toBeLessThanOrEqual(Math.max(intervalMs, knownMs - nowMs))
        expect((atMs - knownMs) % intervalMs).toBe(0)
        expect(atMs - nowMs).toBe(inMs)
      }),
    )
  })
})
