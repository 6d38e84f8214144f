/** The whole page for long, hidden for a while in the middle; and a million messages as fast as it keeps up with. */
import { SERIALS, serialIn } from './book-feed'
import { flatness } from './flatness'
import { type HeldSample, inWords, watchHeld } from './held'
import { type Back, hide, returnScript } from './hidden'
import { type BenchPage, type Lane, pause } from './lane'
import { openReady } from './measure'
import { APP_BEST_BID, appWhole } from './subjects'

export interface SoakSample extends HeldSample {
  readonly isHidden: boolean
  /** With the last sample of the hidden phase. */
  readonly back?: Back
}

type Print = (line: string) => void

const RATE = { books: 20, trades: 4 }
const LOAD = { levels: 20, ...RATE }
/** Of a minute each; shorter soaks have as many, of less. */
const STEPS = 10
const HIDDEN_STEPS = 3
const NEWS_A_STEP = 3

export async function soak(lane: Lane, minutes: number, print: Print): Promise<SoakSample[]> {
  const steps = Math.max(STEPS, Math.round(minutes))
  const stepMs = (minutes * 60_000) / steps
  const hideAt = Math.floor((steps - HIDDEN_STEPS) / 2)
  const showAt = hideAt + HIDDEN_STEPS - 1
  const page = await openReady(lane, appWhole, LOAD, returnScript(APP_BEST_BID))
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
  const shown = serialIn(await page.evaluate<string>(APP_BEST_BID))
  return (lane.exchange.serial() - shown) % SERIALS
}
