// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Delivery } from '../domain/delivery'
import { makeTradeId } from '../domain/order-id'
import { usePreferences } from '../store/preferences'
import {
  accountKey,
  accountOf,
  beginStore,
  bookAt,
  commit,
  fill,
  fills,
  link,
  MAIN,
  marketKey,
  refused,
  state,
  trades,
} from '../store/test-kit'
import { Announcer } from './announcer'

let root: Root
/** All that was said, each with its second. */
let said: string[]
let startMs: number

const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: now(), generation: 1 } })
async function bring(key: string, delivery: Delivery) {
  await act(async () => commit(key, [{ ...delivery, at: now() }], lively()))
  hear()
}
const doubtBook = () => bring(marketKey('1'), refused('orderbook', 'of market 2', 'foreign-market'))
const breakBook = () => bring(marketKey('1'), refused('orderbook'))
const soundBook = () => bring(marketKey('1'), bookAt(5))
const doubtTrades = () => bring(marketKey('1'), refused('recent_trades', 'of market 2', 'foreign-market'))
const bringFills = (...ids: readonly number[]) =>
  bring(accountKey('0xabc'), fills(...ids.map((id) => ({ ...fill(id), tradeId: makeTradeId(1n, '1') }))))

/** A tenth of a second at a time, so that each is heard at its own. */
async function pass(seconds: number) {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    await act(async () => vi.advanceTimersByTime(100))
    hear()
  }
}

const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent ?? ''
let node: Element | null
function hear() {
  const next = document.querySelector('[aria-live="polite"] > span')
  if (next !== node && spoken() !== '') {
    said.push(`${((performance.now() - startMs) / 1000).toFixed(1)} ${spoken()}`)
  }
  node = next
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  said = []
  node = null
  startMs = performance.now()
  beginStore(accountOf('0xabc'))
  await soundBook()
  await bringFills(1)
  await act(async () => root.render(<Announcer network={MAIN} />))
})

afterEach(() => {
  act(() => root.unmount())
  usePreferences.getState().prefer({ fillToasts: 'on' })
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a state that matters', () => {
  it('is said at once, and once as long as it stays', async () => {
    await doubtBook()
    await pass(20)
    expect(said).toEqual(['0.0 Order book: figures are unverified.'])
  })

  it('that follows within 5 s is said at their end, together with all others', async () => {
    await doubtBook()
    await pass(2)
    await doubtTrades()
    await bringFills(2)
    await pass(10)
    expect(said).toEqual([
      '0.0 Order book: figures are unverified.',
      '5.0 Trades: figures are unverified. Fill: 1 1 at 5.',
    ])
  })

  it('that has passed before its turn is not said', async () => {
    await doubtBook()
    await pass(2)
    await doubtTrades()
    await pass(1)
    await bring(marketKey('1'), trades())
    await pass(10)
    expect(said).toEqual(['0.0 Order book: figures are unverified.'])
  })

  it('gives way to a newer one of the same figures', async () => {
    await doubtTrades()
    await pass(1)
    await doubtBook()
    await pass(1)
    await breakBook()
    await pass(10)
    expect(said).toEqual([
      '0.0 Trades: figures are unverified.',
      '5.0 Order book: the newest message could not be read.',
    ])
  })

  it('is said again when it comes back', async () => {
    await doubtBook()
    await pass(6)
    await soundBook()
    await pass(1)
    await doubtBook()
    await pass(1)
    expect(said).toHaveLength(2)
  })

  it('is not left standing when its time to be heard is over', async () => {
    await doubtBook()
    await pass(4.9)
    expect(spoken()).not.toBe('')
    await pass(0.2)
    expect(spoken()).toBe('')
  })
})

describe('own fills', () => {
  it('are said, though the words are those of the fill before', async () => {
    await bringFills(1, 2)
    await pass(6)
    await bringFills(1, 2, 3)
    await pass(1)
    expect(said).toEqual(['0.0 Fill: 1 1 at 5.', '6.0 Fill: 1 1 at 5.'])
  })

  it('within 5 s are summed', async () => {
    await bringFills(1, 2)
    await pass(1)
    await bringFills(1, 2, 3)
    await bringFills(1, 2, 3, 4)
    await pass(5)
    expect(said[1]).toBe('5.0 2 fills in 1-USD, 2 1, average 5.')
  })

  it('of an account that was left are not said', async () => {
    await bringFills(1, 2)
    await pass(1)
    await bringFills(1, 2, 3)
    await act(async () => state().showAccount(accountOf('0xdef')))
    await pass(10)
    expect(said).toHaveLength(1)
  })

  it('are not said where the reader wants quiet', async () => {
    await act(async () => usePreferences.getState().prefer({ fillToasts: 'off' }))
    await bringFills(1, 2)
    await pass(10)
    expect(said).toEqual([])
  })
})
