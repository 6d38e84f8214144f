const FIRST_MS = 500
/** 1001 going away, 1012 service restart: everybody comes back at once, so spread further. */
const FIRST_AFTER_RESTART_MS = 3_000
const BASE_MS = 250
const STEP_MS = 500
/** 1013 try again later: as if four more tries had failed. */
const OVERLOAD_EXPONENT = 4
const CAP_VISIBLE_MS = 15_000
const CAP_HIDDEN_MS = 60_000

/**
 * Wait in ms before the next try, with jitter; it never gives up. `failures` counts losses in a row including this one,
 * `closeCode` is the loss's WebSocket close code, `random` uniform in [0, 1).
 */
export function backoffMs(failures: number, closeCode: number | null, hidden: boolean, random: number): number {
  const overloaded = closeCode === 1013
  if (failures <= 1 && !overloaded) {
    return random * (closeCode === 1001 || closeCode === 1012 ? FIRST_AFTER_RESTART_MS : FIRST_MS)
  }
  const exponent = failures - 1 + (overloaded ? OVERLOAD_EXPONENT : 0)
  const cap = hidden ? CAP_HIDDEN_MS : CAP_VISIBLE_MS
  return BASE_MS + random * Math.min(cap, STEP_MS * 2 ** Math.min(exponent, 30))
}
