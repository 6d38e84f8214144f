// @vitest-environment jsdom
import { act, type ComponentType } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Boundary } from './boundary'
import { late } from './late'

let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const Figure = () => <p>5.48</p>
const shown = () => document.body.textContent

it('shows what stands for it until its code has come, and at once when it is mounted again', async () => {
  const Late = late(async () => Figure, 'Loading')
  act(() => root.render(<Late />))
  expect(shown()).toBe('Loading')
  await act(async () => undefined)
  expect(shown()).toBe('5.48')
  act(() => root.render(null))
  act(() => root.render(<Late />))
  expect(shown()).toBe('5.48')
})

it('keeps what it was told while it loaded', async () => {
  const Late = late<{ text: string }>(
    async () =>
      ({ text }) => <p>{text}</p>,
    'Loading',
  )
  act(() => root.render(<Late text="one" />))
  await act(async () => root.render(<Late text="two" />))
  expect(shown()).toBe('two')
})

it('breaks the boundary above when its code does not come, and loads again when that is tried', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isThere = false
  const Late = late(async (): Promise<ComponentType> => {
    if (!isThere) throw new Error('no such file')
    return Figure
  }, 'Loading')
  const broken = (reason: string, retry: () => void) => (
    <button type="button" onClick={retry}>
      {reason}
    </button>
  )
  await act(async () =>
    root.render(
      <Boundary broken={broken}>
        <Late />
      </Boundary>,
    ),
  )
  expect(shown()).toContain('no such file')
  isThere = true
  await act(async () => document.querySelector('button')?.click())
  expect(shown()).toBe('5.48')
})
