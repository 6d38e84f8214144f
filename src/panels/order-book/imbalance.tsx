import { type Imbalance as Near, imbalance } from '../../domain/book-figures'
import { usePreferences } from '../../store/preferences'
import { selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useTopicState } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { useBookStore } from './use-book-store'

/** How the sizes near the mid are divided, five times a second; where nobody can say, the words why, and never one half each. */
export function Imbalance({ base }: { readonly base: string }) {
  const withinBps = usePreferences((preferences) => preferences.imbalanceBps)
  const book = useBookStore((state) => selectMarket(state)?.book ?? null)
  const sizeDecimals = useStore((state) => selectMarket(state)?.decimals.size ?? 0)
  const { withheld } = useTopicState('orderbook')
  if (book === null) return null
  const near = withheld ? null : imbalance(book, withinBps)
  const within = `± ${withinBps} bps`
  if (near?.known !== true) {
    return (
      <>
        <p className="flex gap-2 text-muted">
          <span>Imbalance {within}</span>
          <span className="figure min-w-0 flex-1">{whyUnknown(near)}</span>
        </p>
        <div aria-hidden="true" className="h-1 rounded bg-raised" />
      </>
    )
  }
  const bidTenths = Math.round(near.bidShare * 1000)
  const sizes = `bids ${formatFixed(near.bidSize, sizeDecimals)}, asks ${formatFixed(near.askSize, sizeDecimals)} ${base}`
  return (
    <div title={`Sizes within ${within} of mid: ${sizes}`}>
      <p className="flex justify-between">
        <span className="text-up">Bids {percent(bidTenths)}</span>
        <span className="text-muted">
          <span className="sr-only">Imbalance </span>
          {within}
        </span>
        <span className="figure text-down">{percent(1000 - bidTenths)} asks</span>
      </p>
      <div aria-hidden="true" className="pointer-events-none relative h-1 overflow-hidden rounded bg-current text-up">
        {/* Moved and not sized anew: that would be a shift of the layout. */}
        <div
          className="absolute inset-0 border-l border-panel bg-current text-down"
          style={{ transform: `translateX(${near.bidShare * 100}%)` }}
        />
      </div>
    </div>
  )
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
