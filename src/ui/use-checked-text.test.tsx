// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCheckedText } from './use-checked-text'

const onRead = vi.fn()
let root: Root

function Form() {
  const { field, wrong, whyId, onSubmit } = useCheckedText((text) => (text === 'yes' ? 7 : null), onRead)
  return (
    <form onSubmit={onSubmit}>
      <input aria-label="Word" {...field} />
      {wrong && <p id={whyId}>Say yes</p>}
    </form>
  )
}

const found = <Kind extends Element>(kind: new () => Kind, selector: string): Kind => {
  const element = document.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`no ${selector}`)
  return element
}
const input = () => found(HTMLInputElement, 'input')

const type = (text: string) =>
  act(() => {
    // React hears of a value only through the element's own setter.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text)
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
const send = () => act(() => found(HTMLFormElement, 'form').requestSubmit())

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  root = createRoot(found(HTMLDivElement, 'div'))
  act(() => root.render(<Form />))
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

it('hands on what the text means, and is empty again', () => {
  type('yes')
  send()
  expect(onRead).toHaveBeenCalledExactlyOnceWith(7)
  expect(input().value).toBe('')
})

it('refuses what makes no sense, with the reason tied to the field, until the text changes', () => {
  type('no')
  expect(input().getAttribute('aria-invalid')).toBe('false')
  send()
  expect(onRead).not.toHaveBeenCalled()
  expect(input().value).toBe('no')
  expect(input().getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(input().getAttribute('aria-describedby') ?? '')?.textContent).toBe('Say yes')
  type('ye')
  expect(input().getAttribute('aria-invalid')).toBe('false')
  expect(document.querySelector('p')).toBeNull()
})
