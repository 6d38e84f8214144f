/** What a page keeps of many messages, after everything that can be collected was. */
import { type BenchPage, type Lane, pause } from './lane'
import { openReady } from './measure'
import type { SubjectPage } from './subjects'

export interface Kept {
  /** MB */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

export async function keptBy(page: BenchPage): Promise<Kept> {
  // What the first pass sets free may free more.
  for (let pass = 0; pass < 2; pass += 1) await page.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await page.send('Runtime.getHeapUsage')) as { readonly usedSize: number }
  const { nodes, jsEventListeners } = (await page.send('Memory.getDOMCounters')) as {
    readonly nodes: number
    readonly jsEventListeners: number
  }
  return { heap: usedSize / 1e6, nodes, listeners: jsEventListeners }
}

export interface HeapGrowth {
  readonly subject: SubjectPage
  readonly messages: number
  readonly before: Kept
  readonly after: Kept
}

/** So many books at a thousand a second. */
export async function measureHeap(lane: Lane, subject: SubjectPage, messages: number): Promise<HeapGrowth> {
  const load = { levels: 20, books: 1000, trades: 0 }
  const page = await openReady(lane, subject, load)
  try {
    // The first messages fill what is kept in any case.
    lane.exchange.stream(load.books, 0)
    await pause(5_000)
    lane.exchange.stream(0, 0)
    await pause(1_500)
    const before = await keptBy(page)
    const from = lane.exchange.serial()
    lane.exchange.stream(load.books, 0)
    while (lane.exchange.serial() - from < messages) await pause(50)
    lane.exchange.stream(0, 0)
    await pause(1_500)
    return { subject, messages: lane.exchange.serial() - from, before, after: await keptBy(page) }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
}
