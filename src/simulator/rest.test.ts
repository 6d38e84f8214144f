import { expect, test } from 'vitest'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from './addresses'
import { Exchange } from './exchange'
import { lookUpProfile } from './rest'

const exchange = new Exchange({
  startMs: 0,
  alive: false,
  accounts: [
    { wallet: DEMO_WALLET_ADDRESS, profile: DEMO_PROFILE_ADDRESS },
    { wallet: '0x00ab', profile: '0xcd' },
  ],
})

test('a known wallet gets its profile address, unpadded as it is', () => {
  expect(lookUpProfile(exchange, DEMO_WALLET_ADDRESS)).toEqual({
    status: 200,
    body: { success: true, message: 'Profile address fetched successfully', data: DEMO_PROFILE_ADDRESS },
  })
  expect(DEMO_PROFILE_ADDRESS).toMatch(/^0x[1-9a-f][0-9a-f]{62}$/)
  expect(DEMO_WALLET_ADDRESS).toMatch(/^0x[0-9a-f]{64}$/)
})

test.each(['0xab', '0xAB', '0x000000AB', 'ab'])('%s is the same wallet', (text) => {
  expect(lookUpProfile(exchange, text)).toMatchObject({ status: 200, body: { data: '0xcd' } })
})

test.each(['', '0x', '0xabc', 'nonsense', DEMO_PROFILE_ADDRESS])('%j is not known', (text) => {
  expect(lookUpProfile(exchange, text)).toMatchObject({ status: 400, body: { success: false } })
})
