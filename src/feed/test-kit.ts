/** What the tests of this folder share: a clock that only they move, a link driven by it, and sockets without a network. */
import type { Delivery } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import type { Network } from '../domain/market'
import type { Subject } from '../domain/subject'
import type { Stamp } from '../domain/time'
import type { Batch } from './batch'
import type { Socket } from './connection'
import { createFeeds, type Feeds } from './feed'
import { msToNextDeadline, reduceLink } from './link'
import { idleLink, type LinkEvent, type LinkState, NO_PAST } from './link-state'
import { FULL_TRUST, type ProbeTrust } from './probe-trust'

export const NETWORK: Network = {
  id: 'testnet',
  label: 'Testnet',
  restUrl: 'https://rest.invalid',
  wsUrl: 'wss://ws.invalid/ws/',
  chain: null,
  markets: [],
}

export const MARKET: Subject = { kind: 'market', networkId: 'testnet', marketId: '1338' }
export const ACCOUNT: Subject = { kind: 'account', networkId: 'testnet', address: '0xabc' }

const WALL_START = 1_700_000_000_000

/** A link whose ticks come exactly when they are due; what it did is `did`, with the time in ms. */
export class DrivenLink {
  state: LinkState
  readonly did: string[] = []
  hidden = false
  /** Whether a topic has brought nothing by the socket of the moment. */
  missing = false
  random: () => number = () => 0.5
  private now: Stamp = { mono: 0, wall: WALL_START }
  private generations = 0
  private readonly kind: Subject['kind']

  constructor(kind: Subject['kind'], trust: ProbeTrust = FULL_TRUST) {
    this.kind = kind
    this.state = idleLink(this.now, { ...NO_PAST, trust })
  }

  send(event: LinkEvent): this {
    const { kind, hidden, random } = this
    const nextGeneration = () => {
      this.generations += 1
      return this.generations
    }
    const missing = () => this.missing
    const step = reduceLink(this.state, event, this.now, { kind, hidden, random, nextGeneration, missing })
    this.state = step.state
    for (const effect of step.effects) {
      this.did.push(`${this.now.mono} ${effect.type === 'subscribe' ? effect.what : effect.type}`)
    }
    return this
  }

  is(type: 'start' | 'opened' | 'tick' | 'retry-now' | 'suspend' | 'resume' | 'doubt' | 'multiplied'): this {
    return this.send({ type })
  }

  frame(valid = true): this {
    return this.send({ type: 'frame', valid, answers: false })
  }

  /** A frame of the topic that was asked for. */
  answer(): this {
    return this.send({ type: 'frame', valid: true, answers: true })
  }

  /** A message that nobody can tell apart; `refuses`: in place of an answer. */
  garbled(refuses: boolean): this {
    return this.send({ type: 'garbled', refuses })
  }

  lost(closeCode: number | null = 1006): this {
    return this.send({ type: 'lost', reason: 'lost', closeCode })
  }

  /** Open and confirmed at once. */
  live(): this {
    return this.is('start').is('opened').frame()
  }

  due(): number | null {
    return msToNextDeadline(this.state, this.now, { kind: this.kind })
  }

  pass(ms: number): this {
    const end = this.now.mono + ms
    for (let ticks = 0; ; ticks += 1) {
      const due = this.due()
      if (due === null || this.now.mono + due > end) break
      if (ticks > ms + 10) throw new Error('a busy loop')
      this.shift(due, due)
      this.is('tick')
    }
    return this.shift(end - this.now.mono, end - this.now.mono)
  }

  /** Time without ticks; `mono` 0 while the computer sleeps or the clock is set. */
  shift(mono: number, wall: number): this {
    this.now = { mono: this.now.mono + mono, wall: this.now.wall + wall }
    return this
  }
}

export class FakeSocket implements Socket {
  readyState: Socket['readyState'] = 0
  binaryType: BinaryType = 'blob'
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  onerror: Socket['onerror'] = null
  readonly sent: string[] = []
  readonly closedWith: (number | undefined)[] = []
  readonly url: string
  readonly handlers = () => ({ message: this.onmessage, close: this.onclose, error: this.onerror, open: this.onopen })

  constructor(url: string) {
    this.url = url
  }

  send(text: string) {
    this.sent.push(text)
  }

  close(code?: number) {
    this.readyState = 2
    this.closedWith.push(code)
  }

  opens() {
    this.readyState = 1
    this.call(this.onopen, {})
  }

  brings(data: unknown) {
    this.call(this.onmessage, { data })
  }

  fails() {
    this.call(this.onerror, {})
  }

  closes(code: number, reason = '') {
    this.readyState = 3
    this.call(this.onclose, { code, reason })
  }

  private call(handler: ((event: never) => unknown) | null, event: unknown) {
    if (handler !== null) Reflect.apply(handler, this, [event])
  }
}

interface Timer {
  readonly run: () => void
  readonly at: number
}

export interface FeedRig {
  readonly feeds: Feeds
  readonly sockets: FakeSocket[]
  readonly timers: Set<Timer>
  /** How many timers were ever set. */
  readonly timersSet: () => number
  readonly views: LinkView[]
  readonly deliveries: Delivery[]
  readonly log: string[]
  /** Lengths of the books that were replaced unread. */
  readonly superseded: number[]
  /** Reads put off until the next commit; while `holdsReads` is false nothing is. */
  readonly reads: (() => void)[]
  holdsReads: boolean
  readonly dropped: string[]
  readonly pass: (ms: number) => void
  /** Time without timers. */
  readonly sleep: (ms: number) => void
  /** The newest socket. */
  readonly socket: () => FakeSocket
  refuse: string | null
}

export function createRig(): FeedRig {
  let mono = 0
  let timersSet = 0
  const timers = new Set<Timer>()
  const batch: Batch = {
    link: (_key, view) => rig.views.push(view),
    deliver: (_key, delivery) => rig.deliveries.push(delivery),
    defer: (read) => (rig.holdsReads ? void rig.reads.push(read) : read()),
    superseded: (_key, chars) => rig.superseded.push(chars),
    log: (_key, { text }) => rig.log.push(text),
    drop: (key) => rig.dropped.push(key),
    flush: () => undefined,
  }
  const feeds = createFeeds({
    batch,
    now: () => ({ mono, wall: WALL_START + mono }),
    random: () => 0.5,
    hidden: () => false,
    openSocket(url) {
      if (rig.refuse !== null) throw new Error(rig.refuse)
      const socket = new FakeSocket(url)
      rig.sockets.push(socket)
      return socket
    },
    setTimer(run, ms) {
      const timer = { run, at: mono + ms }
      timersSet += 1
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  function pass(ms: number) {
    const end = mono + ms
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers.delete(next)
      mono = next.at
      next.run()
    }
    mono = end
  }
  const rig: FeedRig = {
    feeds,
    sockets: [],
    timers,
    timersSet: () => timersSet,
    views: [],
    deliveries: [],
    log: [],
    superseded: [],
    reads: [],
    holdsReads: false,
    dropped: [],
    pass,
    sleep(ms) {
      mono += ms
    },
    socket() {
      const socket = rig.sockets.at(-1)
      if (socket === undefined) throw new Error('no socket was opened')
      return socket
    },
    refuse: null,
  }
  return rig
}

export const message = (topic: string, data: readonly unknown[] = []) => JSON.stringify({ data, message: topic })
