/**
 * One loopback TLS server that stands behind the exchange's real host names, and behind the name under which the built
 * site is opened. What it says is the stage's business, which each test sets.
 */
import { promises as fs } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { extname, join, normalize } from 'node:path'
import { generate } from 'selfsigned'
import { type WebSocket, WebSocketServer } from 'ws'
import { EXCHANGE_NETWORKS } from '../../src/config'

export const SITE_HOST = 'perpscope.test'

/** What a test makes the exchange do. Hosts are the real names. */
export interface Stage {
  readonly lookUp: (host: string, userAddress: string) => Promise<LookUpAnswer> | LookUpAnswer
  /** `port` is the far end of the connection, by which a proxy in between knows it. */
  readonly connect: (host: string, socket: WebSocket, port: number) => void
  /** What a handshake is answered with, asked before `connect`: a status refuses it, `hang` leaves it without an answer. */
  readonly handshake?: (host: string) => 'accept' | 'hang' | number
}

export interface LookUpAnswer {
  readonly status: number
  readonly body: string
  /** Without it the browser does not let the page read the answer. */
  readonly cors?: boolean
}

export interface Rig {
  readonly port: number
  setStage(stage: Stage): void
  close(): Promise<void>
}

export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export const EXCHANGE_HOSTS = EXCHANGE_NETWORKS.flatMap(({ restUrl, wsUrl }) => [
  new URL(restUrl).hostname,
  new URL(wsUrl).hostname,
])

/** Serves `folder` as the site; `others` are further sites, folders by host name. */
export async function startRig(folder: string, others: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const certificate = await generate([{ name: 'commonName', value: SITE_HOST }], { keyType: 'ec' })
  const server = createTlsServer({ key: certificate.private, cert: certificate.cert })
  const sockets = new WebSocketServer({ noServer: true })
  const sites = new Map([[SITE_HOST, folder], ...Object.entries(others)])
  let stage: Stage = NOBODY

  server.on('request', (request, response) => {
    const { hostname, pathname, searchParams } = new URL(request.url ?? '/', `https://${request.headers.host ?? ''}`)
    const site = sites.get(hostname)
    if (site !== undefined) void serveFile(site, pathname, response)
    else if (pathname === '/getProfileAddress') {
      void answer(stage, hostname, searchParams.get('userAddress') ?? '', response)
    } else response.writeHead(404).end()
  })
  server.on('upgrade', (request, stream, head) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    if (!EXCHANGE_HOSTS.includes(host) || request.url !== '/ws/') stream.destroy()
    else {
      const answer = stage.handshake?.(host) ?? 'accept'
      const port = request.socket.remotePort ?? 0
      if (answer === 'accept')
        sockets.handleUpgrade(request, stream, head, (socket) => stage.connect(host, socket, port))
      else if (answer !== 'hang')
        stream.end(`HTTP/1.1 ${answer} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the rig has no port')
  return {
    port: address.port,
    setStage(next) {
      stage = next
      for (const socket of sockets.clients) socket.terminate()
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const NOBODY: Stage = {
  lookUp: () => ({ status: 503, body: '' }),
  connect: (_host, socket) => socket.close(),
}

async function answer(stage: Stage, host: string, userAddress: string, response: ServerResponse): Promise<void> {
  const { status, body, cors = true } = await stage.lookUp(host, userAddress)
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(cors ? { 'access-control-allow-origin': '*' } : {}),
  })
  response.end(body)
}

async function serveFile(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const path = normalize(pathname === '/' ? '/index.html' : pathname)
  try {
    const content = await fs.readFile(join(folder, path))
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}
