/** What the tests of this folder share: a place to render, and a book on show. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import type { Book } from '../../domain/book'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { batchOf, beginStore, commit, delivered, link, marketKey, state } from '../../store/test-kit'

/** Levels as [price, size], best first. */
export function bookOf(
  bids: readonly (readonly [number, number])[],
  asks: readonly (readonly [number, number])[],
): Book {
  const levels = (side: typeof bids) => side.map(([price, size]) => ({ price, size, updatedMs: null }))
  return { bids: levels(bids), asks: levels(asks) }
}

/** A mid of 100. */
export const BOOK = bookOf(
  [
    [99, 2],
    [98, 4],
  ],
  [
    [101, 1],
    [102, 3],
  ],
)

const now = () => ({ mono: performance.now(), wall: Date.now() })

const message = (book: Book) => ({ ...delivered({ topic: 'orderbook', book }), at: now() })

/** The book comes in on a socket that is well. */
export function showBook(book: Book): void {
  commit(marketKey('1'), [message(book)], { ...link(), lastFrame: { at: now(), generation: 1 } })
}

/** The same, but calm figures wait for their beat. */
export function showBookAhead(book: Book): void {
  state().commit([batchOf(marketKey('1'), [message(book)])])
}

export interface Mounted {
  readonly element: HTMLElement
  readonly unmount: () => void
}

/** Renders in the document, with first preferences and an empty store. Unmount it after the test. */
export async function mount(node: ReactNode, book: Book | null = BOOK): Promise<Mounted> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore()
  if (book !== null) showBook(book)
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  await act(async () => root.render(node))
  return { element, unmount: () => act(() => root.unmount()) }
}

/** Types over what stands in a field, as a reader does. */
export function typeInto(field: HTMLInputElement, text: string): void {
  act(() => {
    // Past the setter that React has put on the field itself.
    Reflect.set(HTMLInputElement.prototype, 'value', text, field)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** The field of that name. */
export function fieldOf(element: HTMLElement, name: string): HTMLInputElement {
  const field = [...element.querySelectorAll('input')].find(
    (input) => (input.ariaLabel ?? input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent) === name,
  )
  if (field === undefined) throw new Error(`no field ${name}`)
  return field
}

/** Rows of a table by their headers: the texts of their cells. */
export function rowsOf(element: HTMLElement): Readonly<Record<string, readonly (string | null)[]>> {
  return Object.fromEntries(
    [...element.querySelectorAll('tbody tr')].map((row) => [
      row.querySelector('th')?.textContent ?? '',
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    ]),
  )
}
