/** The page's one set of sockets, joined to the store: one commit a frame, whatever comes in. */
import { createBatch } from '../feed/batch'
import { createFeeds } from '../feed/feed'
import { now, refreshClock } from '../store/clock'
import { useStore } from '../store/store'
import { fadeWithFrame } from '../ui/changed'
import { openSocket } from './lines'

/** Animation frames stop in a hidden tab; timers there run once a second at best, and later once a minute. */
const HIDDEN_FLUSH_MS = 1000

let committedMono = performance.now()

function schedule(flush: () => void, isFlood: boolean): void {
  if (document.hidden) setTimeout(flush, HIDDEN_FLUSH_MS)
  else requestAnimationFrame(() => (isFlood ? requestAnimationFrame(flush) : flush()))
}

export const batch = createBatch(
  schedule,
  (deliveries) => {
    committedMono = performance.now()
    useStore.getState().commit(deliveries)
    fadeWithFrame()
    // The page's clock is a timer too: the title of a hidden tab must not lag a minute behind its figures.
    if (document.hidden) refreshClock()
  },
  () => document.hidden && performance.now() - committedMono > HIDDEN_FLUSH_MS,
)

export const feeds = createFeeds({
  now,
  batch,
  random: Math.random,
  hidden: () => document.hidden,
  openSocket,
  setTimer(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})
