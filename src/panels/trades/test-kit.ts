/** What the tests of this folder share: the panel in a document, and trades that come in on a socket that is well. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import type { TradeLeg } from '../../domain/tape'
import { usePreferences } from '../../store/preferences'
import { accountOf, batchOf, beginStore, commit, delivered, leg, link, marketKey, state } from '../../store/test-kit'

export const now = () => ({ mono: performance.now(), wall: Date.now() })

/** Times of the tests, in seconds after a full minute of the exchange. */
export const at = (seconds: number) => 1_699_999_200_000 + seconds * 1000

/** A trade id names its market: 14, as the legs do. */
export const tradeIdOf = (count: number) => String((BigInt(count) << 64n) | 14n)

let serial = 0
/** Both sides of a match: the taker pays the fee. */
export function match(fields: Partial<TradeLeg> = {}, side: 'buy' | 'sell' | null = 'buy'): readonly TradeLeg[] {
  serial += 1
  const orderType = { buy: 1, sell: 2, none: 3 }[side ?? 'none']
  const both = { ...leg(serial), timeMs: at(0), tradeId: tradeIdOf(serial), ...fields }
  return [
    { ...both, key: `taker ${serial}`, feeUsd: 0.1, orderType },
    { ...both, key: `maker ${serial}`, feeUsd: 0, orderType: 3, tradeId: tradeIdOf(serial + 10_000) },
  ]
}

const message = (legs: readonly TradeLeg[], generation: number) => ({
  ...delivered({ topic: 'recent_trades', legs }, 0, generation),
  at: now(),
})

/** One message of trades, just now. */
export function tell(legs: readonly TradeLeg[], generation = 1): void {
  const lively = { ...link(generation), lastFrame: { at: now(), generation } }
  act(() => commit(marketKey('1'), [message(legs, generation)], lively))
}

/** The same, but the tape waits for its beat. */
export function tellAhead(legs: readonly TradeLeg[]): void {
  act(() => state().commit([batchOf(marketKey('1'), [message(legs, 1)])]))
}

export interface Mounted {
  readonly element: HTMLElement
  readonly unmount: () => void
}

/** Renders in the document, with first preferences and an account of which nothing is known. Unmount it after the test. */
export async function mount(node: ReactNode): Promise<Mounted> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('ResizeObserver', NoResize)
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore(accountOf('0xabc'))
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

export const textsOf = (element: ParentNode, selector: string) =>
  [...element.querySelectorAll(selector)].map(({ textContent }) => textContent)

export function buttonOf(element: ParentNode, name: string | RegExp): HTMLButtonElement {
  const found = [...element.querySelectorAll('button')].find((button) => {
    const text = button.ariaLabel ?? button.getAttribute('aria-label') ?? button.textContent ?? ''
    return typeof name === 'string' ? text === name : name.test(text)
  })
  if (found === undefined) throw new Error(`no button ${String(name)}`)
  return found
}

export const press = (element: ParentNode, name: string | RegExp) => act(() => buttonOf(element, name).click())

/** Types over what stands in a field, as a reader does. */
export function typeInto(element: ParentNode, label: string, text: string): void {
  const field = [...element.querySelectorAll('input')].find(({ labels }) => labels?.[0]?.textContent === label)
  if (field === undefined) throw new Error(`no field ${label}`)
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
