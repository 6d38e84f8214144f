// @vitest-environment jsdom
import { Activity, act, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type State, useStore } from './store'
import { useCalmState } from './use-calm-state'

let root: Root
/** Each value that came on show. */
let seen: string[]
let now: () => void

/** Any text of the state will do. */
const select = (state: State) => state.marketId
const bring = (marketId: string) => useStore.setState({ marketId })

function Figure({ scope }: { readonly scope: string }) {
  const [shown, showNow] = useCalmState(select, 1000, scope)
  useLayoutEffect(() => {
    seen.push(shown)
    now = showNow
  }, [shown, showNow])
  return null
}

const show = (value: string, scope = '') =>
  act(() => {
    bring(value)
    root.render(<Figure scope={scope} />)
  })
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  seen = []
  root = createRoot(document.createElement('div'))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a calm value', () => {
  it('is there from the beginning, and follows at once after a pause', () => {
    show('a')
    show('b')
    expect(seen).toEqual(['a', 'b'])
    pass(1000)
    show('c')
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it('follows once a second else, with the newest then', () => {
    show('a')
    show('b')
    pass(400)
    show('c')
    pass(400)
    show('d')
    expect(seen).toEqual(['a', 'b'])
    pass(200)
    expect(seen).toEqual(['a', 'b', 'd'])
    show('e')
    pass(999)
    expect(seen).toEqual(['a', 'b', 'd'])
    pass(1)
    expect(seen).toEqual(['a', 'b', 'd', 'e'])
  })

  it('loses nothing and hurries nowhere: the last always comes, and no two within a second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 1 }), (gapsMs) => {
        act(() => root.unmount())
        root = createRoot(document.createElement('div'))
        const times: number[] = []
        seen = []
        show('first')
        for (const [index, gapMs] of gapsMs.entries()) {
          for (let left = gapMs; left > 0; left -= 100) {
            const count = seen.length
            pass(Math.min(100, left))
            if (seen.length > count) times.push(performance.now())
          }
          const count = seen.length
          show(String(index))
          if (seen.length > count) times.push(performance.now())
        }
        pass(1000)
        expect(seen.at(-1)).toBe(String(gapsMs.length - 1))
        // Looked at every tenth of a second.
        for (const [index, ms] of times.entries()) expect(ms - (times[index - 1] ?? -1000)).toBeGreaterThan(900)
      }),
      { numRuns: 30 },
    )
  })

  it('is caught up with at once on demand, and the second counts from there', () => {
    show('a')
    show('b')
    pass(500)
    show('c')
    act(() => now())
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(vi.getTimerCount()).toBe(0)
    show('d')
    pass(999)
    expect(seen).toEqual(['a', 'b', 'c'])
    pass(1)
    expect(seen).toEqual(['a', 'b', 'c', 'd'])
  })

  it('follows at once where it is another one by the reader’s choice', () => {
    show('a', 'APT')
    show('b', 'APT')
    show('c', 'APT')
    show('d', '$')
    expect(seen).toEqual(['a', 'b', 'd'])
    expect(vi.getTimerCount()).toBe(0)
    show('e', '$')
    expect(seen).toEqual(['a', 'b', 'd'])
  })

  it('costs no rendering while it stays, nor where there is nothing to catch up with', () => {
    show('a')
    show('a')
    act(() => now())
    pass(5000)
    expect(seen).toEqual(['a'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer behind', () => {
    show('a')
    show('b')
    show('c')
    expect(vi.getTimerCount()).toBe(1)
    act(() => root.render(null))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('goes on after it was hidden while it waited', () => {
    const within = (mode: 'hidden' | 'visible', value: string) =>
      act(() => {
        bring(value)
        root.render(
          <Activity mode={mode}>
            <Figure scope="" />
          </Activity>,
        )
      })
    for (const value of ['a', 'b', 'c']) within('visible', value)
    within('hidden', 'c')
    expect(vi.getTimerCount()).toBe(0)
    within('visible', 'd')
    pass(1000)
    expect(seen.at(-1)).toBe('d')
  })
})
