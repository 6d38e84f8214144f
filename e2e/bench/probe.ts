/**
 * What runs in a page while its latency and its frames are measured, and only then: a frame's time is taken in a task behind
 * the frame that first showed a message.
 */
export function probeScript(bestBidSize: string | null): string {
  return `(() => {
  const shown = []
  const frames = []
  const longTasks = []
  let last = ''
  let isDue = false
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    isDue = false
    shown.push([last, performance.timeOrigin + performance.now()])
  }
  globalThis.benchShown = (text) => {
    if (text === last) return
    last = text
    if (isDue) return
    isDue = true
    channel.port2.postMessage(0)
  }
  globalThis.benchTaken = () => {
    const taken = { shown: shown.splice(0), frames: frames.splice(0), longTasks: longTasks.splice(0) }
    return taken
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask' })
  requestAnimationFrame(function tick(at) {
    frames.push(at)
    requestAnimationFrame(tick)
  })
  ${
    bestBidSize === null
      ? ''
      : `const look = () => benchShown(${bestBidSize})
  globalThis.onLadderDrawn = look
  const observer = new MutationObserver(look)
  addEventListener('DOMContentLoaded', () => {
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })`
  }
})()`
}

export interface Probed {
  /** The text of the best bid's size, and when it was first seen, in ms since 1970. */
  readonly shown: readonly (readonly [string, number])[]
  /** Times of all animation frames, in ms. */
  readonly frames: readonly number[]
  /** Lengths of tasks over 50 ms. */
  readonly longTasks: readonly number[]
}
