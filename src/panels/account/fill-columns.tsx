import { memo } from 'react'
import type { Fill } from '../../domain/account'
import { fillTransaction, type TapeTransactions, tapeTransactions } from '../../domain/fill-transaction'
import { fillValueUsd } from '../../domain/fills-summary'
import { orderTypeSide } from '../../domain/order-type'
import type { TradeLeg } from '../../domain/tape'
import { selectMarket } from '../../store/selectors'
import { type State, useStore } from '../../store/store'
import type { Column } from '../../ui/data-table'
import { Gain } from '../../ui/figures'
import { BuySell, Transaction } from './cells'
import { columnsOf } from './columns'
import type { TableContext } from './table-context'

/** Every field of a fill, its value unless that is withheld, and its transaction where it is known. */
export function fillColumns(context: TableContext, withheld: boolean): readonly Column<Fill>[] {
  const { market, type, price, size, usd, time, id } = columnsOf<Fill>(context)
  return [
    time('Time', (row) => row.timeMs),
    market(({ orderId, tradeId, marketId }) =>
      orderId === null ? { kind: 'position', tradeId, marketId } : { kind: 'order', orderId },
    ),
    type((row) => row.orderType),
    {
      header: 'Side',
      card: 'title',
      hint: 'Claimed for the four types whose side is sure',
      sortValue: ({ orderType }) => sideOf(orderType),
      cell: ({ orderType }) => <BuySell side={sideOf(orderType)} />,
    },
    price('Price', (row) => row.price),
    size('Size', (row) => row.size),
    usd('Value ($)', (row) => (withheld ? null : fillValueUsd(row)), 'Price × size'),
    usd('Fee ($)', (row) => row.feeUsd),
    {
      header: 'Realised PnL ($)',
      hint: 'As delivered: of a closing fill after its own fee, of an opening one 0, with its fee apart',
      align: 'right',
      room: 11,
      sortValue: ({ pnlUsd }) => pnlUsd,
      cell: ({ pnlUsd }) => <Gain value={pnlUsd} />,
    },
    time('Updated', (row) => row.updatedMs),
    id('Trade id', 'trade id', (row) => row.tradeId),
    {
      header: 'Transaction',
      hint: 'The fill’s own, else that of the row of the tape with the same trade id, price, size and time',
      room: 14,
      cell: (row) => <FillTransaction fill={row} network={context.network} />,
    },
    id('Order id', 'order id', (row) => row.orderId),
  ]
}

const sideOf = (orderType: number | null) => (orderType === null ? null : orderTypeSide(orderType))

interface FillTransactionProps {
  readonly fill: Fill
  readonly network: TableContext['network']
}

const FillTransaction = memo(function FillTransaction({ fill, network }: FillTransactionProps) {
  const version = useStore((state) => fillTransaction(fill, tapeOf(state)))
  return <Transaction network={network} version={version} />
})

const NO_TAPE: TapeTransactions = new Map()
let lastTape: { readonly legs: readonly TradeLeg[]; readonly found: TapeTransactions } | null = null

/** Of the market on show: only its tape is here. */
export function tapeOf(state: State): TapeTransactions {
  const legs = selectMarket(state)?.legs
  if (legs === undefined) return NO_TAPE
  if (lastTape?.legs !== legs) lastTape = { legs, found: tapeTransactions(legs) }
  return lastTape.found
}
