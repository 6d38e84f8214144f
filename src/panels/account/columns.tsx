import { EXPLORER_URL } from '../../config'
import type { Fill, HistoryOrder, OpenOrder, Position } from '../../domain/account'
import { type Decimals, decimalsOf } from '../../domain/decimals'
import { findMarket, marketName, type Network } from '../../domain/market'
import { readOrderId } from '../../domain/order-id'
import { orderTypeLabel, orderTypeSide } from '../../domain/order-type'
import type { Column } from '../../ui/data-table'
import { type Direction, Gain, ShortText, shortId, Time, Toned } from '../../ui/figures'
import { formatFixed, formatUsd, NO_FIGURE } from '../../ui/format'

/** Columns of the four account tables: every field the exchange sends, in human units. */
export interface AccountColumns {
  readonly positions: readonly Column<Position>[]
  readonly orders: readonly Column<OpenOrder>[]
  readonly history: readonly Column<HistoryOrder>[]
  readonly fills: readonly Column<Fill>[]
}

const right = 'right' as const

export function accountColumns(network: Network, decimalsFor: (marketId: string) => Decimals): AccountColumns {
  const market = <Row extends { readonly marketId: string }>(): Column<Row> => ({
    header: 'Market',
    cell: ({ marketId }) => <MarketCell network={network} marketId={marketId} />,
  })
  const price = (marketId: string, value: number | null) =>
    value === null ? NO_FIGURE : <span title={String(value)}>{exactly(value, decimalsFor(marketId).price)}</span>
  const size = (marketId: string, value: number) => exactly(value, decimalsFor(marketId).size)
  const updated = <Row extends { readonly updatedMs: number | null }>(): Column<Row> => ({
    header: 'Updated',
    align: right,
    cell: (row) => <Time timeMs={row.updatedMs} withDay />,
  })
  const tradeId = <Row extends { readonly tradeId: string | null }>(): Column<Row> => ({
    header: 'Trade id',
    cell: (row) => <Id id={row.tradeId} what="trade id" />,
  })

  return {
    positions: [
      market(),
      {
        header: 'Side',
        cell: ({ side }) => (
          <Toned direction={side === 'long' ? 'up' : 'down'}>{side === 'long' ? 'Long' : 'Short'}</Toned>
        ),
      },
      { header: 'Leverage', align: right, cell: (row) => leverage(row.leverage) },
      { header: 'Size', align: right, cell: (row) => size(row.marketId, row.size) },
      { header: 'Entry price', align: right, cell: (row) => price(row.marketId, row.entryPrice) },
      { header: 'Liquidation', align: right, cell: (row) => price(row.marketId, row.liquidationPrice) },
      { header: 'Value ($)', align: right, cell: (row) => <Usd value={row.valueUsd} /> },
      { header: 'Margin ($)', align: right, cell: (row) => <Usd value={row.marginUsd} /> },
      { header: 'Take profit', align: right, cell: (row) => price(row.marketId, row.takeProfit) },
      { header: 'Stop loss', align: right, cell: (row) => price(row.marketId, row.stopLoss) },
      updated(),
      tradeId(),
    ],
    orders: [
      market(),
      { header: 'Side', cell: (row) => <BookSide orderId={row.orderId} /> },
      { header: 'Type', cell: (row) => typeLabel(row.orderType) },
      { header: 'Price', align: right, cell: (row) => price(row.marketId, row.price) },
      { header: 'Size', align: right, cell: (row) => size(row.marketId, row.totalSize) },
      { header: 'Remaining', align: right, cell: (row) => size(row.marketId, row.remainingSize) },
      { header: 'Value ($)', align: right, cell: (row) => <Usd value={row.valueUsd} /> },
      { header: 'Leverage', align: right, cell: (row) => leverage(row.leverage) },
      { header: 'Placed', align: right, cell: (row) => <Time timeMs={row.createdMs} withDay /> },
      updated(),
      { header: 'Order id', cell: (row) => <Id id={row.orderId} what="order id" /> },
      tradeId(),
    ],
    history: [
      { header: 'Placed', cell: (row) => <Time timeMs={row.createdMs} withDay /> },
      market(),
      { header: 'Type', cell: (row) => typeLabel(row.orderType) },
      { header: 'Kind', cell: (row) => (row.isMarket === null ? NO_FIGURE : row.isMarket ? 'Market' : 'Limit') },
      { header: 'Side', cell: (row) => <OrderSide orderId={row.orderId} orderType={row.orderType} /> },
      { header: 'Price', align: right, cell: (row) => price(row.marketId, row.price) },
      { header: 'Size', align: right, cell: (row) => size(row.marketId, row.size) },
      { header: 'Value ($)', align: right, cell: (row) => <Usd value={row.valueUsd} /> },
      { header: 'Leverage', align: right, cell: (row) => leverage(row.leverage) },
      { header: 'Status', cell: (row) => row.status },
      updated(),
      { header: 'Order id', cell: (row) => <Id id={row.orderId} what="order id" /> },
      tradeId(),
    ],
    fills: [
      { header: 'Time', cell: (row) => <Time timeMs={row.timeMs} withDay /> },
      market(),
      { header: 'Type', cell: (row) => typeLabel(row.orderType) },
      { header: 'Side', cell: (row) => <TypeSide orderType={row.orderType} /> },
      { header: 'Price', align: right, cell: (row) => price(row.marketId, row.price) },
      { header: 'Size', align: right, cell: (row) => size(row.marketId, row.size) },
      { header: 'Fee ($)', align: right, cell: (row) => <Usd value={row.feeUsd} /> },
      { header: 'Realised PnL ($)', align: right, cell: (row) => <Gain value={row.pnlUsd} /> },
      updated(),
      tradeId(),
      { header: 'Order id', cell: (row) => <Id id={row.orderId} what="order id" /> },
      { header: 'Transaction', cell: (row) => <Transaction network={network} version={row.version} /> },
    ],
  }
}

/**
 * At least the market's decimals. An average such as an entry price, and any price of a market whose decimals are not
 * known yet, may need more: as many as it has, up to six significant digits or one decimal beyond the market's.
 */
export function exactly(value: number, decimals: number): string {
  const significant = value === 0 ? 0 : 5 - Math.floor(Math.log10(Math.abs(value)))
  return formatFixed(value, Math.max(decimals, Math.min(decimalsOf(value), Math.max(decimals + 1, significant))))
}

function leverage(value: number | null): string {
  return value === null ? NO_FIGURE : `${formatFixed(value, Math.min(2, decimalsOf(value)))}x`
}

function typeLabel(orderType: number | null): string {
  return orderType === null ? NO_FIGURE : orderTypeLabel(orderType)
}

function MarketCell({ network, marketId }: { readonly network: Network; readonly marketId: string }) {
  if (findMarket(network, marketId) !== undefined)
    return <span className="font-medium">{marketName(network, marketId)}</span>
  return (
    <span
      className="font-medium text-warn"
      title="Not in the table of markets: its figures stand as delivered, their scale is not known"
    >
      {marketName(network, marketId)} (unit not known)
    </span>
  )
}

function Usd({ value }: { readonly value: number | null }) {
  return <span title={value === null ? undefined : String(value)}>{formatUsd(value)}</span>
}

function Id({ id, what }: { readonly id: string | null; readonly what: string }) {
  return id === null ? NO_FIGURE : <ShortText full={id} short={shortId(id)} what={what} />
}

/** Where a resting order stands, told by its id alone. */
function BookSide({ orderId }: { readonly orderId: string }) {
  const facts = readOrderId(orderId)
  if (facts === null || !facts.rested) return NO_FIGURE
  return <Toned direction={facts.side === 'bid' ? 'up' : 'down'}>{facts.side === 'bid' ? 'Bid' : 'Ask'}</Toned>
}

function OrderSide({ orderId, orderType }: { readonly orderId: string; readonly orderType: number | null }) {
  const facts = readOrderId(orderId)
  return facts?.rested === true ? <BookSide orderId={orderId} /> : <TypeSide orderType={orderType} />
}

/** Claimed for the four types whose side is sure. */
function TypeSide({ orderType }: { readonly orderType: number | null }) {
  const side = orderType === null ? null : orderTypeSide(orderType)
  if (side === null) return NO_FIGURE
  const direction: Direction = side === 'buy' ? 'up' : 'down'
  return <Toned direction={direction}>{side === 'buy' ? 'Buy' : 'Sell'}</Toned>
}

function Transaction({ network, version }: { readonly network: Network; readonly version: string | null }) {
  if (version === null) return NO_FIGURE
  const href =
    network.chain === null
      ? undefined
      : `${EXPLORER_URL}/txn/${version}?network=${encodeURIComponent(network.chain.name)}`
  return <ShortText full={version} short={version} what="transaction version" href={href} />
}
