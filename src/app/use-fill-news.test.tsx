// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ToldFills } from '../domain/fill-news'
import { makeTradeId } from '../domain/order-id'
import { useStore } from '../store/store'
import {
  accountKey,
  accountOf,
  beginStore,
  commit,
  fill,
  fills,
  link,
  MAIN,
  marketKey,
  state,
  TEST,
} from '../store/test-kit'
import { useFillNews } from './use-fill-news'

let root: Root
let told: ToldFills[]

function Probe() {
  useFillNews((news) => told.push(news))
  return null
}

const mount = () => act(async () => root.render(<Probe />))
const row = (id: number) => ({ ...fill(id), tradeId: makeTradeId(1n, '1') })
const key = accountKey('0xabc')
const bring = (ids: readonly number[], generation = 1) =>
  commit(key, [{ ...fills(...ids.map(row)), generation }], link(generation))
const keys = () => told.map((news) => [news.arrival, ...news.fills.map(({ timeMs }) => timeMs)])

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.createElement('div'))
  told = []
  beginStore(accountOf('0xabc'))
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

it('what is there at the start is no news, and what comes then is told once', async () => {
  bring([1, 2])
  await mount()
  bring([2, 1])
  bring([3, 2, 1])
  bring([3, 2, 1])
  expect(keys()).toEqual([['new', 3]])
  expect(told[0]).toMatchObject({ owner: state().account, sure: true })
})

it('the first list is none either when it comes later', async () => {
  await mount()
  bring([2, 1])
  expect(told).toEqual([])
})

it('after a lost connection its list tells what was missed', async () => {
  await mount()
  bring([1])
  commit(key, [], link(1, 'waiting'))
  bring([3, 2, 1], 2)
  bring([4, 3, 2, 1], 2)
  expect(keys()).toEqual([
    ['missed', 3, 2],
    ['new', 4],
  ])
})

it('nothing of an account that was left is told, nor of the next one’s past', async () => {
  await mount()
  bring([1])
  state().showAccount(accountOf('0xdef'))
  bring([2, 1])
  commit(accountKey('0xdef'), [fills(row(7))], link(2))
  expect(told).toEqual([])
})

it('the same account opened anew begins with a first list', async () => {
  await mount()
  bring([1])
  state().setWatch({ address: '0x1', fromLink: false, asProfile: false })
  state().showAccount(accountOf('0xabc'))
  bring([2, 1], 2)
  expect(told).toEqual([])
  bring([3, 2, 1], 2)
  expect(keys()).toEqual([['new', 3]])
})

it('another network begins anew', async () => {
  await mount()
  bring([1])
  state().showMarket(TEST, '1')
  state().showMarket(MAIN, '1')
  state().showAccount(accountOf('0xabc'))
  bring([2, 1], 2)
  expect(told).toEqual([])
})

it('fills are not sure where their list is doubted', async () => {
  await mount()
  bring([1])
  commit(key, [fills({ ...row(2), tradeId: makeTradeId(1n, '2') }, row(1))])
  expect(told).toMatchObject([{ sure: false }])
})

it('nor where the units of their market are', async () => {
  await mount()
  bring([1])
  const { [marketKey('1')]: market } = state().markets
  if (market === undefined) throw new Error('no market is held')
  const doubted = { ...market, units: { ...market.units, doubt: 'a factor of 10' } }
  useStore.setState({ markets: { [marketKey('1')]: doubted } })
  bring([2, 1])
  expect(told).toMatchObject([{ sure: false }])
})
