import { describe, expect, test } from 'vitest'
import { checkEngine, satisfies } from './engine.mjs'

const RANGE = '^20.19.0 || >=22.12.0'

describe('the engine check', () => {
  test.each(['20.19.0', 'v20.20.2', '22.12.0', '24.0.0', '23.1.0-nightly'])('takes %s', (version) => {
    expect(satisfies(version, RANGE)).toBe(true)
  })

  test.each(['18.20.0', '20.18.9', '21.7.3', '22.11.9'])('refuses %s', (version) => {
    expect(satisfies(version, RANGE)).toBe(false)
  })

  test('says in one line what is needed', () => {
    expect(() => checkEngine('18.0.0', RANGE)).toThrow(
      "Node 18.0.0 doesn't fit: Perpscope needs ^20.19.0 || >=22.12.0.",
    )
  })

  test("understands this repository's own range", () => {
    expect(() => checkEngine()).not.toThrow()
  })
})
