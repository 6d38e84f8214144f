import { type ReactNode, useMemo } from 'react'
import type { Fill } from '../../domain/account'
import { fillTotals } from '../../domain/fills-summary'
import type { StoryOrder } from '../../domain/order-story'
import { type Column, DataTable } from '../../ui/data-table'
import { ShortText, shortId } from '../../ui/figures'
import { fillColumns } from './fill-columns'
import { keysOf } from './fill-keys'
import { columnsOf } from './columns'
import { HistorySide } from './history-columns'
import { statusText } from './order-facts'
import { FillSums } from './sums'
import type { TableContext } from './table-context'

/** What the story tells of a fill; its market and position are those of the story. */
const TOLD = new Set([
  'Time',
  'Type',
  'Side',
  'Price',
  'Size',
  'Fee ($)',
  'Realised PnL ($)',
  'Transaction',
  'Order id',
])

interface StoryFillsProps {
  readonly fills: readonly Fill[]
  readonly context: TableContext
  readonly withheld: boolean
}

export function StoryFills({ fills, context, withheld }: StoryFillsProps) {
  const columns = useMemo(
    () => fillColumns(context, withheld).filter(({ header }) => TOLD.has(header)),
    [context, withheld],
  )
  const rowKey = useMemo(() => keysOf(fills.toReversed()), [fills])
  const totals = useMemo(() => fillTotals(fills), [fills])
  return (
    <Place>
      <DataTable label="Its fills" columns={columns} rows={fills} rowKey={rowKey} pinned cards />
      <div className="flex shrink-0 overflow-x-auto border-t border-line py-1.5 text-2xs whitespace-nowrap text-muted max-sm:px-3">
        <FillSums totals={totals} withheld={withheld} />
      </div>
    </Place>
  )
}

interface StoryOrdersProps {
  readonly orders: readonly StoryOrder[]
  readonly context: TableContext
}

export function StoryOrders({ orders, context }: StoryOrdersProps) {
  const columns = useMemo(() => orderColumns(context), [context])
  return (
    <Place>
      <DataTable label="Its orders" columns={columns} rows={orders} rowKey={({ orderId }) => orderId} pinned cards />
    </Place>
  )
}

function orderColumns(context: TableContext): readonly Column<StoryOrder>[] {
  const { type, price, size, time } = columnsOf<StoryOrder>(context)
  return [
    time('Placed', (row) => row.createdMs),
    type((row) => row.orderType),
    { header: 'Side', card: 'title', cell: (row) => <HistorySide order={row} /> },
    price('Price', (row) => row.price),
    size('Size', (row) => row.size),
    { header: 'Status', card: 'end', cell: statusText },
    {
      header: 'Order id',
      card: 'wide',
      cell: ({ orderId }) => (
        <span className="inline-flex items-center gap-2">
          <ShortText full={orderId} short={shortId(orderId)} what="order id" />
          <button
            type="button"
            onClick={() => context.showStory({ kind: 'order', orderId })}
            className="text-accent hover:underline"
          >
            open
          </button>
        </span>
      ),
    },
  ]
}

/** Long lists scroll inside. */
function Place({ children }: { readonly children: ReactNode }) {
  return <div className="flex max-h-72 min-w-0 flex-col max-sm:-mx-3 max-sm:max-h-[70dvh]">{children}</div>
}
