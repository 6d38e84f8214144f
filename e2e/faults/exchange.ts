/** A scripted exchange that streams all seven topics with coded figures, and misbehaves as a row tells it to. */
import type { WebSocket } from 'ws'
import { EXCHANGE_NETWORKS } from '../../src/config'
import { found, type Subscription } from '../rig/script'
import type { LookUpAnswer, Stage } from '../rig/server'
import { bookRows, fillRow, fundingRow, historyRow, marketCode, orderRow, positionRow, tradeRows } from './coding'

export type Topic =
  | 'orderbook'
  | 'recent_trades'
  | 'live_funding_rate'
  | 'positions'
  | 'open_orders'
  | 'order_history'
  | 'trade_history'

export const TOPICS: readonly Topic[] = [
  'orderbook',
  'recent_trades',
  'live_funding_rate',
  'positions',
  'open_orders',
  'order_history',
  'trade_history',
]

const isTopic = (name: string): name is Topic => TOPICS.some((topic) => topic === name)

/** One socket of the page. */
export interface Client {
  readonly host: string
  readonly networkId: string
  readonly socket: WebSocket
  /** The proxy's local port, by which the proxy's line is found. */
  readonly port: number
  readonly received: Subscription[]
  readonly topics: Map<Topic, Subscription>
}

/** Ticks between two messages of a topic, and the length of a tick. */
const CADENCE: Readonly<Record<Topic, number>> = {
  orderbook: 1,
  recent_trades: 5,
  live_funding_rate: 10,
  positions: 15,
  open_orders: 15,
  order_history: 50,
  trade_history: 50,
}
const TICK_MS = 200
const ROWS_REPEATED = 6

/** The market in which an account has its rows, unless a row says otherwise: the first of its network. */
export const homeMarket = (networkId: string) =>
  EXCHANGE_NETWORKS.find(({ id }) => id === networkId)?.markets[0]?.id ?? ''

/** A wallet's profile, 63 digits as in the samples. */
export const profileOf = (wallet: string) => `0xf${wallet.slice(4)}`

export const message = (topic: string, data: unknown) => JSON.stringify({ data, message: topic })

export class CodedExchange implements Stage {
  readonly clients: Client[] = []
  /** Moments of the connections that were made, in ms since the epoch. */
  readonly connectedAt: number[] = []
  readonly lookedUp: string[] = []
  serial = 100
  /** Topics it speaks of at all. */
  spoken: ReadonlySet<Topic> = new Set(TOPICS)
  /** Messages by themselves, without being asked. */
  streams = true
  /** Topics that come by themselves. */
  streamed: ReadonlySet<Topic> = new Set(TOPICS)
  answers = true
  /** How often a socket's nth subscription of the same topic is answered. */
  answersTo: (nth: number, client: Client) => number = () => 1
  /** Wait before a subscription is answered, in ms. */
  answerDelayMs: () => number = () => 0
  handshake: (host: string) => 'accept' | 'hang' | number = () => 'accept'
  greet: (client: Client) => void = () => undefined
  /** The last word on a message: another text, several, or none. */
  edit: (topic: Topic, text: string, client: Client) => readonly string[] = (_topic, text) => [text]
  /** Markets in which every account has a position; its orders are in the first of them. */
  heldIn: (networkId: string) => readonly [string, ...string[]] = (networkId) => [homeMarket(networkId)]
  answerLookUp: (wallet: string, host: string) => LookUpAnswer | Promise<LookUpAnswer> = (wallet) =>
    found(profileOf(wallet))
  private readonly newest = new Map<string, object[][]>()
  private ticks = 0
  private readonly timer = setInterval(() => this.tick(), TICK_MS)

  readonly lookUp = (host: string, wallet: string) => {
    this.lookedUp.push(wallet)
    return this.answerLookUp(wallet, host)
  }

  readonly connect = (host: string, socket: WebSocket, port: number) => {
    const networkId = EXCHANGE_NETWORKS.find(({ wsUrl }) => new URL(wsUrl).hostname === host)?.id ?? ''
    const client: Client = { host, networkId, socket, port, received: [], topics: new Map() }
    this.clients.push(client)
    this.connectedAt.push(performance.timeOrigin + performance.now())
    socket.on('error', () => undefined)
    socket.on('message', (data) => this.receive(client, JSON.parse(String(data)) as Subscription))
    this.greet(client)
  }

  /** Connections that are open now, newest last. */
  get open(): readonly Client[] {
    return this.clients.filter(({ socket }) => socket.readyState === socket.OPEN)
  }

  /** `market`: the one on show, with all its topics; `book`: another one's book alone. */
  serving(kind: 'market' | 'book' | 'account'): readonly Client[] {
    return this.open.filter(({ topics }) => {
      if (kind === 'book') return topics.has('orderbook') && !topics.has('recent_trades')
      return topics.has(kind === 'market' ? 'recent_trades' : 'positions')
    })
  }

  /** Says a text to every open socket that subscribed the topic. */
  say(topic: Topic, text: string | Buffer): void {
    for (const client of this.open) if (client.topics.has(topic)) client.socket.send(text)
  }

  /** One more message of a topic to everybody who has it. */
  speak(topic: Topic): void {
    this.serial += 1
    const texts = new Map<string, string>()
    for (const client of this.open) {
      const subscription = client.topics.get(topic)
      if (subscription === undefined || !this.spoken.has(topic)) continue
      const subject = `${client.networkId} ${subscription.market_id ?? subscription.address ?? ''}`
      const text = texts.get(subject) ?? this.compose(topic, client, subscription)
      texts.set(subject, text)
      this.send(topic, text, client)
    }
  }

  closeAll(code?: number): void {
    for (const { socket } of this.open) {
      if (code === undefined) socket.close()
      else socket.close(code)
    }
  }

  stop(): void {
    clearInterval(this.timer)
    for (const { socket } of this.clients) socket.terminate()
  }

  private tick(): void {
    this.ticks += 1
    if (!this.streams) return
    for (const topic of this.streamed) if (this.ticks % CADENCE[topic] === 0) this.speak(topic)
  }

  private receive(client: Client, subscription: Subscription): void {
    client.received.push(subscription)
    if (!isTopic(subscription.topic)) return
    client.topics.set(subscription.topic, subscription)
    const { topic } = subscription
    if (!this.answers || !this.spoken.has(topic)) return
    const times = this.answersTo(client.received.filter((earlier) => earlier.topic === topic).length, client)
    const answer = () => {
      this.serial += 1
      const text = this.compose(topic, client, subscription)
      for (let time = 0; time < times; time += 1) this.send(topic, text, client)
    }
    const delayMs = this.answerDelayMs()
    if (delayMs > 0) setTimeout(answer, delayMs)
    else answer()
  }

  private send(topic: Topic, text: string, client: Client): void {
    if (client.socket.readyState !== client.socket.OPEN) return
    for (const edited of this.edit(topic, text, client)) client.socket.send(edited)
  }

  private compose(topic: Topic, { networkId }: Client, { market_id = '', address = '' }: Subscription): string {
    return message(topic, this.rows(topic, networkId, market_id, address))
  }

  /** The rows of a topic as they are now. */
  rows(topic: Topic, networkId: string, marketId: string, address: string): readonly object[] {
    const { serial } = this
    const held = this.heldIn(networkId)
    const [home] = held
    const seconds = Math.floor(Date.now() / 1000)
    switch (topic) {
      case 'orderbook':
        return bookRows(marketCode(networkId, marketId), marketId, serial)
      case 'recent_trades': {
        const code = marketCode(networkId, marketId)
        return this.remember(`tape ${code}`, tradeRows(code, marketId, serial, seconds))
      }
      case 'live_funding_rate':
        return EXCHANGE_NETWORKS.flatMap(({ id, markets }) =>
          id === networkId ? markets.map((market) => fundingRow(networkId, market.id, serial)) : [],
        )
      case 'positions':
        return held.map((market) => positionRow(networkId, address, market, serial))
      case 'open_orders':
        return [orderRow(networkId, address, home, serial)]
      case 'order_history':
        return this.remember(`history ${networkId} ${address}`, [historyRow(networkId, address, home, serial, seconds)])
      case 'trade_history':
        return this.remember(`fills ${networkId} ${address}`, [fillRow(networkId, address, home, serial, seconds)])
    }
  }

  /** The newest few entries of a list that grows, newest first. */
  private remember(list: string, rows: object[]): object[] {
    const entries = [rows, ...(this.newest.get(list) ?? [])].slice(0, ROWS_REPEATED)
    this.newest.set(list, entries)
    return entries.flat()
  }
}
