import { type ReactNode, useMemo, useRef } from 'react'
import { type Sort, type SortValue, sortRows } from './sort-rows'
import { useVisibleRows } from './use-visible-rows'

export interface Column<Row> {
  readonly header: string
  /** What the figure is and what it rests on, where the header does not say it. */
  readonly hint?: string
  /** Figures stand right, text left. */
  readonly align?: 'left' | 'right'
  readonly cell: (row: Row) => ReactNode
  /** What the table is sorted by; a column without it is not offered. */
  readonly sortValue?: SortValue<Row>
  /** Stands under the column. */
  readonly total?: ReactNode
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
}

const ROW_HEIGHT = 28
const CELL = 'px-1.5 first:pl-3 last:pr-3'
const side = (align: Column<never>['align']) => (align === 'right' ? 'text-right' : 'text-left')

/** A table of any length, of which only the rows in view are drawn; its head, and its totals if it has some, stay in view. */
export function DataTable<Row>({ label, columns, rows, rowKey, sort = null, onSort }: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const by = columns.find(({ header }) => header === sort?.header)?.sortValue
  const descending = sort?.descending === true
  const sorted = useMemo(() => (by === undefined ? rows : sortRows(rows, by, descending)), [rows, by, descending])
  const { first, last } = useVisibleRows(scroller, ROW_HEIGHT, sorted.length)
  const hasTotals = columns.some(({ total }) => total !== undefined)
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto">
      <table
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        className="w-full border-separate border-spacing-0 text-xs whitespace-nowrap"
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.header} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first * ROW_HEIGHT} columns={columns.length} />
          {sorted.slice(first, last).map((row, offset) => (
            <tr key={rowKey(row, first + offset)} aria-rowindex={first + offset + 2} className="hover:bg-raised">
              {columns.map(({ header, align, cell }) => (
                <td key={header} className={`h-7 ${CELL} ${side(align)}`}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={(sorted.length - last) * ROW_HEIGHT} columns={columns.length} />
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map(({ header, align, total }) => (
                <td
                  key={header}
                  className={`sticky bottom-0 h-7 border-t border-line bg-panel font-medium ${CELL} ${side(align)}`}
                >
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort | null) => void) | undefined
}

/** Sorts down, then up, then not at all: lists have an order of their own. */
function Head<Row>({ column: { header, hint, align, sortValue }, sort, onSort }: HeadProps<Row>) {
  const mine = sort?.header === header ? sort : null
  const next = mine === null ? { header, descending: true } : mine.descending ? { header, descending: false } : null
  const arrow = mine === null ? '' : mine.descending ? ' ↓' : ' ↑'
  return (
    <th
      scope="col"
      title={hint}
      aria-sort={mine === null ? undefined : mine.descending ? 'descending' : 'ascending'}
      className={`sticky top-0 z-10 h-7 border-b border-line bg-panel text-2xs font-medium text-muted ${CELL} ${side(align)}`}
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
