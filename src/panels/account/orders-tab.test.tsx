// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeOrderId } from '../../domain/order-id'
import { settleCalm } from '../../store/calm'
import {
  accountKey,
  accountOf,
  batchOf,
  beginStore,
  bookAt,
  commit,
  delivered,
  link,
  MAIN,
  marketKey,
  openOrder,
  state,
} from '../../store/test-kit'
import { NO_CHOICE } from './filters'
import { OrdersTab } from './orders-tab'
import type { TableContext, TabProps } from './table-context'

const CONTEXT: TableContext = { network: MAIN, decimalsFor: () => ({ price: 1, size: 0 }), showStory: () => undefined }
const VIEW = { sort: null, filter: NO_CHOICE, totalsBy: 'none' } as const
const orderId = makeOrderId(1n, { side: 'bid', integerPrice: 50 })
let root: Root

const show = (withheld: boolean, sort: TabProps['view']['sort'] = null) =>
  act(() =>
    root.render(<OrdersTab context={CONTEXT} view={{ ...VIEW, sort }} onView={() => undefined} withheld={withheld} />),
  )
const at = () => ({ mono: performance.now(), wall: Date.now() })

/** Cells of the one order by their headers. */
function cells(): Record<string, string> {
  const headers = [...document.querySelectorAll('th')].map(({ textContent }) => textContent ?? '')
  const shown = [...document.querySelectorAll('tbody td')].map(({ textContent }) => textContent ?? '')
  return Object.fromEntries(headers.map((header, index) => [header, shown[index] ?? '']))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly observe = () => undefined
      readonly disconnect = () => undefined
    },
  )
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  beginStore(accountOf('0xabc'))
  const order = { ...openOrder(orderId), totalSize: 4, remainingSize: 1, createdMs: Date.now() - 65_000 }
  commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows: [order] })], link(2))
  const lively = { ...link(), lastFrame: { at: at(), generation: 1 } }
  commit(marketKey('1'), [{ ...bookAt(5), at: at() }], lively)
  show(false)
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('an order tells its filled part, its place in the book, and its age, which grows', () => {
  expect(cells()).toMatchObject({
    Filled: '75 %',
    'To mid (ticks)': '−5',
    'To mid (%)': '−9.09 %',
    'Ahead, at most': '≤ 1',
    Age: '1 min',
  })
  act(() => void vi.advanceTimersByTime(60_000))
  expect(cells()).toMatchObject({ 'To mid (ticks)': '—', Age: '2 min' })
})

it('of orders that are withheld nothing is derived, what was delivered stays', () => {
  show(true)
  expect(cells()).toMatchObject({
    Price: '5.0',
    Remaining: '1',
    Filled: '—',
    'To mid (ticks)': '—',
    'To mid (%)': '—',
    'Ahead, at most': '—',
    Age: '—',
  })
})

it('orders stand by the figures that are shown: both follow the book in the same moment', () => {
  const bid = { ...openOrder(orderId), price: 5 }
  const ask = { ...openOrder(makeOrderId(2n, { side: 'ask', integerPrice: 60 })), price: 6 }
  const bookOf = (bidSize: number) => {
    const levels = (price: number, size: number) => [{ price, size, updatedMs: null }]
    const book = { bids: levels(5, bidSize), asks: levels(6, 4) }
    return [{ ...delivered({ topic: 'orderbook', book }), at: at() }]
  }
  const ahead = () => [...document.querySelectorAll('tbody tr')].map((row) => /≤ \d+/.exec(row.textContent ?? '')?.[0])
  act(() => {
    commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows: [bid, ask] })], link(2))
    commit(marketKey('1'), bookOf(2))
  })
  show(false, { header: 'Ahead, at most', descending: false })
  expect(ahead()).toEqual(['≤ 1', '≤ 3'])
  // The clock stands still: calm figures wait for their beat.
  act(() => state().commit([batchOf(marketKey('1'), bookOf(8))]))
  expect(ahead()).toEqual(['≤ 1', '≤ 3'])
  act(settleCalm)
  expect(ahead()).toEqual(['≤ 3', '≤ 7'])
})
