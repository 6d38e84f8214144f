// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Border } from './border'

/** px, as the browser would lay them out: the document of these tests lays out nothing. */
const WIDTHS: Readonly<Record<string, number>> = { rest: 500, book: 300, trades: 200 }
const onMoved = vi.fn()
const onReset = vi.fn()
let root: Root
let sized: () => void

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        sized = told
      }
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function measure(this: Element) {
    return { width: WIDTHS[this.id] ?? 0, height: 0 } as DOMRect
  })
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
  Element.prototype.setPointerCapture = vi.fn()
  onMoved.mockClear()
  onReset.mockClear()
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div') as HTMLElement)
  await act(async () =>
    root.render(
      <>
        <div id="rest" style={{ minWidth: '400px' }} />
        <div id="book" data-pane="book" data-unit="px" style={{ minWidth: '210px', maxWidth: '320px' }} />
        <Border label="Border between Book and trades" orientation="vertical" onMoved={onMoved} onReset={onReset} />
        <div id="trades" data-pane="trades" data-unit="%" style={{ minWidth: '100px' }} />
      </>,
    ),
  )
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const border = () => document.querySelector('[role="separator"]') as HTMLElement
const basis = () => ['book', 'trades'].map((id) => document.getElementById(id)?.style.flexBasis)
const point = (type: string, clientX: number, button = 0) =>
  act(async () => void border().dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, button })))
async function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await act(async () => void border().dispatchEvent(event))
  return event
}

describe('a border between panes', () => {
  it('moves both while it is dragged, as far as they bear, and tells of it once it is let go', async () => {
    await point('pointerdown', 100)
    await point('pointermove', 110)
    expect(basis()).toEqual(['310px', '19%'])
    await point('pointermove', 500)
    expect(basis()).toEqual(['320px', '18%'])
    expect(onMoved).not.toHaveBeenCalled()
    await point('pointerup', 500)
    expect(onMoved.mock.calls).toEqual([[{ book: 320, trades: 18 }]])
    await point('pointermove', 100)
    expect(basis()).toEqual(['320px', '18%'])
  })

  it('tells of nothing where nothing was moved, and answers to the first button alone', async () => {
    await point('pointerdown', 100)
    await point('pointerup', 100)
    await point('pointerdown', 100, 2)
    await point('pointermove', 150)
    await point('pointerup', 150)
    expect(onMoved).not.toHaveBeenCalled()
    expect(basis()).toEqual(['', ''])
  })

  it('is as it was when the drag is given up', async () => {
    await point('pointerdown', 100)
    await point('pointermove', 80)
    expect(basis()).toEqual(['280px', '22%'])
    await press('Escape')
    expect(basis()).toEqual(['', ''])
    await point('pointerup', 80)
    await point('pointerdown', 100)
    await point('pointermove', 80)
    await point('pointercancel', 80)
    expect(basis()).toEqual(['', ''])
    expect(onMoved).not.toHaveBeenCalled()
  })

  it.each([
    ['ArrowLeft', { book: 280, trades: 22 }],
    ['ArrowRight', { book: 320, trades: 18 }],
    ['Home', { book: 210, trades: 29 }],
    ['End', { book: 320, trades: 18 }],
  ])('is moved by %s', async (key, sizes) => {
    expect((await press(key)).defaultPrevented).toBe(true)
    expect(onMoved.mock.calls).toEqual([[sizes]])
  })

  it('leaves the other keys to the page', async () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'Enter', 'a', 'Escape']) {
      expect((await press(key)).defaultPrevented).toBe(false)
    }
    expect((await press('ArrowLeft', { altKey: true })).defaultPrevented).toBe(false)
    expect(onMoved).not.toHaveBeenCalled()
  })

  it('gives both their first sizes when it is pressed twice', async () => {
    await act(async () => void border().dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
    expect(onReset.mock.calls).toEqual([[['book', 'trades']]])
  })

  it('tells readers’ tools what it moves, where it stands, and how far it may go', () => {
    sized()
    const said = ['controls', 'valuenow', 'valuemin', 'valuemax'].map((name) => border().getAttribute(`aria-${name}`))
    expect(said).toEqual(['book', '60', '42', '64'])
  })
})
