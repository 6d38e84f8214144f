/** What a page keeps of many messages, after everything that can be collected was. */
import { type HeldSample, watchHeld } from './held'
import { type Lane, pause } from './lane'
import { openReady } from './measure'
import type { SubjectPage } from './subjects'

export interface HeapGrowth {
  readonly subject: SubjectPage
  readonly messages: number
  readonly before: HeldSample
  readonly after: HeldSample
}

const RATE = 1000
/** The first messages fill what is kept in any case. */
const FILLING_MS = 5_000
const SETTLING_MS = 1_500

/** So many books at a thousand a second. */
export async function measureHeap(lane: Lane, subject: SubjectPage, messages: number): Promise<HeapGrowth> {
  const page = await openReady(lane, subject, { levels: 20, books: RATE, trades: 0 })
  async function stream(books: number) {
    const from = lane.exchange.serial()
    lane.exchange.stream(RATE, 0)
    while (lane.exchange.serial() - from < books) await pause(20)
    lane.exchange.stream(0, 0)
    await pause(SETTLING_MS)
    return lane.exchange.serial() - from
  }
  try {
    const look = await watchHeld(lane, page)
    await stream((RATE * FILLING_MS) / 1000)
    const before = await look()
    const sent = await stream(messages)
    return { subject, messages: sent, before, after: await look() }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
}
