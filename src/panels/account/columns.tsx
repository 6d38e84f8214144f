import type { Column } from '../../ui/data-table'
import { Time } from '../../ui/figures'
import { NO_FIGURE } from '../../ui/format'
import { Id, MarketCell, leverageText, typeText, Usd } from './cells'
import type { StorySubject, TableContext } from './table-context'
import { exactly } from './use-decimals'

interface OfMarket {
  readonly marketId: string
}

type Read<Row, Value> = (row: Row) => Value | null

/** Columns that several of the account's tables have; each shows one field as delivered, in human units. */
export function columnsOf<Row extends OfMarket>({ network, decimalsFor, showStory }: TableContext) {
  const right = 'right' as const
  return {
    market: (subject: (row: Row) => StorySubject): Column<Row> => ({
      header: 'Market',
      card: 'title',
      room: 9,
      sortValue: ({ marketId }) => marketId,
      cell: (row) => <MarketCell network={network} marketId={row.marketId} onOpen={() => showStory(subject(row))} />,
    }),
    price: (header: string, read: Read<Row, number>, hint?: string): Column<Row> => ({
      header,
      ...(hint === undefined ? {} : { hint }),
      align: right,
      room: 10,
      sortValue: read,
      cell: (row) => {
        const value = read(row)
        if (value === null) return NO_FIGURE
        return <span title={String(value)}>{exactly(value, decimalsFor(row.marketId).price)}</span>
      },
    }),
    size: (header: string, read: (row: Row) => number): Column<Row> => ({
      header,
      align: right,
      room: 9,
      sortValue: read,
      cell: (row) => exactly(read(row), decimalsFor(row.marketId).size),
    }),
    usd: (header: string, read: Read<Row, number>, hint?: string): Column<Row> => ({
      header,
      ...(hint === undefined ? {} : { hint }),
      align: right,
      room: 10,
      sortValue: read,
      cell: (row) => <Usd value={read(row)} />,
    }),
    leverage: (read: Read<Row, number>): Column<Row> => ({
      header: 'Leverage',
      align: right,
      sortValue: read,
      cell: (row) => leverageText(read(row)),
    }),
    type: (read: Read<Row, number>): Column<Row> => ({
      header: 'Type',
      card: 'title',
      room: 15,
      sortValue: (row) => typeText(read(row)),
      cell: (row) => typeText(read(row)),
    }),
    time: (header: 'Placed' | 'Updated' | 'Time', read: Read<Row, number>): Column<Row> => ({
      header,
      card: 'wide',
      // What is read along comes first and stands left.
      ...(header === 'Updated' ? { align: right } : {}),
      room: 20,
      sortValue: read,
      cell: (row) => <Time timeMs={read(row)} withDay />,
    }),
    id: (header: string, what: string, read: Read<Row, string>): Column<Row> => ({
      header,
      card: 'wide',
      room: 16,
      cell: (row) => <Id id={read(row)} what={what} />,
    }),
  }
}
