// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_TAPE_ROWS } from '../../config'
import { accountKey, commit, delivered, fill, leg, MAIN, state } from '../../store/test-kit'
import { usePreferences } from '../../store/preferences'
import { formatClock } from '../../ui/format'
import {
  at,
  buttonOf,
  type Mounted,
  match,
  mount,
  now,
  press,
  tell,
  tellAhead,
  textsOf,
  tradeIdOf,
  typeInto,
} from './test-kit'
import { TradesPanel } from './trades-panel'

let page: Mounted
const region = () => page.element.querySelector('section[aria-label="Trades"]')
const table = () => page.element.querySelector('table[aria-label="Trades"]')
const rows = () =>
  [...(table()?.querySelectorAll('tbody tr:not([aria-hidden])') ?? [])].map((row) => textsOf(row, 'td').slice(1))
const note = () => [...page.element.querySelectorAll('section p')].at(-1)?.textContent
const details = () => page.element.querySelector('section[aria-label="Trade details"]')
function key(target: Element | null | undefined, name: string) {
  act(() => void target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })))
}

const NETWORK = { ...MAIN, chain: { name: 'mainnet', id: 1 } }

beforeEach(async () => {
  page = await mount(<TradesPanel base="APT" network={NETWORK} />)
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the tape', () => {
  it('shows a match a row, newest first, with the taker’s side where it is known', () => {
    tell([
      ...match({ price: 5.25, size: 2, timeMs: at(1) }, 'buy'),
      ...match({ price: 5.5, size: 1, timeMs: at(3) }, 'sell'),
      ...match({ price: 5, size: 4, timeMs: at(2) }, null),
    ])
    expect(textsOf(page.element, 'th')).toEqual(['Time', 'Price', 'Size (APT)', 'Value ($)'])
    expect(rows()).toEqual([
      ['▼5.50 sell', '1', '5.500'],
      ['5.00', '4', '20.00'],
      ['▲5.25 buy', '2', '10.50'],
    ])
    expect(textsOf(page.element, 'tbody time')).toEqual([3, 2, 1].map((second) => formatClock(at(second))))
    expect(note()).toBe('3 trades held')
  })

  it('draws only rows in view, however many it holds, and says how many it keeps', () => {
    tell(Array.from({ length: MAX_TAPE_ROWS + 1 }, (_, second) => match({ timeMs: at(second) })).flat())
    expect(table()?.getAttribute('aria-rowcount')).toBe(String(MAX_TAPE_ROWS + 1))
    expect(rows().length).toBeLessThan(50)
    expect(note()).toBe('500 trades held; the tape keeps 500')
  })

  it('moves no row when newer trades come: each takes its place by its text', () => {
    tell(match({ timeMs: at(1) }))
    const row = table()?.querySelector('tbody tr')
    tell([...match({ timeMs: at(2) }), ...match({ timeMs: at(3) })])
    expect(table()?.querySelector('tbody tr')).toBe(row)
    expect(rows().length).toBe(3)
  })

  it('holds its rows while text in them is selected, and says so', () => {
    tell(match({ timeMs: at(1), price: 5.1 }))
    const price = table()?.querySelector('tbody td:nth-child(2)')
    document.getSelection()?.selectAllChildren(price ?? document.body)
    act(() => void document.dispatchEvent(new Event('selectionchange')))
    tell(match({ timeMs: at(2), price: 5.2 }))
    expect(price?.textContent).toContain('5.1')
    expect(buttonOf(page.element, /^Paused/).textContent).toBe('Paused, 1 new')
    document.getSelection()?.removeAllRanges()
    act(() => void document.dispatchEvent(new Event('selectionchange')))
    expect(table()?.querySelector('tbody td:nth-child(2)')?.textContent).toContain('5.2')
    expect(buttonOf(page.element, /^Pause/).textContent).toBe('Pause')
  })

  it('says that there were no trades only of a list that is confirmed empty', () => {
    expect(region()?.textContent).toContain('Waiting for trades…')
    tell([])
    expect(region()?.textContent).toContain('No trades yet')
  })
})

/** The tape follows five times a second: within a beat, the clock stands still. */
describe('trades that came but are not shown yet', () => {
  const shown = () => rows().map(([, size]) => size)

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('come by themselves with the next beat, all of them', () => {
    tell(match({ timeMs: at(1), size: 1 }))
    tellAhead(match({ timeMs: at(2), size: 2 }))
    tellAhead(match({ timeMs: at(3), size: 3 }))
    expect(shown()).toEqual(['1'])
    act(() => void vi.advanceTimersByTime(200))
    expect(shown()).toEqual(['3', '2', '1'])
  })

  it('change nothing under a pause or a selection, and are counted as new', () => {
    tell(match({ timeMs: at(1), size: 1 }))
    tellAhead(match({ timeMs: at(2), size: 2 }))
    press(page.element, 'Pause')
    expect(shown()).toEqual(['1'])
    press(page.element, 'Paused, 1 new')
    document.getSelection()?.selectAllChildren(table()?.querySelector('tbody td') ?? document.body)
    act(() => void document.dispatchEvent(new Event('selectionchange')))
    expect(shown()).toEqual(['1'])
    expect(buttonOf(page.element, /^Paused/).textContent).toBe('Paused, 1 new')
    document.getSelection()?.removeAllRanges()
  })

  it('are no reason to say that there are none', () => {
    tell([])
    tellAhead(match({ size: 2 }))
    expect(region()?.textContent).toContain('No trades yet')
    expect(region()?.textContent).not.toContain('0 trades held')
    expect([...page.element.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Pause')
    act(() => void vi.advanceTimersByTime(200))
    expect(shown()).toEqual(['2'])
  })

  it('are shown at once when they are the first that is told', () => {
    tellAhead(match({ size: 2 }))
    expect(shown()).toEqual(['2'])
  })
})

describe('rows of one transaction', () => {
  const sweep = () => [
    ...match({ price: 5.1, size: 1, version: '7' }, 'buy'),
    ...match({ price: 5.2, size: 2, version: '7' }, 'buy'),
    ...match({ price: 5.1, size: 1, version: '6' }, 'sell'),
  ]

  it('become one, with their number, prices from the first to the last, and sums', () => {
    tell(sweep())
    expect(rows()).toHaveLength(3)
    press(page.element, 'Group')
    expect(rows()).toEqual([
      ['5.1▲5.2 buy', '2× 3', '16'],
      ['▼5.1 sell', '1', '5'],
    ])
    expect(note()).toBe('3 trades held')
    expect(usePreferences.getState().groupTrades).toBe(true)
  })
})

describe('the size filter', () => {
  beforeEach(() => tell([1, 2, 3].flatMap((size) => match({ price: 10, size, timeMs: at(size) }))))

  it('hides smaller rows and says how many', () => {
    typeInto(page.element, 'Min $', '20')
    expect(rows().map(([, size]) => size)).toEqual(['3', '2'])
    expect(note()).toBe('3 trades held; 1 row below $20.00 hidden')
    typeInto(page.element, 'Min $', '1,000')
    expect(rows()).toEqual([])
    expect(region()?.textContent).toContain('No trade of $1,000.00 or more is held')
    typeInto(page.element, 'Min $', '')
    expect(rows()).toHaveLength(3)
  })

  it('takes over no text that is no amount, and says so', () => {
    typeInto(page.element, 'Min $', '20')
    typeInto(page.element, 'Min $', '-5x')
    expect(page.element.querySelector('[aria-invalid=true]')).not.toBeNull()
    expect(usePreferences.getState().minTradeUsd).toBe(20)
  })

  it('marks large trades in words too', () => {
    typeInto(page.element, 'Large $', '30')
    expect(rows().map(([, , value]) => value)).toEqual(['30.00 large', '20.00', '10.00'])
  })

  it('hides and marks nothing by figures that are doubted', () => {
    typeInto(page.element, 'Min $', '20')
    typeInto(page.element, 'Large $', '30')
    const foreign = { topic: 'recent_trades', reason: 'foreign-market', detail: 'foreign', lost: 'message' } as const
    act(() => {
      const refused = { generation: 1, at: now(), topic: 'recent_trades', update: null, lag: null } as const
      commit('main/market/1', [{ ...refused, lostCount: 1, lost: [foreign] }])
    })
    expect(region()?.getAttribute('data-state')).toBe('unverified')
    expect(rows().map(([, size]) => size)).toEqual(['3', '2', '1'])
    expect(rows().flat().join()).not.toContain('large')
  })
})

describe('own trades', () => {
  it('are marked by the address of a leg, or by a fill that agrees', () => {
    tell([
      ...match({ timeMs: at(3) }),
      ...match({ timeMs: at(2), address: '0x0ABC' }),
      ...match({ timeMs: at(1), tradeId: tradeIdOf(77), price: 5, size: 1 }),
    ])
    const mine = { ...fill(at(1)), marketId: '14', tradeId: tradeIdOf(77) }
    act(() => commit(accountKey('0xabc'), [delivered({ topic: 'trade_history', rows: [mine] })]))
    expect(rows().map(([, , value]) => value)).toEqual(['5.000', '5.000 your trade', '5.000 your trade'])
  })
})

describe('the details of a row', () => {
  const taker = `0x${'1'.repeat(64)}`

  function open() {
    const [first, second] = match({ version: '6704413443', price: 5.518, size: 11.851 }, 'sell')
    tell([
      { ...(first ?? leg(1)), address: taker },
      { ...(second ?? leg(1)), address: '0xabc' },
    ])
    const button = buttonOf(page.element, /^Details/)
    act(() => button.focus())
    act(() => button.click())
    return button
  }

  it('name the transaction and both sides, with links to the chain’s explorer', () => {
    open()
    expect(details()?.textContent).toContain('Taker sells')
    expect(textsOf(page.element, 'section[aria-label="Trade details"] ul ul li')).toEqual([
      expect.stringMatching(/^Taker0x1111…1111.*Watch 0x1111…1111.*Open short, fee 0\.1/),
      expect.stringMatching(/^Maker0xabc.*on show.*◆ yours.*fee 0\.00/),
    ])
    const links = [...(details()?.querySelectorAll('a') ?? [])].map(({ href }) => href)
    expect(links).toEqual([
      'https://explorer.aptoslabs.com/txn/6704413443?network=mainnet',
      `https://explorer.aptoslabs.com/account/${taker}?network=mainnet`,
      'https://explorer.aptoslabs.com/account/0xabc?network=mainnet',
    ])
  })

  it('take the focus, and Escape gives it back to the row', () => {
    const button = open()
    expect(document.activeElement).toBe(details())
    expect(button.getAttribute('aria-expanded')).toBe('true')
    key(details(), 'Escape')
    expect(details()).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('let the trader be watched, as a profile that needs no look-up', () => {
    open()
    press(page.element, /^Watch/)
    expect(state().watch).toEqual({ address: taker, fromLink: false, asProfile: true })
  })

  it('are gone with the market', () => {
    open()
    act(() => state().showMarket(MAIN, '2'))
    expect(details()).toBeNull()
    expect(region()?.textContent).not.toContain('6704413443')
  })

  it('are reached from row to row by the arrows, and the rows are one stop of the Tab key', () => {
    tell([1, 2, 3].flatMap((second) => match({ timeMs: at(second) })))
    const buttons = [...(table()?.querySelectorAll('button') ?? [])]
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
    act(() => buttons[0]?.focus())
    key(document.activeElement, 'ArrowDown')
    key(document.activeElement, 'ArrowDown')
    expect(document.activeElement).toBe(buttons[2])
    key(document.activeElement, 'ArrowUp')
    expect(document.activeElement).toBe(buttons[1])
  })
})

describe('a pause', () => {
  it('holds the rows and counts what comes, while the state goes on', () => {
    tell(match({ timeMs: at(1), size: 1 }))
    press(page.element, 'Pause')
    tell([...match({ timeMs: at(2), size: 2 }), ...match({ timeMs: at(3), size: 3 })])
    expect(rows().map(([, size]) => size)).toEqual(['1'])
    expect(buttonOf(page.element, 'Paused, 2 new').getAttribute('aria-pressed')).toBe('true')
    act(() => commit('main/market/1', [], { ...stalled(), phase: 'waiting' }))
    expect(region()?.getAttribute('data-state')).toBe('stale')
    press(page.element, 'Paused, 2 new')
    expect(rows().map(([, size]) => size)).toEqual(['3', '2', '1'])
  })

  it('counts on when the tape is full', () => {
    tell(match())
    press(page.element, 'Pause')
    tell(Array.from({ length: MAX_TAPE_ROWS + 50 }, (_, second) => match({ timeMs: at(second) })).flat())
    expect(buttonOf(page.element, 'Paused, 550 new')).toBeDefined()
  })

  it('ends with the market', () => {
    tell(match({ size: 9 }))
    press(page.element, 'Pause')
    act(() => state().showMarket(MAIN, '2'))
    expect(table()).toBeNull()
    act(() => state().showMarket(MAIN, '1'))
    tell(match({ size: 1 }))
    expect(rows().map(([, size]) => size)).toEqual(['1'])
  })
})

const stalled = () => {
  const [view] = Object.values(state().links)
  if (view === undefined) throw new Error('no link')
  return view
}
