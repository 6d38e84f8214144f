/** The exchange of a benchmark: it answers subscriptions and sends books and trades at an even rate. */
import type { WebSocket } from 'ws'
import { message } from '../rig/build-account'
import { found, type Subscription } from '../rig/script'
import type { Stage } from '../rig/server'
import { tape, type TradeFields } from '../rig/trade-frames'
import { ACCOUNT_TOPICS, type AccountSize, accountMessage, FURTHER_MARKETS, SMALL_ACCOUNT } from './account'
import { type BookFeed, createBookFeed, MARKET } from './book-feed'

/** Whose account the page watches. */
export const ACCOUNT = `0x${'b'.repeat(64)}`

export interface BenchExchange extends Stage {
  readonly setUp: (levels: number, account?: AccountSize) => void
  /** Messages a second from now on, of books for each market that was asked for; 0 and 0 end it. */
  readonly stream: (books: number, trades: number) => void
  /** News of the account, one message a topic: sizes change, an order leaves, another comes, each history grows by a row. */
  readonly tellAccount: () => void
  /** Sockets that are open now. */
  readonly clients: () => number
  /** Messages sent to the page so far, whatever their topic. */
  readonly sent: () => number
  readonly tradesSent: () => number
  readonly serial: () => number
  /** When a book was sent, in ms since 1970; NaN for one that was not. */
  readonly sentAtMs: (serial: number) => number
}

const clockMs = () => performance.timeOrigin + performance.now()

interface Client {
  readonly socket: WebSocket
  readonly topics: Set<string>
}

export function createBenchExchange(): BenchExchange {
  let levels = 20
  let feeds = new Map<string, BookFeed>()
  let news = 0
  let account = SMALL_ACCOUNT
  let clients: Client[] = []
  let serial = 0
  let sent = 0
  let trades = 0
  let stamps = new Map<number, number>()
  let stop = () => {}

  /** Made once it is asked for: with many levels it is large. */
  function feedOf(market: string): BookFeed {
    const feed = feeds.get(market) ?? createBookFeed(levels, market)
    feeds.set(market, feed)
    return feed
  }

  function push(subscription: Subscription, data: Buffer | string) {
    const name = nameOf(subscription)
    for (const { socket, topics } of clients) {
      if (!topics.has(name) || socket.readyState !== socket.OPEN) continue
      socket.send(data, { binary: false })
      sent += 1
    }
  }

  function sendBooks() {
    serial += 1
    stamps.set(serial, clockMs())
    for (const [market, feed] of feeds) push({ topic: 'orderbook', market_id: market }, feed.message(serial))
  }

  function trade(): TradeFields {
    trades += 1
    const price = feedOf(MARKET).midOf(serial) + (trades % 2 === 0 ? 1 : -1) * 1e-4
    const time = Math.floor(Date.now() / 1000)
    return { price: price.toFixed(4), size: (1 + (trades % 97) / 7).toFixed(3), time, version: 1e9 + trades }
  }

  function answer({ topic, address = ACCOUNT, market_id = MARKET }: Subscription): Buffer | string {
    switch (topic) {
      case 'orderbook':
        return feedOf(market_id).message(serial)
      case 'recent_trades':
        return tape(MARKET, trade())
      case 'live_funding_rate':
        return FUNDING
      default:
        return accountMessage(topic, address, account, feedOf(MARKET).midOf(0), news)
    }
  }

  return {
    lookUp: (_host, address) => found(address),
    connect(_host, socket) {
      const client: Client = { socket, topics: new Set() }
      clients.push(client)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        clients = clients.filter((other) => other !== client)
      })
      socket.on('message', (data: Buffer) => {
        const subscription = JSON.parse(data.toString()) as Subscription
        client.topics.add(nameOf(subscription))
        socket.send(answer(subscription), { binary: false })
      })
    },
    setUp(levelsASide, size = SMALL_ACCOUNT) {
      stop()
      levels = levelsASide
      feeds = new Map()
      feedOf(MARKET)
      account = size
      news = 0
      stamps = new Map()
      serial = 0
    },
    stream(booksPerSecond, tradesPerSecond) {
      stop()
      const from = performance.now()
      let books = 0
      let told = 0
      const due = (rate: number) => Math.floor(((performance.now() - from) * rate) / 1000)
      const timer = setInterval(
        () => {
          for (const end = due(booksPerSecond); books < end; books += 1) sendBooks()
          for (const end = due(tradesPerSecond); told < end; told += 1) push(TAPE, tape(MARKET, trade()))
        },
        booksPerSecond + tradesPerSecond > 200 ? 1 : 2,
      )
      stop = () => clearInterval(timer)
      if (booksPerSecond + tradesPerSecond === 0) stop()
    },
    tellAccount() {
      news += 1
      const mid = feedOf(MARKET).midOf(0)
      for (const topic of ACCOUNT_TOPICS) {
        push({ topic, address: ACCOUNT }, accountMessage(topic, ACCOUNT, account, mid, news))
      }
    },
    clients: () => clients.length,
    sent: () => sent,
    tradesSent: () => trades,
    serial: () => serial,
    sentAtMs: (number) => stamps.get(number) ?? Number.NaN,
  }
}

const TAPE: Subscription = { topic: 'recent_trades', market_id: MARKET }

/** One socket bears several topics, and a topic may concern one market. */
const nameOf = ({ topic, market_id = '' }: Subscription) => `${topic} ${market_id}`

const FUNDING = message(
  'live_funding_rate',
  [MARKET, ...FURTHER_MARKETS].map((market_id, index) => ({
    funding_rate: `0.00012${index}`,
    funding_timestamp: 1_764_280_800,
    last_updated: 1_764_280_802,
    market_id,
    transaction_timestamp: 1_764_280_800,
    transaction_version: 2_726_355_750 + index,
  })),
)
