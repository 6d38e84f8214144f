/** What the app's ladder shows as the best bid's size, noted as it is drawn; as little as can be, since it is paid by the app alone. */
declare global {
  var bestBidDrawn: string | undefined
  var onLadderDrawn: (() => void) | undefined
  var benchShown: ((size: string) => void) | undefined
}

/** Runs in the page, before the page's own code, and is complete in itself. Of a picture the best size is the first text set from the right. */
export function recordBestBid(): void {
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype
  let isAwaited = false
  CanvasRenderingContext2D.prototype.clearRect = function clear(x, y, width, height) {
    isAwaited = this.canvas.parentElement?.dataset['ladder'] === 'Bids'
    clearRect.call(this, x, y, width, height)
  }
  CanvasRenderingContext2D.prototype.fillText = function fill(text, x, y) {
    fillText.call(this, text, x, y)
    if (!isAwaited || this.textAlign !== 'right') return
    isAwaited = false
    globalThis.bestBidDrawn = text
    globalThis.benchShown?.(text)
    globalThis.onLadderDrawn?.()
  }
}
