import { createHash } from 'node:crypto'
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

it('a line is as sha256sum --check reads it', () => {
  const sum = createHash('sha256').update('page').digest('hex')
  expect(sumsOf(folder).split('\n')[1]).toBe(`${sum}  index.html`)
})
