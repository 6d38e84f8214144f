import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkArrows } from './lib/arrows.mjs'
import { fromRoot } from './lib/root.mjs'

const ARROW = 'eslint(no-restricted-imports)'

/** [file, what it imports]: each must be refused by its folder's row. */
const wrong = [
  ['src/domain/a.ts', '../protocol/decode'],
  ['src/domain/b.ts', '../config'],
  ['src/domain/c.ts', 'react'],
  ['src/domain/d.ts', 'node:fs'],
  ['src/domain/e.ts', './merge/../../store/store'],
  ['src/protocol/a.ts', '../feed/feed'],
  ['src/protocol/b.ts', '../config'],
  ['src/protocol/c.ts', 'zustand'],
  ['src/protocol/d.ts', './fixtures/orderbook.json'],
  ['src/feed/a.ts', '../store/store'],
  ['src/feed/b.ts', 'react'],
  ['src/feed/c.ts', 'zustand/vanilla'],
  ['src/feed/d.ts', 'react-dom'],
  ['src/feed/e.test.ts', '../store/store'],
  ['src/store/a.ts', '../protocol/topics'],
  ['src/store/b.ts', '../feed/feed'],
  ['src/store/c.ts', '../panels/trades/trades'],
  ['src/ui/a.tsx', '../domain/market'],
  ['src/ui/b.tsx', '../store/store'],
  ['src/ui/c.tsx', '../config'],
  ['src/wallet/a.tsx', '../panels/account/account'],
  ['src/wallet/b.tsx', '../feed/feed'],
  ['src/wallet/c.tsx', '@tanstack/react-query'],
  ['src/panels/order-book/a.tsx', '../trades/trades'],
  ['src/panels/order-book/b.tsx', '../../wallet/connect-wallet'],
  ['src/panels/order-book/c.tsx', '../../protocol/decode'],
  ['src/panels/order-book/d.tsx', 'lightweight-charts'],
  ['src/panels/order-book/e.tsx', '@aptos-labs/ts-sdk'],
  ['src/panels/order-book/f.tsx', '@tanstack/react-query'],
  ['src/panels/loose.tsx', './depth/depth-panel'],
  ['src/app/a.tsx', '../simulator/venue'],
  ['src/app/b.tsx', '@aptos-labs/wallet-adapter-react'],
  ['src/app/c.tsx', '../domain'],
  ['src/app/d.tsx', '../domain/index'],
  ['src/app/e.test.tsx', '../simulator/venue'],
  ['src/app/demo-banner.tsx', '../simulator/addresses'],
  ['src/app/demo.test.ts', '../simulator/worker?worker&url'],
  ['src/config.ts', './index.ts'],
  ['src/config.ts', './protocol/topics'],
  ['src/simulator/a.ts', '../protocol/decode'],
  ['src/simulator/b.ts', '../store/store'],
  ['src/simulator/c.ts', '../protocol/fixtures/orderbook.json'],
  ['src/utils/a.ts', '../domain/market'],
  ['src/domain/deep/er/a.ts', '../../market'],
  ['e2e/a.spec.ts', '../src/store/store'],
  ['e2e/bench/b.ts', '../../src/protocol/decode'],
  ['scripts/a.mjs', 'ws'],
  ['scripts/b.mjs', './site/licences'],
  ['scripts/site/a.ts', '../lib/run.mjs'],
  ['scripts/site/b.ts', '../../src/config'],
  ['scripts/site/c.ts', 'rolldown'],
]

/** [file, what it imports]: each must pass. */
const right = [
  ['src/main.tsx', './index.css', './app/app', 'react-dom/client'],
  ['src/domain/ok.ts', './market'],
  ['src/domain/ok.test.ts', './market', 'vitest', 'fast-check', 'node:fs', '../protocol/fixtures/orderbook.json'],
  ['src/protocol/ok.ts', '../domain/market', './topics'],
  ['src/protocol/ok.test.ts', './fixtures/orderbook.json', 'node:fs'],
  ['src/feed/ok.ts', '../domain/market', '../protocol/decode', '../config', './link'],
  ['src/store/ok.ts', '../domain/market', '../config', 'react', 'zustand', 'zustand/middleware'],
  ['src/ui/ok.tsx', 'react', './panel'],
  [
    'src/wallet/wallet-island.tsx',
    '@aptos-labs/wallet-adapter-react',
    '../domain/wallet',
    '../store/store',
    '../ui/panel',
  ],
  [
    'src/panels/depth/ok.tsx',
    'lightweight-charts',
    '../../store/store',
    '../../ui/tokens',
    '../../domain/depth',
    'react',
  ],
  ['src/panels/trades/ok.tsx', './row', '../../config', '../../domain/tape'],
  [
    'src/app/ok.tsx',
    '../panels/trades/trades',
    '../feed/feed',
    '../store/store',
    '../wallet/x',
    '@tanstack/react-query',
  ],
  ['src/simulator/ok.ts', '../protocol/topics', '../domain/market', '../config', 'ws', 'node:http', 'vite'],
  [
    'e2e/ok.spec.ts',
    '@playwright/test',
    '../src/simulator/venue',
    '../src/config',
    '../src/domain/market',
    './harness/x',
  ],
  ['e2e/bench/ok.ts', '../harness/x', '../../src/simulator/venue', './x'],
  ['scripts/ok.mjs', './lib/x.mjs', 'node:fs', 'vite'],
  ['scripts/site/ok.ts', './x', 'node:fs', 'vite'],
]

/** Every way to import counts, not only the plain one. */
const waysToImport = {
  'src/ui/way-value.ts': "import { x } from '../store/store'\nexport const y = x",
  'src/ui/way-type.ts': "import type { X } from '../store/store'\nexport type Y = X",
  'src/ui/way-export.ts': "export { x } from '../store/store'",
  'src/ui/way-later.ts': "export const later = () => import('../store/store')",
  'src/ui/way-effect.ts': "import '../store/store'",
}

/** The network Demo: what its module may import of the simulator, and what not even that. */
const ofDemo = [
  ['../simulator/addresses', true],
  ['../simulator/browser-exchange', true],
  ['../simulator/worker?worker&url', true],
  ['../store/store', true],
  ['../simulator/worker', false],
  ['../simulator/exchange', false],
  ['../simulator/addresses/deep', false],
]

const folder = mkdtempSync(join(tmpdir(), 'perpscope-arrows-'))
let found

function plant(file, source) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${source}\n`)
}

const rulesFor = (file) => [...new Set(found.wrong.filter((one) => one.file === file).map((one) => one.rule))]

beforeAll(async () => {
  copyFileSync(fromRoot('architecture.config.mjs'), join(folder, 'architecture.config.mjs'))
  for (const [file, ...imports] of [...wrong, ...right])
    plant(file, imports.map((path) => `import '${path}'`).join('\n'))
  for (const [file, source] of Object.entries(waysToImport)) plant(file, source)
  plant('src/app/demo.ts', ofDemo.map(([path]) => `import '${path}'`).join('\n'))
  plant('src/store/circle-a.ts', "import { b } from './circle-b'\nexport const a = () => b")
  plant('src/store/circle-b.ts', "import { a } from './circle-a'\nexport const b = () => a")
  plant('src/ui/index.ts', 'export const panel = 1')
  plant('src/ui/barrel.ts', "export * from './panel'")
  plant('src/ui/panel.ts', 'export const panel = 1')
  found = await checkArrows(folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the arrows between the folders', () => {
  test.each(wrong)('%s may not import %s', (file) => {
    expect(rulesFor(file)).toEqual([ARROW])
  })

  test.each(right)('%s may import %s', (file) => {
    expect(rulesFor(file)).toEqual([])
  })

  test.each(Object.keys(waysToImport))('%s is a way to import', (file) => {
    expect(rulesFor(file)).toContain(ARROW)
  })

  test('of the simulator the app knows what its demo needs, in one module', () => {
    const refused = found.wrong.filter(({ file }) => file === 'src/app/demo.ts')
    expect(refused.map(({ line }) => ofDemo[line - 1]?.[0])).toEqual(
      ofDemo.filter(([, allowed]) => !allowed).map(([path]) => path),
    )
    expect(refused[0]?.message).toContain('app/demo.ts alone')
  })

  test('no circles', () => {
    expect(rulesFor('src/store/circle-a.ts')).toEqual(['import(no-cycle)'])
  })

  test('no barrels, by their name or by what they do', () => {
    expect(rulesFor('src/ui/index.ts')).toEqual(['import(no-named-export)'])
    expect(rulesFor('src/ui/barrel.ts')).toEqual(['oxc(no-barrel-file)'])
  })

  test('the refusal says which arrow', () => {
    const { line, message } = found.wrong.find((one) => one.file === 'src/store/a.ts')
    expect(line).toBe(1)
    expect(message).toContain('domain <- store: the wire stops at protocol.')
  })

  test('a linter that reads nothing is a failure, not a success', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    copyFileSync(fromRoot('architecture.config.mjs'), join(empty, 'architecture.config.mjs'))
    await expect(checkArrows(empty)).rejects.toThrow('so the arrows are unchecked')
  })
})
