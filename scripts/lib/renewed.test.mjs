import { describe, expect, test } from 'vitest'
import { readAnswer } from './registry.mjs'
import { renewed } from './renewed.mjs'

const locked = { id: '@a/new@2.0.0', use: 'site', licence: 'MIT', integrity: 'sha512-a' }
const held = {
  id: 'old@1.0.0',
  use: 'tool',
  licence: 'MIT',
  published: '2020-01-01',
  listed: '2020-02-01',
  urgent: 'x',
}

function renew({ answer = {}, list = [], packages = [locked], ...given }) {
  const answers = new Map([[locked.id, { published: '2026-01-01', integrity: 'sha512-a', ...answer }]])
  return renewed(list, packages, answers, { today: '2026-01-15', ...given })
}

const entry = { id: locked.id, use: 'site', licence: 'MIT', published: '2026-01-01', listed: '2026-01-15' }

describe('the list anew', () => {
  test('takes in what is old enough, and drops what is gone', () => {
    expect(renew({ list: [held] })).toEqual({ entries: [entry], added: [entry], removed: [held], refused: [] })
  })

  test('keeps the days and the reason of what it held, but not its use', () => {
    const { entries, added, removed } = renew({
      list: [held],
      packages: [{ id: held.id, use: 'site', licence: 'ISC', integrity: 'sha512-b' }],
    })
    expect(entries).toEqual([{ ...held, use: 'site', licence: 'ISC' }])
    expect([...added, ...removed]).toEqual([])
  })

  test('refuses what is too young, and says when it will not be', () => {
    expect(renew({ answer: { published: '2026-01-02' } }).refused).toEqual([
      '@a/new@2.0.0 was published 13 days ago: wait until 2026-01-16, or say --urgent @a/new --reason "…".',
    ])
  })

  test('but for what is urgent, with its reason', () => {
    const answer = { published: '2026-01-02' }
    const { entries, refused } = renew({ answer, urgent: ['@a/new'], reason: 'mends a hole' })
    expect(refused).toEqual([])
    expect(entries).toEqual([{ ...entry, published: '2026-01-02', urgent: 'mends a hole' }])
    expect(renew({ answer, urgent: ['new'], reason: 'mends a hole' }).refused).toHaveLength(1)
  })

  test('notes no urgency for what is old enough', () => {
    expect(renew({ urgent: ['@a/new'], reason: 'mends a hole' }).entries).toEqual([entry])
  })

  test('refuses, urgent or not, other contents than the registry’s and scripts at install', () => {
    const given = { urgent: ['@a/new'], reason: 'mends a hole' }
    expect(renew({ ...given, answer: { integrity: 'sha512-b' } }).refused).toEqual([
      '@a/new@2.0.0 has another content in package-lock.json than in the registry.',
    ])
    expect(renew({ ...given, answer: { script: 'postinstall' } }).refused).toEqual([
      '@a/new@2.0.0 wants to run a script when it is installed (postinstall).',
    ])
  })
})

describe("the registry's answer", () => {
  const id = '@a/new@2.0.0'
  const answer = { time: { '2.0.0': '2026-01-02T01:00:00+02:00' }, 'dist.integrity': 'sha512-a' }

  test('is a day in UTC, a content and a script', () => {
    expect(readAnswer(id, JSON.stringify(answer))).toEqual({ published: '2026-01-01', integrity: 'sha512-a' })
    const scripts = { test: 'x', postinstall: 'y' }
    expect(readAnswer(id, JSON.stringify({ ...answer, scripts })).script).toBe('postinstall')
  })

  test('without a day, or none at all, ends the run in words', () => {
    const none = `The registry doesn't say when ${id} was published.`
    expect(() => readAnswer(id, JSON.stringify({ ...answer, time: {} }))).toThrow(none)
    expect(() => readAnswer(id, '{"error":{"code":"E404"}}')).toThrow(none)
    expect(() => readAnswer(id, 'spawn npm ENOENT')).toThrow(`The registry's answer about ${id} can't be read`)
  })
})
