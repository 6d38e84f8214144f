// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TabList, TabPanel } from './tabs'

const TABS = [
  { id: 'first', label: 'First', state: 'live', count: 3 },
  { id: 'second', label: 'Second', state: 'stale', count: null },
  { id: 'third', label: 'Third', state: 'waiting' },
] as const

type Id = (typeof TABS)[number]['id']
let root: Root

function Page() {
  const [selected, select] = useState<Id>('first')
  return (
    <>
      <TabList label="Lists" tabs={TABS} selected={selected} onSelect={select} />
      <TabPanel id={selected}>rows</TabPanel>
    </>
  )
}

const tabs = () => [...document.querySelectorAll<HTMLElement>('[role=tab]')]
const selected = () =>
  tabs().filter((tab) => tab.ariaSelected === 'true' || tab.getAttribute('aria-selected') === 'true')
const names = () => selected().map((tab) => tab.id)

/** Whether the browser's own action of the key was prevented. */
function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
  act(() => void document.activeElement?.dispatchEvent(event))
  return event.defaultPrevented
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  const [place] = document.body.children
  if (place === undefined) throw new Error('no place to render')
  root = createRoot(place)
  act(() => root.render(<Page />))
  tabs()[0]?.focus()
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

describe('tabs', () => {
  it('name their list, their panel and their state', () => {
    expect(document.querySelector('[role=tablist]')?.getAttribute('aria-label')).toBe('Lists')
    expect(document.querySelector('[role=tabpanel]')).toMatchObject({ id: 'first-panel' })
    expect(document.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe('first-tab')
    expect(tabs().map((tab) => tab.dataset.state)).toEqual(['live', 'stale', 'waiting'])
    expect(tabs().map((tab) => tab.textContent)).toEqual(['First3', 'Second', 'Third'])
  })

  it('hold one stop of the Tab key', () => {
    expect(tabs().map((tab) => tab.tabIndex)).toEqual([0, -1, -1])
    act(() => tabs()[2]?.click())
    expect(tabs().map((tab) => tab.tabIndex)).toEqual([-1, -1, 0])
  })

  it.each([
    [['ArrowRight'], 'second'],
    [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'first'],
    [['ArrowLeft'], 'third'],
    [['End'], 'third'],
    [['End', 'ArrowRight'], 'first'],
    [['End', 'Home'], 'first'],
    [['Home'], 'first'],
  ])('%j selects and focuses the %s', (keys, id) => {
    for (const key of keys) expect(press(key)).toBe(true)
    expect(names()).toEqual([`${id}-tab`])
    expect(document.activeElement?.id).toBe(`${id}-tab`)
  })

  it.each(['a', 'ArrowDown', 'Tab', 'Escape', 'constructor'])('leave %s to the browser', (key) => {
    expect(press(key)).toBe(false)
    expect(names()).toEqual(['first-tab'])
  })

  it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('leave the arrows to the browser with %s', (modifier) => {
    expect(press('ArrowLeft', { [modifier]: true })).toBe(false)
    expect(names()).toEqual(['first-tab'])
  })
})
