// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCalm, settleCalm } from './calm'
import { selectBookTop, selectMarket } from './selectors'
import type { State } from './store'
import {
  accountKey,
  accountOf,
  batchOf,
  beginStore,
  bookAt,
  leg,
  MAIN,
  marketKey,
  positions,
  refused,
  state,
  trades,
} from './test-kit'
import { useTableStore as useStanding } from './use-table-store'

const useOne = createCalm(0)
const useOther = createCalm(50)

const bestBid = (of: State) => selectBookTop(of)?.bestBid ?? null

interface Sight {
  readonly atMs: number
  readonly bid: number | null
}

/** What was seen by each, the newest last. */
const seen = { one: new Array<Sight>(), other: new Array<Sight>(), standing: new Array<Sight>() }
const STORES = { one: useOne, other: useOther, standing: useStanding }
let root: Root

function Probe({ name }: { readonly name: keyof typeof seen }) {
  const useCalm = STORES[name]
  const bid = useCalm(bestBid)
  useEffect(() => {
    seen[name].push({ atMs: performance.now(), bid })
  }, [name, bid])
  return null
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
/** A commit as the feed makes it, which waits for nobody. */
const bring = (price: number) => act(() => state().commit([batchOf(marketKey('1'), [bookAt(price)])]))
const shown = () => seen.one.at(-1)?.bid
const timesOf = (name: keyof typeof seen) => seen[name].map(({ atMs }) => atMs)

/** Sixty frames a second, each with a book. */
function frames(count: number) {
  for (let frame = 1; frame <= count; frame += 1) {
    pass(1000 / 60)
    bring(frame)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  beginStore()
  // From here on a book is nothing new.
  state().commit([batchOf(marketKey('1'), [bookAt(0.5)])])
  settleCalm()
  root = createRoot(document.createElement('div'))
  act(() =>
    root.render(
      <>
        <Probe name="one" />
        <Probe name="other" />
        <Probe name="standing" />
      </>,
    ),
  )
  // A beat of the first one begins.
  pass(1000 - (performance.now() % 1000))
  seen.one.length = 0
  seen.other.length = 0
  seen.standing.length = 0
})

afterEach(() => {
  act(() => root.unmount())
  settleCalm()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('calm figures', () => {
  it('follow at once after a pause', () => {
    bring(7)
    expect(shown()).toBe(7)
  })

  it('follow five times a second while books come in each frame', () => {
    frames(120)
    expect(seen.one.length).toBeGreaterThanOrEqual(9)
    expect(seen.one.length).toBeLessThanOrEqual(11)
  })

  it('wait with the next one, and catch up by themselves when no other comes', () => {
    bring(7)
    pass(20)
    bring(8)
    expect(shown()).toBe(7)
    pass(200)
    expect(shown()).toBe(8)
    act(useStanding.settle)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('lose nothing: whenever books come, the last is shown within a fifth of a second, and one at most in each', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 15 })
    const STEP_MS = 10
    fc.assert(
      fc.property(gaps, (steps) => {
        seen.one.length = 0
        const brought: Sight[] = []
        for (const count of steps) {
          for (let step = 0; step < count; step += 1) pass(STEP_MS)
          bring(performance.now())
          brought.push({ atMs: performance.now(), bid: bestBid(state()) })
        }
        for (let step = 0; step < 20; step += 1) pass(STEP_MS)
        expect(shown()).toBe(brought.at(-1)?.bid)
        for (const { atMs, bid } of seen.one) {
          // It is what stood in the store at that moment.
          const stood = [brought.findLast((sight) => sight.atMs < atMs), brought.find((sight) => sight.atMs === atMs)]
          expect(stood.map((sight) => sight?.bid)).toContain(bid)
        }
        for (const { atMs } of brought) {
          expect(timesOf('one').some((ms) => ms >= atMs && ms < atMs + 200 + STEP_MS)).toBe(true)
        }
        const beats = timesOf('one').map((ms) => Math.floor(ms / 200))
        expect(new Set(beats).size).toBe(beats.length)
        pass(1000 - (performance.now() % 1000))
      }),
      { numRuns: 50 },
    )
  })

  it('of two phases never change in one frame', () => {
    frames(120)
    const times = new Set(timesOf('one'))
    expect(times.size).toBeGreaterThan(8)
    // They came out of a pause together.
    expect(
      timesOf('other')
        .slice(1)
        .filter((ms) => times.has(ms)),
    ).toEqual([])
  })

  it('are caught up with at once by those who cannot wait, and no timer is left', () => {
    bring(7)
    bring(8)
    act(settleCalm)
    act(useStanding.settle)
    expect(shown()).toBe(8)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can be asked for without following them', () => {
    bring(7)
    bring(8)
    expect(bestBid(useOne.getState())).toBe(7)
    expect(bestBid(state())).toBe(8)
  })
})

describe('figures that stand', () => {
  const standing = () => seen.standing.at(-1)?.bid

  it('follow at once after a pause, and then in the frame of the first book after a second', () => {
    frames(180)
    const [first, ...others] = seen.standing.map(({ atMs }) => atMs)
    expect(first).toBeCloseTo(timesOf('one')[0] ?? 0)
    expect(others.map((ms, index) => Math.round((ms - (seen.standing[index]?.atMs ?? 0)) / 100) / 10)).toEqual([1, 1])
  })

  it('catch up by themselves soon after the second when no other book comes, and leave no timer', () => {
    bring(7)
    pass(400)
    bring(8)
    pass(599)
    expect(standing()).toBe(7)
    pass(51)
    expect(standing()).toBe(8)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are caught up with on demand, and stand from then on', () => {
    bring(7)
    pass(500)
    bring(8)
    act(useStanding.settle)
    expect(standing()).toBe(8)
    pass(900)
    bring(9)
    act(settleCalm)
    expect(standing()).toBe(8)
    pass(150)
    expect(standing()).toBe(9)
  })

  it('begin anew to stand with what is first heard of what is on show', () => {
    bring(7)
    act(() => state().showMarket(MAIN, '2'))
    expect(standing()).toBe(null)
    act(() => state().commit([batchOf(marketKey('2'), [bookAt(3)])]))
    act(() => state().commit([batchOf(marketKey('2'), [bookAt(4)])]))
    expect(standing()).toBe(4)
    act(() => state().commit([batchOf(marketKey('2'), [bookAt(5)])]))
    expect(standing()).toBe(4)
    pass(1050)
    expect(standing()).toBe(5)
  })

  it('lose nothing and hurry nowhere: the last always comes, and no two within a second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 15 }), (gapsMs) => {
        pass(3000)
        const times: number[] = []
        const stop = useStanding.subscribe(() => void times.push(performance.now()))
        for (const gapMs of gapsMs) {
          pass(gapMs)
          bring(performance.now())
        }
        const last = bestBid(state())
        pass(1050)
        expect(bestBid(useStanding.getState())).toBe(last)
        stop()
        for (const [index, ms] of times.entries()) expect(ms - (times[index - 1] ?? -1000)).toBeGreaterThanOrEqual(1000)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what is followed at once', () => {
  beforeEach(() => {
    bring(7)
    pass(10)
  })

  it('is another market: nothing of the one that was left remains', () => {
    act(() => state().showMarket(MAIN, '2'))
    expect(shown()).toBe(null)
    expect(useOne.getState().markets).toBe(state().markets)
  })

  it('is another account, with what had come until then', () => {
    bring(8)
    act(() => state().showAccount(accountOf('0xabc')))
    expect(useOne.getState().account).toBe(state().account)
    expect(shown()).toBe(8)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is what the reader chose on the page', () => {
    act(() => state().showTab('fills'))
    expect(useOne.getState().tab).toBe('fills')
    act(() => state().showFull('Trades'))
    expect(useOne.getState().fullPanel).toBe('Trades')
  })

  it('is the first word on a topic: its panel waits no longer, and must not claim that there is nothing', () => {
    act(() => state().commit([batchOf(marketKey('1'), [refused('recent_trades')])]))
    expect(selectMarket(useOne.getState())?.topics.recent_trades).toBeUndefined()
    act(() => state().commit([batchOf(marketKey('1'), [trades(leg(1))])]))
    expect(selectMarket(useOne.getState())?.matches).toHaveLength(1)
    act(() => state().commit([batchOf(marketKey('1'), [trades(leg(2))])]))
    expect(selectMarket(useOne.getState())?.matches).toHaveLength(1)
    act(() => state().showAccount(accountOf('0xabc')))
    act(() => state().commit([batchOf(accountKey('0xabc'), [positions('7')])]))
    expect(useOne.getState().accounts[accountKey('0xabc')]?.positions).toHaveLength(1)
  })
})
