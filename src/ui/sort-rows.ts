export interface Sort {
  /** The header of the column. */
  readonly header: string
  readonly descending: boolean
}

/** Numbers sort by size, texts by their letters; what is not known is null and stands last, whichever way. */
export type SortValue<Row> = (row: Row) => number | string | null

/** The rows in order, as a new list; rows of equal value keep theirs. */
export function sortRows<Row>(rows: readonly Row[], value: SortValue<Row>, descending: boolean): readonly Row[] {
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return sign * compare(a.value, b.value)
    })
    .map(({ row }) => row)
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
