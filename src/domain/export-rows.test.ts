import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, exportFileName, plainDecimal, toCsv, toJson } from './export-rows'

const scope = {
  what: 'fills',
  network: 'mainnet',
  account: '0x3c78886aa67752706b3502b12959edf9',
  since: '2025-02-17T11:12:13.000Z',
  asOf: '2025-02-18T09:00:00.000Z',
  state: 'live',
  rows: 1,
  full: true,
  coverage: 'all of it',
}
const columns = [
  { header: 'trade_id', value: () => '16509835945970048696716' },
  { header: 'pnl', value: () => -1.5 },
  { header: 'order_id', value: () => null },
]

/** The cells of a CSV by the grammar of RFC 4180; a bare cell is told from a quoted one. */
function readCsv(text: string): { readonly text: string; readonly quoted: boolean }[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const rows: { text: string; quoted: boolean }[][] = [[]]
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, quoted, bare = '', end] = found
    rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? bare, quoted: quoted !== undefined })
    if (end === '\r\n') rows.push([])
    if (cell.lastIndex === text.length) return rows.slice(0, -1)
  }
  throw new Error('no CSV')
}
const cellOf = (value: Cell) => {
  const [, row] = readCsv(toCsv([{ header: 'x', value: () => value }], [null], scope))
  return row?.[0]
}

describe('a CSV', () => {
  it('has a header, CRLF, quoted text, bare numbers, and network and account in every row', () => {
    expect(toCsv(columns, [1], scope)).toBe(
      '\ufeff"trade_id","pnl","order_id","network","account"\r\n' +
        '"16509835945970048696716",-1.5,,"mainnet","0x3c78886aa67752706b3502b12959edf9"\r\n',
    )
  })

  it.each([
    ['=1+1'],
    ['+1+1'],
    ['-1+1'],
    ['@SUM(A1)'],
    ['\t=1'],
    ['\r=1'],
    ['\n=1'],
    [' =1'],
    ['\uff1d1+1'],
    ['=HYPERLINK("http://x","y")'],
    ['-'],
    ['-1.5e3'],
  ])('makes %j harmless', (text) => {
    expect(cellOf(text)).toEqual({ text: `'${text}`, quoted: true })
  })

  it.each([['-1.5'], ['1338'], ['0x1'], ['Open'], ['a=b'], ["it's"], ['']])('leaves %j as it is', (text) => {
    expect(cellOf(text)).toEqual({ text, quoted: true })
  })

  it('leaves a number a number, and nothing empty', () => {
    expect(cellOf(-1.5)).toEqual({ text: '-1.5', quoted: false })
    expect(cellOf(1e-7)).toEqual({ text: '0.0000001', quoted: false })
    for (const nothing of [null, NaN, Infinity]) expect(cellOf(nothing)).toEqual({ text: '', quoted: false })
  })

  it('reads back cell by cell, and no text in it can run', () => {
    const anyCell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('=', '-', '+', '@', '"', ',', '\r', '\n', '\t', ' ', '1', '.', 'a', '\uff1d'),
      }),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell)), (rows) => {
        const csv = toCsv(
          [
            { header: 'a', value: (row: readonly [Cell, Cell]) => row[0] },
            { header: '=b"', value: (row: readonly [Cell, Cell]) => row[1] },
          ],
          rows,
          scope,
        )
        const [header, ...read] = readCsv(csv)
        expect(header?.map(({ text }) => text)).toEqual(['a', '\'=b"', 'network', 'account'])
        expect(read).toHaveLength(rows.length)
        rows.forEach((row, index) => {
          row.forEach((value, column) => {
            const { text, quoted } = read[index]?.[column] ?? { text: 'missing', quoted: false }
            expect(quoted).toBe(typeof value === 'string')
            if (typeof value === 'number') expect(Number(text)).toBe(value + 0)
            else if (value === null) expect(text).toBe('')
            else expect([value, `'${value}`]).toContain(text)
            if (quoted && !/^-?\d+(\.\d+)?$/.test(text)) expect(text).not.toMatch(/^\s*[=+\-@\uff1d]/)
          })
        })
      }),
    )
  })
})

describe('a JSON', () => {
  it('has its scope apart and a row an object', () => {
    const text = toJson(columns, [1, 2], { ...scope, rows: 2, full: false })
    const row = { trade_id: '16509835945970048696716', pnl: -1.5, order_id: null }
    expect(JSON.parse(text)).toEqual({ scope: { ...scope, rows: 2, full: false }, rows: [row, row] })
  })

  it('reads back as it was, of any cells, its numbers without exponents', () => {
    const anyCell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(anyCell), fc.string(), (cells, header) => {
        fc.pre(header !== '__proto__')
        const text = toJson([{ header, value: (cell: Cell) => cell }], cells, scope)
        const noMinusZero = (cell: Cell) => (typeof cell === 'number' ? cell + 0 : cell)
        expect(JSON.parse(text)).toEqual({ scope, rows: cells.map((cell) => ({ [header]: noMinusZero(cell) })) })
      }),
    )
    expect(toJson([{ header: 'x', value: () => 1e-7 }], [null], scope)).toContain('{"x": 0.0000001}')
  })

  it('without rows is whole', () => {
    expect(JSON.parse(toJson(columns, [], scope))).toEqual({ scope, rows: [] })
  })
})

describe('a number written out', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1.5'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%d is %s', (value, text) => {
    expect(plainDecimal(value)).toBe(text)
  })

  it('reads back as the same double, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDecimal(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(value + 0)
      }),
    )
  })

  it('is nothing for what is no number', () => {
    expect([NaN, Infinity, -Infinity].map(plainDecimal)).toEqual([null, null, null])
  })
})

describe('the name of a file', () => {
  it('says what it holds, of whom, how many, since when and as of when', () => {
    expect(exportFileName({ ...scope, rows: 250 }, 'csv')).toBe(
      'perpscope_fills_mainnet_0x3c78886a_250-rows_since-2025-02-17T111213Z_as-of-2025-02-18T090000Z.csv',
    )
  })

  it('says so where rows are missing or not live, and leaves out what is not known', () => {
    expect(exportFileName({ ...scope, since: null, asOf: null, state: 'stale', full: false }, 'json')).toBe(
      'perpscope_fills_mainnet_0x3c78886a_1-rows_stale_partial.json',
    )
    expect(exportFileName({ ...scope, full: null }, 'json')).not.toContain('partial')
  })

  it('holds no character that a file system refuses', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (what, account) => {
        expect(exportFileName({ ...scope, what, account }, 'csv')).toMatch(/^[\w.-]+$/)
      }),
    )
  })
})
