// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenOrder, Position } from '../../domain/account'
import { makeOrderId } from '../../domain/order-id'
import { accountKey, accountOf, commit, delivered, link, openOrder, position, state } from '../../store/test-kit'
import { DepthMarks } from './depth-marks'
import { type Mounted, mount } from './test-kit'

let page: Mounted
const list = (label: string) =>
  [...page.element.querySelectorAll(`ul[aria-label="${label}"] > li .sr-only`)].map(({ textContent }) => textContent)
const shown = () => [...page.element.querySelectorAll('[aria-hidden]')].map(({ textContent }) => textContent)

/** A trade id names its market, 1. */
const TRADE = String((7n << 64n) | 1n)

const now = () => ({ mono: performance.now(), wall: Date.now() })

async function hold(positions: readonly Position[], orders: readonly OpenOrder[]) {
  await act(async () => {
    state().showAccount(accountOf('0xabc'))
    commit(
      accountKey('0xabc'),
      [
        { ...delivered({ topic: 'positions', rows: positions }), at: now() },
        { ...delivered({ topic: 'open_orders', rows: orders }), at: now() },
      ],
      { ...link(), lastFrame: { at: now(), generation: 1 } },
    )
  })
}

beforeEach(async () => {
  page = await mount(<DepthMarks mid={100} percent={5} base="APT" decimals={{ price: 2, size: 1 }} />)
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('own prices in the depth chart', () => {
  it('are told with their distance from mid, those beyond the window by side', async () => {
    const held = { ...position(TRADE), entryPrice: 98, liquidationPrice: 70.5, takeProfit: 120, stopLoss: 90 }
    const resting = {
      ...openOrder(makeOrderId(1n, { side: 'ask', integerPrice: 103 })),
      price: 103,
      remainingSize: 2.5,
    }
    await hold([held], [resting])
    expect(list('Own prices in the window')).toEqual([
      'Long: entry at 98.00, 2.00 % below mid',
      'Own ask for 2.5 APT at 103.00, 3.00 % above mid',
    ])
    expect(list('Own prices below the window')).toEqual([
      'Long: liquidation at 70.50, 29.50 % below mid',
      'Long: stop loss at 90.00, 10.00 % below mid',
    ])
    expect(list('Own prices above the window')).toEqual(['Long: take profit at 120.00, 20.00 % above mid'])
    expect(shown()).toEqual(['Entry', 'Ask', '← Liq. 70.50', '← SL 90.00', '→ TP 120.00'])
  })

  it('of the account or market that was left are gone with it', async () => {
    await hold([{ ...position(TRADE), entryPrice: 98 }], [])
    expect(list('Own prices in the window')).toHaveLength(1)
    await act(async () => state().showAccount(accountOf('0xdef')))
    expect(list('Own prices in the window')).toEqual([])
  })

  it('that are not sure are drawn back and told as last known', async () => {
    await hold([{ ...position(TRADE), entryPrice: 98 }], [])
    expect(page.element.firstElementChild?.className).not.toContain('dimmed')
    await act(async () => commit(accountKey('0xabc'), [], link(1, 'waiting')))
    expect(list('Own prices in the window')).toEqual(['Long: entry at 98.00, 2.00 % below mid, last known'])
    expect(page.element.firstElementChild?.className).toContain('dimmed')
  })

  it('beyond two are counted, and all are named to who hears the page', async () => {
    const orders = [110, 111, 112, 113].map((price) => ({ ...openOrder(String(price)), price }))
    await hold([], orders)
    expect(list('Own prices above the window')).toHaveLength(4)
    expect(shown()).toContain('→ 2 more')
  })
})
