// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Choice } from './choice'

const OPTIONS = [
  { value: 1, label: '1m', name: '1 minute' },
  { value: 5, label: '5m', name: '5 minutes' },
]
const chosen = vi.fn<(value: number) => void>()

function Owner() {
  const [selected, setSelected] = useState(5)
  function onSelect(value: number) {
    chosen(value)
    setSelected(value)
  }
  return <Choice label="Time of a candle" options={OPTIONS} selected={selected} onSelect={onSelect} />
}

let unmount = () => undefined as void
const radios = () => [...document.querySelectorAll('input')]
const checked = () => radios().map((radio) => [radio.ariaLabel ?? radio.getAttribute('aria-label'), radio.checked])

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  act(() => root.render(<Owner />))
  unmount = () => act(() => root.unmount())
})

afterEach(() => {
  unmount()
  vi.unstubAllGlobals()
})

it('a choice names what is chosen and each value, and shows which one holds', () => {
  expect(document.querySelector('legend')?.textContent).toBe('Time of a candle')
  expect(document.querySelector('fieldset')?.textContent).toContain('1m5m')
  expect(checked()).toEqual([
    ['1 minute', false],
    ['5 minutes', true],
  ])
})

it('another value is told to the owner, the same one is not', () => {
  act(() => radios()[1]?.click())
  expect(chosen).not.toHaveBeenCalled()
  act(() => radios()[0]?.click())
  expect(chosen.mock.calls).toEqual([[1]])
  expect(checked()).toEqual([
    ['1 minute', true],
    ['5 minutes', false],
  ])
})

it('its values are one group, so that arrows move between them', () => {
  const [first, second] = radios()
  expect(first?.type).toBe('radio')
  expect(first?.name).toBe(second?.name)
})
