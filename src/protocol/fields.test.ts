import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestDouble } from './exact-decimal'
import { cleanText, decimal, describeValue, longId, shortId, smallInteger, timeMs } from './fields'

const decimalText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.stringMatching(/^\d{1,18}$/), fc.stringMatching(/^\d{1,45}$/)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,30}$/)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^[eE][+-]?\d{1,3}$/)),
  )
  .map((parts) => parts.join(''))
const shifts = fc.integer({ min: 0, max: 18 })

describe('decimal', () => {
  it('is the nearest double of the exact value, or null where that is none a reader could believe', () => {
    fc.assert(
      fc.property(decimalText, shifts, (text, shift) => {
        const exact = nearestDouble(text, shift)
        const read = decimal(text, shift)
        const isFalseZero = exact === 0 && /[1-9]/.test(text.replace(/[eE].*$/, ''))
        expect(read).toBe(isFalseZero || Math.abs(exact) > 1e15 ? null : exact)
      }),
      { numRuns: 3000 },
    )
  })

  it('is the nearest double for short plain figures, the usual case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,9}(\.\d{1,8})?$/), shifts, (text, shift) => {
        expect(decimal(text, shift)).toBe(nearestDouble(text, shift))
      }),
      { numRuns: 3000 },
    )
  })

  it('reads a JSON number as the decimal that it prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), shifts, (number, shift) => {
        const exact = nearestDouble(String(number), shift)
        expect(decimal(number, shift)).toBe(exact === 0 && number !== 0 ? null : exact)
      }),
    )
  })

  it.each([
    ['0.0326969090000000006806411505', 0, 0.032696909],
    ['6036', 3, 6.036],
    ['8853.658536585366', 3, 8.853658536585366],
    ['1e3', 3, 1],
    ['1E+3', 0, 1000],
    ['000012.50', 0, 12.5],
    ['1000000000000000', 0, 1e15],
    ['5e-324', 0, 5e-324],
    ['9007199254740993', 6, 9007199254.740993],
    [`0.${'0'.repeat(90)}1`, 0, 1e-91],
    [0.1, 3, 0.0001],
    [1e21, 18, 1000],
    [1e-7, 3, 1e-10],
  ])('%s shifted by %i is %d', (value, shift, expected) => {
    expect(decimal(value, shift)).toBe(expected)
  })

  it.each(['0', '-0', '0.000', '-0.0', '0e5', '-0e-999', `0e${'9'.repeat(30)}`, 0, -0])('%s is a plain 0', (value) => {
    expect(decimal(value, 0)).toBe(0)
    expect(decimal(value, 6)).toBe(0)
  })

  it.each([
    ['beyond a double', '1e309'],
    ['infinite as a JSON number', Infinity],
    ['beyond belief', '1000000000000001'],
    ['beyond belief as a JSON number', -1e16],
    ['a false zero', '1e-400'],
    ['a negative false zero', '-1e-400'],
    ['a false zero by an exponent without end', `1e-${'9'.repeat(30)}`],
    ['infinite by an exponent without end', `1e${'9'.repeat(30)}`],
    ['longer than any figure', '1'.repeat(101)],
  ])('refuses what is %s', (_what, value) => {
    expect(decimal(value, 0)).toBeNull()
  })

  it('takes the limit of belief after the shift', () => {
    expect(decimal('1000000000000001', 3)).toBe(1000000000000.001)
    expect(decimal(1e18, 3)).toBe(1e15)
  })

  it('takes nothing that the grammar does not name', () => {
    const grammar = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/
    const nearMiss = fc.stringMatching(/^[-+ 0-9.eE_x,\n]{0,8}$/)
    fc.assert(
      fc.property(fc.oneof(nearMiss, fc.string({ unit: 'binary' })), (text) => {
        if (!grammar.test(text)) expect(decimal(text, 0)).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('timeMs', () => {
  it.each([
    [1746177750, 1746177750000],
    ['1746177750', 1746177750000],
    ['1746177750.123', 1746177750123],
    ['1746177750.000015', 1746177750000.015],
    [1746177750.123, 1746177750123],
    [0, 'unset'],
    ['0', 'unset'],
    ['0.0', 'unset'],
    [1746177750000, null],
    [-1, null],
    ['', null],
    [null, null],
  ])('%s is %s', (value, expected) => {
    expect(timeMs(value)).toBe(expected)
  })
})

describe('ids', () => {
  it('keeps ids apart that are equal as doubles', () => {
    const [a, b] = ['12907057702855018828273522', '12907057702855018828273523']
    expect(Number(a)).toBe(Number(b))
    expect(longId(a)).not.toBe(longId(b))
  })

  it('takes a long id of 39 digits, as text only', () => {
    expect(longId('3'.repeat(39))).toBe('3'.repeat(39))
    expect(longId(Number('16509835945970048696716'))).toBeNull()
    expect(longId(7)).toBeNull()
  })

  it.each(['', ' 1', '1 ', '1\n', '-1', '+1', '1.0', '1e3', '0x10', '１', 'abc', '1'.repeat(61), null, [], {}, true])(
    'refuses %j',
    (value) => {
      expect(longId(value)).toBeNull()
      expect(shortId(value)).toBeNull()
    },
  )

  it('takes a short id as digits or as a safe integer', () => {
    expect(shortId('1338')).toBe('1338')
    expect(shortId(6704413443)).toBe('6704413443')
    for (const value of [-1, 1.5, 2 ** 53, 1e21, Number.NaN]) expect(shortId(value)).toBeNull()
  })

  it('takes small whole numbers for an order type', () => {
    expect(smallInteger(7)).toBe(7)
    expect(smallInteger('9')).toBe(9)
    for (const value of [-1, 1.5, 1000, '', null, true]) expect(smallInteger(value)).toBeNull()
  })
})

describe('text from the server', () => {
  it('loses control and bidi characters and keeps the rest', () => {
    expect(cleanText('a\u0000b\u202ec\u2066d\u200fe\u2028f\u001bg\u007fh')).toBe('abcdefgh')
    expect(cleanText('<b>größe</b> 価格 javascript:alert(1)')).toBe('<b>größe</b> 価格 javascript:alert(1)')
  })

  it('is clipped to 200 characters, and never within a surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 150, maxLength: 900 }),
        fc.integer({ min: 0, max: 3 }),
        (text, pad) => {
          const clean = cleanText('x'.repeat(pad) + text)
          expect(clean.length).toBeLessThanOrEqual(200)
          expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
        },
      ),
    )
    const faces = '😀'.repeat(150)
    expect(cleanText(faces)).toBe(`${'😀'.repeat(99)}…`)
    expect(cleanText(`x${faces}`)).toBe(`x${'😀'.repeat(99)}…`)
  })

  it('of 10 kB costs no more than its beginning', () => {
    expect(cleanText('y'.repeat(10_000))).toBe(`${'y'.repeat(199)}…`)
  })

  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    ['', '""'],
    [true, 'true'],
    [-1, '-1'],
    [Infinity, 'Infinity'],
    [[1], 'a list'],
    [JSON.parse('{"toString":null}'), 'an object'],
    ['z'.repeat(50), `"${'z'.repeat(39)}…"`],
  ])('describes %j in a rejection as %s', (value, expected) => {
    expect(describeValue(value)).toBe(expected)
  })
})
