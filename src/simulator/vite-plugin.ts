import type { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { run } from './driver'
import { Exchange } from './exchange'
import { nodeTimer } from './node-timer'
import { answerRest, attachExchange } from './server'

interface Host {
  readonly httpServer: EventEmitter | null
  readonly middlewares: {
    use(handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): unknown
  }
}

/** The simulated exchange on the page's own origin, in the dev server and in `vite preview`. A build is not touched. */
export function simulatedExchange({ rate = 10, levels = 20, seed = 1 } = {}): Plugin {
  const serve = ({ httpServer, middlewares }: Host) => {
    const exchange = new Exchange({ startMs: Date.now(), seed, levels })
    middlewares.use((request, response, next) => {
      if (!answerRest(exchange, request, response)) next()
    })
    if (httpServer === null) return
    const detach = attachExchange(httpServer, exchange)
    const stop = run({ exchange, rate, now: Date.now, setTimer: nodeTimer })
    httpServer.once('close', () => {
      stop()
      detach()
    })
  }
  return { name: 'perpscope:exchange', configureServer: serve, configurePreviewServer: serve }
}
