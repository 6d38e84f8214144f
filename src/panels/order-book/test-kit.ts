/** What the tests of this folder share: a place to render, books that come in, and both forms of the ladder's sides. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import type { Book, Level } from '../../domain/book'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { beginStore, commit, delivered, link, marketKey } from '../../store/test-kit'

export type Side = 'Asks' | 'Bids'

export const NOW_MS = 1_700_000_000_000
export const level = (price: number, size: number, updatedMs: number | null = NOW_MS): Level => ({
  price,
  size,
  updatedMs,
})
export const side = (first: number, step: number, count: number) =>
  Array.from({ length: count }, (_, row) => level(Number((first + row * step).toFixed(3)), 10))
export const BOOK: Book = { bids: side(5.47, -0.001, 4), asks: side(5.472, 0.001, 4) }

const now = () => ({ mono: performance.now(), wall: Date.now() })

export function show(book: Book, generation = 1): Promise<void> {
  const delivery = { ...delivered({ topic: 'orderbook', book }, 0, generation), at: now() }
  const lively = { ...link(generation), lastFrame: { at: now(), generation } }
  return act(async () => commit(marketKey('1'), [delivery], lively))
}

/** A message of another market's book comes where this one's is awaited. */
export function doubt(): Promise<void> {
  const lost = [{ topic: 'orderbook', reason: 'foreign-market', detail: 'of market 2', lost: 'message' } as const]
  const refusal = { ...delivered({ topic: 'orderbook', book: BOOK }), at: now(), update: null, lostCount: 1, lost }
  return act(async () => commit(marketKey('1'), [refusal]))
}

export interface Mounted {
  readonly element: HTMLElement
  readonly unmount: () => void
}

/** Renders in the document, with first preferences and an empty store. Unmount it after the test. */
export async function mount(node: ReactNode): Promise<Mounted> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('ResizeObserver', NoResize)
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore()
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  await act(async () => root.render(node))
  return { element, unmount: () => act(() => root.unmount()) }
}

/** jsdom lays nothing out, so nothing changes its size. */
class NoResize {
  observe() {}
  disconnect() {}
}

type Part = 'price' | 'size' | 'total'

/** What is seen of a side. */
export const ladder = (name: Side) => document.querySelector(`[data-ladder="${name}"]`)
/** Texts of a column, as they lie on each other. */
export const layers = (name: Side, part: Part) =>
  [...(ladder(name)?.querySelectorAll(`[data-part="${part}"]`) ?? [])].map(({ textContent }) => textContent ?? '')

/** The lines of a column from top to bottom, whichever layer they stand in. */
export function column(name: Side, part: Part): string[] {
  const parts = layers(name, part).map((text) => text.split('\n'))
  return (parts[0] ?? []).map((_, row) => parts.map((lines) => lines[row]).join(''))
}

/** Of the row at that line from the top: price, size and total. */
export const seenAt = (name: Side, line: number) =>
  (['price', 'size', 'total'] as const).map((part) => column(name, part)[line])
export const bars = (name: Side) => ladder(name)?.querySelector('[data-part="bars"]')?.getAttribute('d')

/** Place and height of what is summed up, in px from the top of what is seen of the side; null: nothing is. */
export function picked(name: Side): readonly [string, string] | null {
  const element = ladder(name)?.querySelector<HTMLElement>('[data-picked]')
  return element == null ? null : [element.style.top, element.style.height]
}

export const table = (name: Side) => document.querySelector(`table[aria-label="${name}"]`)
export const rows = (name: Side) => [...(table(name)?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
export const rowAt = (name: Side, row: number) => table(name)?.querySelector<HTMLElement>(`tr[data-row="${row}"]`)
export const cellTexts = (row: HTMLElement | null | undefined) =>
  [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)

export function point(
  target: Element | null | undefined,
  type: 'pointerover' | 'pointerup' | 'pointerdown',
  pointerType: 'mouse' | 'touch',
): Promise<void> {
  const event = new MouseEvent(type, { bubbles: true })
  Object.defineProperty(event, 'pointerType', { value: pointerType })
  return act(async () => void target?.dispatchEvent(event))
}
