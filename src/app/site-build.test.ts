import { describe, expect, it } from 'vitest'
import { checkSiteBuild } from './site-build'

const BUILD = { version: '0.1.0', commit: 'a'.repeat(40), hash: 'b'.repeat(64), entry: 'assets/first-x1_-.js' }

describe('build.json', () => {
  it('is read as it was written', () => {
    expect(checkSiteBuild({ ...BUILD, more: 1 })).toEqual(BUILD)
    expect(checkSiteBuild({ ...BUILD, commit: null })?.commit).toBeNull()
    expect(checkSiteBuild({ ...BUILD, commit: `${BUILD.commit}+changes` })).not.toBeNull()
  })

  it.each([
    null,
    'text',
    [],
    { ...BUILD, hash: 'b'.repeat(63) },
    { ...BUILD, hash: undefined },
    { ...BUILD, commit: 'main' },
    { ...BUILD, commit: undefined },
    { ...BUILD, version: 1 },
    { ...BUILD, entry: 'https://evil.example/a.js' },
    { ...BUILD, entry: 'assets/../a.js' },
  ])('is nobody’s answer in its place: %j', (value) => {
    expect(checkSiteBuild(value)).toBeNull()
  })
})
