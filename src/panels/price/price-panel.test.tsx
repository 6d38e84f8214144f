// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePreferences } from '../../store/preferences'
import { selectMarket } from '../../store/selectors'
import { accountKey, accountOf, commit, delivered, link, marketKey, position, state } from '../../store/test-kit'
import { useStore } from '../../store/store'
import { useOwnMarks } from '../../store/use-own-marks'
import { formatClock } from '../../ui/format'
import { CandleNote } from './candle-note'
import { PricePanel } from './price-panel'
import { at, type Mounted, mount, tell, textsOf } from './test-kit'

let page: Mounted
const now = () => ({ mono: performance.now(), wall: Date.now() })
const clock = (seconds: number) => formatClock(at(seconds))
const note = () => page.element.querySelector('figcaption')?.textContent

function loseTheSocket() {
  act(() => commit(marketKey('1'), [], { ...link(), phase: 'waiting', lastFrame: { at: now(), generation: 1 } }))
}

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the price chart', () => {
  const region = () => page.element.querySelector('section[aria-label="Price chart"]')
  const click = (name: string) => act(() => page.element.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click())

  // As a table: its picture is drawn by a real browser alone (e2e/price-chart.spec.ts).
  beforeEach(async () => {
    page = await mount(<PricePanel base="APT" />)
    click('Candles as a table')
  })

  it('carries the state of the trades, and claims an empty market only of a confirmed list', () => {
    expect(region()?.getAttribute('data-state')).toBe('waiting')
    expect(region()?.textContent).toContain('Waiting for trades…')
    tell([])
    expect(region()?.getAttribute('data-state')).toBe('live')
    expect(region()?.textContent).toContain('No trades yet')
    loseTheSocket()
    expect(region()?.getAttribute('data-state')).toBe('stale')
    expect(region()?.textContent).toContain('No trades yet, when last known')
  })

  it('shows candles of the chosen time, which is kept', () => {
    tell([
      [1, 5, 1],
      [61, 6, 1],
      [299, 7, 1],
    ])
    expect(textsOf(page.element, 'tbody tr')).toHaveLength(3)
    click('5 minutes')
    expect(textsOf(page.element, 'tbody tr')).toHaveLength(1)
    expect(usePreferences.getState().candleSeconds).toBe(300)
  })

  it('draws nothing from figures that are doubted', () => {
    tell([[1, 5, 1]])
    const lost = [{ topic: 'recent_trades', reason: 'foreign-market', detail: 'foreign', lost: 'message' }] as const
    const refused = { generation: 1, at: now(), topic: 'recent_trades', update: null, lag: null } as const
    act(() => commit(marketKey('1'), [{ ...refused, lostCount: 1, lost }]))
    expect(region()?.textContent).toContain('No candles are drawn from unverified figures')
    expect(textsOf(page.element, 'tbody tr')).toEqual([])
  })
})

describe('the note under the candles', () => {
  function Note() {
    const { marks, sure } = useOwnMarks()
    const gaps = useStore((state) => selectMarket(state)?.gaps)
    return <CandleNote gaps={gaps ?? []} marks={marks} sure={sure} priceDecimals={2} />
  }

  beforeEach(async () => {
    page = await mount(<Note />)
    act(() => state().showAccount(accountOf('0xabc')))
    tell([[0, 5, 1]])
  })

  it('tells since when, and every gap: the newest two by name', () => {
    expect(note()).toBe(`Since ${clock(0)}, from the trades seen`)
    for (const [generation, second] of [60, 120, 180].entries()) tell([[second, 5, 1]], generation + 2)
    expect(note()).toContain(`gap ${clock(120)}–${clock(181)}, gap ${clock(60)}–${clock(121)}, 1 more`)
    expect(page.element.querySelector('figcaption [title]')?.getAttribute('title')).toBe(
      [0, 60, 120].map((second) => `gap ${clock(second)}–${clock(second + 61)}`).join('\n'),
    )
  })

  it('says that nothing is seen while the connection is lost', () => {
    loseTheSocket()
    expect(note()).toMatch(/nothing seen since \d\d:\d\d:\d\d$/)
  })

  it('names own prices, which may lie out of view, and what is no longer sure of them', () => {
    const held = { ...position(String((7n << 64n) | 1n)), entryPrice: 4.5, liquidationPrice: 2.5 }
    const tellAccount = (phase: 'confirmed' | 'waiting') =>
      act(() => {
        const deliveries = [
          { ...delivered({ topic: 'positions', rows: [held] }), at: now() },
          { ...delivered({ topic: 'open_orders', rows: [] }), at: now() },
        ]
        commit(accountKey('0xabc'), deliveries, { ...link(), phase, lastFrame: { at: now(), generation: 1 } })
      })
    tellAccount('confirmed')
    const own = () => textsOf(page.element, 'ul[aria-label="Own prices"] li')
    expect(own()).toEqual(['Entry long 4.50', 'Liq. long 2.50'])
    tellAccount('waiting')
    expect(own()).toEqual(['Entry long 4.50 (last known)', 'Liq. long 2.50 (last known)'])
  })
})
