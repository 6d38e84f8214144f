/** The simulated exchange in a worker of the page: the network Demo of the built site. */
import { serveMessages, type ToExchange } from './browser-exchange'
import { Exchange } from './exchange'

const RATE = 10

const take = serveMessages(
  {
    exchange: new Exchange({ startMs: Date.now() }),
    rate: RATE,
    now: Date.now,
    setTimer(callback, ms) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
  },
  (message) => postMessage(message),
)

addEventListener('message', ({ data }: MessageEvent<ToExchange>) => take(data))
