/** The page's one set of sockets, joined to the store: one commit a frame, whatever comes in. */
import { createBatch } from '../feed/batch'
import { createFeeds } from '../feed/feed'
import { now } from '../store/clock'
import { useStore } from '../store/store'

/** Animation frames stop in a hidden tab; timers there run once a second at best. */
const HIDDEN_FLUSH_MS = 1000

function schedule(flush: () => void): void {
  if (document.hidden) setTimeout(flush, HIDDEN_FLUSH_MS)
  else requestAnimationFrame(flush)
}

export const batch = createBatch(schedule, (deliveries) => useStore.getState().commit(deliveries))

export const feeds = createFeeds({
  now,
  batch,
  random: Math.random,
  hidden: () => document.hidden,
  openSocket: (url) => new WebSocket(url),
  setTimer(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
})
