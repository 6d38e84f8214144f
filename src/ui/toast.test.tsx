// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Toast } from './toast'

const onOpen = vi.fn()
const onClose = vi.fn()
let root: Root
let hidden: boolean

const draw = (version = 1, lastsMs: number | null = 6000) =>
  act(async () =>
    root.render(
      <Toast id={7} lastsMs={lastsMs} version={version} opens="Open" onOpen={onOpen} onClose={onClose}>
        words
      </Toast>,
    ),
  )
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))
const buttons = () => [...document.querySelectorAll('button')]
const happens = (event: Event, element: EventTarget | null | undefined = buttons()[0]?.parentElement) =>
  act(async () => void element?.dispatchEvent(event))
const focus = (on: boolean) => act(async () => (on ? buttons()[0]?.focus() : buttons()[0]?.blur()))
const press = (key: string) => happens(new KeyboardEvent('keydown', { key, bubbles: true }), document.activeElement)

function hide(next: boolean) {
  hidden = next
  return happens(new Event('visibilitychange'), document)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  hidden = false
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.clearAllMocks()
})

describe('its time', () => {
  it('is up once, and then it closes', async () => {
    await draw()
    await pass(5999)
    expect(onClose).not.toHaveBeenCalled()
    await pass(1)
    expect(onClose.mock.calls).toEqual([[7]])
  })

  it.each([
    ['it is pointed at', (on: boolean) => happens(new Event(on ? 'pointerenter' : 'pointerleave'))],
    ['it has the focus', focus],
    ['the page is hidden', hide],
  ])('stands still while %s', async (_what, hold) => {
    await draw()
    await pass(5000)
    await hold(true)
    await pass(60_000)
    expect(onClose).not.toHaveBeenCalled()
    await hold(false)
    await pass(999)
    expect(onClose).not.toHaveBeenCalled()
    await pass(1)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('does not begin before the page is seen', async () => {
    hidden = true
    await draw()
    await pass(60_000)
    await hide(false)
    await pass(5999)
    expect(onClose).not.toHaveBeenCalled()
    await pass(1)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('begins anew when something is added', async () => {
    await draw(1)
    await pass(5000)
    await draw(2)
    await pass(5999)
    expect(onClose).not.toHaveBeenCalled()
    await pass(1)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('has no end where none is wanted', async () => {
    await draw(1, null)
    await pass(3_600_000)
    expect(onClose).not.toHaveBeenCalled()
  })
})

it('opens what it tells of, and is closed then', async () => {
  await draw()
  await act(async () => buttons()[0]?.click())
  expect(onOpen).toHaveBeenCalledOnce()
  expect(onClose.mock.calls).toEqual([[7]])
})

it('is closed by its button alone, or by Esc while it has the focus', async () => {
  await draw()
  await press('Escape')
  expect(onClose).not.toHaveBeenCalled()
  await focus(true)
  await press('a')
  expect(onClose).not.toHaveBeenCalled()
  await press('Escape')
  expect(onClose).toHaveBeenCalledOnce()
  await act(async () => buttons()[1]?.click())
  expect(onClose).toHaveBeenCalledTimes(2)
  expect(onOpen).not.toHaveBeenCalled()
})

it('keeps an Esc that closes it to itself', async () => {
  const heard: string[] = []
  const listen = ({ key }: KeyboardEvent) => heard.push(key)
  document.addEventListener('keydown', listen)
  await draw()
  await focus(true)
  await press('Escape')
  await press('a')
  expect(heard).toEqual(['a'])
  document.removeEventListener('keydown', listen)
})
