import { useSyncExternalStore } from 'react'
import type { Stamp } from '../domain/time'

export function now(): Stamp {
  return { mono: performance.now(), wall: Date.now() }
}

const TICK_MS = 1000
const listeners = new Set<() => void>()
let current = now()
let timer: ReturnType<typeof setInterval> | null = null

/** Moves the page's clock at once: when the page comes back on screen, ages must be right in the first frame. */
export function refreshClock(): void {
  current = now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (timer === null) {
    // It stood still while nobody listened; React looks at it once more after this.
    current = now()
    timer = setInterval(refreshClock, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** A moment that moves once a second, the same for the whole page. */
export function useNow(): Stamp {
  return useSyncExternalStore(subscribe, () => current)
}
