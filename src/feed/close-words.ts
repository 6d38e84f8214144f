import { cleanText } from '../protocol/fields'

const CLOSE_WORDS: ReadonlyMap<number, string> = new Map([
  [1001, 'the exchange went away'],
  [1006, 'no connection, or it was cut'],
  [1008, 'the exchange refused the connection'],
  [1011, 'the exchange met a fault of its own'],
  [1012, 'the exchange restarts'],
  [1013, 'the exchange asks to try later'],
])

/** A close in words, with its code and what the server said. */
export function closeReason(code: number, reason: string): string {
  const said = reason === '' ? '' : `: ${cleanText(reason)}`
  return `${CLOSE_WORDS.get(code) ?? 'the connection was closed'} (${code}${said})`
}
