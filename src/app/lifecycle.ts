import { useEffect } from 'react'
import { ageMs } from '../domain/time'
import { now, refreshClock } from '../store/clock'
import { batch, feeds } from './runtime'

const WATCH_MS = 1000
/** Timers run at least once a minute even in a tab hidden for long; a longer hole means that the computer slept. */
const SLEPT_MS = 70_000
/** The two clocks part: the steady one stood still in sleep, or somebody set the other. */
const JUMP_MS = 2_000

/**
 * What a browser does to a page that socket and timers do not tell: hidden, frozen, kept in the back/forward cache,
 * asleep, offline. A frozen page comes back with its old picture, so it gives its sockets up on the way out.
 */
export function useLifecycle(): void {
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const doubt = () => feeds.notify({ type: 'doubt' })
    const suspend = () => {
      feeds.notify({ type: 'suspend' })
      batch.flush()
    }
    const resume = () => {
      refreshClock()
      feeds.notify({ type: 'resume' })
    }
    window.addEventListener('online', doubt, { signal })
    window.addEventListener('offline', doubt, { signal })
    window.addEventListener('pagehide', suspend, { signal })
    window.addEventListener('pageshow', resume, { signal })
    document.addEventListener('freeze', suspend, { signal })
    document.addEventListener('resume', resume, { signal })
    document.addEventListener(
      'visibilitychange',
      () => {
        // Hidden: a frame that was asked for will not come. Visible: the newest figures stand in the first frame.
        batch.flush()
        if (document.hidden) return
        refreshClock()
        doubt()
      },
      { signal },
    )
    let last = now()
    const timer = setInterval(() => {
      const current = now()
      const drift = Math.abs(current.wall - last.wall - (current.mono - last.mono))
      if (drift > JUMP_MS || ageMs(last, current) > SLEPT_MS) {
        refreshClock()
        doubt()
      }
      last = current
    }, WATCH_MS)
    return () => {
      controller.abort()
      clearInterval(timer)
    }
  }, [])
}
