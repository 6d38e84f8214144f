import { expect, test } from 'vitest'
import { hasVersion, isVersion, withVersion } from './release.mjs'

const first = withVersion('', { version: '0.1.0', day: '2026-11-29', subjects: ['One', 'Another'] })

test('a changelog begins with its first version', () => {
  expect(first).toBe('# Changelog\n\n## 0.1.0 (2026-11-29)\n\n- One\n- Another\n')
})

test('a newer version stands above the older ones, which stay as somebody may have written them', () => {
  const edited = first.replace('- One', 'A word of ours.\n\n- One')
  expect(withVersion(edited, { version: '0.2.0', day: '2026-12-01', subjects: ['Newer'] })).toBe(
    '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- Newer\n\n## 0.1.0 (2026-11-29)\n\nA word of ours.\n\n- One\n- Another\n',
  )
})

test('markup in a commit is text', () => {
  const changelog = withVersion('', { version: '1.0.0', day: '2026-12-01', subjects: ['`a` <b> [c](d) *e*'] })
  expect(changelog).toContain('- \\`a\\` \\<b\\> \\[c\\](d) \\*e\\*')
})

test('a version is found by its whole number', () => {
  expect(hasVersion(first, '0.1.0')).toBe(true)
  expect(hasVersion(first, '0.1')).toBe(false)
  expect(hasVersion(first, '0.1.00')).toBe(false)
  expect(hasVersion('', '0.1.0')).toBe(false)
})

test.each([
  ['0.1.0', true],
  ['10.20.30', true],
  ['1.0', false],
  ['v1.0.0', false],
  ['1.0.0-beta', false],
  ['01.0.0', false],
])('%s is a version: %s', (text, is) => {
  expect(isVersion(text)).toBe(is)
})
