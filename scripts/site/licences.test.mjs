import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { licenceFile, licences, packageFolder, readLicence } from './licences'

const root = mkdtempSync(join(tmpdir(), 'perpscope-licences-'))
const folder = (name) => `${root}/node_modules/${name}`

/** A made-up package with these files. */
function plant(name, files, manifest = {}) {
  const own = { name, version: '1.0.0', license: 'MIT', ...manifest }
  for (const [file, text] of Object.entries({ ...files, 'package.json': JSON.stringify(own) })) {
    mkdirSync(dirname(join(folder(name), file)), { recursive: true })
    writeFileSync(join(folder(name), file), text)
  }
}

beforeAll(() => {
  plant('@b/one', { LICENSE: 'one\r\nline\r\n' })
  plant('a', { 'LICENSE.md': '\nits licence\n\n', NOTICE: 'its notice', 'license.js': 'code', 'LICENSES/x': 'x' })
  plant('none', { 'README.md': 'MIT' })
  plant('empty', { LICENSE: '\n' })
  plant('unnamed', { LICENSE: 'x' }, { license: undefined })
  plant('notice', { NOTICE: 'x' })
  plant('vite', { LICENSE: 'vite' })
  plant('rolldown', { LICENSE: 'rolldown', 'THIRD-PARTY-LICENSE': 'another' })
  plant('tailwindcss', { LICENSE: 'tailwindcss\n\n# Licenses of bundled dependencies\n\nnot ours' })
})

afterAll(() => rmSync(root, { recursive: true }))

describe('whose code a module is', () => {
  test.each([
    ['/x/node_modules/react/index.js', '/x/node_modules/react'],
    ['/x/node_modules/@b/one/lib/a.js?v=1', '/x/node_modules/@b/one'],
    ['/x/node_modules/a/node_modules/b/c.js', '/x/node_modules/a/node_modules/b'],
    ['\0/x/node_modules/react/index.js?commonjs', '/x/node_modules/react'],
    ['\0vite/preload-helper.js', '/root/node_modules/vite'],
    ['\0rolldown/runtime.js', '/root/node_modules/rolldown'],
    ['/x/src/main.tsx', undefined],
  ])('%j', (module, expected) => {
    expect(packageFolder(module, '/root')).toBe(expected)
  })

  test('nobody knows: the build ends', () => {
    expect(() => packageFolder('\0helper', '/root')).toThrow('Nobody knows whose code the module "\\u0000helper" is.')
  })
})

describe('a licence', () => {
  test('is the text of all its files, and no code', () => {
    expect(readLicence(folder('a'))).toEqual({ title: 'a 1.0.0, MIT', text: 'its licence\n\nits notice' })
    expect(readLicence(folder('rolldown')).text).toBe('rolldown\n\nanother')
  })

  test('has the same lines everywhere', () => {
    expect(readLicence(folder('@b/one')).text).toBe('one\nline')
  })

  test.each(['none', 'empty', 'notice'])('without a text ends the build (%s)', (name) => {
    expect(() => readLicence(folder(name))).toThrow(`${name} 1.0.0 is in the site and has no licence text.`)
  })

  test('without a name ends the build', () => {
    expect(() => readLicence(folder('unnamed'))).toThrow('unnamed 1.0.0 is in the site and names no licence.')
  })
})

test('the file is the same for the same packages', () => {
  const file = licenceFile([folder('a'), folder('@b/one')])
  expect(file).toBe(licenceFile([folder('@b/one'), folder('a'), folder('a')]))
  expect(file).toBe(`\uFEFFPerpscope has code of these packages in it:

- @b/one 1.0.0, MIT
- a 1.0.0, MIT


=================
@b/one 1.0.0, MIT
=================

one
line


============
a 1.0.0, MIT
============

its licence

its notice
`)
})

test('the built site has the file, with what made its styles and its helpers', () => {
  const plugin = licences()
  plugin.configResolved({ root })
  const emitted = []
  const bundle = {
    a: {
      type: 'chunk',
      modules: { [`${folder('a')}/a.js`]: {}, [`${root}/src/a.ts`]: {}, '\0vite/preload-helper.js': {} },
    },
    b: { type: 'asset', fileName: 'a.css', source: '/*! tailwindcss v4 */' },
    c: { type: 'asset', fileName: 'a.svg', source: '' },
  }
  plugin.generateBundle.handler.call({ emitFile: (file) => emitted.push(file) }, {}, bundle)
  expect(emitted).toEqual([
    {
      type: 'asset',
      fileName: 'licences.txt',
      source: licenceFile([folder('a'), folder('tailwindcss'), folder('vite')]),
    },
  ])
  expect(emitted[0].source).not.toContain('not ours')
})
