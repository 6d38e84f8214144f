// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FIRST_PREFERENCES } from '../domain/preferences'
import { usePreferences } from '../store/preferences'
import { AlertSettings } from './alert-settings'

let root: Root
const chosen = () => usePreferences.getState()

/** A browser in which the reader gives that answer when asked. */
function browser(before: NotificationPermission, answer: NotificationPermission = before) {
  const requestPermission = vi.fn(async () => {
    stub.permission = answer
    return answer
  })
  const stub = { permission: before, requestPermission }
  vi.stubGlobal('Notification', stub)
  return stub
}

const draw = () => act(async () => root.render(<AlertSettings />))
const box = (words: string) =>
  [...document.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.startsWith(words))
    ?.querySelector('input')
const toggle = (words: string) => act(async () => box(words)?.click())
const told = () => document.querySelector('output')?.textContent
const percent = () => document.querySelector<HTMLInputElement>('input[type="number"]')

async function type(text: string) {
  const field = percent()
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const NOTIFY = 'They are notified'
const WARN = 'Warn of a position'

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  usePreferences.setState(FIRST_PREFERENCES)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

it('quiet is one press', async () => {
  browser('default')
  await draw()
  await toggle('New fills')
  expect(chosen().fillToasts).toBe('off')
  await toggle('New fills')
  expect(chosen().fillToasts).toBe('on')
})

describe('notifications', () => {
  it('are asked for by the reader’s press alone', async () => {
    const { requestPermission } = browser('default', 'granted')
    await draw()
    expect(requestPermission).not.toHaveBeenCalled()
    await toggle(NOTIFY)
    expect(requestPermission).toHaveBeenCalledOnce()
    expect(chosen().notifyFills).toBe(true)
    expect(box(NOTIFY)?.checked).toBe(true)
    expect(told()).toBe('')
    await toggle(NOTIFY)
    expect(chosen().notifyFills).toBe(false)
  })

  it.each([
    ['denied', 'default', 'denied'],
    ['denied', 'denied', 'denied'],
    ['not allowed yet', 'default', 'default'],
  ] as const)('that are %s stay off, in words (%s, then %s)', async (words, before, answer) => {
    browser(before, answer)
    await draw()
    expect(told()).toBe('')
    await toggle(NOTIFY)
    expect(chosen().notifyFills).toBe(false)
    expect(box(NOTIFY)?.checked).toBe(false)
    expect(told()).toContain(words)
  })

  it('that this browser does not have are told so', async () => {
    vi.stubGlobal('Notification', undefined)
    await draw()
    await toggle(NOTIFY)
    expect(chosen().notifyFills).toBe(false)
    expect(told()).toContain('shows no notifications')
  })

  it('that were chosen and have been denied since are told so at once', async () => {
    usePreferences.setState({ notifyFills: true })
    browser('denied')
    await draw()
    expect(box(NOTIFY)?.checked).toBe(false)
    expect(told()).toContain('denied')
  })
})

describe('the warning', () => {
  it('begins at 5 %, asks whether it may be notified, and warns on the page in any case', async () => {
    const { requestPermission } = browser('default', 'denied')
    await draw()
    expect(percent()).toBeNull()
    await toggle(WARN)
    expect(requestPermission).toHaveBeenCalledOnce()
    expect(chosen().liquidationPercent).toBe(5)
    expect(told()).toContain('told on the page alone')
    await toggle(WARN)
    expect(chosen().liquidationPercent).toBe(0)
  })

  it('takes a percentage within bounds as it is typed, and leaves the last one for any other', async () => {
    browser('granted')
    await draw()
    await toggle(WARN)
    await type('2.5')
    expect(chosen().liquidationPercent).toBe(2.5)
    for (const text of ['0', '', '51', '0.05']) {
      await type(text)
      expect(chosen().liquidationPercent).toBe(2.5)
    }
    await act(async () => void percent()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(percent()?.value).toBe('2.5')
  })
})
