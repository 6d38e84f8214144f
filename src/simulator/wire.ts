import type { Account, AccountTopic, OrderRecord } from './account'
import { FUNDING_DECIMALS, type FundingRow } from './funding'
import type { MarketSpec } from './market-spec'
import { atomDecimals, entryDecimals, liquidationPrice, marginAtoms, valueAtoms } from './position'
import { formatUnits } from './units'
import type { Leg, Match, Venue } from './venue'

/** Writes the exchange's messages: today's generation of the samples, in their order of fields. */
export type Topic = 'orderbook' | 'recent_trades' | 'live_funding_rate' | AccountTopic

const HISTORY_ROWS = 100

export function message(topic: Topic, rows: readonly unknown[]): string {
  return JSON.stringify({ data: rows, message: topic })
}

/** Asks first, then bids, each from the best outwards. */
export function bookMessage({ market, book }: Venue): string {
  const rows: string[] = []
  for (const side of ['ask', 'bid'] as const) {
    for (const level of book.levels(side)) {
      level.text ??= JSON.stringify({
        is_ask: side === 'ask',
        last_updated: level.updatedSec,
        market_id: market.id,
        price: formatUnits(level.price, market.priceDecimals),
        size: formatUnits(level.lots, market.sizeDecimals),
      })
      rows.push(level.text)
    }
  }
  return `{"data":[${rows.join(',')}],"message":"orderbook"}`
}

export function tapeMessage(matches: readonly Match[]): string {
  return message(
    'recent_trades',
    matches.flatMap((match) => [tapeRow(match, match.maker), tapeRow(match, match.taker)]),
  )
}

function tapeRow({ market, ticks, lots, timeSec, version }: Match, leg: Leg) {
  return {
    address: leg.address,
    fee: money(market, leg.feeAtoms),
    last_updated: timeSec,
    leverage: leg.leverage,
    market_id: market.id,
    order_type: leg.orderType,
    order_value: tradeValue(market, BigInt(ticks) * BigInt(lots)),
    pnl: money(market, leg.pnlAtoms),
    price: formatUnits(ticks, market.priceDecimals),
    size: formatUnits(lots, market.sizeDecimals),
    timestamp: timeSec,
    trade_id: leg.tradeId,
    transaction_version: version,
  }
}

export function fundingMessage(rows: readonly FundingRow[]): string {
  return message(
    'live_funding_rate',
    rows.map(({ market, rate, updatedSec, hourSec, version }) => ({
      funding_rate: formatUnits(rate, FUNDING_DECIMALS),
      funding_timestamp: hourSec,
      last_updated: updatedSec,
      market_id: market.id,
      transaction_timestamp: hourSec,
      transaction_version: version,
    })),
  )
}

export function accountMessage(topic: AccountTopic, account: Account): string {
  return message(topic, accountRows(topic, account))
}

function accountRows(topic: AccountTopic, account: Account): unknown[] {
  switch (topic) {
    case 'positions':
      return [...account.positions.values()].map((position) => ({
        address: account.address,
        entry_price: formatUnits(position.entry, entryDecimals(position.market)),
        is_long: position.isLong,
        last_updated: position.updatedSec,
        leverage: position.leverage,
        liq_price: String(liquidationPrice(position)),
        margin: money(position.market, marginAtoms(position)),
        market_id: position.market.id,
        size: formatUnits(position.lots, position.market.sizeDecimals),
        sl: optionalPrice(position.market, position.stopLoss),
        tp: optionalPrice(position.market, position.takeProfit),
        trade_id: position.tradeId,
        value: money(position.market, valueAtoms(position)),
      }))
    case 'open_orders':
      return [...account.openOrders.values()].map((record) => ({
        address: account.address,
        last_updated: record.updatedSec,
        leverage: record.leverage,
        market_id: record.market.id,
        order_id: record.id,
        order_type: record.orderType,
        ...priceAndValue(record),
        remaining_size: formatUnits(record.order.remaining, record.market.sizeDecimals),
        timestamp: record.createdSec,
        total_size: formatUnits(record.order.lots, record.market.sizeDecimals),
        trade_id: record.tradeId,
      }))
    case 'order_history':
      return account.orderHistory.slice(0, HISTORY_ROWS).map((record) => ({
        address: account.address,
        is_market_order: record.limitTicks === null,
        last_updated: record.updatedSec,
        leverage: record.leverage,
        market_id: record.market.id,
        order_id: record.id,
        order_type: record.orderType,
        ...priceAndValue(record),
        size: formatUnits(record.order.lots, record.market.sizeDecimals),
        status: record.status,
        timestamp: record.createdSec,
        trade_id: record.tradeId,
      }))
    case 'trade_history':
      return account.fills.slice(0, HISTORY_ROWS).map((fill) => ({
        address: account.address,
        fee: money(fill.market, fill.feeAtoms),
        last_updated: fill.timeSec,
        market_id: fill.market.id,
        order_type: fill.orderType,
        pnl: money(fill.market, fill.pnlAtoms),
        price: formatUnits(fill.ticks, fill.market.priceDecimals),
        size: formatUnits(fill.lots, fill.market.sizeDecimals),
        timestamp: fill.timeSec,
        trade_id: fill.tradeId,
      }))
  }
}

/** A limit order's own price and the value of all of it; a market order's average price and what it traded. */
function priceAndValue({ market, limitTicks, order, filledValue }: OrderRecord) {
  if (limitTicks !== null) {
    const value = BigInt(limitTicks) * BigInt(order.lots)
    return { order_value: tradeValue(market, value), price: formatUnits(limitTicks, market.priceDecimals) }
  }
  const filled = BigInt(order.lots - order.remaining)
  const average = filled === 0n ? 0n : (filledValue * 1_000_000n) / filled
  return { order_value: tradeValue(market, filledValue), price: formatUnits(average, entryDecimals(market)) }
}

const money = (market: MarketSpec, atoms: bigint): string => formatUnits(atoms, atomDecimals(market))

/** From ticks times lots. */
const tradeValue = (market: MarketSpec, value: bigint): string =>
  formatUnits(value, market.priceDecimals + market.sizeDecimals)

const optionalPrice = (market: MarketSpec, ticks: number | null): string | null =>
  ticks === null ? null : formatUnits(ticks, market.priceDecimals)
