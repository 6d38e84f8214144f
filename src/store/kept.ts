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

/** All that this page keeps begins with it. */
const OURS = 'perpscope.'
/** The wallet adapter's own. */
const WALLET_NAME = 'AptosWalletName'

const resets = new Set<() => void>()

/** `reset` puts what is in memory back to its first state when the reader clears what is kept. */
export function onForget(reset: () => void): void {
  resets.add(reset)
}

/** Clears all that this browser keeps for the page, and what was read from it. */
export function forgetKept(): void {
  for (const reset of resets) reset()
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(OURS) || name === WALLET_NAME) localStorage.removeItem(name)
    }
  } catch {
    // Denied: nothing was kept either.
  }
}
