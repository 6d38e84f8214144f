// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EXCHANGE_NETWORKS } from '../config'
import { useStore } from '../store/store'
import { showAddressed, useViewAddress } from './use-view-address'

const [MAINNET] = EXCHANGE_NETWORKS
const TESTNET = EXCHANGE_NETWORKS[1] ?? MAINNET
const ADDRESS = `0x${'4d6dc68e'.repeat(8)}`
const OTHER = `0x${'b'.repeat(64)}`
let root: Root

function Page() {
  useViewAddress()
  return null
}

/** As after opening a link by hand: an entry that remembers nothing. */
async function open(search: string) {
  history.pushState(null, '', `/${search}`)
  useStore.setState(useStore.getInitialState(), true)
  showAddressed()
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Page />))
}

const store = () => useStore.getState()
const choose = (change: () => void) => act(async () => change())
const typed = (address: string) => ({ address, fromLink: false, asProfile: false })

/** By as many entries as the reader would press "back" or "forward" for. */
const go = (entries: number) =>
  act(async () => {
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    history.go(entries)
    await gone
  })

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the page’s address', () => {
  it('is put right at the start, without an entry of its own', async () => {
    await open('?network=moonnet&tab=fills')
    const entries = history.length
    expect(location.search).toBe('?network=mainnet&market=14&tab=fills')
    expect(history.length).toBe(entries)
  })

  it('follows each choice with an entry, and back and forward show them again', async () => {
    await open('')
    await choose(() => store().showMarket(MAINNET, '15'))
    await choose(() => store().showTab('orders'))
    await choose(() => store().setWatch(typed(ADDRESS)))
    expect(location.search).toBe(`?network=mainnet&market=15&address=${ADDRESS}&tab=orders`)
    await go(-1)
    expect(store()).toMatchObject({ marketId: '15', tab: 'orders', watch: null })
    await go(-2)
    expect(store()).toMatchObject({ marketId: '14', tab: 'positions', watch: null })
    await go(3)
    expect(store()).toMatchObject({ marketId: '15', tab: 'orders', watch: typed(ADDRESS) })
  })

  it('makes one entry of what is chosen in one go, and none of what changes nothing', async () => {
    await open('')
    const entries = history.length
    await choose(() => {
      store().showMarket(TESTNET, '1339')
      store().showTab('history')
    })
    expect(history.length).toBe(entries + 1)
    await choose(() => store().showTab('history'))
    expect(history.length).toBe(entries + 1)
    await go(-1)
    expect(store()).toMatchObject({ networkId: 'mainnet', marketId: '14', tab: 'positions' })
  })

  it('goes back to the market of the right network', async () => {
    await open('?network=testnet&market=1340')
    await choose(() => store().showMarket(MAINNET, '16'))
    await go(-1)
    expect(store()).toMatchObject({ networkId: 'testnet', marketId: '1340' })
    expect(location.search).toBe('?network=testnet&market=1340')
  })

  it('does not forget on the way that one address came from the link and another was typed', async () => {
    await open(`?address=${ADDRESS}`)
    await choose(() => store().setWatch(typed(OTHER)))
    await choose(() => store().setWatch(null))
    await go(-1)
    expect(store().watch).toEqual(typed(OTHER))
    await go(-1)
    expect(store().watch).toEqual({ address: ADDRESS, fromLink: true, asProfile: false })
  })

  it('forgets the link when the reader types the same address himself', async () => {
    await open(`?address=${ADDRESS}`)
    const entries = history.length
    await choose(() => store().setWatch(typed(ADDRESS)))
    expect(history.length).toBe(entries)
    showAddressed()
    expect(store().watch).toEqual(typed(ADDRESS))
  })

  it('leaves the account alone when only a place in the page was gone to', async () => {
    await open('')
    await choose(() => store().setWatch(typed(ADDRESS)))
    const { watch } = store()
    await act(async () => {
      const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
      location.hash = 'foot'
      await gone
    })
    expect(store().watch).toBe(watch)
    expect(location.hash).toBe('#foot')
  })

  it('is written later where the browser refuses for now, and the page goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await open('')
    const refuse = vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('too many', 'SecurityError')
    })
    await choose(() => store().showMarket(MAINNET, '15'))
    expect(store().marketId).toBe('15')
    expect(location.search).toBe('?network=mainnet&market=14')
    refuse.mockRestore()
    vi.advanceTimersByTime(5_000)
    expect(location.search).toBe('?network=mainnet&market=15')
  })

  it('never names the wallet', async () => {
    await open('')
    await choose(() => store().setWallet({ status: 'connected', walletName: 'W', address: OTHER, chainId: 1 }))
    await choose(() => store().showTab('fills'))
    expect(location.href + JSON.stringify(history.state)).not.toContain('bbbb')
  })
})
