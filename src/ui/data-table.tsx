import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly header: string
  /** Figures stand right, text left. */
  readonly align?: 'left' | 'right'
  readonly cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  /** The table's name for assistive technology. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string
}

export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-xs whitespace-nowrap">
        <thead>
          <tr>
            {columns.map(({ header, align }) => (
              <th
                key={header}
                scope="col"
                className={`sticky top-0 z-10 border-b border-line bg-panel px-1.5 py-1.5 text-2xs font-medium text-muted first:pl-3 last:pr-3 ${
                  align === 'right' ? 'text-right' : 'text-left'
                }`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className="hover:bg-raised">
              {columns.map(({ header, align, cell }) => (
                <td
                  key={header}
                  className={`h-7 px-1.5 first:pl-3 last:pr-3 ${align === 'right' ? 'text-right' : 'text-left'}`}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
