/** Shorter texts cannot nest deep enough to cost the parser anything: 16 MB of brackets take it 3 s and 400 MB. */
const HARMLESS_CHARS = 256 * 1024

const QUOTE = 34
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** Whether the brackets of a long JSON text nest deeper than `limit`; brackets within its strings don't count. */
export function nestsDeeper(text: string, limit: number): boolean {
  if (text.length <= HARMLESS_CHARS) return false
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) quoted = !quoted
    else if (quoted) {
      if (code === BACKSLASH) index += 1
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1
      if (depth > limit) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
  }
  return false
}
