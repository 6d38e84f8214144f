/** The whole page for long, hidden for a while in the middle; and a million messages as fast as it keeps up with. */
import { SERIALS, serialIn } from './book-feed'
import { flatness } from './flatness'
import { type HeldSample, inWords, metric, watchHeld } from './held'
import { type BenchPage, type Lane, pause } from './lane'
import { openReady } from './measure'
import { appWhole, WIDE } from './subjects'

export interface SoakSample extends HeldSample {
  readonly isHidden: boolean
  /** With the last sample of the hidden phase. */
  readonly back?: Back
}

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

type Print = (line: string) => void

const RATE = { books: 20, trades: 4 }
const LOAD = { levels: 20, ...RATE }
/** Of a minute each; shorter soaks have as many, of less. */
const STEPS = 10
const HIDDEN_STEPS = 3
const NEWS_A_STEP = 3
const SHOWN = appWhole.bestBidSize ?? "''"

export async function soak(lane: Lane, minutes: number, print: Print): Promise<SoakSample[]> {
  const steps = Math.max(STEPS, Math.round(minutes))
  const stepMs = (minutes * 60_000) / steps
  const hideAt = Math.floor((steps - HIDDEN_STEPS) / 2)
  const showAt = hideAt + HIDDEN_STEPS - 1
  const page = await openReady(lane, appWhole, LOAD, RETURN_SCRIPT)
  const samples: SoakSample[] = []
  try {
    const look = await watchHeld(lane, page)
    lane.exchange.stream(RATE.books, RATE.trades)
    let show: (() => Promise<Back>) | null = null
    for (let step = 0; step < steps; step += 1) {
      if (step === hideAt) show = await hide(lane, page)
      // Spread evenly, and none shortly before a look: a notice of a fill stands for some seconds.
      for (let news = 0; news < NEWS_A_STEP; news += 1) {
        lane.exchange.tellAccount()
        await pause(stepMs / NEWS_A_STEP)
      }
      const sample = { ...(await look()), isHidden: show !== null }
      print(inWords(sample))
      samples.push(show !== null && step === showAt ? { ...sample, back: await show() } : sample)
      if (step === showAt) show = null
    }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
  return samples
}

/** Puts a page in front; the returned function takes it away again. */
async function hide(lane: Lane, page: BenchPage): Promise<() => Promise<Back>> {
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
const RETURN_SCRIPT = `(() => {
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
        benchReturn.first = { text: ${SHOWN}, handed, atMs: performance.timeOrigin + performance.now() }
      })
    }
  })
})()`

const LOOKS = 10
const BOOKS_A_TRADE = 50
const MOST_BEHIND = 300
const SLOWEST = 200
const FASTEST = 2_500
const CATCH_UP_MS = 30_000

/** A sample at each tenth, with the stream at rest and all of it on screen. */
export async function million(lane: Lane, print: Print, messages = 1_000_000): Promise<SoakSample[]> {
  const every = messages / LOOKS
  const page = await openReady(lane, appWhole, LOAD)
  const samples: SoakSample[] = []
  try {
    const look = await watchHeld(lane, page)
    const first = lane.exchange.sent()
    let rate = FASTEST / 2
    for (let due = every; due <= messages; due += every) {
      let worst = 0
      while (lane.exchange.sent() - first < due) {
        lane.exchange.stream(rate, rate / BOOKS_A_TRADE)
        await pause(250)
        const behind = await behindNow(lane, page)
        worst = Math.max(worst, behind)
        rate = Math.min(FASTEST, Math.max(SLOWEST, rate * (behind > MOST_BEHIND ? 0.8 : 1.05)))
      }
      lane.exchange.stream(0, 0)
      await caughtUp(lane, page)
      const sample = { ...(await look()), isHidden: false }
      samples.push(sample)
      print(`${inWords(sample)}; ${rate.toFixed(0)} books a second at last, at most ${worst} behind`)
    }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
  print(flatness(samples).troubles.join('; ') || 'flat')
  return samples
}

async function caughtUp(lane: Lane, page: BenchPage): Promise<void> {
  const from = performance.now()
  while ((await behindNow(lane, page)) > 0) {
    if (performance.now() - from > CATCH_UP_MS) throw new Error(`the newest book is not shown after ${CATCH_UP_MS} ms`)
    await pause(50)
  }
}

/** How many books were sent after the one on screen. */
async function behindNow(lane: Lane, page: BenchPage): Promise<number> {
  const shown = serialIn(await page.evaluate<string>(SHOWN))
  return (lane.exchange.serial() - shown) % SERIALS
}
