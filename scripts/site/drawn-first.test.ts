import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { aheadScript, wantedChunks } from './drawn-first'

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

it('writes a script that asks for them where they are wanted', () => {
  const asked: unknown[] = []
  const code = aheadScript(
    [
      ['a.js', ''],
      ['b.js', 'wide'],
      ['c.js', 'narrow'],
    ],
    '/x/',
  )
  const head = { append: (link: unknown) => asked.push(link) }
  const document = { head, createElement: (name: string) => ({ name }) }
  runInNewContext(code, { document, matchMedia: (media: string) => ({ matches: media === 'wide' }) })
  const link = (href: string) => ({ name: 'link', rel: 'modulepreload', crossOrigin: '', href })
  expect(asked).toEqual([link('/x/a.js'), link('/x/b.js')])
})
