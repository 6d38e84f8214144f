import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { aheadScript, wantedChunks, withAhead } from './drawn-first'

const chunk = (fileName: string, facadeModuleId: string | null, imports: readonly string[] = []) => ({
  fileName,
  facadeModuleId,
  imports,
})
const CHUNKS = [
  chunk('assets/first-1.js', '/x/index.html'),
  chunk('assets/wide-2.js', '/x/src/app/wide.tsx', ['assets/first-1.js', 'assets/shared-3.js']),
  chunk('assets/shared-3.js', null, ['assets/first-1.js']),
  chunk('assets/book-4.js', '/x/src/book.tsx', ['assets/shared-3.js']),
]
const HTML = '<script type="module" src="/assets/first-1.js"></script>'

it('asks for chunks and what they import, once, and for nothing that comes anyway', () => {
  const wanted = [{ module: '/src/app/wide.tsx', media: '(min-width: 1px)' }, { module: '/src/book.tsx' }]
  expect(wantedChunks(wanted, CHUNKS, HTML)).toEqual([
    ['assets/wide-2.js', '(min-width: 1px)'],
    ['assets/shared-3.js', ''],
    ['assets/book-4.js', ''],
  ])
})

it('stops a build in which one of them has become part of another chunk', () => {
  expect(() => wantedChunks([{ module: '/src/gone.tsx' }], CHUNKS, HTML)).toThrow(
    '/src/gone.tsx is no chunk of its own',
  )
})

it('puts the script between asking for the stylesheet and waiting for it', () => {
  const styles = '<link rel="stylesheet" crossorigin href="/assets/a.css">'
  expect(withAhead(`<head>\n    ${styles}\n  </head>`, '<script src="b.js"></script>').split('\n')).toEqual([
    '<head>',
    '    <link rel="preload" as="style" crossorigin href="/assets/a.css">',
    '    <script src="b.js"></script>',
    `    ${styles}`,
    '  </head>',
  ])
  expect(() => withAhead('<head></head>', '')).toThrow('no stylesheet')
})

interface Visit {
  readonly search?: string
  /** null: the browser denies the page its memory. */
  readonly kept?: string | null
  /** The frames that come before all of the page has. */
  readonly early?: number
}

/** What the script asks for, and what it says of the page's root. */
function runAhead({ search = '', kept = 'null', early = 0 }: Visit = {}) {
  const code = aheadScript(
    [
      ['a.js', ''],
      ['b.js', 'wide'],
      ['c.js', 'narrow'],
    ],
    '/x/',
    'kept.1',
  )
  const asked: unknown[] = []
  const dataset: Record<string, string> = {}
  const behind: (() => void)[] = []
  let steps = 0
  const pane = { dataset: { pane: 'book', unit: 'px' }, style: { flexBasis: '' } }
  runInNewContext(code, {
    location: { search },
    localStorage: {
      getItem(name: string) {
        if (kept === null) throw new Error('denied')
        return name === 'kept.1' ? kept : null
      },
    },
    requestAnimationFrame: (next: () => void) => behind.push(next),
    setTimeout: (next: () => void) => behind.push(next),
    matchMedia: (media: string) => ({ matches: media === 'wide' }),
    document: {
      get readyState() {
        return steps < early ? 'loading' : 'interactive'
      },
      documentElement: { dataset },
      querySelectorAll: () => [pane],
      head: { append: (link: unknown) => asked.push(link) },
      createElement: (name: string) => ({ name }),
    },
  })
  // The frames, and what comes behind the last.
  for (; steps < early + 2; steps += 1) {
    expect([asked, dataset['begun']]).toEqual([[], undefined])
    behind.shift()?.()
  }
  return { asked, dataset, book: pane.style.flexBasis }
}

it('writes a script that asks for them where they are wanted', () => {
  const link = (href: string) => ({ name: 'link', rel: 'modulepreload', crossOrigin: '', href })
  expect(runAhead().asked).toEqual([link('/x/a.js'), link('/x/b.js')])
})

it.each([
  ['as he left it', '{"paneSizes":{"book":400}}', '400px'],
  ['where nothing is known of it', '{"paneSizes":{"trades":400}}', ''],
  ['where what was kept makes no sense', '{"paneSizes":{"book":"1px;color:red"}}', ''],
  ['where nothing of the kind was kept', '{"paneSizes":null}', ''],
])('gives a panel of the shell the size that the reader gave it, %s', (_name, kept, expected) => {
  expect(runAhead({ kept }).book).toBe(expected)
})

it('waits while a part of the page is still to come, which would move the panels', () => {
  const { asked, dataset } = runAhead({ early: 3 })
  expect([asked.length, dataset['begun']]).toEqual([2, ''])
})

it.each([
  ['nothing kept', {}, {}],
  ['a theme and a density', { kept: '{"theme":"light","density":"compact"}' }, { theme: 'light', density: 'compact' }],
  ['the system’s theme', { kept: '{"theme":"system","density":"comfortable"}' }, {}],
  ['what makes no sense', { kept: '{"theme":{},"density":7}' }, {}],
  ['what is no JSON', { kept: '{' }, {}],
  ['what is no object', { kept: '7' }, {}],
  ['no memory', { kept: null }, {}],
  ['an address in the page’s own', { search: '?network=testnet&address=0x1' }, { asked: '' }],
] as const)('has the shell drawn as the reader wants it: %s', (_name, visit: Visit, expected) => {
  const { asked, dataset } = runAhead(visit)
  expect(dataset).toEqual({ ...expected, begun: '' })
  expect(asked).toHaveLength(2)
})
