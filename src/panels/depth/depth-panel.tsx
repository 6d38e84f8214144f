import { bookShape } from '../../domain/book'
import { selectBookTop, selectMarket } from '../../store/selectors'
import { useStore } from '../../store/store'
import { isDimmed, useFreshness } from '../../store/use-freshness'
import { formatFixed, NO_FIGURE } from '../../ui/format'
import { late } from '../../ui/late'
import { PanelMessage } from '../../ui/panel'
import { TopicPanel } from '../topic-panel'

const DepthChart = late(
  async () => (await import('./depth-chart')).DepthChart,
  <PanelMessage>Loading the chart…</PanelMessage>,
)

export function DepthPanel({ base }: { readonly base: string }) {
  return (
    <TopicPanel label="Depth chart" topic="orderbook" subject="the order book" actions={<BestPrices />}>
      <DepthBody base={base} />
    </TopicPanel>
  )
}

function DepthBody({ base }: { readonly base: string }) {
  const { state } = useFreshness('orderbook')
  const shape = useStore((state) => {
    const book = selectMarket(state)?.book
    return book == null ? null : bookShape(book)
  })
  if (state === 'unverified') return <PanelMessage>No depth is drawn from unverified figures.</PanelMessage>
  if (shape !== 'normal') {
    return (
      <PanelMessage>
        No depth to draw: the book is {shape === 'empty' ? 'empty' : 'locked, crossed or one-sided'}.
      </PanelMessage>
    )
  }
  return <DepthChart base={base} />
}

function BestPrices() {
  const { state } = useFreshness('orderbook')
  const top = useStore(selectBookTop)
  const decimals = useStore((state) => selectMarket(state)?.decimals.price ?? 0)
  if (top === null) return null
  const figure = (price: number | null) => (price === null ? NO_FIGURE : formatFixed(price, decimals))
  return (
    <dl className={`flex items-center gap-1.5 text-2xs whitespace-nowrap ${isDimmed(state) ? 'dimmed' : ''}`}>
      <dt className="text-muted">Best bid</dt>
      <dd className="text-up">{figure(top.bestBid)}</dd>
      <dt className="ml-2 text-muted">Best ask</dt>
      <dd className="text-down">{figure(top.bestAsk)}</dd>
    </dl>
  )
}
