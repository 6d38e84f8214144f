import { memo } from 'react'
import type { OpenOrder } from '../../domain/account'
import { filledPart, orderAgeMs, restingSide } from '../../domain/order-figures'
import { useNow } from '../../store/clock'
import { useStore } from '../../store/store'
import type { Column } from '../../ui/data-table'
import { formatAge, formatFixed, formatSigned, NO_FIGURE } from '../../ui/format'
import { BidAsk, signedPercent } from './cells'
import { columnsOf } from './columns'
import { type BookView, type LiveOrder, liveOrder, whyNoPlace } from './live-order'
import type { TableContext } from './table-context'
import { exactly } from './use-decimals'
import { useLiveStore } from './use-live-store'

const ticksText = ({ toMid }: LiveOrder) =>
  toMid === null || toMid.ticks === null ? NO_FIGURE : formatSigned(toMid.ticks, Number.isInteger(toMid.ticks) ? 0 : 1)
const percentText = ({ toMid }: LiveOrder) => (toMid === null ? NO_FIGURE : signedPercent(toMid.percent))

/** Every field of an open order, and where it stands in the book of the moment. */
export function orderColumns(context: TableContext, view: BookView): readonly Column<OpenOrder>[] {
  const { market, type, price, size, usd, leverage, time, id } = columnsOf<OpenOrder>(context)
  const live = { align: 'right', sortValue: 'live' } as const
  const aheadText =
    ({ marketId }: OpenOrder) =>
    ({ ahead }: LiveOrder) =>
      ahead === null ? NO_FIGURE : `≤ ${exactly(ahead, context.decimalsFor(marketId).size)}`
  return [
    market(({ orderId }) => ({ kind: 'order', orderId })),
    {
      header: 'Side',
      card: 'title',
      sortValue: ({ orderId }) => restingSide(orderId),
      cell: ({ orderId }) => <BidAsk side={restingSide(orderId)} />,
    },
    type((row) => row.orderType),
    price('Price', (row) => row.price),
    size('Size', (row) => row.totalSize),
    size('Remaining', (row) => row.remainingSize),
    {
      header: 'Filled',
      room: 14,
      sortValue: filledPart,
      cell: (row) => (view.trusted ? <FilledBar part={filledPart(row)} /> : NO_FIGURE),
    },
    {
      ...live,
      header: 'To mid (ticks)',
      hint: 'Price less the middle of the book, in the smallest price steps',
      room: 10,
      cell: (row) => <Place order={row} view={view} text={ticksText} />,
    },
    {
      ...live,
      header: 'To mid (%)',
      hint: 'Price less the middle of the book',
      room: 10,
      cell: (row) => <Place order={row} view={view} text={percentText} />,
    },
    {
      ...live,
      header: 'Ahead, at most',
      hint: 'Upper bound: all sizes at better prices, and at its own price all that is not its own; how much of that came earlier nobody tells',
      room: 12,
      cell: (row) => <Place order={row} view={view} text={aheadText(row)} />,
    },
    {
      header: 'Age',
      hint: 'Since it was placed, by the exchange’s clock',
      align: 'right',
      room: 9,
      sortValue: ({ createdMs }) => (createdMs === null ? null : -createdMs),
      cell: (row) => (view.trusted ? <Age order={row} /> : NO_FIGURE),
    },
    usd('Value ($)', (row) => row.valueUsd, 'Of the whole order, as delivered'),
    leverage((row) => row.leverage),
    time('Placed', (row) => row.createdMs),
    time('Updated', (row) => row.updatedMs),
    id('Order id', 'order id', (row) => row.orderId),
    id('Trade id', 'trade id', (row) => row.tradeId),
  ]
}

function FilledBar({ part }: { readonly part: number | null }) {
  if (part === null) return <span title="Size and remaining size contradict each other">{NO_FIGURE}</span>
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="h-1.5 w-12 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${part * 100}%` }} />
      </span>
      <span className="ml-auto">{formatFixed(part * 100, part > 0 && part < 0.1 ? 1 : 0)} %</span>
    </span>
  )
}

interface PlaceProps {
  readonly order: OpenOrder
  readonly view: BookView
  readonly text: (order: LiveOrder) => string
}

/** A figure that follows the book: a frame draws it anew only if its text changed. */
const Place = memo(function Place({ order, view, text }: PlaceProps) {
  const shown = useLiveStore((state) => (view.trusted ? text(liveOrder(state, order, view)) : NO_FIGURE))
  const why = useLiveStore((state) => (shown === NO_FIGURE ? whyNoPlace(state, order, view) : null))
  return <span title={why === null ? undefined : `Not known: ${why}`}>{shown}</span>
})

function Age({ order }: { readonly order: OpenOrder }) {
  const now = useNow()
  // The reader's clock less the exchange's; whole seconds, since it is measured with every message.
  const offsetMs = useStore(({ story }) => Math.round((story.clockOffsetMs ?? 0) / 1000) * 1000)
  const ageMs = orderAgeMs(order, now.wall - offsetMs)
  return ageMs === null ? NO_FIGURE : formatAge(ageMs)
}
