import type { Fill, HistoryOrder, OpenOrder, Position } from '../domain/account'
import type { FundingRate } from '../domain/funding'
import type { Scale } from '../domain/market'
import type { TradeLeg } from '../domain/tape'
import type { RowReader } from './row-reader'

/** One reader a topic: wire field names end in this file (and in book-rows.ts). Prices and amounts come out in human units. */

export type ScaleOf = (marketId: string) => Scale

export function readTradeLeg(row: RowReader, scaleOf: ScaleOf): TradeLeg {
  const marketId = row.needShortId('market_id')
  const scale = scaleOf(marketId)
  return {
    key: row.identity(),
    marketId,
    address: row.mayAddress('address'),
    price: row.needPrice('price', scale.price),
    size: row.needDecimal('size', scale.size),
    valueUsd: row.wantDecimal('order_value', scale.quote),
    feeUsd: row.wantSignedDecimal('fee', scale.quote),
    pnlUsd: row.wantSignedDecimal('pnl', scale.quote),
    leverage: row.wantDecimal('leverage', 0),
    orderType: row.wantSmallInteger('order_type'),
    timeMs: row.needTime('timestamp'),
    tradeId: row.needLongId('trade_id'),
    version: row.needShortId('transaction_version'),
  }
}

export function readFundingRate(row: RowReader): FundingRate {
  return {
    marketId: row.needShortId('market_id'),
    rate: row.needSignedDecimal('funding_rate'),
    fundingMs: row.wantTime('funding_timestamp'),
    updatedMs: row.wantTime('last_updated'),
    transactionMs: row.wantTime('transaction_timestamp'),
    version: row.wantShortId('transaction_version'),
  }
}

/** null: closed, which size 0 means; what else such a row says matters to nobody. */
export function readPosition(row: RowReader, scaleOf: ScaleOf): Position | null {
  if (row.isZero('size')) return null
  const marketId = row.needShortId('market_id')
  const scale = scaleOf(marketId)
  return {
    marketId,
    address: row.needText('address'),
    tradeId: row.needLongId('trade_id'),
    side: row.needFlag('is_long') ? 'long' : 'short',
    size: row.needDecimal('size', scale.size),
    entryPrice: row.needPrice('entry_price', scale.price),
    liquidationPrice: row.mayPrice('liq_price', scale.price),
    marginUsd: row.wantDecimal('margin', scale.quote),
    valueUsd: row.wantDecimal('value', scale.quote),
    leverage: row.wantDecimal('leverage', 0),
    stopLoss: row.mayPrice('sl', scale.price),
    takeProfit: row.mayPrice('tp', scale.price),
    updatedMs: row.wantTime('last_updated'),
  }
}

export function readOpenOrder(row: RowReader, scaleOf: ScaleOf): OpenOrder {
  const marketId = row.needShortId('market_id')
  const scale = scaleOf(marketId)
  return {
    marketId,
    address: row.needText('address'),
    orderId: row.needLongId('order_id'),
    tradeId: row.wantLongId('trade_id'),
    orderType: row.wantSmallInteger('order_type'),
    price: row.needPrice('price', scale.price),
    totalSize: row.needDecimal('total_size', scale.size),
    remainingSize: row.needDecimal('remaining_size', scale.size),
    valueUsd: row.wantDecimal('order_value', scale.quote),
    leverage: row.wantDecimal('leverage', 0),
    createdMs: row.wantTime('timestamp'),
    updatedMs: row.wantTime('last_updated'),
  }
}

export function readHistoryOrder(row: RowReader, scaleOf: ScaleOf): HistoryOrder {
  const marketId = row.needShortId('market_id')
  const scale = scaleOf(marketId)
  const orderId = row.needLongId('order_id')
  return {
    key: orderId,
    marketId,
    orderId,
    address: row.needText('address'),
    tradeId: row.wantLongId('trade_id'),
    orderType: row.wantSmallInteger('order_type'),
    isMarket: row.wantFlag('is_market_order'),
    price: row.mayPrice('price', scale.price),
    size: row.needDecimal('size', scale.size),
    valueUsd: row.wantDecimal('order_value', scale.quote),
    leverage: row.wantDecimal('leverage', 0),
    status: row.needText('status'),
    createdMs: row.wantTime('timestamp'),
    updatedMs: row.wantTime('last_updated'),
  }
}

export function readFill(row: RowReader, scaleOf: ScaleOf): Fill {
  const marketId = row.needShortId('market_id')
  const scale = scaleOf(marketId)
  return {
    key: row.identity(),
    marketId,
    address: row.needText('address'),
    tradeId: row.needLongId('trade_id'),
    orderType: row.wantSmallInteger('order_type'),
    price: row.needPrice('price', scale.price),
    size: row.needDecimal('size', scale.size),
    feeUsd: row.wantSignedDecimal('fee', scale.quote),
    pnlUsd: row.wantSignedDecimal('pnl', scale.quote),
    timeMs: row.wantTime('timestamp'),
    updatedMs: row.wantTime('last_updated'),
    version: row.mayShortId('transaction_version'),
    orderId: row.mayLongId('order_id'),
  }
}
