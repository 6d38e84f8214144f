import { useSyncExternalStore } from 'react'
import type { Stamp } from '../domain/time'

export function now(): Stamp {
  return { mono: performance.now(), wall: Date.now() }
}

const TICK_MS = 1000
/** A tick that comes this late was held back: the browser lets a hidden tab's timers run once a minute. */
const HELD_BACK_MS = 10_000
const listeners = new Set<() => void>()
let current = now()
let timer: ReturnType<typeof setInterval> | null = null

let heldBack = false
let tickedMono = current.mono

function tick(): void {
  const { mono } = now()
  heldBack = document.hidden && mono - tickedMono > HELD_BACK_MS
  tickedMono = mono
  refreshClock()
}

/** Whether silence may go unnoticed for a minute, since nothing but messages wakes this hidden tab. */
export function isHeldBack(): boolean {
  return heldBack && document.hidden
}

/** Moves the page's clock at once: when the page comes back on screen, ages must be right in the first frame. */
export function refreshClock(): void {
  current = now()
  for (const listener of listeners) listener()
}

/** Calls once a second, while anybody listens; gives the way to end it. */
export function onTick(listener: () => void) {
  listeners.add(listener)
  if (timer === null) {
    // It stood still while nobody listened; React looks at it once more after this.
    current = now()
    tickedMono = current.mono
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

/** The page's moment, which moves once a second. */
export const lastTick = () => current

/** A moment that moves once a second, the same for the whole page. */
export function useNow(): Stamp {
  return useSyncExternalStore(onTick, lastTick)
}
