import { useCallback, useState } from 'react'
import { bookShape } from '../../domain/book'
import { selectBookTop, selectMarket, selectScope } from '../../store/selectors'
import { useStore } from '../../store/store'
import { useDrawnText } from '../../store/use-drawn'
import { isDimmed, useTopicState } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { PanelMessage } from '../../ui/panel'
import { TopicPanel } from '../topic-panel'
import { CostLens } from './cost-lens'
import { DepthTable } from './depth-table'
import { DepthView } from './depth-view'

export function DepthPanel({ base }: { readonly base: string }) {
  const [asTable, setAsTable] = useState(false)
  const actions = (
    <>
      <BestPrices />
      <button
        type="button"
        aria-label="Depth as a table"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
        className="h-5 rounded border border-line bg-raised px-1.5 text-2xs text-muted hover:text-text aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-text"
      >
        Table
      </button>
    </>
  )
  return (
    <TopicPanel label="Depth chart" topic="orderbook" subject="the order book" actions={actions}>
      <DepthBody base={base} asTable={asTable} />
    </TopicPanel>
  )
}

function DepthBody({ base, asTable }: { readonly base: string; readonly asTable: boolean }) {
  const { state } = useTopicState('orderbook')
  const marketKey = useStore(selectScope)
  const decimals = useStore((state) => selectMarket(state)?.decimals)
  const shape = useStore((state) => {
    const book = selectMarket(state)?.book
    return book == null ? null : bookShape(book)
  })
  if (decimals === undefined) return null
  const shared = { base, decimals }
  const Depth = asTable ? DepthTable : DepthView
  return (
    <div className="@container flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto @2xl:flex-row">
        {state === 'unverified' ? (
          <PanelMessage>No depth is drawn from unverified figures.</PanelMessage>
        ) : shape === 'normal' ? (
          <Depth key={marketKey} {...shared} />
        ) : (
          <PanelMessage>
            No depth to draw: the book is {shape === null ? 'not known' : SHAPE_WORDS[shape]}.
          </PanelMessage>
        )}
        <CostLens {...shared} />
      </div>
    </div>
  )
}

const SHAPE_WORDS = {
  empty: 'empty',
  locked: 'locked, its best bid equals its best ask',
  crossed: 'crossed, its best bid stands above its best ask',
  'no-bids': 'one-sided, it has no bids',
  'no-asks': 'one-sided, it has no asks',
} as const

function BestPrices() {
  const { state } = useTopicState('orderbook')
  const hasBook = useStore((state) => selectBookTop(state) !== null)
  if (!hasBook) return null
  return (
    <dl
      className={`flex items-center gap-1.5 text-2xs whitespace-nowrap max-sm:hidden ${isDimmed(state) ? 'dimmed' : ''}`}
    >
      <dt className="text-muted">Best bid</dt>
      <BestPrice side="bestBid" className="text-up" />
      <dt className="ml-2 text-muted">Best ask</dt>
      <BestPrice side="bestAsk" className="text-down" />
    </dl>
  )
}

function BestPrice({ side, className }: { readonly side: 'bestBid' | 'bestAsk'; readonly className: string }) {
  const decimals = useStore((state) => selectMarket(state)?.decimals.price ?? 0)
  const text = useDrawnText(
    useCallback(
      (state) => {
        const price = selectBookTop(state)?.[side] ?? null
        return price === null ? NO_FIGURE : formatFixed(price, decimals)
      },
      [side, decimals],
    ),
  )
  return <dd ref={text} className={className} />
}
