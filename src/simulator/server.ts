import type { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Exchange } from './exchange'
import { lookUpProfile, PROFILE_PATH } from './rest'
import { createSession } from './session'

/** Puts the exchange behind any Node HTTP or HTTPS server. */
export interface AttachOptions {
  /** Where sockets are taken; upgrades to other paths are left to others. */
  readonly path?: string
  readonly log?: (line: string) => void
}

export const SOCKET_PATH = '/ws/'

/** Above it a client gets no books, which later ones replace anyway. */
const SLOW_BYTES = 4 * 2 ** 20
/** Above it the client is cut off: trades may not be left out, and memory has an end. */
const DEAD_BYTES = 64 * 2 ** 20
const MAX_MESSAGE_BYTES = 64 * 1024

/** Takes WebSocket upgrades of the server; the returned function ends all connections and lets go of the server. */
export function attachExchange(server: EventEmitter, exchange: Exchange, options: AttachOptions = {}): () => void {
  const { path = SOCKET_PATH, log } = options
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (withoutSlash(pathOf(request)) !== withoutSlash(path)) return
    sockets.handleUpgrade(request, stream, head, (socket) => serve(socket, exchange, log))
  }
  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function serve(socket: WebSocket, exchange: Exchange, log?: (line: string) => void): void {
  const session = createSession(
    exchange,
    (text, topic) => {
      if (socket.readyState !== WebSocket.OPEN) return
      if (topic === 'orderbook' && socket.bufferedAmount > SLOW_BYTES) return
      if (socket.bufferedAmount > DEAD_BYTES) socket.terminate()
      else socket.send(text)
    },
    log,
  )
  socket.on('message', (data, isBinary) => {
    if (!isBinary) session.receive(String(data))
  })
  socket.on('close', () => session.close())
  socket.on('error', (error) => log?.(`socket: ${error.message}`))
}

/** Answers the profile look-up; false, and nothing done, for any other request. */
export function answerRest(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>> = {},
): boolean {
  if (pathOf(request) !== PROFILE_PATH) return false
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...headers, 'access-control-allow-headers': 'x-api-key' }).end()
    return true
  }
  const query = (request.url ?? '').split('?')[1] ?? ''
  const { status, body } = lookUpProfile(exchange, new URLSearchParams(query).get('userAddress') ?? '')
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
  return true
}

// Not by `URL`: a request target like `//` is none, and throws.
const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? ''

const withoutSlash = (path: string): string => path.replace(/\/$/, '')
