/** A raw TCP proxy between the browser and the rig: it breaks the network below TLS, where no library notices. */
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * `hole`: bytes vanish both ways, without FIN; `hole-down`: only those of the server; `stall-down`: the server's bytes
 * are held and come in one burst when the line passes again. A line with a hole stays broken, since TLS misses bytes.
 */
export type LinePath = 'pass' | 'hole' | 'hole-down' | 'stall-down'

interface Weather {
  delayMs: number
  bytesPerSecond: number
}

/** One direction of a connection: keeps the order, whatever delay and rate are. */
class Stream {
  mode: 'pass' | 'drop' | 'hold' = 'pass'
  private readonly queue: { readonly chunk: Buffer | 'end'; readonly dueMs: number }[] = []
  private readonly to: Socket
  private readonly weather: Weather
  private freeAtMs = 0
  private timer: NodeJS.Timeout | null = null

  constructor(to: Socket, weather: Weather) {
    this.to = to
    this.weather = weather
  }

  push(chunk: Buffer | 'end'): void {
    if (this.mode === 'drop') return
    const { delayMs, bytesPerSecond } = this.weather
    const dueMs = Math.max(performance.now() + delayMs, this.freeAtMs)
    this.freeAtMs = chunk === 'end' ? dueMs : dueMs + (chunk.length / bytesPerSecond) * 1000
    this.queue.push({ chunk, dueMs })
    this.pump()
  }

  pump(): void {
    if (this.timer !== null || this.mode === 'hold') return
    for (let head = this.queue[0]; head !== undefined; head = this.queue[0]) {
      const left = head.dueMs - performance.now()
      if (left > 0) {
        this.timer = setTimeout(() => {
          this.timer = null
          this.pump()
        }, Math.ceil(left))
        return
      }
      this.queue.shift()
      if (this.to.destroyed) continue
      if (head.chunk === 'end') this.to.end()
      else this.to.write(head.chunk)
    }
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.queue.length = 0
  }
}

/** One connection of the browser. */
export class Line {
  /** The local port of the proxy's own connection to the rig, by which the exchange knows the line. */
  upstreamPort = 0
  private readonly browser: Socket
  private readonly server: Socket | null
  private readonly up: Stream
  private readonly down: Stream

  constructor(browser: Socket, targetPort: number | null, weather: Weather) {
    this.browser = browser
    this.server = targetPort === null ? null : connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    this.down = new Stream(browser, weather)
    this.up = new Stream(this.server ?? browser, weather)
    browser.on('error', () => this.end())
    browser.on('close', () => this.end())
    if (this.server === null) {
      browser.resume()
      return
    }
    const server = this.server
    server.on('connect', () => {
      this.upstreamPort = server.localPort ?? 0
    })
    browser.on('data', (chunk) => this.up.push(chunk))
    browser.on('end', () => this.up.push('end'))
    server.on('data', (chunk) => this.down.push(chunk))
    server.on('end', () => this.down.push('end'))
    // Of a line with a hole the browser is to hear nothing, not even that the server has gone.
    server.on('error', () => undefined)
  }

  setPath(path: LinePath): void {
    this.up.mode = path === 'hole' ? 'drop' : 'pass'
    this.down.mode = path === 'pass' ? 'pass' : path === 'stall-down' ? 'hold' : 'drop'
    this.up.pump()
    this.down.pump()
  }

  /** The far end says good-bye. */
  fin(): void {
    this.down.stop()
    this.browser.end()
    this.server?.destroy()
  }

  rst(): void {
    this.browser.resetAndDestroy()
    this.server?.destroy()
  }

  end(): void {
    this.up.stop()
    this.down.stop()
    this.browser.destroy()
    this.server?.destroy()
  }
}

export class Proxy {
  readonly port: number
  /** Connections that are open now. */
  readonly lines = new Set<Line>()
  /** Connections taken since the start, answered or not. */
  accepted = 0
  /** What a new connection finds: the rig, or nobody who answers. */
  behind: 'rig' | 'nobody' = 'rig'
  /** Path that a new connection starts with. */
  newPath: LinePath = 'pass'
  /** For lines that stand and for new ones. */
  readonly weather: Weather = { delayMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY }
  private readonly targetPort: number
  private server: Server | null

  private constructor(server: Server, targetPort: number) {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
    this.port = address.port
    this.targetPort = targetPort
    this.server = this.attend(server)
  }

  static async start(targetPort: number): Promise<Proxy> {
    return new Proxy(await listen(0), targetPort)
  }

  private attend(server: Server): Server {
    return server.on('connection', (browser) => {
      this.accepted += 1
      const line = new Line(browser, this.behind === 'nobody' ? null : this.targetPort, this.weather)
      line.setPath(this.newPath)
      this.lines.add(line)
      browser.on('close', () => this.lines.delete(line))
    })
  }

  /** New connections are refused; those that stand go on. */
  refuse(): void {
    this.server?.close()
    this.server = null
  }

  async accept(): Promise<void> {
    if (this.server === null) this.server = this.attend(await listen(this.port))
  }

  setPath(path: LinePath): void {
    for (const line of this.lines) line.setPath(path)
  }

  fin(): void {
    for (const line of this.lines) line.fin()
  }

  rst(): void {
    for (const line of this.lines) line.rst()
  }

  /** As it was at the start; open lines are closed. */
  async reset(): Promise<void> {
    for (const line of this.lines) line.end()
    this.behind = 'rig'
    this.newPath = 'pass'
    this.accepted = 0
    this.weather.delayMs = 0
    this.weather.bytesPerSecond = Number.POSITIVE_INFINITY
    await this.accept()
  }

  close(): void {
    for (const line of this.lines) line.end()
    this.refuse()
  }
}

function listen(port: number): Promise<Server> {
  // A socket paused until its line is set up would lose nothing either; half-open, since a hole swallows the FIN as well.
  const server = createServer({ allowHalfOpen: true, noDelay: true })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
