// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { subjectKey } from '../domain/subject'
import { accountOf, beginStore, bookAt, commit, link, MAIN, marketKey, state } from './test-kit'
import { type LiveMid, useLiveMids } from './use-live-mids'

let root: Root
let shown: ReadonlyMap<string, LiveMid>

function Probe() {
  const mids = useLiveMids(['1', '2'])
  useEffect(() => {
    shown = mids
  })
  return null
}

const own = subjectKey({ kind: 'book', networkId: 'main', marketId: '2' })
const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: now(), generation: 1 } })
const bookNow = (price: number) => ({ ...bookAt(price), at: now() })
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const bring = (key: string, price: number) => act(async () => commit(key, [bookNow(price)], lively()))

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
  beginStore(accountOf('0xabc'))
  state().holdBooks(MAIN, ['2'])
  await act(async () => root.render(<Probe />))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('knows the market on show and the own ones, each as soon as its book is live', async () => {
  expect(shown.size).toBe(0)
  await bring(marketKey('1'), 5)
  expect([...shown]).toEqual([['1', { price: 5.5, delayed: false }]])
  await bring(own, 70)
  expect(shown.get('2')).toEqual({ price: 70.5, delayed: false })
})

it('follows the price with the clock, not with every book', async () => {
  await bring(own, 70)
  await bring(own, 71)
  expect(shown.get('2')?.price).toBe(70.5)
  await pass(1000)
  expect(shown.get('2')?.price).toBe(71.5)
})

it('says of a silent book that it is delayed, and then has no price of it', async () => {
  await bring(own, 70)
  await pass(11_000)
  expect(shown.get('2')).toEqual({ price: 70.5, delayed: true })
  await pass(5_000)
  expect(shown.has('2')).toBe(false)
})

it('lets a price go in the commit in which the link is lost', async () => {
  await bring(own, 70)
  await act(async () => commit(own, [], link(1, 'waiting')))
  expect(shown.has('2')).toBe(false)
})
