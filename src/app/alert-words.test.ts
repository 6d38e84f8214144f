import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_NETWORK } from '../config'
import type { Fill } from '../domain/account'
import type { ToldFills } from '../domain/fill-news'
import type { Network } from '../domain/market'
import { type State, useStore } from '../store/store'
import { fill } from '../store/test-kit'
import { setFormats } from '../ui/format'
import { fillWords, liquidationWords, type NearLiquidation } from './alert-words'

const scale = { price: 0, size: 0, quote: 0 }
const network: Network = {
  id: 'main',
  label: 'Main',
  restUrl: '',
  wsUrl: '',
  chain: null,
  markets: [
    { id: '14', symbol: 'APT-USD', base: 'APT', scale, decimals: { price: 3, size: 3 } },
    { id: '15', symbol: 'BTC-USD', base: 'BTC', scale, decimals: { price: 2, size: 4 } },
    { id: '16', symbol: 'ETH-USD', base: 'ETH', scale },
    { id: '17', symbol: 'SOL-USD', base: 'SOL', scale },
  ],
}

const NOON = Date.UTC(2025, 1, 17, 12)
const BUY = 1
const SELL = 2
/** Its side is not known. */
const INCREASE = 3

let id = 0
function row(fields: Partial<Fill> = {}): Fill {
  id += 1
  return { ...fill(id), marketId: '14', price: 5.481, size: 12.5, feeUsd: 0.05, pnlUsd: 0, timeMs: NOON, ...fields }
}

const told = (fills: readonly Fill[], news: Partial<ToldFills> = {}): ToldFills => ({
  owner: {},
  arrival: 'new',
  sure: true,
  fills,
  ...news,
})

let state: State
const words = (news: ToldFills) => fillWords(news, { network, state, nowMs: NOON + 60_000 })

beforeEach(() => {
  state = useStore.getInitialState()
  setFormats({ numbers: 'comma', times: 'utc', timeStyle: 'clock' })
})

afterEach(() => setFormats({ numbers: 'comma', times: 'local', timeStyle: 'clock' }))

describe('one fill', () => {
  it('is told with side, size, price, market, fee and time', () => {
    expect(words(told([row({ orderType: SELL })]))).toEqual({
      title: 'Fill: sell 12.5 APT at 5.481',
      detail: 'APT-USD · fee 0.050000 $ · 12:00:00',
    })
  })

  it('has no side where none is known', () => {
    expect(words(told([row({ orderType: INCREASE })])).title).toBe('Fill: 12.5 APT at 5.481')
    expect(words(told([row({ orderType: null })])).title).toBe('Fill: 12.5 APT at 5.481')
  })

  it('that closes has its realised PnL', () => {
    expect(words(told([row({ orderType: 7, pnlUsd: -12.3 })])).detail).toBe(
      'APT-USD · fee 0.050000 $ · realised PnL −12.30 $ · 12:00:00',
    )
  })

  it('names no fee, PnL or time that is not known', () => {
    expect(words(told([row({ feeUsd: null, pnlUsd: null, timeMs: null })])).detail).toBe('APT-USD · time not known')
  })

  it('has its price with the market’s decimals, and with all of its own', () => {
    expect(words(told([row({ price: 5.5 })])).title).toContain('at 5.500')
    expect(words(told([row({ price: 5.48125 })])).title).toContain('at 5.48125')
    expect(words(told([row({ marketId: '16', price: 3000.5 })])).title).toContain('12.5 ETH at 3,000.5')
  })

  it('of another day says so', () => {
    expect(words(told([row({ timeMs: NOON - 86_400_000 })])).detail).toContain('2025-02-16 12:00:00 UTC')
  })
})

describe('several fills', () => {
  it('of one market are summed, with the average price', () => {
    const fills = [row({ orderType: BUY, size: 2, price: 5.48 }), row({ orderType: BUY, size: 1, timeMs: NOON - 1000 })]
    expect(words(told(fills))).toEqual({
      title: '2 fills in APT-USD, buy 3 APT, average 5.4803',
      detail: 'fees 0.100000 $ · last at 12:00:00',
    })
    expect(words(told([row({ size: 100 }), row({ size: 2.3 })])).title).toBe(
      '2 fills in APT-USD, 102.3 APT, average 5.481',
    )
  })

  it('of both sides have no average', () => {
    const fills = [row({ orderType: BUY }), row({ orderType: SELL, size: 0.1 }), row({ size: 0.2 })]
    expect(words(told(fills)).title).toBe('3 fills in APT-USD, buy 12.5 APT, sell 0.1 APT, side not known 0.2 APT')
  })

  it('of several markets have their amounts below', () => {
    expect(words(told([row({ orderType: SELL }), row({ marketId: '15', price: 97_000.5, size: 0.001 })]))).toEqual({
      title: '2 fills in APT-USD, BTC-USD',
      detail: 'APT-USD sell 12.5 APT at 5.481 · BTC-USD 0.001 BTC at 97,000.50 · fees 0.100000 $ · last at 12:00:00',
    })
    const four = ['14', '15', '16', '17'].map((marketId) => row({ marketId }))
    expect(words(told(four)).title).toBe('4 fills in 4 markets')
  })

  it('have no sum of fees of which one is not known', () => {
    expect(words(told([row(), row({ feeUsd: null })])).detail).toBe('last at 12:00:00')
  })
})

describe('fills that were not seen as they happened', () => {
  it('say so', () => {
    expect(words(told([row({ orderType: SELL })], { arrival: 'missed' }))).toEqual({
      title: '1 fill while the connection was away',
      detail: 'APT-USD sell 12.5 APT at 5.481 · fee 0.050000 $ · 12:00:00',
    })
    expect(words(told([row(), row(), row()], { arrival: 'missed' })).title).toBe(
      '3 fills while the connection was away',
    )
    expect(words(told([row(), row()], { arrival: 'late' })).title).toBe('2 older fills came in late')
  })
})

describe('no figure is named', () => {
  it('of fills that are doubted', () => {
    expect(words(told([row()], { sure: false }))).toEqual({
      title: 'Fill in APT-USD',
      detail: 'APT-USD · figures are unverified',
    })
    expect(words(told([row(), row()], { sure: false, arrival: 'missed' }))).toEqual({
      title: '2 fills while the connection was away',
      detail: 'APT-USD · figures are unverified',
    })
  })

  it('of a market that is not in the table', () => {
    expect(words(told([row(), row({ marketId: '77' })]))).toEqual({
      title: '2 fills in APT-USD, Market 77',
      detail: 'APT-USD, Market 77 · units are not known',
    })
  })
})

describe('a watched address', () => {
  beforeEach(() => {
    const address = `0x${'a'.repeat(64)}`
    state = { ...state, watch: { address, fromLink: true, asProfile: false } }
  })

  it('is called so, whatever is told', () => {
    expect(words(told([row({ orderType: SELL })])).title).toBe('Watched 0xaaaa…aaaa: fill, sell 12.5 APT at 5.481')
    expect(words(told([row()], { sure: false })).title).toBe('Watched 0xaaaa…aaaa: fill in APT-USD')
    expect(words(told([row(), row()], { arrival: 'missed' })).title).toBe(
      'Watched 0xaaaa…aaaa: 2 fills while the connection was away',
    )
    expect(liquidationWords(near(), { network, state, nowMs: NOON }).title).toBe(
      'Watched 0xaaaa…aaaa: long 2 APT was 4.83 % from its liquidation price',
    )
  })
})

describe('what happens on the demo', () => {
  const onDemo = { network: DEMO_NETWORK, nowMs: NOON }

  it('is called so wherever it is told, far from the page’s banner', () => {
    expect(fillWords(told([row({ orderType: SELL })]), { ...onDemo, state }).title).toBe(
      'Demo: Fill: sell 12.5 APT at 5.481',
    )
    const watch = { address: `0x${'a'.repeat(64)}`, fromLink: false, asProfile: false }
    const watching = { ...onDemo, state: { ...state, watch } }
    expect(fillWords(told([row(), row()], { arrival: 'missed' }), watching).title).toBe(
      'Demo: Watched 0xaaaa…aaaa: 2 fills while the connection was away',
    )
    expect(liquidationWords(near(), watching).title).toBe(
      'Demo: Watched 0xaaaa…aaaa: long 2 APT was 4.83 % from its liquidation price',
    )
  })
})

const near = (fields: Partial<NearLiquidation> = {}): NearLiquidation => ({
  position: { tradeId: '7', marketId: '14', side: 'long', size: 2 },
  liquidationPrice: 8.853658536585366,
  percent: 4.829,
  mid: { price: 9.3025, delayed: false },
  atMs: NOON,
  ...fields,
})

describe('a position near its liquidation', () => {
  const said = (fields: Partial<NearLiquidation>) =>
    liquidationWords(near(fields), { network, state, nowMs: NOON + 60_000 })

  it('is told with its distance, and with mid, liquidation price and time of that moment', () => {
    expect(said({})).toEqual({
      title: 'Long 2 APT was 4.83 % from its liquidation price',
      detail: 'APT-USD · mid 9.3025 · liquidation at 8.8537 · 12:00:00',
    })
  })

  it('says that the mid was delayed, or beyond the liquidation price', () => {
    expect(said({ mid: { price: 9.3, delayed: true } }).detail).toContain('delayed mid 9.300')
    expect(said({ percent: -1, position: { ...near().position, side: 'short' } }).title).toBe(
      'Short 2 APT was at its liquidation price or beyond',
    )
  })
})
