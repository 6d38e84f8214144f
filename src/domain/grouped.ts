export interface Group<Key, Row> {
  readonly key: Key
  readonly rows: readonly Row[]
}

/**
 * Rows by market, day or whatever `keyOf` tells, the groups in the order in which their keys come first: newest first for
 * a list that is. null is a key like another: rows without a time are a group of their own.
 */
export function grouped<Row, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Group<Key, Row>[] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return Array.from(groups, ([key, members]) => ({ key, rows: members }))
}
