import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXCHANGE_NETWORKS as NETWORKS } from '../config'
import { type Entry, readView, readWatch, sameWatch, type View, writeView } from './url-state'

const [MAINNET, TESTNET] = NETWORKS
const ADDRESS = `0x${'4d6dc68e'.repeat(8)}`

const read = (search: string) => readView(search, NETWORKS)

describe('a link to a view', () => {
  it('without parameters is the first market of the first network, without a word', () => {
    expect(read('')).toEqual({
      view: { network: MAINNET, marketId: MAINNET.markets[0]?.id, address: null, tab: 'positions' },
      notices: [],
    })
  })

  it('names network and market always, address and tab where they are not the usual', () => {
    expect(writeView({ network: MAINNET, marketId: '15', address: null, tab: 'positions' })).toBe(
      '?network=mainnet&market=15',
    )
    expect(writeView({ network: MAINNET, marketId: '15', address: '0xAb', tab: 'fills' })).toBe(
      '?network=mainnet&market=15&address=0xAb&tab=fills',
    )
  })

  it('reads back as it was written, without a notice', () => {
    const network = fc.constantFrom(...NETWORKS)
    const view: fc.Arbitrary<View> = network.chain((chosen) =>
      fc.record({
        network: fc.constant(chosen),
        marketId: fc.constantFrom(...chosen.markets.map(({ id }) => id)),
        address: fc.option(fc.stringMatching(/^0x[0-9a-f]{0,63}[1-9a-f]$/)),
        tab: fc.constantFrom('positions', 'orders', 'history', 'fills'),
      }),
    )
    fc.assert(
      fc.property(view, (written) => {
        expect(read(writeView(written))).toEqual({ view: written, notices: [] })
      }),
    )
  })

  it('reaches a retired market', () => {
    expect(read('?network=testnet&market=396')).toMatchObject({
      view: { network: TESTNET, marketId: '396' },
      notices: [],
    })
  })

  it('takes an address with spaces around it, in capitals or without 0x, as one that the exchange writes', () => {
    const capitals = ADDRESS.toUpperCase().replace('0X', '0x')
    for (const written of [`%20${ADDRESS}%20`, capitals, ADDRESS.slice(2)]) {
      expect(read(`?address=${written}`).view.address).toBe(ADDRESS)
    }
  })
})

describe('what a link says and the page does not know', () => {
  it.each([
    ['?network=moonnet', 'network “moonnet”'],
    ['?network=', 'network “”'],
    ['?market=999', 'market “999”'],
    // A market of the other network.
    ['?network=testnet&market=15', 'market “15”'],
    ['?address=0xnope', 'address “0xnope”'],
    ['?address=0x0', 'address “0x0”'],
    [`?address=${ADDRESS}ff`, `address “${ADDRESS.slice(0, 39)}…”`],
    ['?tab=constructor', 'tab “constructor”'],
    ['?tab=Fills', 'tab “Fills”'],
    ['?ws=wss://evil.invalid', 'parameter “ws”'],
    ['?__proto__=1', 'parameter “__proto__”'],
  ])('%s is ignored with a notice', (search, what) => {
    expect(read(search).notices).toEqual([`The link’s ${what} is not known and was ignored.`])
    expect(read(search).view).toMatchObject({ address: null, tab: 'positions' })
  })

  it('leaves the rest of the link in force', () => {
    const { view, notices } = read('?network=testnet&market=x&tab=fills&utm=1')
    expect(view).toMatchObject({ network: TESTNET, marketId: TESTNET?.markets[0]?.id, tab: 'fills' })
    expect(notices).toHaveLength(2)
  })

  it('is shown as text: without control and bidi characters', () => {
    expect(read('?tab=a%00b%E2%80%AEc').notices).toEqual(['The link’s tab “abc” is not known and was ignored.'])
  })

  it('does not bury the page in notices', () => {
    const search = Array.from({ length: 1000 }, (_, index) => `p${index}=1`).join('&')
    expect(read(`?${search}`).notices).toHaveLength(4)
    expect(read(`?${search}`).notices.at(-1)).toContain('997')
  })

  it('never throws, and gives a view that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const { view } = read(search)
        expect(NETWORKS).toContain(view.network)
        expect(view.network.markets.map(({ id }) => id)).toContain(view.marketId)
      }),
    )
  })
})

describe('the watched address of a history entry', () => {
  const typed: Entry = { watch: { address: ADDRESS, fromLink: false, asProfile: true } }

  it('is the reader’s own where the entry remembers it so', () => {
    expect(readWatch(ADDRESS, structuredClone(typed))).toEqual(typed.watch)
  })

  it.each([
    ['an entry without a memory', null],
    ['a foreign entry', { scroll: 7 }],
    ['a memory of another address', { watch: { ...typed.watch, address: '0x1' } }],
    ['words instead of yes and no', { watch: { address: ADDRESS, fromLink: 'false', asProfile: 'true' } }],
  ])('came from the link with %s', (_what, entry) => {
    expect(readWatch(ADDRESS, entry)).toEqual({ address: ADDRESS, fromLink: true, asProfile: false })
  })

  it('is read whatever the entry holds', () => {
    fc.assert(
      fc.property(fc.anything(), (entry) => {
        expect(sameWatch(readWatch(ADDRESS, entry), { address: ADDRESS, fromLink: true, asProfile: false })).toBe(true)
      }),
    )
  })
})
