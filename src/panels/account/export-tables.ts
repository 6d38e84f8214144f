import type { Fill, HistoryOrder, OpenOrder, Position } from '../../domain/account'
import { type ExportColumn, type ExportScope, toCsv, toJson } from '../../domain/export-rows'
import { type TapeTransactions, fillTransaction } from '../../domain/fill-transaction'
import { fillBeforeFeesUsd, fillNetUsd, fillValueUsd } from '../../domain/fills-summary'
import { isoTime } from '../../domain/iso-time'
import { marketName, type Network } from '../../domain/market'
import { orderSide } from '../../domain/order-figures'
import { orderTypeLabel, orderTypeSide } from '../../domain/order-type'
import type { PositionFigures } from '../../domain/position-figures'

/** Rows that can be written out, whatever they are. */
export interface ExportTable {
  readonly count: number
  /** Time of the oldest row in ms; null where the rows have none. */
  readonly sinceMs: number | null
  readonly csv: (scope: ExportScope) => string
  readonly json: (scope: ExportScope) => string
}

function exportTable<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  timeOf: (row: Row) => number | null,
): ExportTable {
  const times = rows.map(timeOf).filter((time) => time !== null)
  return {
    count: rows.length,
    sinceMs: times.length === 0 ? null : times.reduce((oldest, time) => Math.min(oldest, time)),
    csv: (scope) => toCsv(columns, rows, scope),
    json: (scope) => toJson(columns, rows, scope),
  }
}

type Shared = Pick<Fill, 'marketId' | 'orderType'>

const marketColumns = (network: Network) =>
  [
    { header: 'market_id', value: ({ marketId }: Pick<Shared, 'marketId'>) => marketId },
    { header: 'market', value: ({ marketId }: Pick<Shared, 'marketId'>) => marketName(network, marketId) },
  ] as const

const TYPE_COLUMNS = [
  { header: 'order_type', value: ({ orderType }: Pick<Shared, 'orderType'>) => orderType },
  {
    header: 'order_type_name',
    value: ({ orderType }: Pick<Shared, 'orderType'>) => (orderType === null ? null : orderTypeLabel(orderType)),
  },
] as const

/** `figuresOf`: by the prices of the moment, the basis named; null where the positions are not to be reckoned with. */
export function positionsTable(
  rows: readonly Position[],
  network: Network,
  basis: string,
  figuresOf: (position: Position) => PositionFigures | null,
): ExportTable {
  const columns: ExportColumn<Position>[] = [
    { header: 'updated', value: ({ updatedMs }) => isoTime(updatedMs) },
    ...marketColumns(network),
    { header: 'trade_id', value: ({ tradeId }) => tradeId },
    { header: 'side', value: ({ side }) => side },
    { header: 'size', value: ({ size }) => size },
    { header: 'entry_price', value: ({ entryPrice }) => entryPrice },
    { header: 'leverage', value: ({ leverage }) => leverage },
    { header: 'margin_usd', value: ({ marginUsd }) => marginUsd },
    { header: 'delivered_value_usd', value: ({ valueUsd }) => valueUsd },
    { header: 'liquidation_price', value: ({ liquidationPrice }) => liquidationPrice },
    { header: 'take_profit', value: ({ takeProfit }) => takeProfit },
    { header: 'stop_loss', value: ({ stopLoss }) => stopLoss },
    { header: 'price_basis', value: () => basis },
    { header: 'price', value: (row) => figuresOf(row)?.price ?? null },
    { header: 'unrealised_pnl_usd', value: (row) => figuresOf(row)?.pnlUsd ?? null },
    { header: 'value_usd', value: (row) => figuresOf(row)?.valueUsd ?? null },
  ]
  return exportTable(columns, rows, () => null)
}

export function ordersTable(rows: readonly OpenOrder[], network: Network): ExportTable {
  const columns: ExportColumn<OpenOrder>[] = [
    { header: 'placed', value: ({ createdMs }) => isoTime(createdMs) },
    { header: 'updated', value: ({ updatedMs }) => isoTime(updatedMs) },
    ...marketColumns(network),
    { header: 'order_id', value: ({ orderId }) => orderId },
    { header: 'trade_id', value: ({ tradeId }) => tradeId },
    ...TYPE_COLUMNS,
    { header: 'side', value: orderSide },
    { header: 'price', value: ({ price }) => price },
    { header: 'size', value: ({ totalSize }) => totalSize },
    { header: 'remaining_size', value: ({ remainingSize }) => remainingSize },
    { header: 'value_usd', value: ({ valueUsd }) => valueUsd },
    { header: 'leverage', value: ({ leverage }) => leverage },
  ]
  return exportTable(columns, rows, ({ createdMs }) => createdMs)
}

export function historyTable(rows: readonly HistoryOrder[], network: Network): ExportTable {
  const columns: ExportColumn<HistoryOrder>[] = [
    { header: 'placed', value: ({ createdMs }) => isoTime(createdMs) },
    { header: 'updated', value: ({ updatedMs }) => isoTime(updatedMs) },
    ...marketColumns(network),
    { header: 'order_id', value: ({ orderId }) => orderId },
    { header: 'trade_id', value: ({ tradeId }) => tradeId },
    ...TYPE_COLUMNS,
    { header: 'kind', value: ({ isMarket }) => (isMarket === null ? null : isMarket ? 'market' : 'limit') },
    { header: 'side', value: orderSide },
    { header: 'price', value: ({ price }) => price },
    { header: 'size', value: ({ size }) => size },
    { header: 'value_usd', value: ({ valueUsd }) => valueUsd },
    { header: 'leverage', value: ({ leverage }) => leverage },
    { header: 'status', value: ({ status }) => status },
  ]
  return exportTable(columns, rows, ({ createdMs }) => createdMs)
}

/** `trusted`: the fills may be reckoned with; else nothing is derived from them. */
export function fillsTable(
  rows: readonly Fill[],
  network: Network,
  tape: TapeTransactions,
  trusted: boolean,
): ExportTable {
  const derived = (read: (fill: Fill) => number | null) => (fill: Fill) => (trusted ? read(fill) : null)
  const columns: ExportColumn<Fill>[] = [
    { header: 'time', value: ({ timeMs }) => isoTime(timeMs) },
    { header: 'updated', value: ({ updatedMs }) => isoTime(updatedMs) },
    ...marketColumns(network),
    { header: 'trade_id', value: ({ tradeId }) => tradeId },
    { header: 'order_id', value: ({ orderId }) => orderId },
    { header: 'transaction_version', value: (fill) => fillTransaction(fill, tape) },
    ...TYPE_COLUMNS,
    { header: 'side', value: ({ orderType }) => (orderType === null ? null : orderTypeSide(orderType)) },
    { header: 'price', value: ({ price }) => price },
    { header: 'size', value: ({ size }) => size },
    { header: 'value_usd', value: derived(fillValueUsd) },
    { header: 'fee_usd', value: ({ feeUsd }) => feeUsd },
    { header: 'realised_pnl_usd', value: ({ pnlUsd }) => pnlUsd },
    { header: 'before_fees_usd', value: derived(fillBeforeFeesUsd) },
    { header: 'net_result_usd', value: derived(fillNetUsd) },
  ]
  return exportTable(columns, rows, ({ timeMs }) => timeMs)
}
