import type { Topic } from '../domain/update'
import { TOPIC_OF_TAB } from '../store/selectors'
import { useStore } from '../store/store'
import { useFreshness } from '../store/use-freshness'

/**
 * Tells a screen reader of figures that are doubted or could not be read, once a change. That the connection as a whole is
 * stale or back is told by the connection's own status, so five panels do not speak at once.
 */
export function Announcer() {
  const tab = useStore((state) => state.tab)
  const words = [
    useWords('Order book', 'orderbook'),
    useWords('Trades', 'recent_trades'),
    useWords('Funding', 'live_funding_rate'),
    useWords('Account', TOPIC_OF_TAB[tab]),
  ]
  return (
    <p aria-live="polite" className="sr-only">
      {words.filter((word) => word !== '').join(' ')}
    </p>
  )
}

function useWords(label: string, topic: Topic): string {
  // The reason holds words of the server that may change with every message: it stands in the panel.
  const { state } = useFreshness(topic)
  if (state === 'unverified') return `${label}: figures are unverified.`
  return state === 'error' ? `${label}: the newest message could not be read.` : ''
}
