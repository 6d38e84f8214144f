// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginStore, bookAt, commit, link, marketKey, refused, state } from '../store/test-kit'
import { TopicPanel } from './topic-panel'

let root: Root
let renders: number
const place = document.createElement('div')

function Figures() {
  useEffect(() => {
    renders += 1
  })
  return <p>5.100</p>
}

const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(1), lastFrame: { at: now(), generation: 1 } })
const book = () => ({ ...bookAt(5.1), at: now() })
const bring = (...deliveries: Parameters<typeof commit>[1]) =>
  act(async () => commit(marketKey('1'), deliveries, lively()))
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const panel = () => place.querySelector('section')
const words = () => place.querySelector('header p')?.textContent

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  beginStore()
  renders = 0
  root = createRoot(place)
  await act(async () =>
    root.render(
      <TopicPanel label="Order book" topic="orderbook" subject="the order book">
        <Figures />
      </TopicPanel>,
    ),
  )
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a panel of one topic', () => {
  it('waits in words until something is known, and shows its figures then', async () => {
    expect(panel()?.dataset.state).toBe('waiting')
    expect(place.textContent).toContain('Waiting for the order book…')
    expect(place.textContent).not.toContain('5.100')
    await bring(book())
    expect(panel()?.dataset.state).toBe('live')
    expect(place.textContent).toContain('5.100')
  })

  it('tells its age each second, and draws its figures back and withholds by it, without rendering them', async () => {
    await bring(book())
    await pass(11_000)
    expect(words()).toBe('Delayed 11 s')
    await pass(1000)
    expect(words()).toBe('Delayed 12 s')
    await pass(10_000)
    expect(words()).toMatch(/^Stale, as of .*, 22 s ago$/)
    expect(place.querySelector('.dimmed')?.textContent).toBe('5.100')
    expect(panel()?.dataset.withheld).toBeUndefined()
    await pass(50_000)
    expect(panel()?.dataset.withheld).toBe('')
    expect(place.textContent).toContain('Last known figures')
    expect(renders).toBe(1)
  })

  it('tells why there are none', async () => {
    await bring(refused('orderbook', 'data is missing'))
    expect(panel()?.dataset.state).toBe('error')
    expect(place.querySelector('.text-warn')?.textContent).toBe('Unreadable: data is missing')
    expect(place.textContent).not.toContain('Waiting')
  })
})

describe('what was set aside', () => {
  const button = () => place.querySelector<HTMLButtonElement>('button[aria-label*="set aside"]')

  it('is counted by a button that gives the reasons and opens the diagnostics', async () => {
    const lost = [
      { topic: 'orderbook', reason: 'row', detail: 'price is "NaN"', lost: 'row' },
      { topic: 'orderbook', reason: 'row', detail: 'size is "-1"', lost: 'row' },
    ] as const
    await bring({ ...book(), lostCount: 2, lost })
    expect(button()?.getAttribute('aria-label')).toBe('2 parts set aside: open diagnostics')
    expect(button()?.textContent).toBe('2 parts set aside')
    expect(button()?.title).toBe('price is "NaN"\nsize is "-1"')
    expect(state().diagnosticsOpen).toBe(false)
    act(() => button()?.click())
    expect(state().diagnosticsOpen).toBe(true)
  })

  it('has no button while nothing was, nor beside the reason why the whole message was', async () => {
    await bring(book())
    expect(button()).toBeNull()
    await bring(refused('orderbook'))
    expect(button()).toBeNull()
    expect(words()).toBe('Unreadable: not JSON')
  })
})
