/** This browser's memory. It may be denied, full or absent, and anybody may have written to it: reading never throws. */

/** The JSON kept under that name; null where there is none, or none that can be read. */
export function readKept(name: string): unknown {
  try {
    const text = localStorage.getItem(name)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps a value, or tells that it could not. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
