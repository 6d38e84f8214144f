// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useStore } from '../../store/store'
import { DiagnosticsPanel } from './diagnostics-panel'

let root: Root
const place = document.createElement('div')
const region = () => place.querySelector('section[aria-label="Diagnostics"]')

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  useStore.setState(useStore.getInitialState(), true)
  document.body.append(place)
  root = createRoot(place)
})

afterEach(() => {
  act(() => root.unmount())
  place.remove()
  vi.unstubAllGlobals()
})

it('takes the focus when it opens, and each time it is asked for anew', async () => {
  await act(async () => root.render(<DiagnosticsPanel onClose={() => undefined} />))
  expect(document.activeElement).toBe(region())
  const other = document.createElement('button')
  place.append(other)
  other.focus()
  expect(document.activeElement).toBe(other)
  await act(async () => useStore.getState().showDiagnostics(true))
  expect(document.activeElement).toBe(region())
})

it('leaves the focus alone while it is merely refreshed', async () => {
  await act(async () => root.render(<DiagnosticsPanel onClose={() => undefined} />))
  const close = [...place.querySelectorAll('button')].find((button) => button.textContent === 'Close')
  close?.focus()
  await act(async () => useStore.getState().notify('anything'))
  await act(async () => root.render(<DiagnosticsPanel onClose={() => undefined} />))
  expect(document.activeElement).toBe(close)
})
