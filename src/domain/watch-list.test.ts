import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameAddress } from './address'
import {
  checkWatchList,
  cleanName,
  findKept,
  type KeptAddress,
  MAX_KEPT,
  MAX_NAME,
  withAddress,
  withName,
  withoutAddress,
} from './watch-list'

const kept = (address: string, name = ''): KeptAddress => ({ address, name, asProfile: false })
const numbered = (count: number) => Array.from({ length: count }, (_, index) => kept(`0x${(index + 1).toString(16)}`))

const anyEntry = fc.record({
  address: fc.stringMatching(/^(0x)?[0-9a-fA-F]{1,8}$/),
  name: fc.string({ unit: 'binary', maxLength: 80 }),
  asProfile: fc.boolean(),
})
const anyList = fc.array(anyEntry, { maxLength: 60 }).map(checkWatchList)

describe('a name', () => {
  it.each([
    ['Market maker', 'Market maker'],
    ['  two \n lines ', 'two lines'],
    ['a\u0000b\u202Ec\u200Bd', 'abcd'],
    ['a \u200B b', 'a b'],
    ['x'.repeat(41), 'x'.repeat(40)],
    // 40 characters, not 40 halves of them.
    ['🦊'.repeat(41), '🦊'.repeat(40)],
    ['', ''],
  ])('%j is kept as %j', (text, name) => {
    expect(cleanName(text)).toBe(name)
  })

  it('is on one line, holds nothing that hides or reorders text, and stays as it is from then on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const name = cleanName(text)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(MAX_NAME)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })
})

describe('what this browser has kept', () => {
  it('comes back as it was', () => {
    const list = [kept('0xab', 'Maker'), { ...kept('0x1'), asProfile: true }]
    expect(checkWatchList(JSON.parse(JSON.stringify(list)))).toEqual(list)
  })

  it('leaves out what is no address, and what names one twice', () => {
    const rows = [null, 7, 'x', [], {}, { address: '0x0' }, { address: 1 }, { address: '0X0aB', name: 5, asProfile: 1 }]
    expect(checkWatchList([...rows, kept('0xab', 'again')])).toEqual([kept('0x0ab')])
    expect(checkWatchList({ 0: kept('0xab') })).toEqual([])
  })

  it('ends after fifty', () => {
    expect(checkWatchList(numbered(60))).toEqual(numbered(MAX_KEPT))
  })

  it('is sound whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(anyEntry, fc.anything()))), (rows) => {
        const list = checkWatchList(rows)
        expect(list.length).toBeLessThanOrEqual(MAX_KEPT)
        expect(checkWatchList(list)).toEqual(list)
        for (const { address } of list) {
          expect(list.filter((entry) => sameAddress(entry.address, address))).toHaveLength(1)
        }
      }),
    )
  })
})

describe('a list', () => {
  it('takes an address once, however it is written', () => {
    const list = withAddress([], kept('0xab', ' Maker\n'))
    expect(list).toEqual([kept('0xab', 'Maker')])
    expect(withAddress(list, kept('0x00AB', 'Other'))).toBe(list)
  })

  it('takes no more than fifty', () => {
    const full = numbered(MAX_KEPT)
    expect(withAddress(full, kept('0xfff'))).toBe(full)
  })

  it('finds, names and drops an address however it is written', () => {
    const list = [kept('0xab', 'Maker'), kept('0x1', 'One')]
    expect(findKept(list, '0x000AB')?.name).toBe('Maker')
    expect(findKept(list, '0xabc')).toBeUndefined()
    expect(withName(list, '0xAB', 'Taker\u202E')).toEqual([kept('0xab', 'Taker'), kept('0x1', 'One')])
    expect(withoutAddress(list, '0x01')).toEqual([kept('0xab', 'Maker')])
  })

  it('that lost an address is as before when it is put back in its place', () => {
    fc.assert(
      fc.property(anyList, fc.nat(), (list, drawn) => {
        const entry = list[drawn % Math.max(1, list.length)]
        fc.pre(entry !== undefined)
        expect(withAddress(withoutAddress(list, entry.address), entry, list.indexOf(entry))).toEqual(list)
      }),
    )
  })

  it('stays sound through every change', () => {
    fc.assert(
      fc.property(anyList, anyEntry, fc.string({ unit: 'binary' }), (list, { address, ...rest }, name) => {
        for (const next of [
          withAddress(list, { address, ...rest }),
          withName(list, address, name),
          withoutAddress(list, address),
        ]) {
          expect(checkWatchList(next)).toEqual(next)
        }
        expect(findKept(withoutAddress(list, address), address)).toBeUndefined()
      }),
    )
  })
})
