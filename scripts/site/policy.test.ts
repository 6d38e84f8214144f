import { describe, expect, it } from 'vitest'
import { checkAddresses, checkBase, contentPolicy, exchangeOrigins, forMeta, policyText, siteHeaders } from './policy'

const network = (restUrl: string, wsUrl = 'wss://ws.example/ws/') => ({ id: 'mainnet', restUrl, wsUrl })
const NETWORKS = [
  network('https://api.example'),
  { id: 'testnet', restUrl: 'https://api-test.example', wsUrl: 'wss://ws-test.example/ws/' },
]

describe('the addresses of the table', () => {
  it('are absolute and encrypted', () => {
    expect(() => checkAddresses(NETWORKS)).not.toThrow()
  })

  it.each([
    '/exchange',
    'api.example',
    '//api.example',
    'http://api.example',
    'https://me:key@api.example',
    'https://api.example?x',
    '',
  ])('stop the build with one line: restUrl %j', (restUrl) => {
    expect(() => checkAddresses([network(restUrl)])).toThrow(
      `src/config.ts: restUrl of mainnet must be an absolute https:// address without name or query, and not "${restUrl}".`,
    )
  })

  it.each(['ws://ws.example/ws/', '/ws/', 'https://ws.example/ws/', 'wss://ws.example/ws/#a'])(
    'stop the build with one line: wsUrl %j',
    (wsUrl) => {
      expect(() => checkAddresses([network('https://api.example', wsUrl)])).toThrow(
        /wsUrl of mainnet must be an absolute wss:/,
      )
    },
  )
})

describe('the base', () => {
  it.each(['/', './', '/perpscope/', '/a/b-1.2/'])('may be %j', (base) => {
    expect(checkBase(base)).toBe(base)
  })

  it.each([
    '',
    'perpscope',
    '/perpscope',
    'perpscope/',
    '//evil.example/',
    'https://evil.example/',
    '/a/../',
    '../',
    '/a b/',
    '/a"/',
  ])('stops the build with one line: %j', (base) => {
    expect(() => checkBase(base)).toThrow(/^base must be \/ or \.\/ or a folder of the host .*, and not ".*"\.$/)
  })
})

describe('whom the page asks', () => {
  it('is the exchange, each host once', () => {
    expect(exchangeOrigins([...NETWORKS, network('https://api.example/v2')], '')).toEqual([
      'https://api.example',
      'https://api-test.example',
      'wss://ws.example',
      'wss://ws-test.example',
    ])
  })

  it('is none of its look-ups where the site’s own server leads them on', () => {
    expect(exchangeOrigins(NETWORKS, '/exchange')).toEqual(['wss://ws.example', 'wss://ws-test.example'])
  })
})

describe('the policy', () => {
  const policy = contentPolicy({ connect: ['wss://ws.example'], inlineScripts: ["'sha256-abc='"] })

  it('allows nothing that is not named', () => {
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'", "'sha256-abc='"])
    expect(policy.get('connect-src')).toEqual(["'self'", 'wss://ws.example'])
    expect(policyText(policy)).not.toMatch(/unsafe|\*|https?:(?!\/\/)/)
  })

  it('is said in one line', () => {
    expect(
      policyText(
        new Map([
          ['default-src', ["'none'"]],
          ['script-src', ["'self'", 'data:']],
        ]),
      ),
    ).toBe("default-src 'none'; script-src 'self' data:")
  })

  it('says in the page what a page may say', () => {
    expect(forMeta(policy).has('frame-ancestors')).toBe(false)
    expect(forMeta(policy).size).toBe(policy.size - 1)
  })

  it('comes with headers for every file', () => {
    const headers = siteHeaders(policy)
    expect(headers['Content-Security-Policy']).toBe(policyText(policy))
    expect(headers).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
  })
})
