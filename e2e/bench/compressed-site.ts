/** The built site as a good host sends it, over HTTP/2 and compressed beforehand, and the exchange beside it. */
import { createHash, X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { extname, join } from 'node:path'
import type { Duplex } from 'node:stream'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { generate } from 'selfsigned'
import { WebSocketServer } from 'ws'
import { EXCHANGE_HOSTS, type Rig, SITE_HOST, type Stage, TYPES } from '../rig/server'

export type Encoding = 'gzip' | 'br'

export interface CompressedSite extends Rig {
  readonly use: (encoding: Encoding) => void
  /** Of its certificate, for the browser to trust: it caches nothing that came by a faulty one. */
  readonly fingerprint: string
}

interface Sent {
  readonly type: string
  readonly etag: string
  readonly cache: string
  readonly bodies: Readonly<Record<Encoding, Buffer>>
  readonly isCompressed: boolean
}

const COMPRESS: Readonly<Record<Encoding, (content: Buffer) => Buffer>> = {
  gzip: (content) => gzipSync(content, { level: 9 }),
  br: (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
}

export async function startCompressedSite(folder: string): Promise<CompressedSite> {
  const files = await load(folder)
  const certificate = await generate([{ name: 'commonName', value: SITE_HOST }], { keyType: 'ec' })
  // The browser opens its web sockets over HTTP/1.
  const server = createSecureServer({ allowHTTP1: true, key: certificate.private, cert: certificate.cert })
  const sockets = new WebSocketServer({ noServer: true })
  const connections = new Set<Duplex>()
  let stage: Stage | null = null
  let encoding: Encoding = 'br'
  server.on('secureConnection', (connection: Duplex) => {
    connections.add(connection)
    connection.on('error', () => undefined)
    connection.on('close', () => connections.delete(connection))
  })
  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const file = files.get(new URL(request.url, `https://${SITE_HOST}`).pathname.replace(/\/$/, '/index.html'))
    if (file === undefined) response.writeHead(404).end()
    else answer(file, encoding, request.headers['if-none-match'], response)
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const port = request.socket.remotePort ?? 0
    if (stage === null || !EXCHANGE_HOSTS.includes(host)) stream.destroy()
    else sockets.handleUpgrade(request, stream, head, (socket) => stage?.connect(host, socket, port))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site has no port')
  return {
    port: address.port,
    fingerprint: fingerprintOf(certificate.cert),
    use(next) {
      encoding = next
    },
    setStage(next) {
      stage = next
    },
    async close() {
      for (const connection of connections) connection.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function load(folder: string): Promise<Map<string, Sent>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Sent>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path)
    const isCompressed = extname(path) !== '.png'
    const name = path.slice(join(folder, '/').length - 1).replaceAll('\\', '/')
    files.set(name, {
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
      // The names of assets change with their content.
      cache: name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      bodies: isCompressed
        ? { gzip: COMPRESS.gzip(content), br: COMPRESS.br(content) }
        : { gzip: content, br: content },
      isCompressed,
    })
  }
  return files
}

function answer(file: Sent, encoding: Encoding, known: string | undefined, response: Http2ServerResponse): void {
  const { type, etag, cache, bodies, isCompressed } = file
  if (known === etag) {
    response.writeHead(304, { etag, 'cache-control': cache }).end()
    return
  }
  const body = bodies[encoding]
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': cache,
    etag,
    ...(isCompressed ? { 'content-encoding': encoding } : {}),
  })
  response.end(body)
}

/** SHA-256 of the public key, as --ignore-certificate-errors-spki-list has it. */
function fingerprintOf(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}
