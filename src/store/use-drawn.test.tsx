// @vitest-environment jsdom
import { act, useCallback, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { selectBookTop } from './selectors'
import type { State } from './store'
import { beginStore, bookAt, commit, marketKey } from './test-kit'
import { useDrawn, useDrawnText } from './use-drawn'

let root: Root
let element: HTMLElement
let renders: number
let told: string[]

const bid = (state: State) => String(selectBookTop(state)?.bestBid ?? '—')
const shout = (state: State) => `${bid(state)}!`
const wrote = (text: Text, before: string) => void told.push(`${before} → ${text.data}`)

function Probe({ of }: { readonly of: (state: State) => string }) {
  useEffect(() => {
    renders += 1
  })
  return <b ref={useDrawnText(of, wrote)} />
}

const render = (of: (state: State) => string) => act(async () => root.render(<Probe of={of} />))
const bring = (price: number) => commit(marketKey('1'), [bookAt(price)])
const shown = () => element.textContent

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  beginStore()
  element = document.createElement('div')
  root = createRoot(element)
  renders = 0
  told = []
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('has the text of the state from the beginning, and of each commit in that commit, without a rendering', async () => {
  bring(5)
  await render(bid)
  expect(shown()).toBe('5')
  for (const price of [6, 7, 8]) {
    bring(price)
    expect(shown()).toBe(String(price))
  }
  expect(renders).toBe(1)
})

it('tells of each change, and of nothing else', async () => {
  bring(5)
  await render(bid)
  bring(5)
  bring(6)
  expect(told).toEqual(['5 → 6'])
})

it('keeps its text node, so that what is selected stays', async () => {
  await render(bid)
  const node = element.querySelector('b')?.firstChild
  bring(6)
  expect(element.querySelector('b')?.firstChild).toBe(node)
  expect(element.querySelector('b')?.childNodes).toHaveLength(1)
})

it('follows another rule at once, and that one alone', async () => {
  bring(5)
  await render(bid)
  await render(shout)
  expect(shown()).toBe('5!')
  bring(6)
  expect(shown()).toBe('6!')
  expect(told).toEqual(['5! → 6!'])
})

it('ends with its element', async () => {
  await render(bid)
  const gone = element.querySelector('b')
  act(() => root.render(null))
  bring(6)
  expect(gone?.textContent).toBe('—')
  expect(told).toEqual([])
})

function Drawn({ to }: { readonly to: string[] }) {
  useDrawn(useCallback((state: State) => to.push(bid(state)), [to]))
  return null
}

it('draws with each commit, while the page is hidden not at all, and the newest when it is back on screen', async () => {
  const drawn: string[] = []
  bring(5)
  await act(async () => root.render(<Drawn to={drawn} />))
  bring(6)
  const turn = (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  turn(true)
  bring(7)
  bring(8)
  expect(drawn).toEqual(['5', '6'])
  turn(false)
  expect(drawn).toEqual(['5', '6', '8'])
  act(() => root.render(null))
  turn(false)
  expect(drawn).toHaveLength(3)
})
