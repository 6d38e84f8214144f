// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { useTurn as UseTurn } from './use-turn'

let root: Root
let useTurn: typeof UseTurn
const page = document.createElement('div')
const shown = () => page.textContent
const frame = () => act(async () => vi.advanceTimersToNextFrame())

function Part({ turn, awaited }: { readonly turn: number; readonly awaited?: boolean }) {
  return useTurn(turn, awaited) ? String(turn) : '-'
}

const open = () =>
  act(async () =>
    root.render(
      <>
        {[0, 1, 2, 3].map((turn) => (
          <Part key={turn} turn={turn} />
        ))}
      </>,
    ),
  )

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // It remembers that a page was drawn once.
  vi.resetModules()
  ;({ useTurn } = await import('./use-turn'))
  root = createRoot(page)
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('draws the first part at once, and each other one in a frame of its own', async () => {
  await open()
  const seen = [shown()]
  for (let frames = 0; frames < 4; frames += 1) {
    await frame()
    seen.push(shown())
  }
  expect(seen).toEqual(['0---', '01--', '012-', '0123', '0123'])
  expect(vi.getTimerCount()).toBe(0)
})

it('draws what is awaited in its frame as well', async () => {
  await act(async () => root.render(<Part turn={2} awaited />))
  await frame()
  expect(shown()).toBe('-')
  await frame()
  expect(shown()).toBe('2')
})

it('waits no more when the page is drawn again', async () => {
  await open()
  for (let frames = 0; frames < 3; frames += 1) await frame()
  act(() => root.unmount())
  root = createRoot(page)
  await open()
  expect(shown()).toBe('0123')
})

it('asks for no frame of a page that is gone', async () => {
  await open()
  act(() => root.unmount())
  expect(vi.getTimerCount()).toBe(0)
  root = createRoot(page)
})
