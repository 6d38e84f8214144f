// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useNow } from './clock'
import { accountKey, accountOf, beginStore, bookAt, commit, link, marketKey, positions, refused } from './test-kit'
import { type TopicFreshness, type TopicState, useFreshness, useTopicState } from './use-freshness'

let root: Root
let renders: number
let shown: TopicFreshness

function Probe() {
  const freshness = useFreshness('orderbook')
  useEffect(() => {
    shown = freshness
    renders += 1
  })
  return null
}

const mount = () => act(async () => root.render(<Probe />))
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = (generation = 1) => ({ ...link(generation), lastFrame: { at: now(), generation } })
const bookNow = (generation = 1) => ({ ...bookAt(5, 0, generation), at: now() })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
  renders = 0
  beginStore(accountOf('0xabc'))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('is live with the first message, not a second later', async () => {
  await mount()
  expect(shown.state).toBe('waiting')
  await act(async () => commit(marketKey('1'), [bookNow()], lively()))
  expect(shown.state).toBe('live')
})

it('ages with the clock alone, through delayed and stale to withheld', async () => {
  commit(marketKey('1'), [bookNow()], lively())
  await mount()
  await pass(9000)
  expect(shown.state).toBe('live')
  await pass(2000)
  expect(shown.state).toBe('delayed')
  await pass(5000)
  expect(shown).toMatchObject({ state: 'stale', withheld: false })
  await pass(50_000)
  expect(shown).toMatchObject({ state: 'stale', withheld: true })
})

it('renders nothing anew for messages that change no state', async () => {
  commit(marketKey('1'), [bookNow()], lively())
  await mount()
  const before = renders
  for (let count = 0; count < 50; count += 1) {
    await act(async () => commit(marketKey('1'), [bookNow()], lively()))
    await act(async () => commit(accountKey('0xabc'), [positions('7')], lively(2)))
  }
  expect(renders).toBe(before)
})

it('is stale in the commit in which the link is lost, and live again only with its own message', async () => {
  commit(marketKey('1'), [bookNow()], lively())
  await mount()
  await act(async () => commit(marketKey('1'), [], link(1, 'waiting')))
  expect(shown.state).toBe('stale')
  await act(async () => commit(marketKey('1'), [], lively(2)))
  expect(shown.state).toBe('stale')
  await act(async () => commit(marketKey('1'), [bookNow(2)]))
  expect(shown.state).toBe('live')
})

it('says what is wrong with the newest message', async () => {
  commit(marketKey('1'), [bookNow()], lively())
  await mount()
  await act(async () => commit(marketKey('1'), [refused('orderbook', 'data is missing')]))
  expect(shown).toMatchObject({ state: 'error', trouble: 'data is missing', lostCount: 1 })
})

it('shares one timer, and leaves none behind', async () => {
  await act(async () =>
    root.render(
      <>
        <Probe />
        <Probe />
      </>,
    ),
  )
  expect(vi.getTimerCount()).toBe(1)
  await act(async () => root.render(null))
  expect(vi.getTimerCount()).toBe(0)
})

it('does not begin with the time at which the clock was last looked at', async () => {
  let told = 0
  function Clock() {
    const { wall } = useNow()
    useEffect(() => {
      told = wall
    })
    return null
  }
  await mount()
  await act(async () => root.render(null))
  vi.setSystemTime(Date.now() + 3_600_000)
  await act(async () => root.render(<Clock />))
  expect(told).toBe(Date.now())
})

describe('without an age', () => {
  let state: TopicState

  function StateProbe() {
    const told = useTopicState('orderbook')
    useEffect(() => {
      state = told
      renders += 1
    })
    return null
  }

  it('renders when the state changes by message or by silence, and never else', async () => {
    commit(marketKey('1'), [bookNow()], lively())
    await act(async () => root.render(<StateProbe />))
    const before = renders
    await act(async () => commit(marketKey('1'), [bookNow()], lively()))
    await pass(9000)
    expect([state.state, renders]).toEqual(['live', before])
    await pass(2000)
    expect([state.state, renders]).toEqual(['delayed', before + 1])
    await pass(5000)
    expect([state.state, state.withheld, renders]).toEqual(['stale', false, before + 2])
    await pass(50_000)
    expect([state.state, state.withheld, renders]).toEqual(['stale', true, before + 3])
    await act(async () => commit(marketKey('1'), [refused('orderbook', 'data is missing')]))
    expect(state.trouble).toBe('data is missing')
    await act(async () => commit(marketKey('1'), [refused('orderbook', 'data is no list')]))
    expect(state.trouble).toBe('data is no list')
  })
})
