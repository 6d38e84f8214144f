// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '../../domain/account'
import type { FundingRate } from '../../domain/funding'
import { subjectKey } from '../../domain/subject'
import { useFundingHistory } from '../../store/funding-history'
import {
  accountKey,
  accountOf,
  beginStore,
  bookAt,
  commit,
  delivered,
  link,
  MAIN,
  marketKey,
  position,
  state,
} from '../../store/test-kit'
import { FundingPanel } from './funding-panel'

const HOUR_MS = 3_600_000
const NOW_MS = Date.UTC(2026, 0, 15, 12, 30)
const NOON_MS = Date.UTC(2026, 0, 15, 12)
let root: Root

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)

const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: now(), generation: 1 } })
const rate = (marketId: string, value: number): FundingRate => ({
  marketId,
  rate: value,
  fundingMs: null,
  updatedMs: NOON_MS,
  transactionMs: NOON_MS,
  version: null,
})
const bringRates = (...rates: readonly FundingRate[]) =>
  act(async () =>
    commit(marketKey('1'), [{ ...delivered({ topic: 'live_funding_rate', rates }), at: now() }], lively()),
  )
const bringPositions = (...rows: readonly Position[]) =>
  act(async () => commit(accountKey('0xabc'), [{ ...delivered({ topic: 'positions', rows }), at: now() }], lively()))
/** A mid half above the best bid. */
const bringBook = (key: string, bid: number) => act(async () => commit(key, [{ ...bookAt(bid), at: now() }], lively()))
const own = (marketId: string, side: Position['side'], size: number) => ({
  ...position(String((7n << 64n) | BigInt(marketId))),
  marketId,
  side,
  size,
})
const seenEachHour = (marketId: string, rates: readonly number[]) =>
  useFundingHistory.setState({
    history: new Map([
      ...useFundingHistory.getState().history,
      [
        `main/${marketId}`,
        rates.map((value, index) => ({
          timeMs: NOON_MS - (rates.length - 1 - index) * HOUR_MS,
          rate: value,
          gapMs: index === 0 ? null : HOUR_MS,
        })),
      ],
    ]),
  })
const show = (network = MAIN) => act(async () => root.render(<FundingPanel network={network} />))
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)
const panel = () => document.querySelector('section')?.textContent ?? ''

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'], now: NOW_MS })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild!)
  useFundingHistory.setState({ history: new Map() })
  beginStore(accountOf('0xabc'))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
})

describe('the rates', () => {
  it('stand as delivered, and nothing is derived while the period is not known', async () => {
    await show()
    await bringRates(rate('1', 0.0000144), rate('2', -0.5))
    expect(texts('td')).toEqual(['1-USD', '+0.0000144', '—', '—', '2-USD', '−0.5000000', '—', '—'])
    expect(panel()).toContain('Their period is known once two fundings in a row were seen')
    expect(document.querySelector('svg')).toBeNull()
  })

  it('give what follows from the inferred period, marked as assumed', async () => {
    seenEachHour('1', [0.0002, -0.0001, 0.0001])
    await show()
    await bringRates(rate('1', 0.0001))
    expect(texts('th')).toEqual(['Market', 'Rate', '≈ 8 h, 1 h', '≈ 1 y, next'])
    expect(texts('td')).toEqual(['1-USDeach 1 h', '+0.0001', '+0.0800 %+0.0100 %', '+87.60 %30:00'])
    expect(panel()).toContain('period inferred: 1 h. ≈ assumed: a fraction each period, + longs pay shorts')
  })

  it('are kept as they are shown, whatever else of the page has yet to come', async () => {
    await show()
    await bringRates(rate('1', 0.0002))
    const later = { ...rate('1', 0.0003), updatedMs: NOON_MS + HOUR_MS, transactionMs: NOON_MS + HOUR_MS }
    await bringRates(later)
    expect(useFundingHistory.getState().history.get('main/1')).toEqual([
      { timeMs: NOON_MS, rate: 0.0002, gapMs: null },
      { timeMs: NOON_MS + HOUR_MS, rate: 0.0003, gapMs: HOUR_MS },
    ])
  })

  it('bear no such mark where the network’s funding is confirmed', async () => {
    seenEachHour('1', [0.0002, 0.0001])
    await show({ ...MAIN, fundingConfirmed: true })
    await bringRates(rate('1', 0.0001))
    await bringPositions(own('1', 'long', 2))
    expect(texts('th')).toEqual(['Market', 'Rate', '8 h, 1 h', '1 y, next'])
    expect(panel()).not.toContain('assumed')
    expect(panel()).toContain('period inferred: 1 h')
  })

  it('count down to the next funding by the clock, and say when it is due', async () => {
    seenEachHour('1', [0.0002, 0.0001])
    await show()
    await bringRates(rate('1', 0.0001))
    await pass(7_000)
    expect(texts('td').at(-1)).toBe('+87.60 %29:53')
    vi.setSystemTime(NOON_MS + HOUR_MS)
    await act(async () => commit(marketKey('1'), [], lively()))
    await pass(1_000)
    expect(texts('td').at(-1)).toBe('+87.60 %due')
  })

  it('have a course, drawn and in words', async () => {
    seenEachHour('1', [0.0002, -0.0001, 0.0001])
    await show()
    await bringRates(rate('1', 0.0001))
    const label = document.querySelector('figure')?.getAttribute('aria-label')
    expect(label).toMatch(/^3 fundings seen by this browser since 2026-01-15 \d\d:00:00: from −0.0001 to \+0.0002$/)
  })

  it('keep what was delivered and withhold what is derived a minute after the link is lost', async () => {
    seenEachHour('1', [0.0002, 0.0001])
    await show()
    await bringRates(rate('1', 0.0001))
    await pass(70_000)
    expect(texts('td')).toEqual(['1-USD', '+0.0001', '—', '—'])
    expect(document.querySelector('section')?.dataset.withheld).toBe('')
  })
})

describe('what it costs the account', () => {
  const secondBook = subjectKey({ kind: 'book', networkId: 'main', marketId: '2' })
  const costs = () => texts('ul[aria-label="Funding of own positions"] li')
  const sum = () => document.querySelector('div[data-state] p')?.textContent

  beforeEach(async () => {
    seenEachHour('1', [0.0002, 0.0001])
    state().holdBooks(MAIN, ['2'])
    await show()
    await bringRates(rate('1', 0.0001), rate('2', 0.01))
  })

  it('is told of each position and in total, by the live mid, with its mark', async () => {
    await bringPositions(own('1', 'long', 1000), own('2', 'short', 2))
    await bringBook(marketKey('1'), 99.5)
    await bringBook(secondBook, 49.5)
    const at = new Date(NOON_MS + HOUR_MS).toTimeString().slice(0, 5)
    expect(costs()).toEqual([`1-USD longpays about $10.00 at ${at}`, '2-USD shortreceives about $1.00 at the next'])
    expect(sum()).toBe('Own positionsassumedpays about $9.00')
  })

  it('counts what is known where a price is missing, or no longer live', async () => {
    await bringPositions(own('1', 'long', 1000), own('2', 'short', 2))
    await bringBook(marketKey('1'), 99.5)
    expect(costs()[1]).toBe('2-USD short—')
    expect(sum()).toBe('Own positions1 of 2assumedpays about $10.00')
    await act(async () => commit(marketKey('1'), [], link(1, 'waiting')))
    expect(sum()).toBe('Own positions0 of 2assumed—')
  })

  it('is not reckoned with a rate that nobody delivered', async () => {
    await bringPositions(own('1', 'long', 1000))
    await bringBook(marketKey('1'), 99.5)
    await bringRates(rate('2', 0.01))
    expect(costs()).toEqual(['1-USD long—'])
  })

  it('says of no positions only what is known', async () => {
    expect(panel()).toContain('Waiting for positions…')
    await bringPositions()
    expect(panel()).toContain('No open positions')
    await act(async () => commit(accountKey('0xabc'), [], link(1, 'waiting')))
    expect(panel()).toContain('No open positions, when last known')
  })

  it('is nothing without an account', async () => {
    await bringPositions(own('1', 'long', 1000))
    await act(async () => state().setWatch(null))
    expect(costs()).toEqual([])
    expect(panel()).not.toContain('positions')
  })
})
