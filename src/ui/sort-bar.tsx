import { useId } from 'react'
import type { Sort } from './sort-rows'

interface SortBarProps {
  readonly columns: readonly { readonly header: string; readonly sortValue?: unknown }[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}

/** Sorting where no headers stand over the figures. */
export function SortBar({ columns, sort, onSort }: SortBarProps) {
  const id = useId()
  const offered = columns.filter(({ sortValue }) => sortValue !== undefined)
  const choose = (header: string) => onSort(header === '' ? null : { header, descending: sort?.descending !== false })
  if (offered.length === 0) return null
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-3 text-2xs text-muted">
      <label htmlFor={id}>Sort by</label>
      <select
        id={id}
        value={sort?.header ?? ''}
        onChange={(event) => choose(event.target.value)}
        className={`h-7 min-w-0 rounded border bg-raised px-1.5 text-text ${sort === null ? 'border-line' : 'border-accent'}`}
      >
        <option value="">As listed</option>
        {offered.map(({ header }) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </select>
      {sort !== null && (
        <button
          type="button"
          onClick={() => onSort({ ...sort, descending: !sort.descending })}
          className="h-7 rounded border border-line bg-raised px-2 text-text hover:border-accent"
        >
          {sort.descending ? 'Descending' : 'Ascending'}
          <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>
        </button>
      )}
    </div>
  )
}
