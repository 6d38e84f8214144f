// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useStore } from '../store/store'
import type { TopicFreshness } from '../store/use-freshness'
import { FreshnessStatus } from './topic-panel'

const LIVE: TopicFreshness = {
  kind: 'market',
  state: 'live',
  ageMs: 0,
  asOf: { mono: 0, wall: 0 },
  withheld: false,
  trouble: null,
  lagMs: 0,
  lostCount: 0,
  lost: [],
}

let root: Root
const place = document.createElement('div')

const show = (freshness: Partial<TopicFreshness>) =>
  act(async () => root.render(<FreshnessStatus freshness={{ ...LIVE, ...freshness }} />))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  useStore.setState(useStore.getInitialState(), true)
  root = createRoot(place)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

it('has a button that counts what was set aside, gives the reasons, and opens the diagnostics', async () => {
  await show({ lostCount: 2, lost: [{ topic: 'orderbook', reason: 'row', detail: 'price is "NaN"', lost: 'row' }] })
  const button = place.querySelector('button')
  expect(button?.getAttribute('aria-label')).toBe('2 parts set aside: open diagnostics')
  expect(button?.textContent).toBe('2 parts set aside')
  expect(button?.title).toBe('price is "NaN"')
  expect(useStore.getState().diagnosticsOpen).toBe(false)
  act(() => button?.click())
  expect(useStore.getState().diagnosticsOpen).toBe(true)
})

it('has none while nothing was, nor beside the reason why the whole message was', async () => {
  await show({})
  expect(place.querySelector('button')).toBeNull()
  await show({ state: 'error', lostCount: 1, trouble: 'not JSON' })
  expect(place.querySelector('button')).toBeNull()
  expect(place.textContent).toBe('Unreadable: not JSON')
})
