import type { HistoryOrder } from '../../domain/account'
import { orderSide, restingSide } from '../../domain/order-figures'
import type { Column } from '../../ui/data-table'
import { BidAsk, BuySell, kindText } from './cells'
import { columnsOf } from './columns'
import type { TableContext } from './table-context'

/** Every field of an order of the history. */
export function historyColumns(context: TableContext): readonly Column<HistoryOrder>[] {
  const { market, type, price, size, usd, leverage, time, id } = columnsOf<HistoryOrder>(context)
  return [
    time('Placed', (row) => row.createdMs),
    market(({ orderId }) => ({ kind: 'order', orderId })),
    type((row) => row.orderType),
    { header: 'Kind', sortValue: ({ isMarket }) => kindText(isMarket), cell: ({ isMarket }) => kindText(isMarket) },
    { header: 'Side', card: 'title', sortValue: orderSide, cell: (row) => <HistorySide order={row} /> },
    price('Price', (row) => row.price),
    size('Size', (row) => row.size),
    usd('Value ($)', (row) => row.valueUsd, 'Of the whole order, as delivered'),
    leverage((row) => row.leverage),
    { header: 'Status', card: 'end', room: 13, sortValue: ({ status }) => status, cell: ({ status }) => status },
    time('Updated', (row) => row.updatedMs),
    id('Order id', 'order id', (row) => row.orderId),
    id('Trade id', 'trade id', (row) => row.tradeId),
  ]
}

/** Where it rested, else the side of its type where that is sure. */
export function HistorySide({ order }: { readonly order: Pick<HistoryOrder, 'orderId' | 'orderType'> }) {
  const rested = restingSide(order.orderId)
  return rested === null ? <BuySell side={orderSide(order)} /> : <BidAsk side={rested} />
}
