import { describe, expect, it } from 'vitest'
import { checkProxyPath, DEMO_NETWORK, EXCHANGE_NETWORKS, NETWORKS, throughProxy } from './config'

describe('the table of networks', () => {
  it('has absolute, encrypted addresses only', () => {
    for (const { restUrl, wsUrl } of EXCHANGE_NETWORKS) {
      expect(new URL(restUrl).href).toBe(`${restUrl}/`)
      expect(new URL(restUrl).protocol).toBe('https:')
      expect(new URL(wsUrl).href).toBe(wsUrl)
      expect(new URL(wsUrl).protocol).toBe('wss:')
    }
  })

  it('names each market of a network once', () => {
    for (const { markets } of EXCHANGE_NETWORKS) {
      expect(new Set(markets.map(({ id }) => id)).size).toBe(markets.length)
      expect(new Set(markets.map(({ symbol }) => symbol)).size).toBe(markets.length)
    }
  })
})

describe('the demo', () => {
  it('is the last of the networks, and so never the one of a first visit', () => {
    expect(NETWORKS.map(({ id }) => id)).toEqual(['mainnet', 'testnet', 'demo'])
  })

  it('has addresses that lead to no host', () => {
    for (const address of [DEMO_NETWORK.restUrl, DEMO_NETWORK.wsUrl]) {
      expect(new URL(address)).toMatchObject({ protocol: 'demo:', host: '' })
    }
  })
})

describe('the deployer’s proxy', () => {
  it('is a path of the site itself', () => {
    expect(checkProxyPath('/exchange')).toBe('/exchange')
    expect(checkProxyPath('/api/kana-1')).toBe('/api/kana-1')
  })

  it.each(['', '/', 'exchange', '//evil.example', 'https://evil.example', '/a/../b', '/a?b', '/a b', '/a/'])(
    'is refused with one clear line: %j',
    (path) => {
      expect(() => checkProxyPath(path)).toThrow(/PERPSCOPE_PROXY must be a path on the site itself/)
    },
  )

  it('leads the look-ups of both networks, and no socket', () => {
    const led = throughProxy(EXCHANGE_NETWORKS, '/exchange')
    expect(led.map(({ restUrl }) => restUrl)).toEqual(['/exchange/mainnet', '/exchange/testnet'])
    expect(led.map(({ wsUrl }) => wsUrl)).toEqual(EXCHANGE_NETWORKS.map(({ wsUrl }) => wsUrl))
  })
})
