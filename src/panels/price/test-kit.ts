/** What the tests of this folder share: a place to render, and trades that come in on a socket that is well. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { FIRST_PREFERENCES } from '../../domain/preferences'
import { usePreferences } from '../../store/preferences'
import { beginStore, commit, delivered, leg, link, marketKey } from '../../store/test-kit'

const now = () => ({ mono: performance.now(), wall: Date.now() })

/** Times of the tests, in seconds after a full hour of the exchange. */
export const at = (seconds: number) => 1_699_999_200_000 + seconds * 1000

let serial = 0
/** Trades as [second, price, size], in one message of that socket. */
export function tell(trades: readonly (readonly [number, number, number])[], generation = 1): void {
  const legs = trades.map(([second, price, size]) => {
    serial += 1
    return { ...leg(serial), tradeId: String((BigInt(serial) << 64n) | 14n), timeMs: at(second), price, size }
  })
  const update = { ...delivered({ topic: 'recent_trades', legs }, 0, generation), at: now() }
  act(() => commit(marketKey('1'), [update], { ...link(generation), lastFrame: { at: now(), generation } }))
}

export interface Mounted {
  readonly element: HTMLElement
  readonly show: (node: ReactNode) => Promise<void>
  readonly unmount: () => void
}

/** Renders in the document, with first preferences and an empty store. Unmount it after the test. */
export async function mount(node: ReactNode): Promise<Mounted> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('ResizeObserver', NoResize)
  usePreferences.setState(FIRST_PREFERENCES)
  beginStore()
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  const show = (next: ReactNode) => act(async () => root.render(next))
  await show(node)
  return { element, show, unmount: () => act(() => root.unmount()) }
}

/** jsdom lays nothing out, so nothing changes its size. */
class NoResize {
  observe() {}
  disconnect() {}
}

export const textsOf = (element: ParentNode, selector: string) =>
  [...element.querySelectorAll(selector)].map(({ textContent }) => textContent)
