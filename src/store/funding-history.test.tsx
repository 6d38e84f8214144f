// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEMO_NETWORK } from '../config'
import type { FundingRate } from '../domain/funding'
import { useFundingHistory, useKeepFunding } from './funding-history'
import { beginStore, commit, delivered, link, marketKey, state, TEST } from './test-kit'

const NAME = 'perpscope.funding.1'
const HOUR_MS = 3_600_000
/** An hour's begin before the tests' now. */
const FIRST_MS = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 10 * HOUR_MS
let root: Root

function Keeper() {
  useKeepFunding()
  return null
}

const row = (rate: number, timeMs: number | null = FIRST_MS, marketId = '1'): FundingRate => ({
  marketId,
  rate,
  fundingMs: null,
  updatedMs: null,
  transactionMs: timeMs,
  version: null,
})
const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = (generation = 1) => ({ ...link(generation), lastFrame: { at: now(), generation } })
const rates = (generation: number, ...rows: readonly FundingRate[]) => ({
  ...delivered({ topic: 'live_funding_rate', rates: rows }, 0, generation),
  at: now(),
})
const bring = (...rows: readonly FundingRate[]) =>
  act(async () => commit(marketKey('1'), [rates(1, ...rows)], lively()))
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
/** Minutes in which the link lives and brings no rate. */
async function watch(minutes: number) {
  for (let half = 0; half < 2 * minutes; half += 1) {
    await act(async () => commit(marketKey('1'), [], lively()))
    await pass(30_000)
  }
  await act(async () => commit(marketKey('1'), [], lively()))
  await pass(1_000)
}
const held = (key = 'main/1') => useFundingHistory.getState().history.get(key) ?? []
const kept = (): unknown => JSON.parse(localStorage.getItem(NAME) ?? 'null')

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  localStorage.clear()
  useFundingHistory.setState({ history: new Map() })
  root = createRoot(document.createElement('div'))
  beginStore()
  await act(async () => root.render(<Keeper />))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the history of funding rates', () => {
  it('keeps nothing of the demo, which makes up another exchange at each visit', () => {
    const { add } = useFundingHistory.getState()
    const sample = { timeMs: FIRST_MS, rate: 0.1, gapMs: null }
    add(DEMO_NETWORK.id, new Map([['1', sample]]))
    add('main', new Map([['1', sample]]))
    expect(held('demo/1')).toEqual([sample])
    expect(kept()).toEqual({ version: 1, markets: { 'main/1': [[FIRST_MS, 0.1, null]] } })
  })

  it('takes each market’s rate in, and keeps it in the browser', async () => {
    await bring(row(0.1), row(0.2, FIRST_MS, '2'))
    expect(held()).toEqual([{ timeMs: FIRST_MS, rate: 0.1, gapMs: null }])
    const markets = { 'main/1': [[FIRST_MS, 0.1, null]], 'main/2': [[FIRST_MS, 0.2, null]] }
    expect(kept()).toEqual({ version: 1, markets })
  })

  it('writes once for a new rate, and not again for the same', async () => {
    const write = vi.spyOn(Storage.prototype, 'setItem')
    await bring(row(0.1))
    await bring(row(0.1))
    await pass(5_000)
    expect(write).toHaveBeenCalledTimes(1)
    await bring(row(0.2))
    expect(write).toHaveBeenCalledTimes(2)
    expect(held().map(({ rate }) => rate)).toEqual([0.2])
  })

  it('knows the gap between two fundings that came one after the other', async () => {
    await bring(row(0.1))
    await watch(60)
    await bring(row(0.2, FIRST_MS + HOUR_MS))
    expect(held().map(({ gapMs }) => gapMs)).toEqual([null, HOUR_MS])
  })

  it('does not know it after a silence in which others may have come', async () => {
    await bring(row(0.1))
    await pass(20 * 60_000)
    await bring(row(0.2, FIRST_MS + 8 * HOUR_MS))
    expect(held().map(({ gapMs }) => gapMs)).toEqual([null, null])
  })

  it('takes nothing of another network for the rate before', async () => {
    await bring(row(0.1))
    await act(async () => state().showMarket(TEST, '1'))
    await act(async () => commit(marketKey('1', 'test'), [rates(2, row(0.3, FIRST_MS + HOUR_MS))], lively(2)))
    expect(held('test/1')).toEqual([{ timeMs: FIRST_MS + HOUR_MS, rate: 0.3, gapMs: null }])
  })

  it('leaves out a time that lies days ahead', async () => {
    await bring(row(0.1, Date.now() + 72 * HOUR_MS))
    expect(held()).toEqual([])
  })

  it('joins what another tab has kept meanwhile', async () => {
    await bring(row(0.1))
    const markets = { 'main/1': [[FIRST_MS - HOUR_MS, 0.5, null]], 'other/9': [[1000, 1, null]] }
    localStorage.setItem(NAME, JSON.stringify({ version: 1, markets }))
    await bring(row(0.2))
    expect(held().map(({ rate }) => rate)).toEqual([0.5, 0.2])
    expect(held('other/9')).toHaveLength(1)
  })

  it('goes on without the browser’s memory', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied')
    })
    await bring(row(0.1))
    expect(held()).toHaveLength(1)
  })

  it('begins with what earlier visits have left', async () => {
    localStorage.setItem(NAME, JSON.stringify({ version: 1, markets: { 'main/1': [[FIRST_MS, 0.7, null], 'x'] } }))
    vi.resetModules()
    const again = await import('./funding-history')
    expect([...again.useFundingHistory.getState().history]).toEqual([
      ['main/1', [{ timeMs: FIRST_MS, rate: 0.7, gapMs: null }]],
    ])
  })
})
