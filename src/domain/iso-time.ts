/** 2025-02-17T11:12:13.000Z; null for no time, and for one beyond the range of dates. */
export function isoTime(timeMs: number | null): string | null {
  if (timeMs === null || !(Math.abs(timeMs) <= LAST_TIME_MS)) return null
  return new Date(timeMs).toISOString()
}

/** The range of dates: 100 million days on either side of 1970. */
const LAST_TIME_MS = 8.64e15

/**
 * The calendar day of a time, 2025-02-17. `offsetMs` says how far the reader's wall clock is ahead of UTC at that time:
 * `() => 0` for UTC, `(timeMs) => -new Date(timeMs).getTimezoneOffset() * 60_000` for local days.
 */
export function dayOf(timeMs: number | null, offsetMs: (timeMs: number) => number): string | null {
  const text = timeMs === null ? null : isoTime(timeMs + offsetMs(timeMs))
  return text === null ? null : text.slice(0, text.indexOf('T'))
}
