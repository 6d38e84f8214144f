/**
 * What is seen of the ladder is drawn on canvases. This notes the texts that the page draws there, so that what is asserted is
 * what was drawn. It runs in the page, before the page's own code, and is complete in itself.
 */
export interface DrawnRow {
  readonly price: string
  readonly size: string
  readonly total: string
  /** Of the size. */
  readonly colour: string
}

declare global {
  /** Rows of a side from top to bottom, as they were drawn last; none where it is not on show. */
  function drawnLadder(side: 'Asks' | 'Bids'): DrawnRow[]
}

export function recordDrawn(): void {
  interface Drawn {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly colour: string
    readonly align: string
  }
  const pictures = new WeakMap<HTMLCanvasElement, Drawn[]>()
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.clearRect = function clear(x, y, width, height) {
    if (x === 0 && y === 0) pictures.set(this.canvas, [])
    clearRect.call(this, x, y, width, height)
  }
  CanvasRenderingContext2D.prototype.fillText = function fill(text, x, y) {
    pictures.get(this.canvas)?.push({ text, x, y, colour: String(this.fillStyle), align: this.textAlign })
    fillText.call(this, text, x, y)
  }
  globalThis.drawnLadder = (side) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-ladder="${side}"] canvas`)
    // What is centred stands behind a price and is no figure.
    const drawn = (canvas === null ? [] : (pictures.get(canvas) ?? [])).filter(({ align }) => align !== 'center')
    const columns = [...new Set(drawn.map(({ x }) => x))].sort((a, b) => a - b)
    const rows = [...new Set(drawn.map(({ y }) => y))].sort((a, b) => a - b)
    const at = (column: number, y: number) => drawn.find((each) => each.x === columns[column] && each.y === y)
    return rows.map((y) => ({
      price: at(0, y)?.text ?? '',
      size: at(1, y)?.text ?? '',
      total: at(2, y)?.text ?? '',
      colour: at(1, y)?.colour ?? '',
    }))
  }
}
