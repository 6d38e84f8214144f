import type { FundingRate } from './funding'

/** A funding period inferred from times, never delivered; `times`: how many different ones it rests on, 2 at least. */
export interface FundingInterval {
  readonly intervalMs: number
  readonly times: number
}

/** A funding's time, and that since the one before it where none can lie between the two; null where one can. */
interface FundingMoment {
  readonly timeMs: number
  readonly gapMs: number | null
}

export const HOUR_MS = 3_600_000

/** The periods that exchanges use, the longest first. */
const USUAL_MS = [24, 12, 8, 4, 2, 1].map((hours) => hours * HOUR_MS)
/** A transaction comes a little after its hour. */
const JITTER_MS = 60_000
/** Closer than that are not two fundings but news of one. */
export const LEAST_FUNDING_MS = 5 * 60_000

/** When a market's funding was, in the exchange's time: its own time, else that of its transaction. */
export function fundingTimeMs({ fundingMs, transactionMs }: FundingRate): number | null {
  return fundingMs ?? transactionMs
}

/**
 * The longest usual period (1, 2, 4, 8, 12, 24 h) of which all differences of successive times are multiples, a minute of
 * jitter on each time allowed; where none fits, the smallest difference. Order and repeats do not matter. Fundings that
 * nobody saw make it too long, so it must be the shortest usual one, or a gap of which it is known that it holds none.
 * null until then.
 */
export function inferFundingInterval(moments: readonly FundingMoment[]): FundingInterval | null {
  const times = apart(moments.map(({ timeMs }) => timeMs))
  const differences = times.slice(1).map((time, index) => time - (times[index] ?? time))
  if (differences.length === 0) return null
  const usual = USUAL_MS.find((period) => differences.every((difference) => isMultiple(difference, period)))
  const intervalMs = usual ?? Math.min(...differences)
  const seen = moments.some(({ gapMs }) => gapMs !== null && Math.abs(gapMs - intervalMs) <= 2 * JITTER_MS)
  return seen || intervalMs <= HOUR_MS ? { intervalMs, times: times.length } : null
}

/** Sorted, a run of close times being one. */
function apart(timesMs: readonly number[]): number[] {
  const apart: number[] = []
  let before = -Infinity
  for (const time of timesMs.toSorted((a, b) => a - b)) {
    if (time - before >= LEAST_FUNDING_MS) apart.push(time)
    before = time
  }
  return apart
}

function isMultiple(difference: number, period: number): boolean {
  const times = Math.round(difference / period)
  return times > 0 && Math.abs(difference - times * period) <= 2 * JITTER_MS
}

export interface NextFunding {
  readonly atMs: number
  /** 0 or less: it is due, and the exchange has not told of it. */
  readonly inMs: number
}

/**
 * The funding after the newest one known, or that one itself where it is still to come. All in the exchange's time, so
 * `nowMs` is the reader's clock less its measured offset.
 */
export function nextFunding(knownMs: number, intervalMs: number, nowMs: number): NextFunding {
  const atMs = knownMs > nowMs ? knownMs : knownMs + intervalMs
  return { atMs, inMs: atMs - nowMs }
}
