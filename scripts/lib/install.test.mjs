import { expect, test } from 'vitest'
import { firstDifference } from './install.mjs'

const lock = (packages) => ({ packages: { '': { name: 'perpscope' }, ...packages } })
const a = { version: '1.0.0', integrity: 'sha512-a' }

test('what is installed fits when every package is the one of package-lock.json', () => {
  expect(firstDifference(lock({ a }), lock({ a }))).toBeUndefined()
})

test('a missing, an older or an exchanged package is named', () => {
  expect(firstDifference(lock({ a }), lock({}))).toBe('a')
  expect(firstDifference(lock({ a }), lock({ a: { ...a, version: '0.9.0' } }))).toBe('a')
  expect(firstDifference(lock({ a }), lock({ a: { ...a, integrity: 'sha512-b' } }))).toBe('a')
})

test("another machine's optional package may be missing", () => {
  expect(firstDifference(lock({ a: { ...a, optional: true } }), lock({}))).toBeUndefined()
})
