import type { Fill } from '../../domain/account'

/** Equal fills are real, and new rows come in front: counted from the end of a list that is newest first, a row keeps its key. */
export function keysOf(fills: readonly Fill[]): (fill: Fill) => string {
  const counts = new Map<string, number>()
  const keys = new Map<Fill, string>()
  for (const fill of fills.toReversed()) {
    const count = counts.get(fill.key) ?? 0
    counts.set(fill.key, count + 1)
    keys.set(fill, count === 0 ? fill.key : `${fill.key} ${count}`)
  }
  return (fill) => keys.get(fill) ?? fill.key
}
