// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePreferences } from '../../store/preferences'
import { commit, link, marketKey } from '../../store/test-kit'
import { CostLens } from './cost-lens'
import { BOOK, bookOf, fieldOf, type Mounted, mount, rowsOf, showBook, showBookAhead, typeInto } from './test-kit'

let page: Mounted
const size = () => fieldOf(page.element, 'Size')
const fee = () => fieldOf(page.element, 'Fee')
const words = () => page.element.querySelector('p')?.textContent
const rows = () => rowsOf(page.element)
const NONE = ['—', '—']
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

function chooseUnit(unit: 'base' | 'quote') {
  act(() => {
    const name = unit === 'base' ? 'APT' : 'Dollars'
    page.element.querySelector<HTMLElement>(`input[type=radio][aria-label="${name}"]`)?.click()
  })
}

const press = (name: string) =>
  act(() => [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())

async function open(book: Parameters<typeof mount>[1] = BOOK) {
  page = await mount(<CostLens base="APT" decimals={{ price: 2, size: 1 }} />, book)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the cost lens', () => {
  it('shows for buying and selling a size: averages, worst prices, slippage, fee and what is paid and received', async () => {
    await open()
    chooseUnit('base')
    typeInto(size(), '2')
    expect(rows()).toEqual({
      'Size (APT)': ['2.0', '2.0'],
      'Average price': ['101.500', '99.000'],
      'Worst price': ['102.00', '99.00'],
      Slippage: ['150.00 bps', '100.00 bps'],
      'Fee ($)': ['0.101500', '0.099000'],
      'Total ($)': ['203.10', '197.90'],
    })
    expect(words()).toBe('')
  })

  it('takes a value in dollars as well', async () => {
    await open()
    typeInto(size(), '$203')
    expect(rows()['Size (APT)']).toEqual(['2.0', '2.1'])
    expect(rows()['Total ($)']?.[0]).toBe('203.10')
  })

  it('says what the visible book can’t fill, on one side and on both', async () => {
    await open()
    chooseUnit('base')
    typeInto(size(), '5')
    expect(words()).toBe('The visible book fills only 4.0 of 5 APT buying; the figures are of that part.')
    typeInto(size(), '1k')
    expect(words()).toBe(
      'The visible book fills only 4.0 of 1,000 APT buying, 6.0 selling; the figures are of that part.',
    )
    chooseUnit('quote')
    expect(words()).toContain('only $407.00 of $1,000 buying, $590.00 selling')
  })

  it('has quick sizes in dollars', async () => {
    await open()
    chooseUnit('base')
    typeInto(size(), 'nonsense')
    press('$100k')
    expect(size().value).toBe('100,000')
    expect(usePreferences.getState()).toMatchObject({ costUnit: 'quote', costAmount: 100_000 })
    expect(words()).toContain('of $100,000 buying')
  })

  it('reads a size as people write it, and prints what it understood when they leave', async () => {
    await open()
    typeInto(size(), '2k')
    expect(size().value).toBe('2k')
    act(() => {
      size().focus()
      size().blur()
    })
    expect(size().value).toBe('2,000')
    expect(usePreferences.getState().costAmount).toBe(2000)
  })

  it.each([
    ['1,5', 'Decimals stand behind a point: 1.5.'],
    ['abc', 'Not a number: try 1,000.5 or 2k.'],
    ['-3', 'Not below zero, please.'],
    ['0', 'More than zero, please.'],
    ['9999999m', 'At most 1,000,000,000,000, please.'],
  ])('says what is wrong with the size "%s", and reckons nothing', async (text, problem) => {
    await open()
    typeInto(size(), text)
    expect(words()).toBe(problem)
    expect(size().getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(size().getAttribute('aria-describedby') ?? '')?.textContent).toBe(problem)
    for (const figures of Object.values(rows())) expect(figures).toEqual(NONE)
    act(() => {
      size().focus()
      size().blur()
    })
    expect(size().value).toBe(text)
    expect(usePreferences.getState().costAmount).toBe(10_000)
  })

  it('reckons nothing of an empty field, without blame', async () => {
    await open()
    typeInto(size(), ' ')
    expect(words()).toBe('')
    expect(rows()['Average price']).toEqual(NONE)
  })

  it('reckons with the fee that is typed in, and keeps it; without one it shows no fee and no total', async () => {
    await open()
    chooseUnit('base')
    typeInto(size(), '1')
    typeInto(fee(), '10')
    expect(rows()['Fee ($)']).toEqual(['0.101000', '0.099000'])
    expect(usePreferences.getState().feeBps).toBe(10)
    typeInto(fee(), '1,001')
    expect(words()).toBe('At most 1,000, please.')
    expect(rows()['Fee ($)']).toEqual(NONE)
    expect(rows()['Total ($)']).toEqual(NONE)
    expect(rows()['Average price']).toEqual(['101.000', '99.000'])
    typeInto(fee(), '0')
    expect(rows()['Total ($)']).toEqual(['101.00', '99.00'])
  })

  it('follows the book, five times a second', async () => {
    await open()
    chooseUnit('base')
    typeInto(size(), '1')
    act(() => showBook(bookOf([[49, 9]], [[51, 9]])))
    expect(rows()['Average price']).toEqual(['51.000', '49.000'])
    act(() => showBookAhead(bookOf([[59, 9]], [[61, 9]])))
    expect(rows()['Average price']).toEqual(['51.000', '49.000'])
    await pass(200)
    expect(rows()['Average price']).toEqual(['61.000', '59.000'])
  })

  it.each([
    ['crossed', bookOf([[102, 1]], [[101, 1]]), NONE, 'No cost of a crossed book.'],
    ['locked', bookOf([[101, 1]], [[101, 1]]), NONE, 'No cost of a locked book.'],
    ['empty', bookOf([], []), NONE, 'No cost: the book is empty.'],
    ['without bids', bookOf([], [[101, 1]]), ['101.000', '—'], 'Nobody to sell to: no bids.'],
    ['without asks', bookOf([[99, 1]], []), ['—', '99.000'], 'Nothing to buy: no asks.'],
  ])('of a book that is %s says so', async (_shape, book, averages, said) => {
    await open(book)
    typeInto(size(), '10')
    expect(rows()['Average price']).toEqual(averages)
    expect(rows().Slippage).toEqual(NONE)
    expect(words()).toContain(said)
  })

  it('is withheld a minute after the link is lost, and not before', async () => {
    await open()
    typeInto(size(), '10')
    await act(async () => commit(marketKey('1'), [], link(1, 'waiting')))
    await pass(50_000)
    expect(rows()['Average price']).toEqual(['101.000', '99.000'])
    await pass(11_000)
    expect(rows()['Average price']).toEqual(NONE)
    expect(words()).toBe('No cost is reckoned from figures that old.')
  })
})
