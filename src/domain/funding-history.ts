import type { FundingRate } from './funding'
import { fundingTimeMs } from './funding-interval'

/** A rate as delivered, and the time of its funding in the exchange's time. */
export interface FundingSample {
  readonly timeMs: number
  readonly rate: number
  /** Since the funding before it, where the page watched from that one to this without a break; else null. */
  readonly gapMs: number | null
}

/** By market, `networkId/marketId`; samples oldest first, each time once. */
export type FundingHistory = ReadonlyMap<string, readonly FundingSample[]>

const VERSION = 1
const MAX_MARKETS = 100
/** Dates end there. */
const LAST_TIME_MS = 8.64e15

/**
 * What a message adds, by market id. `before`: the rates in its place until then, if none can have come between the two
 * unseen; else null. A time after `latestMs` makes no sense and is left out: it would stay the newest for ever.
 */
export function newFundingSamples(
  rates: readonly FundingRate[],
  before: readonly FundingRate[] | null,
  latestMs: number,
): ReadonlyMap<string, FundingSample> {
  const samples = new Map<string, FundingSample>()
  for (const row of rates) {
    const timeMs = fundingTimeMs(row)
    if (timeMs === null || timeMs <= 0 || timeMs > latestMs) continue
    const old = before?.find(({ marketId }) => marketId === row.marketId)
    const oldMs = old === undefined ? null : fundingTimeMs(old)
    const gapMs = oldMs === null || oldMs >= timeMs ? null : timeMs - oldMs
    samples.set(row.marketId, { timeMs, rate: row.rate, gapMs })
  }
  return samples
}

/** The history with the samples of one network's markets; the very same one where nothing is new. */
export function addFunding(
  history: FundingHistory,
  networkId: string,
  samples: ReadonlyMap<string, FundingSample>,
  limit: number,
): FundingHistory {
  const next = new Map(history)
  let changed = false
  for (const [marketId, sample] of samples) {
    const key = fundingKey(networkId, marketId)
    const held = next.get(key) ?? []
    const merged = mergeFunding(held, [sample], limit)
    if (merged === held) continue
    changed = true
    next.set(key, merged)
    if (next.size > MAX_MARKETS) next.delete(longestUnheard(next))
  }
  return changed ? next : history
}

export const fundingKey = (networkId: string, marketId: string) => `${networkId}/${marketId}`

function longestUnheard(history: FundingHistory): string {
  const newest = Array.from(history, ([key, samples]) => ({ key, timeMs: samples.at(-1)?.timeMs ?? 0 }))
  return newest.reduce((oldest, each) => (each.timeMs < oldest.timeMs ? each : oldest)).key
}

/**
 * Samples of one market put together: by time, of a time that comes again the later word, at most the newest `limit`.
 * The same array back where nothing is new.
 */
export function mergeFunding(
  held: readonly FundingSample[],
  news: readonly FundingSample[],
  limit: number,
): readonly FundingSample[] {
  const samples = new Map(held.map((sample) => [sample.timeMs, sample]))
  let changed = false
  for (const { timeMs, rate, gapMs } of news) {
    const known = samples.get(timeMs)
    const gap = gapMs ?? known?.gapMs ?? null
    if (known?.rate === rate && known.gapMs === gap) continue
    samples.set(timeMs, { timeMs, rate, gapMs: gap })
    changed = true
  }
  if (!changed) return held
  return [...samples.values()].sort((a, b) => a.timeMs - b.timeMs).slice(-limit)
}

/** Two browsers' tabs, or two visits, put together. */
export function joinFunding(history: FundingHistory, other: FundingHistory, limit: number): FundingHistory {
  const next = new Map(history)
  for (const [key, samples] of other) next.set(key, mergeFunding(samples, next.get(key) ?? [], limit))
  while (next.size > MAX_MARKETS) next.delete(longestUnheard(next))
  return next
}

/** The history as a value to keep: `{version: 1, markets: {'mainnet/14': [[timeMs, rate, gapMs], …]}}`. */
export function keptFundingHistory(history: FundingHistory): unknown {
  const rowOf = ({ timeMs, rate, gapMs }: FundingSample) => [timeMs, rate, gapMs] as const
  const markets = Array.from(history, ([market, samples]) => [market, samples.map(rowOf)] as const)
  return { version: VERSION, markets: Object.fromEntries(markets) }
}

/**
 * What was kept, or as much of it as makes sense: another version, or a value that is none of ours, is an empty history;
 * a sample that is not a time, a rate and a gap is left out. Never throws.
 */
export function checkFundingHistory(kept: unknown, limit: number): FundingHistory {
  const history = new Map<string, readonly FundingSample[]>()
  const fields = fieldsOf(kept)
  if (fields.get('version') !== VERSION) return history
  for (const [market, rows] of fieldsOf(fields.get('markets'))) {
    if (history.size >= MAX_MARKETS || !/^[\w-]{1,40}\/\d{1,60}$/.test(market)) continue
    const samples = mergeFunding([], Array.isArray(rows) ? rows.flatMap(sampleOf) : [], limit)
    if (samples.length > 0) history.set(market, samples)
  }
  return history
}

function fieldsOf(value: unknown): Map<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function sampleOf(row: unknown): FundingSample[] {
  const fields: readonly unknown[] = Array.isArray(row) ? row : []
  const [timeMs, rate, gapMs] = fields
  if (fields.length !== 3) return []
  if (!isTime(timeMs) || typeof rate !== 'number' || !Number.isFinite(rate)) return []
  return gapMs === null || (isTime(gapMs) && gapMs < timeMs) ? [{ timeMs, rate, gapMs }] : []
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LAST_TIME_MS
}
