import { useCallback, useRef } from 'react'
import type { Book } from '../../domain/book'
import { type Imbalance as Near, imbalance } from '../../domain/book-figures'
import { usePreferences } from '../../store/preferences'
import { selectMarket } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import { useDrawn } from '../../store/use-drawn'
import { useTopicState } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { useBookStore } from './use-book-store'

let weighed: { readonly book: Book; readonly withinBps: number; readonly near: Near } | null = null

/** null: there is no book. */
function nearOf(state: State, withinBps: number): Near | null {
  const book = selectMarket(state)?.book ?? null
  if (book === null) return null
  if (weighed?.book !== book || weighed.withinBps !== withinBps) {
    weighed = { book, withinBps, near: imbalance(book, withinBps) }
  }
  return weighed.near
}

/** How the sizes near the mid are divided, five times a second; where nobody can say, the words why, and never one half each. */
export function Imbalance({ base }: { readonly base: string }) {
  const withinBps = usePreferences((preferences) => preferences.imbalanceBps)
  const hasBook = useBookStore((state) => nearOf(state, withinBps) !== null)
  const { withheld } = useTopicState('orderbook')
  // null: somebody can.
  const unknown = useBookStore((state) => {
    const near = withheld ? null : nearOf(state, withinBps)
    return near?.known === true ? null : whyUnknown(near)
  })
  if (!hasBook) return null
  if (unknown === null) return <Shares base={base} withinBps={withinBps} />
  return (
    <>
      <p className="flex gap-2 text-muted">
        <span>Imbalance {within(withinBps)}</span>
        <span className="figure min-w-0 flex-1">{unknown}</span>
      </p>
      <div aria-hidden="true" className="h-1 rounded bg-raised" />
    </>
  )
}

const within = (bps: number) => `± ${bps} bps`

/** Its figures are written past React. */
function Shares({ base, withinBps }: { readonly base: string; readonly withinBps: number }) {
  const sizeDecimals = useStore((state) => selectMarket(state)?.decimals.size ?? 0)
  const root = useRef<HTMLDivElement>(null)
  const bids = useRef<HTMLSpanElement>(null)
  const asks = useRef<HTMLSpanElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const draw = useCallback(
    (state: State) => {
      const near = nearOf(state, withinBps)
      if (near?.known !== true) return
      const bidTenths = Math.round(near.bidShare * 1000)
      const sizes = `bids ${formatFixed(near.bidSize, sizeDecimals)}, asks ${formatFixed(near.askSize, sizeDecimals)} ${base}`
      if (root.current !== null) root.current.title = `Sizes within ${within(withinBps)} of mid: ${sizes}`
      write(bids.current, `Bids ${percent(bidTenths)}`)
      write(asks.current, `${percent(1000 - bidTenths)} asks`)
      if (bar.current !== null) bar.current.style.transform = `translateX(${near.bidShare * 100}%)`
    },
    [withinBps, sizeDecimals, base],
  )
  useDrawn(draw, useBookStore)
  return (
    <div ref={root}>
      <p className="flex justify-between">
        <span ref={bids} className="text-up" />
        <span className="text-muted">
          <span className="sr-only">Imbalance </span>
          {within(withinBps)}
        </span>
        <span ref={asks} className="figure text-down" />
      </p>
      <div aria-hidden="true" className="pointer-events-none relative h-1 overflow-hidden rounded bg-current text-up">
        {/* Moved and not sized anew: that would be a shift of the layout. */}
        <div ref={bar} className="absolute inset-0 border-l border-panel bg-current text-down" />
      </div>
    </div>
  )
}

/** In the same node: new ones would lie about until the browser collects them. */
function write(element: HTMLElement | null, text: string): void {
  const node = element?.firstChild
  if (node instanceof Text) node.data = text
  else element?.append(text)
}

function whyUnknown(near: Near | null): string {
  if (near === null || near.known) return NO_FIGURE
  if (near.because === 'short-book') return `${NO_FIGURE} book ends at ${formatFixed(near.endsBps, 1)} bps`
  return near.because === 'wide-spread' ? `${NO_FIGURE} spread is wider` : NO_FIGURE
}

/** Both sides have something, so that neither is nothing. */
function percent(tenths: number): string {
  if (tenths === 0) return '< 0.1 %'
  return tenths === 1000 ? '> 99.9 %' : `${formatFixed(tenths / 10, 1)} %`
}
