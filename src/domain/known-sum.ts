/** A sum that says how much of it is known: "3 of 4". */
export interface KnownSum {
  /** Of the known ones; null where none is, also where there are none at all. */
  readonly total: number | null
  readonly known: number
  readonly all: number
}

export function sumKnown(values: readonly (number | null)[]): KnownSum {
  let total = 0
  let known = 0
  for (const value of values) {
    if (value === null) continue
    total += value
    known += 1
  }
  return { total: known === 0 ? null : total, known, all: values.length }
}
