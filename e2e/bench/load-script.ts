/** What runs in a page before its own scripts and notes when what came of its loading; `benchLoad()` tells it as a RawLoad. */
export function loadScript(bestBidSize: string): string {
  return `(() => {
  const shifts = []
  const longTasks = []
  const sockets = []
  let fcpMs = null
  let lcpMs = null
  let bookMs = null
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') fcpMs = startTime
  })
  watch('largest-contentful-paint', ({ startTime }) => { lcpMs = startTime })
  watch('layout-shift', ({ startTime, value }) => shifts.push([startTime, value]))
  watch('longtask', ({ startTime, duration }) => longTasks.push([startTime, duration]))

  globalThis.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters)
      const socket = { madeMs: performance.now(), openMs: null }
      sockets.push(socket)
      this.addEventListener('open', () => { socket.openMs = performance.now() })
    }
  }

  const behindFrame = new MessageChannel()
  behindFrame.port1.onmessage = () => { bookMs = performance.now() }
  const look = () => {
    if ((${bestBidSize}) === '') return
    observer.disconnect()
    globalThis.onLadderDrawn = undefined
    requestAnimationFrame(() => behindFrame.port2.postMessage(0))
  }
  const observer = new MutationObserver(look)
  globalThis.onLadderDrawn = look
  observer.observe(document, { subtree: true, childList: true, characterData: true })

  globalThis.benchLoad = () => ({
    fcpMs,
    lcpMs,
    shifts,
    longTasks,
    sockets,
    bookMs,
    files: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      ({ name, startTime, responseEnd, transferSize }) => ({
        name: new URL(name).pathname,
        startMs: startTime,
        endMs: responseEnd,
        bytes: transferSize,
      }),
    ),
  })
})()`
}
