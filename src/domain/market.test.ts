import { expect, it } from 'vitest'
import { findMarket, HUMAN_SCALE, marketName, type Network } from './market'
import { subjectKey } from './subject'

const network: Network = {
  id: 'testnet',
  label: 'Testnet',
  restUrl: 'https://rest.invalid',
  wsUrl: 'wss://ws.invalid/ws/',
  chain: null,
  markets: [{ id: '1338', symbol: 'APT-USD', base: 'APT', scale: HUMAN_SCALE }],
}

it('a market is found by its exact id', () => {
  expect(findMarket(network, '1338')?.symbol).toBe('APT-USD')
  for (const id of ['01338', '133', '', 'constructor']) expect(findMarket(network, id)).toBeUndefined()
})

it('a market outside the table is named by its number', () => {
  expect(marketName(network, '1338')).toBe('APT-USD')
  expect(marketName(network, '66')).toBe('Market 66')
})

it('subjects of different networks, kinds, markets or accounts have different keys', () => {
  const keys = ['mainnet', 'testnet'].flatMap((networkId) => [
    subjectKey({ kind: 'market', networkId, marketId: '14' }),
    subjectKey({ kind: 'market', networkId, marketId: '15' }),
    subjectKey({ kind: 'account', networkId, address: '14' }),
    subjectKey({ kind: 'account', networkId, address: '0xabc' }),
  ])
  expect(new Set(keys).size).toBe(keys.length)
})
