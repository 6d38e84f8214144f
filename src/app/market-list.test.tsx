// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { subjectKey } from '../domain/subject'
import { useFundingHistory } from '../store/funding-history'
import {
  accountOf,
  beginStore,
  bookAt,
  commit,
  funding,
  leg,
  link,
  MAIN,
  marketKey,
  state,
  trades,
} from '../store/test-kit'
import { MarketList } from './market-list'

const onMarket = vi.fn()
const onClose = vi.fn()
let root: Root

const secondBook = subjectKey({ kind: 'book', networkId: 'main', marketId: '2' })
const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: now(), generation: 1 } })
const bring = (key: string, ...deliveries: Parameters<typeof commit>[1]) =>
  act(async () =>
    commit(
      key,
      deliveries.map((delivery) => ({ ...delivery, at: now() })),
      lively(),
    ),
  )
const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
  )
const focused = () => document.activeElement?.textContent

function press(key: string) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  act(() => void document.activeElement?.dispatchEvent(event))
  return event.defaultPrevented
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild!)
  useFundingHistory.setState({ history: new Map() })
  beginStore(accountOf('0xabc'))
  state().holdBooks(MAIN, ['2'])
  await act(async () => root.render(<MarketList network={MAIN} onMarket={onMarket} onClose={onClose} />))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

it('lists every market, and says nothing of what is not known', () => {
  expect(rows()).toEqual([
    ['1-USD', '—', '—', '—'],
    ['2-USD', '—', '—', '—'],
  ])
})

it('shows the last price of the market on show, the mid of one that is held, and the funding of all', async () => {
  await bring(marketKey('1'), bookAt(5), trades(leg(14, 5.25)), funding(0.0001))
  await bring(secondBook, bookAt(70))
  expect(rows()).toEqual([
    ['1-USD', '5.25 last', '+0.0001', '—'],
    ['2-USD', '70.5 mid', '—', '—'],
  ])
})

it('shows the mid of the market on show before its first trade', async () => {
  await bring(marketKey('1'), bookAt(5))
  expect(rows()[0]?.[1]).toBe('5.5 mid')
})

it('takes a price away when it is no longer live, and draws the funding back', async () => {
  await bring(marketKey('1'), bookAt(5), trades(leg(14, 5.25)), funding(0.0001))
  await act(async () => commit(marketKey('1'), [], link(1, 'waiting')))
  expect(rows()[0]).toEqual(['1-USD', '—', '+0.0001', '—'])
  expect(document.querySelector('thead')?.textContent).toContain('Fundingstale')
  expect(document.querySelectorAll('td.dimmed')).toHaveLength(4)
})

it('is walked through by the arrows, from the market on show', () => {
  expect(focused()).toBe('1-USD')
  expect(press('ArrowDown')).toBe(true)
  expect(focused()).toBe('2-USD')
  press('ArrowDown')
  expect(focused()).toBe('1-USD')
  press('ArrowUp')
  expect(focused()).toBe('2-USD')
  press('Home')
  expect(focused()).toBe('1-USD')
  press('End')
  expect(focused()).toBe('2-USD')
  expect(press('Tab')).toBe(false)
})

it('says which market is on show, and describes each by its price and funding', () => {
  const [first, second] = [...document.querySelectorAll('tbody button')]
  expect(first?.getAttribute('aria-current')).toBe('true')
  expect(second?.hasAttribute('aria-current')).toBe(false)
  const described = (second?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
  expect(described.map((cell) => cell?.tagName)).toEqual(['TD', 'TD'])
})

it('gives the chosen market, and closes', () => {
  act(() => document.querySelectorAll<HTMLElement>('tbody button')[1]?.click())
  expect(onMarket).toHaveBeenCalledExactlyOnceWith('2')
  expect(onClose).toHaveBeenCalledOnce()
})

it('closes by its button, and by a press on the backdrop, not by one inside', () => {
  act(() => document.querySelector('h2')?.click())
  expect(onClose).not.toHaveBeenCalled()
  act(() => document.querySelector('dialog')?.click())
  expect(onClose).toHaveBeenCalledOnce()
  expect(onMarket).not.toHaveBeenCalled()
})
