// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Book, Level } from '../../domain/book'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { accountKey, accountOf, beginStore, commit, delivered, link, marketKey, openOrder } from '../../store/test-kit'
import { OrderBookPanel } from './order-book-panel'

let root: Root
let page: HTMLElement

const NOW_MS = 1_700_000_000_000
const level = (price: number, size: number, updatedMs: number | null = NOW_MS): Level => ({ price, size, updatedMs })
const side = (first: number, step: number, count: number) =>
  Array.from({ length: count }, (_, row) => level(Number((first + row * step).toFixed(3)), 10))
const BOOK: Book = { bids: side(5.47, -0.001, 4), asks: side(5.472, 0.001, 4) }

function show(book: Book, generation = 1) {
  const at = { mono: performance.now(), wall: Date.now() }
  const delivery = { ...delivered({ topic: 'orderbook', book }, 0, generation), at }
  return act(async () => commit(marketKey('1'), [delivery], { ...link(generation), lastFrame: { at, generation } }))
}

const table = (name: 'Asks' | 'Bids') => page.querySelector(`table[aria-label="${name}"]`)
const rows = (name: 'Asks' | 'Bids') => [...(table(name)?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
const rowAt = (name: 'Asks' | 'Bids', row: number) => table(name)?.querySelector<HTMLElement>(`tr[data-row="${row}"]`)
const cellTexts = (row: HTMLElement | null | undefined) =>
  [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)

function point(target: Element | null | undefined, type: 'pointerover' | 'pointerup', pointerType: 'mouse' | 'touch') {
  const event = new MouseEvent(type, { bubbles: true })
  Object.defineProperty(event, 'pointerType', { value: pointerType })
  return act(async () => void target?.dispatchEvent(event))
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly observe = () => undefined
      readonly disconnect = () => undefined
    },
  )
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore()
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
  await act(async () => root.render(<OrderBookPanel base="APT" />))
})

afterEach(() => {
  act(() => root.unmount())
  page.remove()
  vi.unstubAllGlobals()
})

describe('the rows', () => {
  it('stand with the best asks at the bottom and the best bids on top', async () => {
    await show(BOOK)
    expect(rows('Asks').map((row) => cellTexts(row)[0])).toEqual(['5.475', '5.474', '5.473', '5.472'])
    expect(rows('Bids').map((row) => cellTexts(row)[0])).toEqual(['5.470', '5.469', '5.468', '5.467'])
    expect(rows('Asks').map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4', '5'])
  })

  it('keep their elements when a better price pushes the levels on', async () => {
    await show(BOOK)
    const before = rows('Bids')
    await show({ ...BOOK, bids: [level(5.471, 1), ...BOOK.bids.slice(0, 3)] })
    expect(rows('Bids')).toEqual(before)
    expect(cellTexts(before[1])).toEqual(['5.470', '10', '11'])
  })

  it('that show what they showed are not touched', async () => {
    const asks = side(5.472, 0.001, 20)
    const bidsEndingIn = (size: number) => [...BOOK.bids.slice(0, 3), level(5.467, size)]
    await show({ asks, bids: bidsEndingIn(10) })
    const touched: Node[] = []
    const observer = new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target)))
    observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true })
    await show({ asks, bids: bidsEndingIn(11) })
    observer.disconnect()
    expect(rows('Bids').map((row) => touched.some((node) => row.contains(node)))).toEqual([false, false, false, true])
    expect(rows('Asks').some((row) => touched.some((node) => row.contains(node)))).toBe(false)
  })

  it('out of view are not drawn, however deep the book', async () => {
    await show({ bids: side(5.47, -0.001, 500), asks: side(5.472, 0.001, 500) })
    expect(rows('Bids').length).toBeLessThan(40)
    expect(table('Bids')?.getAttribute('aria-rowcount')).toBe('501')
  })

  it('below the value that the reader cares for lose the colour of their side', async () => {
    const tone = (row: number) => rowAt('Bids', row)?.querySelector('td')?.className
    usePreferences.setState({ dimBelowUsd: 50 })
    await show({ ...BOOK, bids: [level(5.47, 9.2), level(5.469, 9)] })
    expect(tone(0)).toContain('text-up')
    expect(tone(1)).not.toContain('text-up')
  })

  it('without a time claim no age', async () => {
    await show({ ...BOOK, bids: [level(5.47, 1, null), level(5.469, 1, NOW_MS - 90_000)] })
    const titles = rows('Bids').map((row) => row.querySelectorAll('td')[1]?.title)
    expect(titles).toEqual(['Time of its last change not known', 'Changed 1 min before the newest'])
  })

  it('are not grouped where that is not exact, and the panel says so', async () => {
    usePreferences.setState({ ladderSteps: { 'main/1': 1 } })
    const bids = [level(970_000.123_456_789, 1), level(970_000, 1)]
    await show({ bids, asks: [level(970_001, 1)] })
    expect(rows('Bids')).toHaveLength(2)
    expect(page.textContent).toContain('Not grouped: too many digits')
  })
})

describe('a doubted book', () => {
  const doubted = (): Promise<void> =>
    act(async () => {
      const rejection = {
        topic: 'orderbook',
        reason: 'foreign-market',
        detail: 'of market 2',
        lost: 'message',
      } as const
      const at = { mono: performance.now(), wall: Date.now() }
      const refusal = {
        ...delivered({ topic: 'orderbook', book: BOOK }),
        at,
        update: null,
        lostCount: 1,
        lost: [rejection],
      }
      commit(marketKey('1'), [refusal])
    })

  it('is not summed, weighed or measured', async () => {
    usePreferences.setState({ imbalanceBps: 5 })
    await show(BOOK)
    expect(page.textContent).toContain('Bids 50.0 %')
    await doubted()
    expect(cellTexts(rowAt('Bids', 1))).toEqual(['5.469', '10', '—'])
    expect(rowAt('Bids', 1)?.style.backgroundSize).toBe('0% 100%')
    expect(page.textContent).toContain('Mid—Spread—')
    expect(page.textContent).toContain('Imbalance ± 5 bps—')
    await point(rowAt('Bids', 1), 'pointerover', 'mouse')
    expect(page.textContent).toContain('Sum— APTValue—Avg—From mid—')
  })
})

describe('the sum to a row', () => {
  it('follows the pointer, and marks every row in it', async () => {
    await show(BOOK)
    await point(rowAt('Asks', 1)?.querySelector('td'), 'pointerover', 'mouse')
    expect(page.textContent).toContain('Sum20 APTValue$109.45Avg5.4725')
    const marked = rows('Asks').map((row) => row.className.includes('bg-raised'))
    expect(marked).toEqual([false, false, true, true])
    await show({ ...BOOK, asks: [level(5.472, 5), ...BOOK.asks.slice(1)] })
    expect(page.textContent).toContain('Sum15 APT')
  })

  it('gives way to the imbalance when its row is gone', async () => {
    await show(BOOK)
    await point(rowAt('Asks', 3), 'pointerover', 'mouse')
    expect(page.textContent).toContain('Sum40 APT')
    await show({ ...BOOK, asks: BOOK.asks.slice(0, 2) })
    expect(page.textContent).not.toContain('Sum')
    expect(page.textContent).toContain('Imbalance')
  })

  it('stays after a tap, until the row is tapped again', async () => {
    await show(BOOK)
    await point(rowAt('Bids', 0), 'pointerover', 'touch')
    expect(page.textContent).not.toContain('Sum10')
    await point(rowAt('Bids', 0), 'pointerup', 'touch')
    expect(page.textContent).toContain('Sum10 APT')
    await point(rowAt('Bids', 0), 'pointerup', 'touch')
    expect(page.textContent).not.toContain('Sum10')
  })
})

describe('own orders out of view', () => {
  it('are named at the edge, the nearest first', async () => {
    beginStore(accountOf('0xabc'))
    await show(BOOK)
    const at = (price: number) => ({ ...openOrder(String(price)), price })
    await act(async () => {
      const rows = [at(4.5), at(5.4), at(5.9)]
      commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows })], link())
    })
    expect(page.textContent).toContain('Below, last known: order 5.400, order 4.500')
    expect(page.textContent).toContain('Above, last known: order 5.900')
  })
})
