// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { densities } from '../../ui/sizes'
import { usePreferences } from '../../store/preferences'
import { accountKey, accountOf, beginStore, commit, delivered, link, openOrder } from '../../store/test-kit'
import { OrderBookPanel } from './order-book-panel'
import {
  bars,
  BOOK,
  column,
  doubt,
  drawnIn,
  labelsIn,
  ladder,
  level,
  linesIn,
  type Mounted,
  mount,
  NOW_MS,
  picked,
  point,
  rowAt,
  rows,
  seenAt,
  show,
  side,
  textsIn,
} from './test-kit'

const ROW = densities.comfortable.rows.ladder
const px = (...counts: readonly number[]) => counts.map((count) => `${count * ROW}px`)
let page: Mounted

/** The stylesheet's colours, which jsdom has not. */
const SAMPLE_COLOURS = ['price', 'bars', 'muted', 'flash', 'age-0', 'age-1', 'age-2', 'age-3', 'own', 'unsure']
const sample = (name: string) => `rgb(${SAMPLE_COLOURS.indexOf(name)}, 0, 0)`
const sheet = SAMPLE_COLOURS.map((name) => `[data-sample="${name}"] { color: ${sample(name)} }`).join('\n')

beforeEach(async () => {
  page = await mount(<OrderBookPanel base="APT" />)
  const style = document.createElement('style')
  style.textContent = sheet
  document.head.replaceChildren(style)
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the rows', () => {
  it('stand with the best asks at the bottom and the best bids on top', async () => {
    await show(BOOK)
    expect(column('Asks', 'price')).toEqual(['5.475', '5.474', '5.473', '5.472'])
    expect(column('Bids', 'price')).toEqual(['5.470', '5.469', '5.468', '5.467'])
    expect(column('Asks', 'total')).toEqual(['40', '30', '20', '10'])
    expect(bars('Bids')).toEqual([25, 50, 75, 100])
  })

  it('are drawn past the page’s elements, and a side that shows what it showed is not drawn again', async () => {
    const asks = side(5.472, 0.001, 20)
    const bidsEndingIn = (size: number) => [...BOOK.bids.slice(0, 3), level(5.467, size)]
    await show({ asks, bids: bidsEndingIn(10) })
    const touched: Node[] = []
    const observer = new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target)))
    for (const of of ['Asks', 'Bids'] as const) {
      const seen = ladder(of)
      if (seen === null) throw new Error(`no ${of}`)
      observer.observe(seen, { subtree: true, childList: true, attributes: true, characterData: true })
    }
    const before = [drawnIn(ladder('Asks')).pictures, drawnIn(ladder('Bids')).pictures]
    await show({ asks, bids: bidsEndingIn(11) })
    observer.disconnect()
    expect(touched).toEqual([])
    expect(seenAt('Bids', 3)).toEqual(['5.467', '11', '41'])
    const after = [drawnIn(ladder('Asks')).pictures, drawnIn(ladder('Bids')).pictures]
    expect(after.map((count, place) => count - (before[place] ?? 0))).toEqual([0, 1])
  })

  it('out of view are not drawn, however deep the book', async () => {
    await show({ bids: side(5.47, -0.001, 500), asks: side(5.472, 0.001, 500) })
    expect(column('Bids', 'price')).toHaveLength(30)
    expect(column('Asks', 'price')).toHaveLength(30)
  })

  it('are drawn where the reader scrolls to', async () => {
    await show({ bids: side(5.47, -0.001, 500), asks: side(5.472, 0.001, 500) })
    for (const [of, top] of [
      ['Bids', 100 * ROW],
      // Its start is at the bottom.
      ['Asks', -100 * ROW],
    ] as const) {
      const scroller = ladder(of)?.parentElement?.parentElement
      if (scroller == null) throw new Error(`no ${of}`)
      Object.defineProperty(scroller, 'clientHeight', { value: 10 * ROW })
      scroller.scrollTop = top
      await act(async () => void scroller.dispatchEvent(new Event('scroll')))
    }
    // And a few around them.
    expect(column('Bids', 'price')).toHaveLength(14)
    expect(column('Bids', 'price')[0]).toBe('5.372')
    expect(column('Asks', 'price').at(-1)).toBe('5.570')
    expect(column('Bids', 'total')[0]).toBe('990')
    const { style: bids } = ladder('Bids') as HTMLElement
    const { style: asks } = ladder('Asks') as HTMLElement
    expect([bids.top, bids.height, asks.bottom, asks.height]).toEqual(px(98, 14, 98, 14))
  })

  it('below the value that the reader cares for lose the colour of their side', async () => {
    usePreferences.setState({ dimBelowUsd: 50 })
    await show({ ...BOOK, bids: [level(5.47, 9.2), level(5.469, 9)] })
    const tones = (part: 'price' | 'size') => textsIn(ladder('Bids'), part).map(({ colour }) => colour)
    expect(tones('price')).toEqual([sample('price'), sample('muted')])
    expect(tones('size')).toEqual([sample('age-0'), sample('age-3')])
  })

  it('have sizes that fade with their age', async () => {
    const aged = [0, 10_000, 60_000, 600_000].map((ageMs, row) => level(5.47 - row / 1000, row + 1, NOW_MS - ageMs))
    await show({ ...BOOK, bids: aged })
    const tones = textsIn(ladder('Bids'), 'size').map(({ colour }) => colour)
    expect(tones).toEqual([0, 1, 2, 3].map((age) => sample(`age-${age}`)))
    expect(new Set(tones).size).toBe(4)
  })

  it('are not grouped where that is not exact, and the panel says so', async () => {
    usePreferences.setState({ ladderSteps: { 'main/1': 1 } })
    const bids = [level(970_000.123_456_789, 1), level(970_000, 1)]
    await show({ bids, asks: [level(970_001, 1)] })
    expect(column('Bids', 'price')).toHaveLength(2)
    expect(page.element.textContent).toContain('Not grouped: too many digits')
  })

  it('of an empty side are none, which is said', async () => {
    await show({ ...BOOK, bids: [] })
    expect(column('Bids', 'price').join('')).toBe('')
    expect(page.element.textContent).toContain('No bids')
  })
})

describe('a doubted book', () => {
  it('is not summed, weighed or measured', async () => {
    usePreferences.setState({ imbalanceBps: 5 })
    await show(BOOK)
    expect(page.element.textContent).toContain('Bids 50.0 %')
    await doubt()
    expect(seenAt('Bids', 1)).toEqual(['5.469', '10', '—'])
    expect(bars('Bids')).toEqual([])
    expect(page.element.textContent).toContain('Mid—Spread—')
    expect(page.element.textContent).toContain('Imbalance ± 5 bps—')
    await point(rowAt('Bids', 1), 'pointerover', 'mouse')
    expect(page.element.textContent).toContain('Sum— APTValue—Avg—From mid—')
  })

  it('has no row drawn back: its values are not sure', async () => {
    usePreferences.setState({ dimBelowUsd: 1000 })
    await show(BOOK)
    const tones = () => new Set(textsIn(ladder('Bids'), 'price').map(({ colour }) => colour))
    expect([...tones()]).toEqual([sample('muted')])
    await doubt()
    expect([...tones()]).toEqual([sample('price')])
  })
})

describe('the sum to a row', () => {
  it('follows the pointer, and marks every row in it', async () => {
    await show(BOOK)
    expect(picked('Asks')).toBeNull()
    await point(rowAt('Asks', 1)?.querySelector('td'), 'pointerover', 'mouse')
    expect(page.element.textContent).toContain('Sum20 APTValue$109.45Avg5.4725')
    // The two at the bottom.
    expect(picked('Asks')).toEqual(px(2, 2))
    expect(picked('Bids')).toBeNull()
    await show({ ...BOOK, asks: [level(5.472, 5), ...BOOK.asks.slice(1)] })
    expect(page.element.textContent).toContain('Sum15 APT')
    await point(rowAt('Bids', 2), 'pointerover', 'mouse')
    expect([picked('Asks'), picked('Bids')]).toEqual([null, px(0, 3)])
  })

  it('gives way to the imbalance when its row is gone', async () => {
    await show(BOOK)
    await point(rowAt('Asks', 3), 'pointerover', 'mouse')
    expect(page.element.textContent).toContain('Sum40 APT')
    await show({ ...BOOK, asks: BOOK.asks.slice(0, 2) })
    expect(page.element.textContent).not.toContain('Sum')
    expect(page.element.textContent).toContain('Imbalance')
  })

  it('stays after a tap, until the row is tapped again', async () => {
    await show(BOOK)
    await point(rowAt('Bids', 0), 'pointerover', 'touch')
    expect(page.element.textContent).not.toContain('Sum10')
    await point(rowAt('Bids', 0), 'pointerup', 'touch')
    expect(page.element.textContent).toContain('Sum10 APT')
    await point(rowAt('Bids', 0), 'pointerup', 'touch')
    expect(page.element.textContent).not.toContain('Sum10')
  })
})

describe('own orders', () => {
  const at = (price: number) => ({ ...openOrder(String(price)), price })
  const hold = (...prices: readonly number[]) =>
    act(async () => {
      commit(accountKey('0xabc'), [delivered({ topic: 'open_orders', rows: prices.map(at) })], link())
    })
  /** By the line they stand in, from the top. */
  const labels = (of: 'Asks' | 'Bids') => labelsIn(ladder(of)).map(({ y, text }) => [Math.floor(y / ROW), text])

  beforeEach(async () => {
    beginStore(accountOf('0xabc'))
    await show(BOOK)
  })

  it('out of view are named at the edge, the nearest first', async () => {
    await hold(4.5, 5.4, 5.9)
    expect(page.element.textContent).toContain('Below, last known: order 5.400, order 4.500')
    expect(page.element.textContent).toContain('Above, last known: order 5.900')
    expect([...labels('Asks'), ...labels('Bids')]).toEqual([])
  })

  it('in view stand behind the price of their row, those between two rows also as a line there', async () => {
    await hold(5.473, 5.4682)
    expect([labels('Asks'), linesIn(ladder('Asks'))]).toEqual([[[2, '◆']], []])
    expect([labels('Bids'), linesIn(ladder('Bids'))]).toEqual([[[2, '◆']], [2 * ROW]])
    expect(rows('Bids').map((row) => row.querySelector('[role="note"]')?.getAttribute('aria-label'))).toEqual([
      undefined,
      undefined,
      'your order 1 at 5.468 (last known)',
      undefined,
    ])
  })

  it('in view are drawn back while they may have changed', async () => {
    const tones = () => labelsIn(ladder('Asks')).map(({ colour }) => colour)
    await hold(5.473)
    expect(tones()).toEqual([sample('unsure')])
    const now = { mono: performance.now(), wall: Date.now() }
    const lively = { ...link(), lastFrame: { at: now, generation: 1 } }
    const orders = { ...delivered({ topic: 'open_orders', rows: [at(5.473)] }), at: now }
    const none = { ...delivered({ topic: 'positions', rows: [] }), at: now }
    await act(async () => commit(accountKey('0xabc'), [orders, none], lively))
    expect(tones()).toEqual([sample('own')])
    expect(page.element.querySelector('table [role="note"]')?.getAttribute('aria-label')).toBe('your order 1 at 5.473')
  })
})
