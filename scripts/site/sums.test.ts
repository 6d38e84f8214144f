import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { siteHash, sumsOf } from './sums'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sums-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, 'assets', 'a b.js'), 'script')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('every file has its sum, sorted by path', () => {
  expect(
    sumsOf(folder)
      .split('\n')
      .map((line) => line.slice(66)),
  ).toEqual(['assets/a b.js', 'index.html', ''])
})

it('a file that differs by one byte gives another sum of all', () => {
  const before = siteHash(sumsOf(folder))
  writeFileSync(join(folder, 'index.html'), 'pagE')
  expect(siteHash(sumsOf(folder))).not.toBe(before)
})

it('what bears the sums is in none of them', () => {
  const before = sumsOf(folder)
  writeFileSync(join(folder, 'SHA256SUMS'), before)
  writeFileSync(join(folder, 'build.json'), '{}')
  expect(sumsOf(folder)).toBe(before)
})

it('the lines are those that sha256sum reads', () => {
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(folder))
  const said = execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
  expect(said).toBe('assets/a b.js: OK\nindex.html: OK\n')
})
