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
  ladder,
  layers,
  level,
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
} from './test-kit'

const ROW = densities.comfortable.rows.ladder
const px = (...counts: readonly number[]) => counts.map((count) => `${count * ROW}px`)
let page: Mounted

beforeEach(async () => {
  page = await mount(<OrderBookPanel base="APT" />)
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
    expect(bars('Bids')).toBe('M100 0H75V1H50V2H25V3H0V4H100Z')
  })

  it('keep their elements when a better price pushes the levels on', async () => {
    await show(BOOK)
    const elements = () => [...(ladder('Bids')?.querySelectorAll('*') ?? [])]
    const texts = () => elements().flatMap(({ childNodes }) => [...childNodes].filter((node) => node instanceof Text))
    const before = [elements(), texts()]
    await show({ ...BOOK, bids: [level(5.471, 1), ...BOOK.bids.slice(0, 3)] })
    const after = [elements(), texts()]
    for (const [index, nodes] of after.entries()) {
      expect(nodes.length).toBeGreaterThan(5)
      expect(nodes.every((node, place) => node === before[index]?.[place])).toBe(true)
    }
    expect(seenAt('Bids', 1)).toEqual(['5.470', '10', '11'])
  })

  it('change by a text for each column that changed; columns that show what they showed are not touched', async () => {
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
    await show({ asks, bids: bidsEndingIn(11) })
    observer.disconnect()
    const parts = touched.map((node) =>
      (node instanceof Element ? node : node.parentElement)?.getAttribute('data-part'),
    )
    expect(parts).toEqual(['size', 'total', 'bars', 'flashes'])
    expect(touched.every((node) => ladder('Bids')?.contains(node))).toBe(true)
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
    expect(layers('Bids', 'price')).toEqual(['5.470\n', '\n5.469'])
    const tones = [...(ladder('Bids')?.querySelectorAll('[data-part="price"]') ?? [])].map(({ className }) => className)
    expect(tones.map((tone) => [tone.includes('text-up'), tone.includes('text-muted')])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(layers('Bids', 'size')).toEqual(['9.2\n', '\n', '\n', '\n9.0'])
  })

  it('have sizes that fade with their age', async () => {
    const aged = [0, 10_000, 60_000, 600_000].map((ageMs, row) => level(5.47 - row / 1000, row + 1, NOW_MS - ageMs))
    await show({ ...BOOK, bids: aged })
    expect(layers('Bids', 'size')).toEqual(['1\n\n\n', '\n2\n\n', '\n\n3\n', '\n\n\n4'])
    const tones = [...(ladder('Bids')?.querySelectorAll('[data-part="size"]') ?? [])].map(({ className }) => className)
    expect(new Set(tones).size).toBe(4)
    expect([tones[0]?.endsWith('text-text'), tones[3]?.endsWith('text-muted')]).toEqual([true, true])
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
    expect(bars('Bids')).toBe('M100 0H100V1H100V2H100V3H100V4H100Z')
    expect(page.element.textContent).toContain('Mid—Spread—')
    expect(page.element.textContent).toContain('Imbalance ± 5 bps—')
    await point(rowAt('Bids', 1), 'pointerover', 'mouse')
    expect(page.element.textContent).toContain('Sum— APTValue—Avg—From mid—')
  })

  it('has no row drawn back: its values are not sure', async () => {
    usePreferences.setState({ dimBelowUsd: 1000 })
    await show(BOOK)
    expect(layers('Bids', 'price')[0]).toBe('\n\n\n')
    await doubt()
    expect(layers('Bids', 'price')[1]).toBe('\n\n\n')
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
  const glyphs = (of: 'Asks' | 'Bids') =>
    [...(ladder(of)?.querySelectorAll<HTMLElement>('[style*="translateY"]') ?? [])].map((mark) => ({
      y: /translateY\((.*)\)/.exec(mark.style.transform)?.[1],
      text: mark.textContent,
      between: mark.querySelector('.h-px') !== null,
    }))

  beforeEach(async () => {
    beginStore(accountOf('0xabc'))
    await show(BOOK)
  })

  it('out of view are named at the edge, the nearest first', async () => {
    await hold(4.5, 5.4, 5.9)
    expect(page.element.textContent).toContain('Below, last known: order 5.400, order 4.500')
    expect(page.element.textContent).toContain('Above, last known: order 5.900')
    expect([...glyphs('Asks'), ...glyphs('Bids')]).toEqual([])
  })

  it('in view stand behind the price of their row, those between two rows also as a line there', async () => {
    await hold(5.473, 5.4682)
    expect(glyphs('Asks')).toEqual([{ y: px(2)[0], text: '5.473◆', between: false }])
    expect(glyphs('Bids')).toEqual([{ y: px(2)[0], text: '5.468◆', between: true }])
    expect(rows('Bids').map((row) => row.querySelector('[role="note"]')?.getAttribute('aria-label'))).toEqual([
      undefined,
      undefined,
      'your order 1 at 5.468 (last known)',
      undefined,
    ])
  })

  it('in view are drawn back while they may have changed', async () => {
    const tone = () => ladder('Asks')?.querySelector('[style*="translateY"] > span > :last-child')?.className
    await hold(5.473)
    expect(tone()).toContain('text-muted')
    const now = { mono: performance.now(), wall: Date.now() }
    const lively = { ...link(), lastFrame: { at: now, generation: 1 } }
    const orders = { ...delivered({ topic: 'open_orders', rows: [at(5.473)] }), at: now }
    const none = { ...delivered({ topic: 'positions', rows: [] }), at: now }
    await act(async () => commit(accountKey('0xabc'), [orders, none], lively))
    expect(tone()).toContain('text-accent')
    expect(page.element.querySelector('table [role="note"]')?.getAttribute('aria-label')).toBe('your order 1 at 5.473')
  })
})
