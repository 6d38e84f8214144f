import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { importMap, integrityOf, scriptSource, withIntegrity } from './integrity'

const files = new Map([
  ['assets/b.js', 'let b'],
  ['assets/a.js', 'let a'],
  ['assets/a.css', 'a{}'],
])
const scripts = new Map([...files].filter(([path]) => path.endsWith('.js')))

it('a hash is of the bytes, whether they come as text or not', () => {
  expect(integrityOf('é')).toBe(integrityOf(Buffer.from('é')))
  expect(integrityOf('é')).toBe(`sha384-${createHash('sha384').update('é').digest('base64')}`)
  expect(integrityOf('é')).not.toBe(integrityOf('e'))
})

it('the import map holds every script to its hash, in one order', () => {
  const map = importMap(scripts, '/x/')
  expect(JSON.parse(map)).toEqual({
    integrity: { '/x/assets/a.js': integrityOf('let a'), '/x/assets/b.js': integrityOf('let b') },
  })
  expect(importMap(new Map([...scripts].reverse()), '/x/')).toBe(map)
})

it('an inline script is allowed by its very text', () => {
  expect(scriptSource('{}')).toBe(`'sha256-${createHash('sha256').update('{}').digest('base64')}'`)
})

describe('the tags of the page', () => {
  it('bear the hash of what they load, and no other does', () => {
    const html = [
      '<script type="importmap">{}</script>',
      '<script type="module" crossorigin src="/assets/a.js"></script>',
      '<link rel="preload" as="style" crossorigin href="/assets/a.css">',
      '<link rel="stylesheet" crossorigin href="/assets/a.css">',
      '<link rel="modulepreload" href="/assets/b.js" crossorigin media="(min-width: 1px)" />',
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml" />',
    ].join('\n')
    expect(withIntegrity(html, files, '/').split('\n')).toEqual([
      '<script type="importmap">{}</script>',
      `<script type="module" crossorigin src="/assets/a.js" integrity="${integrityOf('let a')}"></script>`,
      `<link rel="preload" as="style" crossorigin href="/assets/a.css" integrity="${integrityOf('a{}')}">`,
      `<link rel="stylesheet" crossorigin href="/assets/a.css" integrity="${integrityOf('a{}')}">`,
      `<link rel="modulepreload" href="/assets/b.js" crossorigin media="(min-width: 1px)" integrity="${integrityOf('let b')}">`,
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml" />',
    ])
  })

  it.each(['/assets/gone.js', 'https://cdn.example/a.js', '/other/assets/a.js'])(
    'that load what the build has not made stop it: %s',
    (address) => {
      expect(() => withIntegrity(`<script src="${address}"></script>`, files, '/')).toThrow(
        `index.html loads ${address}, which is no file of the build.`,
      )
    },
  )
})
