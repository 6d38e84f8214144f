// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Dialog } from './dialog'

const onClose = vi.fn()
const closed = vi.fn()
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has the element without its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    closed()
    this.dispatchEvent(new Event('close'))
  }
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  act(() =>
    root.render(
      <Dialog title="Title" onClose={onClose}>
        <p>words</p>
      </Dialog>,
    ),
  )
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

const dialog = () => {
  const element = document.querySelector('dialog')
  if (element === null) throw new Error('no dialog')
  return element
}

it('is open as soon as it is drawn, and named by its title', () => {
  expect(dialog().open).toBe(true)
  expect(document.getElementById(dialog().getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Title')
})

it.each([
  ['its button', () => dialog().querySelector('button')?.click()],
  ['a press beside it', () => dialog().dispatchEvent(new MouseEvent('click', { bubbles: true }))],
  ['the browser, by Esc', () => dialog().close()],
])('is closed by %s, and says so', (_what, press) => {
  act(() => void press())
  expect(dialog().open).toBe(false)
  expect(onClose).toHaveBeenCalledOnce()
})

it('stays open when something in it is pressed', () => {
  act(() => dialog().querySelector('p')?.click())
  expect(dialog().open).toBe(true)
})

it('is closed before it is taken out of the page, so that the browser gives the focus back', () => {
  act(() => root.render(null))
  expect(closed).toHaveBeenCalledOnce()
})
