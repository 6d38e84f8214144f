// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Book } from '../../domain/book'
import { usePreferences } from '../../store/preferences'
import { MAIN, state } from '../../store/test-kit'
import { OrderBookPanel } from './order-book-panel'
import {
  BOOK,
  cellTexts,
  column,
  doubt,
  ladder,
  level,
  type Mounted,
  mount,
  NOW_MS,
  picked,
  point,
  rowAt,
  rows,
  show,
  side,
  table,
} from './test-kit'

let page: Mounted
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
/** Whose best bid has that size. */
const bookOf = (size: number): Book => ({ ...BOOK, bids: [level(5.47, size), ...BOOK.bids.slice(1)] })
const told = () => cellTexts(rowAt('Bids', 0))[1]
const seen = () => column('Bids', 'size')[0]
const heads = (of: 'Asks' | 'Bids') =>
  [...(table(of)?.querySelectorAll('th') ?? [])].map(({ textContent }) => textContent)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  page = await mount(<OrderBookPanel base="APT" />)
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a side as a table', () => {
  it('has the rows as they are seen, with their places in the whole side', async () => {
    await show(BOOK)
    expect(rows('Asks').map(cellTexts)).toEqual([
      ['5.475', '10', '40'],
      ['5.474', '10', '30'],
      ['5.473', '10', '20'],
      ['5.472', '10', '10'],
    ])
    expect(rows('Bids').map((row) => cellTexts(row)[0])).toEqual(['5.470', '5.469', '5.468', '5.467'])
    for (const of of ['Asks', 'Bids'] as const) {
      expect(rows(of).map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4', '5'])
      expect(heads(of)).toEqual(['Price', 'Size (APT)', 'Total (APT)'])
    }
    expect(page.element.textContent).toContain('4 levels of bids')
  })

  it('is what readers’ tools have of it: the picture is hidden from them', async () => {
    await show(BOOK)
    expect(ladder('Bids')?.getAttribute('aria-hidden')).toBe('true')
    expect(table('Bids')?.closest('[aria-hidden]')).toBeNull()
  })

  it('holds but the rows in view, however deep the book, and says how many there are', async () => {
    await show({ bids: side(5.47, -0.001, 500), asks: side(5.472, 0.001, 500) })
    expect(rows('Bids').length).toBeLessThan(40)
    expect(table('Bids')?.getAttribute('aria-rowcount')).toBe('501')
    expect(rowAt('Asks', 0)?.getAttribute('aria-rowindex')).toBe('501')
  })

  it('keeps its rows when a better price pushes the levels on', async () => {
    await show(BOOK)
    const before = rows('Bids')
    await show({ ...BOOK, bids: [level(5.471, 1), ...BOOK.bids.slice(0, 3)] })
    expect(rows('Bids').every((row, place) => row === before[place])).toBe(true)
    expect(cellTexts(before[1])).toEqual(['5.470', '10', '11'])
  })

  it('does not touch rows that show what they showed', async () => {
    const asks = side(5.472, 0.001, 20)
    const bidsEndingIn = (size: number) => [...BOOK.bids.slice(0, 3), level(5.467, size)]
    await show({ asks, bids: bidsEndingIn(10) })
    const touched: Node[] = []
    const observer = new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target)))
    observer.observe(page.element, { subtree: true, childList: true, attributes: true, characterData: true })
    await show({ asks, bids: bidsEndingIn(11) })
    observer.disconnect()
    expect(rows('Bids').map((row) => touched.some((node) => row.contains(node)))).toEqual([false, false, false, true])
    expect(rows('Asks').some((row) => touched.some((node) => row.contains(node)))).toBe(false)
  })

  it('tells ages in words, and claims none of a row without a time', async () => {
    await show({ ...BOOK, bids: [level(5.47, 1, null), level(5.469, 1, NOW_MS - 90_000)] })
    const titles = rows('Bids').map((row) => row.querySelectorAll('td')[1]?.title)
    expect(titles).toEqual(['Time of its last change not known', 'Changed 1 min before the newest'])
  })
})

describe('the table is calm', () => {
  it('follows at once after a pause', async () => {
    await show(BOOK)
    await show(bookOf(11))
    expect(told()).toBe('11')
    await pass(1000)
    await show(bookOf(12))
    expect(told()).toBe('12')
  })

  it('changes once a second at most, with the newest book then, while the columns show every book', async () => {
    await show(BOOK)
    const texts: (string | null | undefined)[] = [told()]
    for (let frame = 1; frame <= 30; frame += 1) {
      await show(bookOf(100 + frame))
      expect(seen()).toBe(String(100 + frame))
      if (told() !== texts.at(-1)) texts.push(told())
      await pass(100)
      if (told() !== texts.at(-1)) texts.push(told())
    }
    // At once, and then with the first book after each second.
    expect(texts).toEqual(['10', '101', '111', '121'])
  })

  it('is what is seen when the reader presses, to select or to copy it', async () => {
    await show(BOOK)
    await show(bookOf(11))
    await show(bookOf(12))
    expect([told(), seen()]).toEqual(['11', '12'])
    await point(rowAt('Bids', 0), 'pointerdown', 'mouse')
    expect(told()).toBe('12')
  })

  it('leaves no timer behind', async () => {
    await show(BOOK)
    await show(bookOf(11))
    await show(bookOf(12))
    page.unmount()
    await pass(1050)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('what the reader does, or must know, does not wait for the second', () => {
  beforeEach(async () => {
    await show({ ...BOOK, bids: side(5.47, -0.001, 500) })
    await show({ ...BOOK, bids: side(5.469, -0.001, 500) })
    await show({ ...BOOK, bids: side(5.47, -0.001, 500) })
  })

  it('rows that are scrolled to are there to be pointed at', async () => {
    const scroller = table('Bids')?.closest<HTMLElement>('.overflow-y-auto')
    if (scroller == null) throw new Error('no bids')
    scroller.scrollTop = 100 * 19
    await act(async () => void scroller.dispatchEvent(new Event('scroll')))
    expect(cellTexts(rowAt('Bids', 100))).toEqual(['5.370', '10', '1,010'])
    await point(rowAt('Bids', 100), 'pointerover', 'mouse')
    expect(page.element.textContent).toContain('Sum1,010 APT')
    expect(picked('Bids')).not.toBeNull()
  })

  it('totals stand under the unit in which they are', async () => {
    const unit = [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === 'Total (APT)')
    await act(async () => unit?.click())
    expect(heads('Bids')).toEqual(['Price', 'Size (APT)', 'Total ($)'])
    expect(cellTexts(rowAt('Bids', 0))).toEqual(['5.470', '10', '54.70'])
  })

  it('rows are grouped as they are seen', async () => {
    await act(async () => usePreferences.setState({ ladderSteps: { 'main/1': 1 } }))
    expect(cellTexts(rowAt('Bids', 0))).toEqual(['5.47', '10', '10'])
    expect(cellTexts(rowAt('Bids', 1))).toEqual(['5.46', '100', '110'])
  })

  it('a doubted book is not summed', async () => {
    await doubt()
    expect(cellTexts(rowAt('Bids', 1))).toEqual(['5.469', '10', '—'])
  })

  it('another market leaves nothing of the one before', async () => {
    await act(async () => state().showMarket(MAIN, '2'))
    expect(table('Bids')).toBeNull()
    expect(ladder('Bids')).toBeNull()
  })
})
