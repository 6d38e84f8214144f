// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DepthTable } from './depth-table'
import { BOOK, bookOf, type Mounted, mount, rowsOf, showBook } from './test-kit'

let page: Mounted
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const within = (distance: string) => rowsOf(page.element)[distance]
const twice = bookOf([[99, 4]], [[101, 2]])

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  page = await mount(<DepthTable base="APT" decimals={{ price: 2, size: 1 }} />)
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the depth as a table', () => {
  it('tells size and value of each side within a distance of the mid, and all that is visible', () => {
    expect([...page.element.querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual([
      'Within',
      'Bids (APT)',
      'Bids ($)',
      'Asks (APT)',
      'Asks ($)',
    ])
    expect(within('0.5 % of mid')).toEqual(['none', 'none', 'none', 'none'])
    expect(within('1 % of mid')).toEqual(['2.0', '198.00', '1.0', '101.00'])
    expect(within('2 % of mid')).toEqual(['6.0', '590.00', '4.0', '407.00'])
    expect(within('All visible')).toEqual(['6.0', '590.00', '4.0', '407.00'])
  })

  it('is refreshed once a second at most, and with the newest book then', async () => {
    await act(async () => showBook(bookOf([[99, 1]], [[101, 1]])))
    expect(within('1 % of mid')).toEqual(['1.0', '99.00', '1.0', '101.00'])
    await pass(300)
    await act(async () => showBook(bookOf([[99, 3]], [[101, 3]])))
    await act(async () => showBook(twice))
    await pass(699)
    expect(within('1 % of mid')).toEqual(['1.0', '99.00', '1.0', '101.00'])
    await pass(51)
    expect(within('1 % of mid')).toEqual(['4.0', '396.00', '2.0', '202.00'])
  })

  it('takes news at once after a pause, and leaves no timer behind', async () => {
    await pass(5000)
    await act(async () => showBook(twice))
    expect(within('1 % of mid')).toEqual(['4.0', '396.00', '2.0', '202.00'])
    await act(async () => showBook(BOOK))
    page.unmount()
    await pass(1050)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('tells nothing of a book without a mid', async () => {
    await pass(5000)
    await act(async () => showBook(bookOf([[99, 1]], [])))
    expect(page.element.textContent).toBe('')
  })
})
