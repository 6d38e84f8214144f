/**
 * Times of which the tape knows nothing, because there was no connection: from the newest match held before it on, in
 * the exchange's time. What happened in them is not known, which is not the same as nothing.
 */
export interface Gap {
  readonly fromMs: number
  /** null: it lasts. */
  readonly toMs: number | null
}

/** Whether anything of [fromMs, toMs) lies in a gap. */
export function overlapsGap(gaps: readonly Gap[], fromMs: number, toMs: number): boolean {
  return gaps.some((gap) => gap.fromMs < toMs && (gap.toMs === null || gap.toMs > fromMs))
}

/**
 * What remains of a gap after the first list of trades that came behind it: up to its oldest trade's second, which the
 * list may have cut. A list that reaches back to before the gap leaves nothing (null); one that brings only news closes
 * the gap at them; an empty one tells nothing.
 */
export function closeGap(gap: Gap, listed: readonly { readonly timeMs: number }[]): Gap | null {
  let oldestMs: number | null = null
  for (const { timeMs } of listed) if (oldestMs === null || timeMs < oldestMs) oldestMs = timeMs
  if (oldestMs === null) return gap
  return oldestMs < gap.fromMs ? null : { fromMs: gap.fromMs, toMs: oldestMs + SECOND_MS }
}

/** Beyond it the two oldest gaps become one, with all that lies between them. */
const MAX_GAPS = 100

/** The gaps with one that begins at a time and lasts; where one lasts already, there is nothing to begin. */
export function beginGap(gaps: readonly Gap[], fromMs: number): readonly Gap[] {
  if (gaps.at(-1)?.toMs === null) return gaps
  const [first, second, ...rest] = gaps
  const kept =
    gaps.length < MAX_GAPS || first === undefined || second === undefined
      ? gaps
      : [{ fromMs: first.fromMs, toMs: second.toMs }, ...rest]
  return [...kept, { fromMs, toMs: null }]
}

/** The gaps after a list of trades: of one that lasts, what closeGap leaves. The same list where none lasts. */
export function endGap(gaps: readonly Gap[], listed: readonly { readonly timeMs: number }[]): readonly Gap[] {
  const last = gaps.at(-1)
  if (last === undefined || last.toMs !== null || listed.length === 0) return gaps
  const left = closeGap(last, listed)
  return left === null ? gaps.slice(0, -1) : [...gaps.slice(0, -1), left]
}

/** The exchange's times are whole seconds. */
const SECOND_MS = 1000
