import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToCandles, emptyCandles } from './candles'
import { takerFlow } from './taker-flow'
import type { Match } from './tape'
import { anyTape, match } from './test-kit'

const seconds = (tape: readonly Match[], limit = 1000) => addToCandles(emptyCandles(1000, limit), tape)

describe('the flow of takers', () => {
  const tape = [
    match({ timeMs: 5000, price: 10, size: 3, takerSide: 'buy' }),
    match({ timeMs: 4000, price: 10, size: 1, takerSide: 'sell' }),
    match({ timeMs: 3000, price: 10, size: 7, takerSide: null }),
    match({ timeMs: 1000, price: 10, size: 100, takerSide: 'sell' }),
  ]
  const flow = (fromMs: number, gaps: Parameters<typeof takerFlow>[1] = []) => takerFlow(seconds(tape), gaps, fromMs)

  it('sums what was bought, sold, and taken by nobody knows whom', () => {
    expect(flow(3000)).toEqual({
      buyUsd: 30,
      sellUsd: 10,
      unknownUsd: 70,
      buyShare: 0.75,
      trades: 3,
      sinceMs: 3000,
      whole: true,
      gapped: false,
    })
  })

  it('counts the whole second in which its moment lies', () => {
    expect(flow(3999)).toEqual(flow(3000))
  })

  it('says from when on it counts where less was seen', () => {
    expect(flow(1000)).toMatchObject({ trades: 4, sinceMs: 1000, whole: false })
    expect(flow(500)).toMatchObject({ trades: 4, sinceMs: 1000, whole: false })
    expect(takerFlow(seconds(tape, 2), [], 0)).toMatchObject({ trades: 2, sinceMs: 4000, whole: false })
  })

  it('says that a part was not seen', () => {
    expect(flow(3000, [{ fromMs: 1000, toMs: 2000 }])).toMatchObject({ gapped: false })
    expect(flow(3000, [{ fromMs: 1000, toMs: 3500 }])).toMatchObject({ gapped: true })
    expect(flow(3000, [{ fromMs: 5000, toMs: null }])).toMatchObject({ gapped: true })
  })

  it('has no share where no side is known, and is not known at all without a trade', () => {
    expect(takerFlow(seconds([match({ takerSide: null })]), [], 0)?.buyShare).toBeNull()
    expect(flow(6000)).toMatchObject({ buyUsd: 0, sellUsd: 0, buyShare: null, trades: 0, whole: true })
    expect(takerFlow(seconds([]), [], 0)).toBeNull()
  })

  it('makes no trade of an unknown side out of float dust', () => {
    const dusty = [0.17, 0.29, 0.31, 0.47, 1.9].map((size, index) =>
      match({ price: 5.503, size, takerSide: index % 2 === 0 ? 'buy' : 'sell' }),
    )
    const [candle] = seconds(dusty).candles
    expect(candle && candle.valueUsd - candle.buyUsd - candle.sellUsd).not.toBe(0)
    expect(takerFlow(seconds(dusty), [], 0)?.unknownUsd).toBe(0)
  })

  it('leaves out no trade since then and counts none before', () => {
    fc.assert(
      fc.property(anyTape, fc.nat(45), (any, second) => {
        const fromMs = 1_746_177_750_000 + second * 1000
        const since = any.filter(({ timeMs }) => timeMs >= fromMs)
        const sums = takerFlow(seconds(any), [], fromMs)
        fc.pre(sums !== null)
        const value = since.reduce((sum, { price, size }) => sum + price * size, 0)
        expect((sums?.buyUsd ?? 0) + (sums?.sellUsd ?? 0) + (sums?.unknownUsd ?? 0)).toBe(value)
        expect(sums?.trades).toBe(since.length)
        expect(sums?.whole).toBe(since.length < any.length)
      }),
    )
  })
})
