/** What the tests of this folder share: two networks, messages as the feed hands them on, and a store begun anew. */
import type { Fill, HistoryOrder, OpenOrder, Position } from '../domain/account'
import type { Book } from '../domain/book'
import type { Delivery, SubjectBatch } from '../domain/delivery'
import type { LinkView } from '../domain/link'
import type { Network } from '../domain/market'
import { type AccountSubject, subjectKey } from '../domain/subject'
import type { TradeLeg } from '../domain/tape'
import type { Stamp } from '../domain/time'
import type { Rejection, Topic, Update } from '../domain/update'
import { settleCalm } from './calm'
import { useStore } from './store'

const human = { price: 0, size: 0, quote: 0 }

function network(id: string, marketIds: readonly string[]): Network {
  const markets = marketIds.map((market) => ({ id: market, symbol: `${market}-USD`, base: market, scale: human }))
  return { id, label: id, restUrl: '', wsUrl: '', chain: null, markets }
}

export const MAIN = network('main', ['1', '2'])
export const TEST = network('test', ['1', '9'])

export const accountOf = (address: string, networkId = 'main'): AccountSubject => ({
  kind: 'account',
  networkId,
  address,
})
export const marketKey = (marketId: string, networkId = 'main') => subjectKey({ kind: 'market', networkId, marketId })
export const accountKey = (address: string, networkId = 'main') => subjectKey(accountOf(address, networkId))

/** The same moment on both clocks. */
export const at = (ms: number): Stamp => ({ mono: ms, wall: 1_700_000_000_000 + ms })

export function delivered(update: Update, ms = 0, generation = 1): Delivery {
  return { generation, at: at(ms), topic: update.topic, update, lostCount: 0, lost: [], lag: null }
}

export function refused(topic: Topic | null, detail = 'not JSON', reason: Rejection['reason'] = 'not-json'): Delivery {
  const lost = [{ topic, reason, detail, lost: 'message' } as const]
  return { generation: 1, at: at(0), topic, update: null, lostCount: 1, lost, lag: null }
}

function book(price = 5.1, size = 2): Book {
  return {
    bids: [{ price, size, updatedMs: null }],
    asks: [{ price: price + 1, size, updatedMs: null }],
  }
}

export const bookAt = (price: number, ms = 0, generation = 1) =>
  delivered({ topic: 'orderbook', book: book(price) }, ms, generation)

export function leg(id: number, price = 5): TradeLeg {
  return {
    key: `leg ${id}`,
    address: null,
    marketId: '14',
    price,
    size: 1,
    valueUsd: null,
    feeUsd: null,
    pnlUsd: null,
    leverage: null,
    orderType: null,
    timeMs: id * 1000,
    tradeId: String(id),
    version: String(id),
  }
}

export const trades = (...legs: readonly TradeLeg[]) => delivered({ topic: 'recent_trades', legs })

export const funding = (rate: number, generation = 1) =>
  delivered(
    {
      topic: 'live_funding_rate',
      rates: [{ marketId: '1', rate, fundingMs: null, updatedMs: null, transactionMs: null, version: null }],
    },
    0,
    generation,
  )

export function position(tradeId: string): Position {
  return {
    address: '0xabc',
    marketId: '1',
    tradeId,
    side: 'long',
    size: 1,
    entryPrice: 5,
    liquidationPrice: null,
    marginUsd: null,
    valueUsd: null,
    leverage: null,
    stopLoss: null,
    takeProfit: null,
    updatedMs: null,
  }
}

export const positions = (...ids: readonly string[]) => delivered({ topic: 'positions', rows: ids.map(position) })

export function openOrder(orderId: string): OpenOrder {
  return {
    address: '0xabc',
    marketId: '1',
    orderId,
    tradeId: null,
    orderType: null,
    price: 5,
    totalSize: 1,
    remainingSize: 1,
    valueUsd: null,
    leverage: null,
    createdMs: null,
    updatedMs: null,
  }
}

export function order(id: number, status = 'open', updatedMs = id): HistoryOrder {
  return {
    key: String(id),
    address: '0xabc',
    marketId: '1',
    orderId: String(id),
    tradeId: null,
    orderType: null,
    isMarket: null,
    price: null,
    size: 1,
    valueUsd: null,
    leverage: null,
    status,
    createdMs: id,
    updatedMs,
  }
}

export const orders = (...rows: readonly HistoryOrder[]) => delivered({ topic: 'order_history', rows })

export function fill(id: number): Fill {
  return {
    key: `fill ${id}`,
    address: '0xabc',
    marketId: '1',
    tradeId: '7',
    orderType: null,
    price: 5,
    size: 1,
    feeUsd: null,
    pnlUsd: null,
    timeMs: id,
    updatedMs: null,
    version: null,
    orderId: null,
  }
}

export const fills = (...rows: readonly Fill[]) => delivered({ topic: 'trade_history', rows })

export function link(generation = 1, phase: LinkView['phase'] = 'confirmed', ms = 0): LinkView {
  const lastFrame = { at: at(ms), generation }
  return {
    phase,
    generation,
    since: at(0),
    delayMs: 0,
    failures: 0,
    reason: null,
    lastFrame,
    probing: true,
    nextGeneration: null,
  }
}

export const state = () => useStore.getState()

/** One commit for one subject. Calm figures follow at once: only calm.test.ts waits for them. */
export function commit(key: string, deliveries: readonly Delivery[], view: LinkView | null = null): void {
  state().commit([batchOf(key, deliveries, view)])
  settleCalm()
}

/** What one subject's socket brought since the last commit; every message counts a hundred characters. */
export function batchOf(key: string, deliveries: readonly Delivery[], view: LinkView | null = null): SubjectBatch {
  const messages = deliveries.length
  return { key, link: view, deliveries, log: [], messages, chars: 100 * messages, superseded: 0 }
}

/** As after a start: nothing but the view on show, and perhaps an account. */
export function beginStore(account: AccountSubject | null = null): void {
  useStore.setState(useStore.getInitialState(), true)
  state().showMarket(MAIN, '1')
  if (account !== null) state().showAccount(account)
}
