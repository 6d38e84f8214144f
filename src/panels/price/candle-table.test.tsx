// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAIN, state } from '../../store/test-kit'
import { formatClock } from '../../ui/format'
import { CandleTable } from './candle-table'
import { at, type Mounted, mount, tell, textsOf } from './test-kit'

let page: Mounted
const rows = () => [...page.element.querySelectorAll('tbody tr')].map((row) => textsOf(row, 'td'))
const note = () => page.element.querySelector('figcaption')?.textContent
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const clock = (seconds: number) => formatClock(at(seconds))

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  page = await mount(<CandleTable base="APT" decimals={{ price: 2, size: 1 }} seconds={5} />)
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the candles as a table', () => {
  it('are the newest first, without those of times in which nothing was traded', async () => {
    tell([
      [2, 5, 1],
      [21, 7, 2],
      [22, 6, 1.5],
    ])
    await pass(1000)
    expect(textsOf(page.element, 'th')).toEqual([
      'Time',
      'Open',
      'High',
      'Low',
      'Close',
      'Volume (APT)',
      'Volume ($)',
      'Trades',
    ])
    expect(rows()).toEqual([
      [clock(20), '7.00', '7.00', '6.00', '6.00', '3.5', '23.00', '2'],
      [`${clock(0)}partly seen`, '5.00', '5.00', '5.00', '5.00', '1.0', '5.000', '1'],
    ])
    expect(note()).toBe(`Since ${clock(2)}, from the trades seen`)
  })

  it('tell a time that nobody saw in one row and by its name', async () => {
    tell([
      [0, 5, 1],
      [6, 5, 1],
    ])
    tell([[31, 6, 1]], 2)
    await pass(1000)
    expect(rows().map(([time, open]) => [time, open])).toEqual([
      [`${clock(30)}partly seen`, '6.00'],
      [`${clock(10)}not seen`, '—'],
      [`${clock(5)}partly seen`, '5.00'],
      [`${clock(0)}partly seen`, '5.00'],
    ])
    expect(note()).toContain(`gap ${clock(6)}–${clock(32)}`)
  })

  it('stand still for a second, so that they can be read, but not beyond their market', async () => {
    tell([[0, 5, 1]])
    tell([[9, 6, 1]])
    tell([[15, 6, 1]])
    await pass(999)
    expect(rows()).toHaveLength(2)
    await pass(51)
    expect(rows()).toHaveLength(3)
    act(() => state().showMarket(MAIN, '2'))
    expect(rows()).toEqual([])
  })
})
