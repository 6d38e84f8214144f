import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  formatAge,
  formatClock,
  formatCountdown,
  formatDateTime,
  formatFixed,
  formatSigned,
  formatSignedUsd,
  formatUsd,
  NO_FIGURE,
  plural,
  setFormats,
} from './format'

const ungrouped = (text: string) => text.replaceAll(',', '').replace('\u2212', '-')

/** The exact value of a figure that is written with a point, as a whole number of its smallest places. */
const exactly = (text: string, places: number) => {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

describe('numbers as the browser’s language writes them', () => {
  const FORMATS = { times: 'local', timeStyle: 'clock' } as const
  const inLanguage = (language: string) => {
    vi.stubGlobal('navigator', { language })
    setFormats({ numbers: 'system', ...FORMATS })
    return formatFixed(12_345.6, 1)
  }

  afterEach(() => {
    vi.unstubAllGlobals()
    setFormats({ numbers: 'comma', ...FORMATS })
  })

  it.each([
    ['de-DE', '12.345,6'],
    ['pt-BR', '12.345,6'],
    ['fr-FR', '12\u202f345,6'],
    ['de-CH', '12\u2019345.6'],
    ['en-ZA', '12\u202f345,6'],
    ['hi-IN', '12,345.6'],
  ])('%s: %s', (language, text) => {
    expect(inLanguage(language)).toBe(text)
  })

  it.each(
    'en en-US en-GB en-CA en-AU en-NZ en-IE en-SG en-HK ja ja-JP ko ko-KR th th-TH zh zh-CN zh-HK zh-SG zh-TW'.split(
      ' ',
    ),
  )('%s has no need to be asked, and is not', (language) => {
    expect(new Intl.NumberFormat(language).format(12_345.6)).toBe('12,345.6')
    vi.stubGlobal('Intl', undefined)
    expect(inLanguage(language)).toBe('12,345.6')
  })
})

describe('formatFixed', () => {
  it.each([
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [5, 0, '5'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [999_999.5, 1, '999,999.5'],
    [1_234_567.891, 3, '1,234,567.891'],
    [-1234.5, 2, '\u22121,234.50'],
    [0.1 + 0.2, 1, '0.3'],
    [1.005, 3, '1.005'],
    [999.999, 2, '1,000.00'],
    [0.0001, 2, '0.00010'],
    [-0.00000123456, 2, '\u22120.0000012'],
    [0.005, 2, '0.01'],
    [0.004, 2, '0.0040'],
    [99_999_999_999_999.8, 1, '99,999,999,999,999.8'],
    [1e21, 2, '1e+21'],
    [5e-324, 2, '4.9e-324'],
  ])('%d with %d decimals: %s', (value, decimals, text) => {
    expect(formatFixed(value, decimals)).toBe(text)
  })

  it('bears any number of decimals', () => {
    expect(Number(formatFixed(0.25, 300))).toBe(0.25)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is no figure', (value) => {
    expect(formatFixed(value, 2)).toBe(NO_FIGURE)
    expect(formatUsd(value)).toBe(NO_FIGURE)
    expect(formatSignedUsd(value)).toBe(NO_FIGURE)
  })

  const figures = fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((value) => !(Math.abs(value) < 1e-90))
  const places = fc.nat({ max: 12 })

  it('shows a decimal of up to 15 digits to the digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), places, (digits, decimals) => {
        const text = ungrouped(formatFixed(Number(`${digits}e-${decimals}`), decimals))
        expect(exactly(text, decimals)).toBe(BigInt(digits))
      }),
    )
  })

  it('has noughts and no dust behind the fifteenth digit', () => {
    expect(formatFixed(169.32, 18)).toBe('169.320000000000000000')
    expect(formatFixed(0.1, 20)).toBe('0.10000000000000000000')
  })

  it('is off by half of the last place, or of the fifteenth digit, at most', () => {
    fc.assert(
      fc.property(figures, places, (value, decimals) => {
        const off = Math.abs(Number(ungrouped(formatFixed(value, decimals))) - value)
        expect(off).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + Math.abs(value) * 1e-14)
      }),
    )
  })

  it('never shows zero for what is not zero, nor the wrong sign', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.oneof(any, figures), places, (value, decimals) => {
        expect(Math.sign(Number(ungrouped(formatFixed(value, decimals))))).toBe(value === 0 ? 0 : Math.sign(value))
      }),
    )
  })

  it('puts a comma before every third digit of the whole part, and none elsewhere', () => {
    fc.assert(
      fc.property(figures, places, (value, decimals) => {
        expect(formatFixed(value, decimals)).toMatch(/^\u2212?\d{1,3}(,\d{3})*(\.\d+)?$/)
        expect(formatFixed(-value, decimals).replace('\u2212', '')).toBe(
          formatFixed(value, decimals).replace('\u2212', ''),
        )
      }),
    )
  })

  it('keeps the order of figures', () => {
    fc.assert(
      fc.property(figures, figures, places, (a, b, decimals) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const shown = (value: number) => Number(ungrouped(formatFixed(value, decimals)))
        expect(shown(low)).toBeLessThanOrEqual(shown(high))
      }),
    )
  })
})

describe('amounts', () => {
  it.each([
    [null, '—', '—'],
    [0, '0.00', '0.00'],
    [12.345678, '12.35', '+12.35'],
    [-1234.5, '\u22121,234.50', '\u22121,234.50'],
    [1.23456, '1.235', '+1.235'],
    [0.00002871, '0.000029', '+0.000029'],
    [-0.00000000002871, '\u22120.000000000029', '\u22120.000000000029'],
  ])('%s: %s, as a gain %s', (value, plain, signed) => {
    expect(formatUsd(value)).toBe(plain)
    expect(formatSignedUsd(value)).toBe(signed)
  })
})

describe('a figure whose sign matters', () => {
  it.each([
    [0.0000144, 7, '+0.0000144'],
    [-12.5, 2, '\u221212.50'],
    [0, 2, '0.00'],
    [1e-9, 4, '+0.0000000010'],
    [Number.POSITIVE_INFINITY, 2, NO_FIGURE],
  ])('%s with %d decimals: %s', (value, decimals, text) => {
    expect(formatSigned(value, decimals)).toBe(text)
  })
})

describe('words', () => {
  it.each([
    [0, '0 rows'],
    [1, '1 row'],
    [5000, '5,000 rows'],
  ])('%d rows: %s', (count, text) => {
    expect(plural(count, 'row')).toBe(text)
  })

  it('takes a plural of its own', () => {
    expect(plural(2, 'match', 'matches')).toBe('2 matches')
  })

  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h 0 min'],
    [7_500_000, '2 h 5 min'],
    [180_000_000, '50 h 0 min'],
  ])('%d ms: %s', (ms, text) => {
    expect(formatAge(ms)).toBe(text)
  })

  it.each([
    [-5, 'due'],
    [0, 'due'],
    [1, '0:01'],
    [59_000, '0:59'],
    [59_001, '1:00'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [27_130_000, '7:32:10'],
  ])('%d ms left: %s', (ms, text) => {
    expect(formatCountdown(ms)).toBe(text)
  })

  it('gives local time with two digits each', () => {
    const time = new Date(2025, 1, 7, 4, 3, 9).getTime()
    expect(formatClock(time)).toBe('04:03:09')
    expect(formatDateTime(time)).toBe('2025-02-07 04:03:09')
  })
})
