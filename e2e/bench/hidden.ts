/** A page behind another for a while: whether it renders meanwhile, and what it shows first when it is back on screen. */
import { serialIn } from './book-feed'
import { metric } from './held'
import type { BenchPage, Lane } from './lane'
import { WIDE } from './subjects'

/** How a page came back on screen. */
export interface Back {
  /** Books sent after the one in its first frame. */
  readonly behind: number
  /** Of those, the ones that the browser had handed to it before it was shown: a busy machine hands them over late. */
  readonly missing: number
  /** While it was hidden. */
  readonly frames: number
  readonly layouts: number
  readonly styles: number
}

/** Puts a page in front; the returned function takes it away again. */
export async function hide(lane: Lane, page: BenchPage): Promise<() => Promise<Back>> {
  const other = await lane.open('about:blank', { size: WIDE })
  await other.send('Page.bringToFront')
  await page.until('document.hidden', 5_000)
  const counts = async () => [await metric(page, 'LayoutCount'), await metric(page, 'RecalcStyleCount')] as const
  const [layouts, styles] = await counts()
  return async () => {
    const [layoutsThen, stylesThen] = await counts()
    await page.send('Page.bringToFront')
    await page.until('benchReturn.first !== null', 5_000)
    const { frames, first } = await page.evaluate<Return>('benchReturn')
    await other.close()
    const shown = serialIn(first.text)
    return {
      behind: newestAt(lane, first.atMs) - shown,
      missing: Math.max(0, serialIn(first.handed) - shown),
      frames,
      layouts: layoutsThen - layouts,
      styles: stylesThen - styles,
    }
  }
}

/** The serial of the newest book that had been sent then. */
function newestAt(lane: Lane, atMs: number): number {
  let serial = lane.exchange.serial()
  while (lane.exchange.sentAtMs(serial) > atMs) serial -= 1
  return serial
}

interface Return {
  readonly frames: number
  /** `handed`: the size in the newest book that the page had been given. */
  readonly first: { readonly text: string; readonly handed: string; readonly atMs: number }
}

/** Counts the frames while hidden, and reads the first one after: in it, so that nothing that comes later is taken for it. */
export const returnScript = (bestBidSize: string) => `(() => {
  let book = '{"data":[]}'
  globalThis.benchReturn = { frames: 0, first: null }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters)
      this.addEventListener('message', ({ data }) => { if (data.endsWith('"orderbook"}')) book = data })
    }
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      benchReturn = { frames: 0, first: null }
      requestAnimationFrame(function count() {
        if (!document.hidden) return
        benchReturn.frames += 1
        requestAnimationFrame(count)
      })
    } else {
      const handed = JSON.parse(book).data.find((row) => !row.is_ask)?.size ?? ''
      requestAnimationFrame(() => {
        benchReturn.first = { text: ${bestBidSize}, handed, atMs: performance.timeOrigin + performance.now() }
      })
    }
  })
})()`
