// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '../domain/account'
import { makeTradeId } from '../domain/order-id'
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
  refused,
  state,
} from '../store/test-kit'
import { LiquidationWarnings } from './liquidation-warnings'

let root: Root
let hidden: boolean
let notified: Shown[]
let mayNotify: boolean

class Shown extends EventTarget {
  static get permission() {
    return mayNotify ? 'granted' : 'denied'
  }
  readonly words: string
  closed = false
  constructor(title: string, { body }: { readonly body: string }) {
    super()
    this.words = `${title} | ${body}`
    notified.push(this)
  }
  close() {
    this.closed = true
  }
}

const now = () => ({ mono: performance.now(), wall: Date.now() })
const lively = () => ({ ...link(), lastFrame: { at: now(), generation: 1 } })
const draw = (percent = 5) => act(async () => root.render(<LiquidationWarnings network={MAIN} percent={percent} />))
const pass = (seconds: number) => act(async () => vi.advanceTimersByTime(seconds * 1000))
const ID = makeTradeId(1n, '1')
const row = (fields: Partial<Position> = {}): Position => ({ ...position(ID), liquidationPrice: 80, ...fields })

const hold = (...rows: readonly Position[]) =>
  act(async () => commit(accountKey('0xabc'), [{ ...delivered({ topic: 'positions', rows }), at: now() }], lively()))

/** One tick of the page's clock after a book with that mid. */
async function mid(price: number) {
  await act(async () => commit(marketKey('1'), [{ ...bookAt(price - 0.5), at: now() }], lively()))
  await pass(1)
}

const spoken = () => document.querySelector('[role="alert"]')?.textContent ?? null
const shown = () =>
  [...document.querySelectorAll('.font-semibold')].map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '))
const button = (index: number) => document.querySelectorAll('button')[index]

async function hide(next: boolean) {
  hidden = next
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('Notification', Shown)
  hidden = false
  mayNotify = true
  notified = []
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  beginStore(accountOf('0xabc'))
  await draw()
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a warning', () => {
  it('is shown and spoken once the position is nearer than the percentage, and stays', async () => {
    await hold(row())
    await mid(85)
    expect(shown()).toEqual([])
    await mid(84)
    expect(shown()).toEqual(['Long 1 1 was 4.76 % from its liquidation price'])
    expect(spoken()).toBe('Long 1 1 was 4.76 % from its liquidation price')
    await mid(90)
    await pass(600)
    expect(shown()).toHaveLength(1)
  })

  it('is closed by its button for good, and comes again after the position was far enough', async () => {
    await hold(row())
    await mid(84)
    await act(async () => button(1)?.click())
    await mid(83)
    expect(shown()).toEqual([])
    await mid(90)
    await mid(83)
    expect(shown()).toEqual(['Long 1 1 was 3.61 % from its liquidation price'])
  })

  it('opens the positions', async () => {
    state().showTab('fills')
    state().showFull('book')
    await hold(row())
    await mid(84)
    await act(async () => button(0)?.click())
    expect(state()).toMatchObject({ tab: 'positions', page: 'account', fullPanel: null })
    expect(shown()).toEqual([])
  })

  it('has a line a position, and counts those beyond three', async () => {
    await hold(...[1n, 2n, 3n, 4n, 5n].map((count) => row({ tradeId: makeTradeId(count, '1') })))
    await mid(84)
    expect(shown()).toHaveLength(3)
    expect(document.body.textContent).toContain('and 2 positions more')
  })

  it('of an account that was left is gone in the same commit', async () => {
    await hold(row())
    await mid(84)
    await act(async () => state().showAccount(accountOf('0xdef')))
    expect(shown()).toEqual([])
    expect(spoken()).toBeNull()
  })
})

describe('no warning rests on', () => {
  it('a price that is stale', async () => {
    await mid(84)
    await pass(20)
    await hold(row())
    await pass(2)
    expect(shown()).toEqual([])
  })

  it('a book that could not be read or is another market’s', async () => {
    await mid(84)
    await act(async () => commit(marketKey('1'), [refused('orderbook', 'of market 2', 'foreign-market')], lively()))
    await hold(row())
    await pass(2)
    expect(shown()).toEqual([])
  })

  it('positions that are doubted or stale', async () => {
    await hold(row({ tradeId: makeTradeId(1n, '2') }))
    await mid(84)
    expect(shown()).toEqual([])
    await hold(row())
    await act(async () => commit(accountKey('0xabc'), [], link(1, 'waiting')))
    await mid(84)
    expect(shown()).toEqual([])
  })

  it('a position without a liquidation price, or in a market without a book', async () => {
    await hold(row({ liquidationPrice: null }), row({ marketId: '2', tradeId: makeTradeId(1n, '2') }))
    await mid(84)
    expect(shown()).toEqual([])
  })
})

describe('a notification', () => {
  it('tells the same while the page is hidden, and only then', async () => {
    await hold(row())
    await mid(84)
    expect(notified).toEqual([])
    await mid(90)
    await hide(true)
    await mid(84)
    expect(notified.map(({ words }) => words.replace(/ \d\d:\d\d:\d\d$/, ' time'))).toEqual([
      'Long 1 1 was 4.76 % from its liquidation price | 1-USD · mid 84.0 · liquidation at 80.0 · time',
    ])
  })

  it('is not asked for where it is not allowed', async () => {
    mayNotify = false
    await hide(true)
    await hold(row())
    await mid(84)
    expect(notified).toEqual([])
    expect(shown()).toHaveLength(1)
  })

  it('is gone when the reader comes back, and when the account is left', async () => {
    await hide(true)
    await hold(row())
    await mid(84)
    await hide(false)
    expect(notified.map(({ closed }) => closed)).toEqual([true])
    await mid(90)
    await hide(true)
    await mid(84)
    await act(async () => state().showAccount(accountOf('0xdef')))
    expect(notified.map(({ closed }) => closed)).toEqual([true, true])
  })

  it('that the browser refuses after all is told once, and takes nothing else with it', async () => {
    vi.stubGlobal(
      'Notification',
      class {
        static readonly permission = 'granted'
        constructor() {
          throw new TypeError('Illegal constructor')
        }
      },
    )
    await hide(true)
    await hold(row())
    await mid(84)
    expect(state().notices).toEqual([
      'This browser did not let the page show a notification; alerts are told on the page alone.',
    ])
    expect(shown()).toHaveLength(1)
  })
})
