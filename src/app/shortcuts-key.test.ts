// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { pressedKey } from './shortcuts-key'

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'

/** What a key says that was pressed in such an element. */
function press(key: string, init: KeyboardEventInit = {}, html = '<button></button>'): string | null {
  document.body.innerHTML = html
  const element = document.body.querySelector('button, input, select, textarea, [contenteditable]')
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  let said: string | null = null
  document.body.addEventListener('keydown', (heard) => (said = pressedKey(heard)), { once: true })
  element?.dispatchEvent(event)
  return said
}

afterEach(() => vi.restoreAllMocks())

test('a key on its own is its sign, whatever capitals and Shift do to it', () => {
  expect(press('f')).toBe('f')
  expect(press('F', { shiftKey: true })).toBe('f')
  expect(press('?', { shiftKey: true })).toBe('?')
  expect(press('3', { shiftKey: true })).toBe('3')
})

test('with Ctrl, Alt or Meta it is the browser’s', () => {
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) expect(press('f', { [modifier]: true })).toBeNull()
})

test('signs that stand on AltGr are reached with it, however the system reports it; letters and digits are not', () => {
  expect(press('[', { modifierAltGraph: true })).toBe('[')
  expect(press('/', { modifierAltGraph: true, ctrlKey: true, altKey: true })).toBe('/')
  expect(press('f', { modifierAltGraph: true })).toBeNull()
  expect(press('2', { modifierAltGraph: true })).toBeNull()
})

test('and on a Mac with Option', () => {
  expect(press('[', { altKey: true })).toBeNull()
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(MAC)
  expect(press('[', { altKey: true })).toBe('[')
  expect(press('[', { altKey: true, metaKey: true })).toBeNull()
})

test.each([
  '<input>',
  '<input type="number">',
  '<textarea></textarea>',
  '<select></select>',
  '<p contenteditable></p>',
])('what is typed in %s stays there, but Esc is heard', (html) => {
  expect(press('f', {}, html)).toBeNull()
  expect(press('Escape', {}, html)).toBe('Escape')
})

test.each(['<input type="range">', '<input type="radio">', '<input type="checkbox">'])(
  '%s takes no letters',
  (html) => {
    expect(press('f', {}, html)).toBe('f')
  },
)

test('a key held down says it once, and nothing is said of one that somebody nearer took or that composes a letter', () => {
  expect(press('f', { repeat: true })).toBeNull()
  expect(press('f', { isComposing: true })).toBeNull()
  window.addEventListener('keydown', (event) => event.preventDefault(), { once: true, capture: true })
  expect(press('Escape')).toBeNull()
})
