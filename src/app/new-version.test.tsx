// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NewVersion, useSite } from './new-version'

const FIRST = { version: '0.1.0', commit: 'a'.repeat(40), hash: 'b'.repeat(64), loads: ['assets/first-a.js'] }
/** The same code at once, other files beside it. */
const LATER = { ...FIRST, commit: 'c'.repeat(40), hash: 'd'.repeat(64) }
const HALF_AN_HOUR = 30 * 60_000

let root: Root
let served: unknown
const asked = vi.fn(async () => new Response(JSON.stringify(served)))
const words = () => document.querySelector('output')?.textContent ?? ''
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((button) => button.textContent === name)?.click())

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', asked)
  vi.useFakeTimers()
  asked.mockClear()
  useSite.setState({ running: null, newer: null })
  document.head.innerHTML = '<link rel="modulepreload" href="/assets/first-a.js">'
  document.body.innerHTML = '<div></div>'
  served = FIRST
  root = createRoot(document.querySelector('div') as HTMLElement)
  await act(async () => root.render(<NewVersion />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a new version', () => {
  it('is not offered while the site serves the build that the page is of', async () => {
    await pass(3 * HALF_AN_HOUR)
    expect(asked).toHaveBeenCalledTimes(4)
    expect(useSite.getState()).toEqual({ running: FIRST, newer: null })
    expect(words()).toBe('')
  })

  it('is told by its hash alone, where it loads the same code at once', async () => {
    served = LATER
    await pass(HALF_AN_HOUR)
    expect(useSite.getState()).toEqual({ running: FIRST, newer: LATER })
    expect(words()).toContain('A new version of Perpscope is there.')
    // It was taken back: the page is of the newest again.
    served = FIRST
    await pass(HALF_AN_HOUR)
    expect(words()).toBe('')
  })

  it('is not offered a second time to who said “Later”; the one after it is', async () => {
    served = LATER
    await pass(HALF_AN_HOUR)
    await press('Later')
    await pass(HALF_AN_HOUR)
    expect(words()).toBe('')
    served = { ...LATER, hash: 'e'.repeat(64) }
    await pass(HALF_AN_HOUR)
    expect(words()).toContain('A new version of Perpscope is there.')
  })

  it('is not looked for while nobody sees the page, and at once when it is seen again', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await pass(2 * HALF_AN_HOUR)
    expect(asked).toHaveBeenCalledTimes(1)
    hidden.mockReturnValue(false)
    served = LATER
    await act(async () => document.dispatchEvent(new Event('visibilitychange')))
    expect(asked).toHaveBeenCalledTimes(2)
    expect(words()).toContain('A new version')
    hidden.mockRestore()
  })
})
