/** How lists that the exchange repeats grow together. Inputs are never changed; the same array back means no news. */

/**
 * Rows as a multiset over all their fields (`key`): a row counts as often as the message that holds it most often, and
 * absence removes nothing. New rows are put in front of the held ones, in the message's order.
 */
export function mergeMultiset<Row extends { readonly key: string }>(
  held: readonly Row[],
  message: readonly Row[],
): readonly Row[] {
  const heldCounts = new Map<string, number>()
  for (const row of held) heldCounts.set(row.key, (heldCounts.get(row.key) ?? 0) + 1)
  const fresh: Row[] = []
  for (const row of message) {
    const known = heldCounts.get(row.key) ?? 0
    if (known > 0) heldCounts.set(row.key, known - 1)
    else fresh.push(row)
  }
  return fresh.length === 0 ? held : [...fresh, ...held]
}

/**
 * Rows by `key`; where both hold one, the one with the newer `updatedMs` wins, the message's on a tie. Within a message
 * the first wins a tie: the vendor's samples list the newest first.
 */
export function mergeNewest<Row extends { readonly key: string; readonly updatedMs: number | null }>(
  held: readonly Row[],
  message: readonly Row[],
): readonly Row[] {
  const news = new Map<string, Row>()
  for (const row of message) {
    const rival = news.get(row.key)
    if (rival === undefined || (row.updatedMs ?? 0) > (rival.updatedMs ?? 0)) news.set(row.key, row)
  }
  const merged = new Map(held.map((row) => [row.key, row]))
  let changed = false
  for (const row of news.values()) {
    const known = merged.get(row.key)
    if (known !== undefined && ((row.updatedMs ?? 0) < (known.updatedMs ?? 0) || sameFields(known, row))) continue
    merged.set(row.key, row)
    changed = true
  }
  return changed ? [...merged.values()] : held
}

/** Rows are flat, so one level tells. */
function sameFields(a: object, b: object): boolean {
  const fields = Object.entries(a)
  const others = new Map(Object.entries(b))
  return fields.length === others.size && fields.every(([name, value]) => Object.is(others.get(name), value))
}
