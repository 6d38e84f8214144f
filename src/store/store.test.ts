import { beforeEach, describe, expect, it } from 'vitest'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import { selectAccount, selectFreshnessSource, selectFunding, selectMarket } from './selectors'
import { type State, useStore } from './store'
import {
  accountKey,
  accountOf,
  beginStore,
  bookAt,
  commit,
  funding,
  link,
  MAIN,
  marketKey,
  positions,
  refused,
  state,
  TEST,
  trades,
  leg,
} from './test-kit'

const connected = (address: string): WalletState => ({
  status: 'connected',
  walletName: 'Petra',
  address,
  chainId: null,
})
const watching = (address: string) => ({ address, fromLink: false, asProfile: false })

/** Every state that a reader of the store ever sees. */
function seen(act: () => void): State[] {
  const states: State[] = []
  const stop = useStore.subscribe((next) => states.push(next))
  act()
  stop()
  return states
}

beforeEach(() => {
  beginStore(accountOf('0xabc'))
  commit(marketKey('1'), [bookAt(5.1), trades(leg(1)), funding(0.01)], link(1))
  commit(accountKey('0xabc'), [positions('7')], link(2))
})

describe('leaving a market', () => {
  it('removes its data and its link in the commit that changes the header', () => {
    const states = seen(() => state().showMarket(MAIN, '2'))
    expect(states).toHaveLength(1)
    expect(states[0]?.marketId).toBe('2')
    expect(Object.keys(state().markets)).toEqual([marketKey('2')])
    expect(Object.keys(state().links)).toEqual([accountKey('0xabc')])
    expect(selectMarket(state())).toMatchObject({ book: null, matches: [], topics: {} })
  })

  it('keeps the account and the funding, which waits for the new socket to confirm it', () => {
    const before = selectAccount(state())
    state().showMarket(MAIN, '2')
    expect(selectAccount(state())).toBe(before)
    expect(selectFunding(state()).rates).toHaveLength(1)
    expect(selectFreshnessSource(state(), 'live_funding_rate')).toMatchObject({
      topic: { confirmed: { generation: 1 } },
      link: undefined,
    })
  })

  it('lets late messages change nothing but their count', () => {
    state().showMarket(MAIN, '2')
    const { markets, accounts, links, funding: rates } = state()
    commit(marketKey('1'), [bookAt(9.9), funding(9), refused('orderbook')], link(1))
    expect(state()).toMatchObject({ markets, accounts, links, funding: rates })
    expect(state().lost).toMatchObject({ late: 3, total: 0 })
  })

  it('brings nothing of it back on return', () => {
    state().showMarket(MAIN, '2')
    state().showMarket(MAIN, '1')
    expect(selectMarket(state())).toMatchObject({ book: null, topics: {} })
  })

  it('is not what choosing the same market is: its socket stays, and so do its data', () => {
    expect(seen(() => state().showMarket(MAIN, '1'))).toEqual([])
    expect(selectMarket(state())?.book).not.toBeNull()
  })
})

describe('leaving a network', () => {
  it('removes market, account, links and funding at once, though the market has the same id', () => {
    const states = seen(() => state().showMarket(TEST, '1'))
    expect(states).toHaveLength(1)
    expect(state()).toMatchObject({ networkId: 'test', account: null, accounts: {}, links: {}, funding: {} })
    expect(Object.keys(state().markets)).toEqual([marketKey('1', 'test')])
    commit(marketKey('1'), [bookAt(9.9), funding(9)])
    commit(accountKey('0xabc'), [positions('8')])
    expect(selectFunding(state()).rates).toEqual([])
    expect(selectMarket(state())?.book).toBeNull()
    expect(state().lost.late).toBe(3)
  })

  it('keeps the wallet and the watched address: they are looked up in the new one', () => {
    state().setWallet(connected('0xa'))
    state().setWatch(watching('0xb'))
    state().showMarket(TEST, '1')
    expect(state()).toMatchObject({ wallet: { address: '0xa' }, watch: { address: '0xb' } })
  })
})

describe('leaving an account', () => {
  const gone = () => {
    expect(state()).toMatchObject({ account: null, accounts: {} })
    expect(Object.keys(state().links)).toEqual([marketKey('1')])
    commit(accountKey('0xabc'), [positions('8', '9')], link(2))
    expect(selectAccount(state()).positions).toEqual([])
    expect(Object.keys(state().links)).toEqual([marketKey('1')])
    expect(state().lost.late).toBe(1)
  }

  it.each([
    ['another account of the wallet', () => state().setWallet(connected('0xb')), connected('0xa')],
    ['a disconnected wallet', () => state().setWallet(NO_WALLET), connected('0xa')],
    [
      'a wallet that connects anew',
      () => state().setWallet({ status: 'connecting', walletName: 'Petra' }),
      connected('0xa'),
    ],
    ['a watched address', () => state().setWatch(watching('0xb')), connected('0xa')],
  ])('%s clears its data in the same commit', (_name, act, wallet) => {
    useStore.setState({ wallet })
    expect(seen(act)).toHaveLength(1)
    gone()
  })

  it('the end of watching clears its data in the same commit', () => {
    useStore.setState({ watch: watching('0xabc') })
    expect(seen(() => state().setWatch(null))).toHaveLength(1)
    gone()
  })

  it('another profile address replaces it', () => {
    state().showAccount(accountOf('0xdef'))
    expect(Object.keys(state().accounts)).toEqual([accountKey('0xdef')])
    expect(selectAccount(state()).positions).toEqual([])
    expect(Object.keys(state().links)).toEqual([marketKey('1')])
  })

  it('the same profile address again changes nothing', () => {
    expect(seen(() => state().showAccount(accountOf('0xabc')))).toEqual([])
  })

  it('the same address written differently is another subject: it is sent as received', () => {
    state().showAccount(accountOf('0x0abc'))
    expect(selectAccount(state()).positions).toEqual([])
  })
})

describe('a watched address goes before the wallet', () => {
  it('so a change of the wallet leaves its data alone', () => {
    useStore.setState({ watch: watching('0xabc'), wallet: connected('0xa') })
    const before = selectAccount(state())
    state().setWallet(connected('0xb'))
    state().setWallet(NO_WALLET)
    expect(selectAccount(state())).toBe(before)
    expect(state().wallet).toBe(NO_WALLET)
  })

  it('what the wallet says beside its address leaves the data alone too', () => {
    useStore.setState({ wallet: connected('0xa') })
    const before = selectAccount(state())
    state().setWallet({ status: 'connected', walletName: 'Petra', address: '0xa', chainId: 2 })
    expect(selectAccount(state())).toBe(before)
  })
})

describe('notices', () => {
  it('are said once each, until they are dismissed', () => {
    state().notify('one')
    state().notify('one')
    state().notify('two')
    expect(state().notices).toEqual(['one', 'two'])
    state().dismissNotices()
    expect(state().notices).toEqual([])
  })
})
