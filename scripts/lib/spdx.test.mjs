import { describe, expect, test } from 'vitest'
import { isAccepted } from './spdx.mjs'

describe('licences that are accepted', () => {
  test.each([
    'MIT',
    'Apache-2.0',
    'MIT OR GPL-3.0-only',
    '(GPL-2.0-only OR MIT)',
    'MIT AND Apache-2.0',
    'Apache-2.0 WITH LLVM-exception',
  ])('%s', (id) => {
    expect(isAccepted(id, 'site')).toBe(true)
  })

  test('with AND before OR', () => {
    expect(isAccepted('GPL-3.0-only AND MIT OR ISC', 'site')).toBe(true)
    expect(isAccepted('GPL-3.0-only AND (MIT OR ISC)', 'site')).toBe(false)
  })

  test('MPL-2.0 and the like in tools only', () => {
    expect(isAccepted('MPL-2.0', 'tool')).toBe(true)
    expect(isAccepted('MPL-2.0', 'site')).toBe(false)
    expect(isAccepted('MPL-2.0 OR Apache-2.0', 'site')).toBe(true)
  })
})

test.each([
  undefined,
  '',
  'GPL-3.0-only',
  'mit',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE.md',
  'MIT AND GPL-3.0-only',
  'GPL-2.0-only WITH Classpath-exception-2.0',
  'MIT WITH',
  'MIT OR',
  '(MIT',
  'MIT)',
  'MIT MIT',
  'MIT/GPL',
])('%s is refused', (id) => {
  expect(isAccepted(id, 'tool')).toBe(false)
})
