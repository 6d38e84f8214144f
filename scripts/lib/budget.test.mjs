import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isOver, measure, toTable } from './budget.mjs'

const html = `<script type="module" src="/assets/index-1.js"></script>
<link rel="modulepreload" href="/assets/ahead-7.js"><link rel="stylesheet" href="/assets/index-3.css">`
const file = (name, bytes) => ({ name, content: Buffer.from(bytes) })
const site = [
  file('index.html', html),
  file(
    'assets/index-1.js',
    Buffer.concat([Buffer.from('import{a as b}from"./react-2.js";import("./other-6.js");'), randomBytes(60_000)]),
  ),
  file('assets/react-2.js', randomBytes(50_000)),
  file('assets/index-3.css', 'a{}'),
  file('assets/depth-4.js', 'e.className="tv-lightweight-charts"'),
  file('assets/wallet-island-5.js', randomBytes(130_000)),
  file('assets/other-6.js', 'x'),
  file('assets/ahead-7.js', randomBytes(26_000)),
]

describe('the size check', () => {
  const rows = measure(site)

  test('knows the kinds: what is loaded at once, and each later chunk', () => {
    expect(rows.map((row) => [row.what, row.budget])).toEqual([
      ['entry (2 files)', 100],
      ['styles', 12],
      ['charts: assets/depth-4.js', 58],
      ['wallet: assets/wallet-island-5.js', 140],
      ['chunk: assets/other-6.js', 25],
      ['chunk: assets/ahead-7.js', 25],
    ])
  })

  test('finds what is too big: what the first script imports, and a lazy chunk that is asked for ahead', () => {
    expect(rows.filter(isOver).map((row) => row.what)).toEqual(['entry (2 files)', 'chunk: assets/ahead-7.js'])
    expect(toTable(rows)[0]).toMatch(/110\.\d of 100 kB {2}TOO BIG$/)
  })

  test('a site whose page loads nothing is no site', () => {
    expect(() => measure([file('index.html', '<p>')])).toThrow('loads no script')
  })
})
