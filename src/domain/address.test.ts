import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeAddress, sameAddress, shortAddress } from './address'

const PROFILE_OF_63_DIGITS = '0x3c78886aa67752706b3502b12959edf92e68d85ae64b24226783d26ce6efc1e'

describe('an address', () => {
  it('of 63 digits gets its leading zero', () => {
    expect(normalizeAddress(PROFILE_OF_63_DIGITS)).toBe(`0x0${PROFILE_OF_63_DIGITS.slice(2)}`)
  })

  it.each([
    ['0x1', `0x${'1'.padStart(64, '0')}`],
    ['0XAB', `0x${'ab'.padStart(64, '0')}`],
    ['ab', `0x${'ab'.padStart(64, '0')}`],
    [' 0x1\n', `0x${'1'.padStart(64, '0')}`],
  ])('%j is %s', (text, normalized) => {
    expect(normalizeAddress(text)).toBe(normalized)
  })

  it.each(['', '0x', '0x0', '0', '0x'.padEnd(66, '0'), '0xg', '0x 1', '0x1 0x2', `0x${'1'.repeat(65)}`, '１', '-1'])(
    '%j is none',
    (text) => {
      expect(normalizeAddress(text)).toBeNull()
    },
  )

  it('is normalised once for all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(0x)?[0-9a-fA-F]{1,64}$/), (text) => {
        const normalized = normalizeAddress(text)
        fc.pre(normalized !== null)
        expect(normalized).toMatch(/^0x[0-9a-f]{64}$/)
        expect(normalizeAddress(normalized ?? '')).toBe(normalized)
        expect(BigInt(normalized ?? '')).toBe(BigInt(`0x${text.replace(/^0x/, '')}`))
      }),
    )
  })

  it('is the same with and without leading zeros and in either case; what is none equals nothing', () => {
    expect(sameAddress('0x0ABC', '0xabc')).toBe(true)
    expect(sameAddress('0xabc', '0xabd')).toBe(false)
    expect(sameAddress('', '')).toBe(false)
    expect(sameAddress('0x0', '0x0')).toBe(false)
  })

  it('is shown by its beginning and its end', () => {
    expect(shortAddress(PROFILE_OF_63_DIGITS)).toBe('0x3c78…fc1e')
    expect(shortAddress('0x12345678ab')).toBe('0x12345678ab')
  })
})
