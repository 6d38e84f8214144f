/** The exchange of a benchmark: it answers subscriptions and sends books and trades at an even rate. */
import type { WebSocket } from 'ws'
import { makeOrderId, makeTradeId } from '../../src/domain/order-id'
import { fillRow, historyRow, message, orderRow, positionRow } from '../rig/build-account'
import { found, type Subscription } from '../rig/script'
import type { Stage } from '../rig/server'
import { tape, type TradeFields } from '../rig/trade-frames'
import { type BookFeed, createBookFeed, MARKET } from './book-feed'

/** Whose account the page watches, and what it holds there. */
export const ACCOUNT = `0x${'b'.repeat(64)}`

export interface AccountSize {
  readonly positions: number
  readonly orders: number
  readonly history: number
}

export const SMALL_ACCOUNT: AccountSize = { positions: 2, orders: 4, history: 50 }

export interface BenchExchange extends Stage {
  readonly setUp: (levels: number, account?: AccountSize) => void
  /** Messages a second from now on; 0 and 0 end it. */
  readonly stream: (books: number, trades: number) => void
  /** Messages sent to the page so far, whatever their topic. */
  readonly sent: () => number
  readonly tradesSent: () => number
  readonly serial: () => number
  /** When a book was sent, in ms since 1970; NaN for one that was not. */
  readonly sentAtMs: (serial: number) => number
}

export const clockMs = () => performance.timeOrigin + performance.now()

interface Client {
  readonly socket: WebSocket
  readonly topics: Set<string>
}

export function createBenchExchange(): BenchExchange {
  let feed: BookFeed = createBookFeed(20)
  let account = SMALL_ACCOUNT
  let clients: Client[] = []
  let serial = 0
  let sent = 0
  let trades = 0
  let stamps = new Map<number, number>()
  let stop = () => {}

  function push(topic: string, data: Buffer | string) {
    for (const { socket, topics } of clients) {
      if (!topics.has(topic) || socket.readyState !== socket.OPEN) continue
      socket.send(data, { binary: false })
      sent += 1
    }
  }

  function sendBook() {
    serial += 1
    stamps.set(serial, clockMs())
    push('orderbook', feed.message(serial))
  }

  function trade(): TradeFields {
    trades += 1
    const price = feed.midOf(serial) + (trades % 2 === 0 ? 1 : -1) * 1e-4
    const time = Math.floor(Date.now() / 1000)
    return { price: price.toFixed(4), size: (1 + (trades % 97) / 7).toFixed(3), time, version: 1e9 + trades }
  }

  function answer({ topic, address = ACCOUNT }: Subscription): Buffer | string {
    switch (topic) {
      case 'orderbook':
        return feed.message(serial)
      case 'recent_trades':
        return tape(MARKET, trade())
      case 'live_funding_rate':
        return FUNDING
      default:
        return accountMessage(topic, address, account, feed.midOf(0))
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
        client.topics.add(subscription.topic)
        socket.send(answer(subscription), { binary: false })
      })
    },
    setUp(levels, size = SMALL_ACCOUNT) {
      stop()
      feed = createBookFeed(levels)
      account = size
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
          for (const end = due(booksPerSecond); books < end; books += 1) sendBook()
          for (const end = due(tradesPerSecond); told < end; told += 1) push('recent_trades', tape(MARKET, trade()))
        },
        booksPerSecond + tradesPerSecond > 200 ? 1 : 2,
      )
      stop = () => clearInterval(timer)
      if (booksPerSecond + tradesPerSecond === 0) stop()
    },
    sent: () => sent,
    tradesSent: () => trades,
    serial: () => serial,
    sentAtMs: (number) => stamps.get(number) ?? Number.NaN,
  }
}

const FUNDING = message(
  'live_funding_rate',
  ['14', '15', '16', '31'].map((market_id, index) => ({
    funding_rate: `0.00012${index}`,
    funding_timestamp: 1_764_280_800,
    last_updated: 1_764_280_802,
    market_id,
    transaction_timestamp: 1_764_280_800,
    transaction_version: 2_726_355_750 + index,
  })),
)

/** Rows of the market on show, so that every one moves with its price. */
function accountMessage(topic: string, address: string, size: AccountSize, mid: number): string {
  const price = (step: number) => (mid - step * 1e-4).toFixed(4)
  const rows = <Row>(count: number, row: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => row(index))
  const orderId = (index: number) =>
    makeOrderId(BigInt(index + 1), { side: 'bid', integerPrice: Math.round(Number(price(index + 1)) * 1e4) })
  const tradeId = (index: number) => makeTradeId(BigInt(index + 1), MARKET)
  switch (topic) {
    case 'positions':
      return message(
        topic,
        rows(size.positions, (index) =>
          positionRow(address, MARKET, {
            entry_price: price(20 + index),
            liq_price: price(9_000 + index),
            is_long: index % 2 === 0,
            trade_id: tradeId(index),
          }),
        ),
      )
    case 'open_orders':
      return message(
        topic,
        rows(size.orders, (index) =>
          orderRow(address, MARKET, { order_id: orderId(index), trade_id: tradeId(index), price: price(index + 1) }),
        ),
      )
    case 'order_history':
      return message(
        topic,
        rows(size.history, (index) =>
          historyRow(address, MARKET, { order_id: orderId(index), trade_id: tradeId(index), price: price(index + 1) }),
        ),
      )
    default:
      return message(
        topic,
        rows(size.history, (index) =>
          fillRow(address, MARKET, {
            trade_id: tradeId(index),
            price: price(index + 1),
            timestamp: 1_700_000_000 + index,
          }),
        ),
      )
  }
}
