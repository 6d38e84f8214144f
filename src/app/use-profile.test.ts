import { describe, expect, it } from 'vitest'
import { profileState } from './use-profile'

const WALLET = { address: '0xa', via: 'wallet', asProfile: false } as const
const WATCH = { address: '0xa', via: 'watch', asProfile: false } as const
const FOUND = { kind: 'found', profileAddress: '0xf' } as const
const UNKNOWN = { kind: 'unknown' } as const
const ERROR = new Error('The exchange has a fault of its own (500)')

const asWallet = { status: 'found', address: '0xa', profileAddress: '0xf', as: 'wallet' }
const asProfile = { status: 'found', address: '0xa', profileAddress: '0xa', as: 'profile' }
const failed = { status: 'failed', address: '0xa', reason: ERROR.message }

describe('the state of the look-up', () => {
  it.each([
    ['nobody to look up', profileState(null, undefined, null, false), { status: 'none' }],
    ['asking', profileState(WALLET, undefined, null, true), { status: 'looking-up', address: '0xa' }],
    [
      'asking again after a failure',
      profileState(WALLET, undefined, ERROR, true),
      { status: 'looking-up', address: '0xa' },
    ],
    ['a profile was found', profileState(WALLET, FOUND, null, false), asWallet],
    ['found, and asked once more', profileState(WALLET, FOUND, null, true), asWallet],
    ['found, and a later answer failed', profileState(WALLET, FOUND, ERROR, false), asWallet],
    [
      'a wallet that the exchange does not know',
      profileState(WALLET, UNKNOWN, null, false),
      { status: 'unknown', address: '0xa' },
    ],
    ['not known, asked once more', profileState(WALLET, UNKNOWN, null, true), { status: 'looking-up', address: '0xa' }],
    ['not known, and the later look-up failed', profileState(WALLET, UNKNOWN, ERROR, false), failed],
    ['a watched wallet', profileState(WATCH, FOUND, null, false), asWallet],
    [
      'a watched address that is no wallet is taken for a profile',
      profileState(WATCH, UNKNOWN, null, false),
      asProfile,
    ],
    [
      'entered as a profile: nothing is looked up',
      profileState({ ...WATCH, asProfile: true }, undefined, ERROR, false),
      asProfile,
    ],
    ['failed', profileState(WALLET, undefined, ERROR, false), failed],
    [
      'neither answer nor reason',
      profileState(WATCH, undefined, null, false),
      { status: 'failed', address: '0xa', reason: 'The look-up was not answered' },
    ],
  ])('%s', (_name, state, expected) => {
    expect(state).toEqual(expected)
  })
})
