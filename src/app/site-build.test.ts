import { describe, expect, it } from 'vitest'
import { checkSiteBuild } from './site-build'

const BUILD = {
  version: '0.1.0',
  commit: 'a'.repeat(40),
  hash: 'b'.repeat(64),
  loads: ['assets/first-x1_-.js', 'assets/first-a.css'],
}

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
    { ...BUILD, loads: [] },
    { ...BUILD, loads: 'assets/a.js' },
    { ...BUILD, loads: ['assets/a.js', 'https://evil.example/a.js'] },
    { ...BUILD, loads: ['assets/../a.js'] },
  ])('is nobody’s answer in its place: %j', (value) => {
    expect(checkSiteBuild(value)).toBeNull()
  })
})
