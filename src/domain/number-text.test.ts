import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from './number-text'

describe('a number typed in', () => {
  it.each([
    ['1000', 1000],
    ['1000.5', 1000.5],
    ['1,000.5', 1000.5],
    ['1 234 567', 1_234_567],
    ['1\u00a0000', 1000],
    ['1_000', 1000],
    [' 2k ', 2000],
    ['2 K', 2000],
    ['1.005k', 1005],
    ['1.5M', 1_500_000],
    ['$10k', 10_000],
    ['500 $', 500],
    ['.5', 0.5],
    ['5.', 5],
    ['0', 0],
    ['007', 7],
  ])('"%s" is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ value })
  })

  it.each(['', '.', 'k', '$', 'abc', '1e3', '0x10', '1.2.3', '12,34,567', '1.000,5', '2kk', 'Infinity', '1 2'])(
    '"%s" is none, and the reader is told how to write one',
    (text) => {
      expect(readNumber(text)).toEqual({ problem: 'Not a number: try 1,000.5 or 2k.' })
    },
  )

  it('with a decimal comma is not guessed at', () => {
    expect(readNumber('1,5')).toEqual({ problem: 'Decimals stand behind a point: 1.5.' })
    expect(readNumber('1,00')).toEqual({ problem: 'Decimals stand behind a point: 1.5.' })
    expect(readNumber('0,25')).toEqual({ problem: 'Decimals stand behind a point: 1.5.' })
  })

  it.each(['-1', '−2k', '-'])('below zero is refused: "%s"', (text) => {
    expect(readNumber(text)).toEqual({ problem: 'Not below zero, please.' })
  })

  it('comes back from what the page prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (units, decimals) => {
        const value = units / 10 ** decimals
        const printed = value.toLocaleString('en-US', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        })
        expect(readNumber(printed)).toEqual({ value })
      }),
    )
  })

  it('is a number not below zero or a sentence, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[\d,._ km$-]{0,12}$/))
    fc.assert(
      fc.property(typed, (text) => {
        const read = readNumber(text)
        if ('value' in read) expect(read.value).toBeGreaterThanOrEqual(0)
        else expect(read.problem).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })
})
