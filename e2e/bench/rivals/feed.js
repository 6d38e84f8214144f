import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/**
 * Shows each book that comes, the newest one a frame, so that a component is never asked to draw what nobody could see.
 * `toLevel` makes of a wire row what the component takes; `bestBidSize` is the selector by which the benchmark reads.
 */
export function showBooks({ toLevel, draw, bestBidSize }) {
  const root = createRoot(document.getElementById('root'))
  let newest = null

  function show() {
    const asks = []
    const bids = []
    for (const row of JSON.parse(newest).data) (row.is_ask ? asks : bids).push(toLevel(row))
    newest = null
    // Without it React draws in a later task, and this frame still shows the old book.
    flushSync(() => root.render(draw(asks, bids)))
    if (document.documentElement.dataset.bestBidSize) return
    document.documentElement.dataset.bestBidSize = bestBidSize
    // A trader looks at the spread, so its rows are those that are painted.
    document.querySelector(bestBidSize).scrollIntoView({ block: 'center' })
  }

  const socket = new WebSocket('wss://perpetuals-indexer-ws.kana.trade/ws/')
  socket.addEventListener('open', () => socket.send('{"topic":"orderbook","market_id":"14"}'))
  socket.addEventListener('message', ({ data }) => {
    if (!data.includes('"message":"orderbook"')) return
    if (newest === null) requestAnimationFrame(show)
    newest = data
  })
}

export const formatPrice = (price) => price.toFixed(4)
export const formatSize = (size) => size.toFixed(3)
