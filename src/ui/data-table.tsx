import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { cardHeight, DataCards, type Field, planCard } from './data-cards'
import { useLook } from './look'
import { scrollStop } from './scroll-stop'
import { SortBar } from './sort-bar'
import { type Sort, type SortValue, sortRows } from './sort-rows'
import { useCardColumns } from './use-card-columns'
import { useVisibleRows } from './use-visible-rows'

export interface Column<Row> extends Field<Row> {
  /** Figures stand right, text left. */
  readonly align?: 'left' | 'right'
  /** What the table is sorted by; `live`: the owner sorts, since it moves without its row. A column without it is not offered. */
  readonly sortValue?: SortValue<Row> | 'live'
  /** Characters that always find room, so that nothing shifts when the figures change. */
  readonly room?: number
}

interface DataTableProps<Row> {
  /** The table's name for assistive technology. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Unique; a row that keeps its key keeps its elements, and with them a selection of its text. */
  readonly rowKey: (row: Row, index: number) => string
  /** Kept by the owner, so that it outlives the table. */
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort | null) => void
  /** The first column stays in view when the table is wider than its place. */
  readonly pinned?: boolean
  /** Where it has no room, its rows are cards. */
  readonly cards?: boolean
}

const CELL = 'px-1.5 first:pl-3 last:pr-3'
const PINNED = 'first:sticky first:left-0 first:z-[1] first:bg-panel first:group-hover:bg-raised'
const side = (align: Column<never>['align']) => (align === 'right' ? 'figure' : 'text-left')

/** A table of any length, of which only the rows in view are drawn; its head, and its totals if it has some, stay in view. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort = null, onSort, pinned = false, cards = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scrollStop(scroller.current), [])
  const by = columns.find(({ header }) => header === sort?.header)?.sortValue
  const descending = sort?.descending === true
  const sorted = useMemo(
    () => (by === undefined || by === 'live' ? rows : sortRows(rows, by, descending)),
    [rows, by, descending],
  )
  const heights = useLook().rows
  const columnsInCard = useCardColumns(scroller, cards)
  const asCards = columnsInCard === 2 || columnsInCard === 3
  const plan = useMemo(() => planCard(columns), [columns])
  // The cells and cards have the same heights by their classes: the places of those that are not drawn are reckoned by it.
  const rowHeight = asCards ? cardHeight(plan, columnsInCard, heights) : heights.table
  const { first, last } = useVisibleRows(scroller, rowHeight, sorted.length)
  const shown = { label, rowKey, rows: sorted, first, last }
  return (
    <>
      {asCards && onSort !== undefined && <SortBar columns={columns} sort={sort} onSort={onSort} />}
      <div ref={scroller} className="-outline-offset-2 min-h-0 flex-1 overflow-auto">
        {asCards ? (
          <DataCards {...shown} plan={plan} columns={columnsInCard} height={rowHeight} />
        ) : (
          columnsInCard === 0 && (
            <Table {...shown} columns={columns} rowHeight={rowHeight} sort={sort} onSort={onSort} pinned={pinned} />
          )
        )}
      </div>
    </>
  )
}

interface TableProps<Row> extends Pick<DataTableProps<Row>, 'label' | 'columns' | 'rows' | 'rowKey'> {
  /** Of the rows those from `first` up to `last` are drawn. */
  readonly first: number
  readonly last: number
  readonly rowHeight: number
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort | null) => void) | undefined
  readonly pinned: boolean
}

function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, first, last, rowHeight, sort, onSort, pinned } = props
  const [Line] = useState(() => memo(TableRow<Row>))
  const hasTotals = columns.some(({ total }) => total !== undefined)
  const cellClass = pinned ? `${CELL} ${PINNED}` : CELL
  return (
    <table
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className="w-full border-separate border-spacing-0 text-xs whitespace-nowrap"
    >
      <thead className="sticky top-0 z-10">
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <Head key={column.header} column={column} sort={sort} onSort={onSort} pinned={pinned} />
          ))}
        </tr>
      </thead>
      <tbody>
        <Gap height={first * rowHeight} columns={columns.length} />
        {rows.slice(first, last).map((row, offset) => (
          <Line
            key={rowKey(row, first + offset)}
            row={row}
            index={first + offset}
            columns={columns}
            cellClass={cellClass}
          />
        ))}
        <Gap height={(rows.length - last) * rowHeight} columns={columns.length} />
      </tbody>
      {hasTotals && (
        <tfoot className="sticky bottom-0">
          <tr>
            {columns.map(({ header, align, total }) => (
              <td key={header} className={`h-7 border-t border-line bg-panel font-medium ${cellClass} ${side(align)}`}>
                {total}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface RowProps<Row> {
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly cellClass: string
}

/** Drawn anew when its row, its place or the columns change: scrolling draws the rows alone that come into view. */
function TableRow<Row>({ row, index, columns, cellClass }: RowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2} className="group hover:bg-raised">
      {columns.map(({ header, align, cell }) => (
        <td key={header} className={`h-table-row ${cellClass} ${side(align)}`}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort | null) => void) | undefined
  readonly pinned: boolean
}

/** Sorts down, then up, then not at all: lists have an order of their own. */
function Head<Row>({ column: { header, hint, align, sortValue, room }, sort, onSort, pinned }: HeadProps<Row>) {
  const mine = sort?.header === header ? sort : null
  const next = mine === null ? { header, descending: true } : mine.descending ? { header, descending: false } : null
  const arrow = mine === null ? '' : mine.descending ? ' ↓' : ' ↑'
  return (
    <th
      scope="col"
      title={hint}
      aria-sort={mine === null ? undefined : mine.descending ? 'descending' : 'ascending'}
      style={room === undefined ? undefined : { minWidth: `${room}ch` }}
      // In letters of any font, what is pressed here keeps its distance from what is pressed in the first row.
      className={`h-[max(1.75rem,26px)] border-b border-line bg-panel text-2xs font-medium text-muted ${CELL} ${side(align)} ${pinned ? 'first:sticky first:left-0 first:z-20' : ''}`}
    >
      {sortValue === undefined || onSort === undefined ? (
        header
      ) : (
        <button type="button" onClick={() => onSort(next)} className="hover:text-text">
          {header}
          <span aria-hidden="true">{arrow}</span>
        </button>
      )}
    </th>
  )
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}
