/** setTimeout in the driver's shape; a timer alone does not keep the process alive. */
export function nodeTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
