import { useMemo } from 'react'
import { type BookShape, cumulativeSizes, type Level } from '../../domain/book'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useFreshness } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { TopicPanel } from '../topic-panel'
import { LadderSide } from './ladder-side'

export function OrderBookPanel({ base }: { readonly base: string }) {
  return (
    <TopicPanel label="Order book" topic="orderbook" subject="the order book">
      <Ladder base={base} />
    </TopicPanel>
  )
}

const NO_LEVELS: readonly Level[] = []

function Ladder({ base }: { readonly base: string }) {
  const book = useStore((state) => selectMarket(state)?.book ?? null)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  const asks = book?.asks ?? NO_LEVELS
  const bids = book?.bids ?? NO_LEVELS
  const askTotals = useMemo(() => cumulativeSizes(asks), [asks])
  const bidTotals = useMemo(() => cumulativeSizes(bids), [bids])
  const deepest = Math.max(askTotals.at(-1) ?? 0, bidTotals.at(-1) ?? 0)
  const { state } = useFreshness('orderbook')
  if (decimals === undefined) return null
  const shared = { base, decimals, deepest: state === 'unverified' ? null : deepest }
  return (
    <div className="flex min-h-0 flex-1 flex-col text-xs">
      <LadderSide label="Asks" levels={asks} totals={askTotals} {...shared} />
      <Middle priceDecimals={decimals.price} />
      <LadderSide label="Bids" levels={bids} totals={bidTotals} {...shared} />
    </div>
  )
}

const SHAPE_WORDS: Readonly<Record<Exclude<BookShape, 'normal'>, string>> = {
  locked: 'Locked: best bid equals best ask',
  crossed: 'Crossed: best bid above best ask',
  'no-bids': 'No bids',
  'no-asks': 'No asks',
  empty: 'The book is empty',
}

const NOTHING_DERIVED = { mid: null, spread: null, spreadBps: null }

function Middle({ priceDecimals }: { readonly priceDecimals: number }) {
  const top = useStore(selectBookTop)
  const { withheld } = useFreshness('orderbook')
  if (top === null) return null
  const { shape } = top
  const { mid, spread, spreadBps } = withheld ? NOTHING_DERIVED : top
  return (
    <dl className="flex h-8 shrink-0 items-center gap-1.5 border-y border-line bg-raised px-3">
      <dt className="text-2xs text-muted">Mid</dt>
      <dd className="text-sm font-semibold">{mid === null ? NO_FIGURE : formatFixed(mid, priceDecimals + 1)}</dd>
      <dt className="ml-auto text-2xs text-muted">{shape === 'normal' ? 'Spread' : SHAPE_WORDS[shape]}</dt>
      <dd>{spread === null ? NO_FIGURE : formatFixed(spread, priceDecimals)}</dd>
      {spreadBps !== null && <dd className="text-muted">{formatFixed(spreadBps, 1)} bps</dd>}
    </dl>
  )
}
