const LOOK_EVERY_MS = 500
/** Looked at first of all: packages may be installed before the server begins, and npm be ended meanwhile. */
const startedBy = process.ppid

/**
 * Ends the process, as by a signal, when npm's shell that started it is gone: npm ended by a signal ends that shell alone, and
 * a server would go on and hold its port.
 */
export function endWithNpm() {
  // Windows names the parent of the beginning for ever.
  if (process.platform === 'win32' || process.env.npm_lifecycle_event === undefined) return
  const timer = setInterval(() => {
    if (process.ppid === startedBy) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}
