import { describe, expect, it } from 'vitest'
import { NO_WALLET, type WalletState } from '../domain/wallet'
import { type AdapterView, type Attempt, reasonText, sameWalletState, toWalletState } from './adapter-state'

const ADDRESS = `0x${'0'.repeat(60)}beef`
const idle: Attempt = { status: 'idle' }
const pending: Attempt = { status: 'pending', walletName: 'Petra' }
const failed: Attempt = { status: 'failed', reason: 'Petra: User has rejected the request' }
const off: AdapterView = { connected: false, account: null, network: null, wallet: null }
const on: AdapterView = {
  connected: true,
  account: { address: ADDRESS },
  network: { chainId: 1 },
  wallet: { name: 'Petra' },
}
const connected: WalletState = { status: 'connected', walletName: 'Petra', address: ADDRESS, chainId: 1 }
const silent: WalletState = {
  status: 'disconnected',
  error: 'Petra shares no account: it may be locked or disconnected',
}
const thrower = {
  toString() {
    throw new Error('not an address')
  },
}

const cases: readonly [string, AdapterView, Attempt, WalletState][] = [
  ['nothing asked', off, idle, NO_WALLET],
  ['asked and waiting', off, pending, { status: 'connecting', walletName: 'Petra' }],
  ['refused', off, failed, { status: 'disconnected', error: 'Petra: User has rejected the request' }],
  ['connected', on, idle, connected],
  ['connected before the request has returned', on, pending, connected],
  ['connected later than the time-limit', on, failed, connected],
  ['an address object', { ...on, account: { address: { toString: () => '0xBEEF' } } }, idle, connected],
  ['an address without 0x', { ...on, account: { address: 'beef' } }, idle, connected],
  ['locked by the wallet', { ...on, account: null }, idle, silent],
  ['an account without an address', { ...on, account: { address: undefined } }, idle, silent],
  ['an address that throws', { ...on, account: { address: thrower } }, idle, silent],
  ['the zero address', { ...on, account: { address: '0x0' } }, idle, silent],
  ['reconnecting after a lock', { ...on, account: null }, pending, { status: 'connecting', walletName: 'Petra' }],
  ['an account of an adapter that has let go', { ...on, connected: false }, idle, NO_WALLET],
  ['testnet', { ...on, network: { chainId: 2 } }, idle, { ...connected, chainId: 2 }],
  ['a chain id in words', { ...on, network: { chainId: '2' } }, idle, { ...connected, chainId: 2 }],
  ['no network', { ...on, network: null }, idle, { ...connected, chainId: null }],
  ['a network without id', { ...on, network: { chainId: undefined } }, idle, { ...connected, chainId: null }],
  ['a chain id of nonsense', { ...on, network: { chainId: 'mainnet' } }, idle, { ...connected, chainId: null }],
  ['no wallet named', { ...on, wallet: null }, idle, { ...connected, walletName: 'The wallet' }],
]

describe('toWalletState', () => {
  it.each(cases)('%s', (_name, adapter, attempt, expected) => {
    expect(toWalletState(adapter, attempt)).toEqual(expected)
  })
})

describe('sameWalletState', () => {
  const states: readonly WalletState[] = [
    NO_WALLET,
    silent,
    { status: 'connecting', walletName: 'Petra' },
    { status: 'connecting', walletName: 'Nightly' },
    connected,
    { ...connected, chainId: 2 },
    { ...connected, walletName: 'Nightly' },
    { ...connected, address: ADDRESS.replace('beef', 'cafe') },
  ]

  it('tells every state from every other and none from its copy', () => {
    for (const a of states) {
      for (const b of states) expect(sameWalletState(a, { ...b })).toBe(a === b)
    }
  })
})

describe('reasonText', () => {
  it.each([
    ['a string', 'User has rejected', 'User has rejected'],
    ['an Error', new Error('locked'), 'locked'],
    ['an object with a message', { message: ' two\n lines ' }, 'two lines'],
    ['nothing', undefined, 'no reason given'],
    ['an empty string', '', 'no reason given'],
    ['an object', { code: 4001 }, 'no reason given'],
  ])('%s', (_name, error, expected) => {
    expect(reasonText(error)).toBe(expected)
  })

  it('is clipped to 200 characters', () => {
    expect(reasonText('x'.repeat(500))).toHaveLength(200)
  })
})
