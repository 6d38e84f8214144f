import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FIRST_PREFERENCES } from '../domain/preferences'

const NAME = 'perpscope.preferences.1'

function memory(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first))
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  }
}

const visit = async () => (await import('./preferences')).usePreferences

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

describe('preferences', () => {
  it('are kept for the next visit', async () => {
    vi.stubGlobal('localStorage', memory())
    const preferences = await visit()
    preferences.getState().prefer({ feeBps: 2, priceBasis: 'last' })
    expect(preferences.getState()).toMatchObject({ feeBps: 2, priceBasis: 'last' })
    vi.resetModules()
    expect((await visit()).getState()).toMatchObject({ feeBps: 2, priceBasis: 'last' })
  })

  it('that make no sense are not taken', async () => {
    vi.stubGlobal('localStorage', memory())
    const preferences = await visit()
    preferences.getState().prefer({ feeBps: Number.NaN })
    expect(preferences.getState().feeBps).toBe(FIRST_PREFERENCES.feeBps)
  })

  it.each([['not JSON'], ['null'], ['[]'], ['{"feeBps":"5"}']])('begin anew where %s was kept', async (text) => {
    vi.stubGlobal('localStorage', memory({ [NAME]: text }))
    expect((await visit()).getState()).toMatchObject(FIRST_PREFERENCES)
  })

  it('hold for this visit where the browser keeps nothing', async () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: denied, setItem: denied })
    const preferences = await visit()
    preferences.getState().prefer({ feeBps: 1 })
    expect(preferences.getState().feeBps).toBe(1)
  })
})
