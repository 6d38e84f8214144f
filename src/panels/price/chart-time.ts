import type { Time, UTCTimestamp } from 'lightweight-charts'

/** The library counts in whole seconds; throws RangeError for a time between two. */
export function toTime(timeMs: number): UTCTimestamp {
  const seconds = timeMs / 1000
  if (!isTimestamp(seconds)) throw new RangeError('a candle begins with a second')
  return seconds
}

function isTimestamp(seconds: number): seconds is UTCTimestamp {
  return Number.isInteger(seconds)
}

/** Not a number for the forms of a day, of which we give the library none. */
export function toMs(time: Time): number {
  return typeof time === 'number' ? time * 1000 : Number.NaN
}
