// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePreferences } from '../../store/preferences'
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
} from '../../store/test-kit'
import { NO_CHOICE } from './filters'
import { PositionsTab } from './positions-tab'
import type { TableContext } from './table-context'

const CONTEXT: TableContext = { network: MAIN, decimalsFor: () => ({ price: 1, size: 0 }), showStory: () => undefined }
const VIEW = { sort: null, filter: NO_CHOICE, totalsBy: 'none' } as const
const HELD = { ...position('7'), entryPrice: 5, marginUsd: 2, liquidationPrice: 2 }
let root: Root

const at = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: at(), generation: 1 } })
/** The mid is 0.5 above the bid. */
const bid = (price: number) => commit(marketKey('1'), [{ ...bookAt(price), at: at() }], lively())
const onView = () => undefined
const show = (withheld: boolean) =>
  act(() => root.render(<PositionsTab context={CONTEXT} view={VIEW} onView={onView} withheld={withheld} />))

/** Cells of the one position by their headers. */
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
  usePreferences.setState(usePreferences.getInitialState(), true)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  beginStore(accountOf('0xabc'))
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows: [HELD] })], link(2))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a position waits for its book, follows it, and is alone without totals', () => {
  show(false)
  expect(cells()).toMatchObject({ Mid: '—', 'uPnL ($)': '—', 'To liquidation': '—' })
  act(() => bid(5.5))
  expect(cells()).toMatchObject({
    Mid: '6.00',
    'uPnL ($)': '+1.00',
    ROE: '+50.00 %',
    'To liquidation': '+66.67 %',
    'Margin ratio': '50.00 %',
    'Value ($)': '6.000',
  })
  expect(document.querySelector('tfoot')).toBeNull()
})

it('a frame changes the texts that changed and no other', async () => {
  show(false)
  act(() => bid(5.5))
  const changed: (string | null)[] = []
  const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target.textContent)))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  // The mid moves by a thousandth: too little for price, PnL and distance as they are shown.
  await act(async () => bid(5.501))
  expect(changed).toEqual(['+50.05 %', '50.01 %', '6.001'])
  changed.length = 0
  await act(async () => bid(5.501))
  expect(changed).toEqual([])
  observer.disconnect()
})

it('no figure outlives its book: with the clock alone it goes, and says why', () => {
  show(false)
  act(() => bid(5.5))
  act(() => void vi.advanceTimersByTime(16_000))
  expect(cells()).toMatchObject({ 'Entry price': '5.0', Mid: '—', 'uPnL ($)': '—', 'Margin ratio': '—' })
  expect(document.querySelector('[title="Not known: its order book is stale"]')?.textContent).toBe('—')
})

it('of positions that are withheld nothing is derived, what was delivered stays', () => {
  show(false)
  act(() => bid(5.5))
  show(true)
  expect(cells()).toMatchObject({ 'Entry price': '5.0', Liquidation: '2.0', 'uPnL ($)': '—', 'To liquidation': '—' })
  expect(document.querySelector('[title="Not known: the positions are stale or unverified"]')).not.toBeNull()
})

it('totals say of how many positions they are', () => {
  const rows = [HELD, { ...HELD, tradeId: '8', marketId: '2' }]
  commit(accountKey('0xabc'), [delivered({ topic: 'positions', rows })], link(2))
  show(false)
  act(() => bid(5.5))
  expect(document.querySelector('tfoot')?.textContent).toBe('2 positions+1.001 of 24.0006.0001 of 2')
  show(true)
  expect(document.querySelector('tfoot')?.textContent).toBe('2 positions—0 of 2—0 of 2—0 of 2')
})

it('the basis that is chosen is kept, and an exit asks for the fee', () => {
  show(false)
  act(() => bid(5.5))
  const exit = [...document.querySelectorAll('input')].find(({ type, ariaLabel, labels }) => {
    return type === 'radio' && `${ariaLabel ?? ''}${labels?.[0]?.textContent ?? ''}`.includes('Exit')
  })
  act(() => exit?.click())
  expect(usePreferences.getState().priceBasis).toBe('exit')
  expect(cells()).toMatchObject({ Exit: '5.50', 'uPnL ($)': '+0.50' })
  expect(document.querySelector<HTMLInputElement>('input[type=number]')?.value).toBe('5')
})
