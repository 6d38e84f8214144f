/** What a page holds after forced collections, and what its main thread did since the look before. */
import { cpuTime } from './cpu'
import type { Held } from './flatness'
import { type BenchPage, type Lane, pause } from './lane'

export interface HeldSample extends Held {
  /** Since the first look. */
  readonly atS: number
  /** Sent since the first look. */
  readonly messages: number
  /** Share of one core since the look before, without the collections. */
  readonly main: number
}

/** Longer than two sockets of a subject stand side by side when one replaces the other. */
const HAND_OVER_MS = 2_500

/** The returned function looks. */
export async function watchHeld(lane: Lane, page: BenchPage): Promise<() => Promise<HeldSample>> {
  await page.send('Performance.enable')
  const now = () => ({ atMs: performance.now(), mainMs: cpuTime(lane.pid).mainMs })
  const start = { ...now(), sent: lane.exchange.sent() }
  let last: ReturnType<typeof now> = start
  return async () => {
    const { atMs, mainMs } = now()
    const main = (mainMs - last.mainMs) / (atMs - last.atMs)
    const messages = lane.exchange.sent() - start.sent
    const sockets = await settledSockets(lane)
    // What the first collection lets go of may hold on to more until the second.
    await page.send('HeapProfiler.collectGarbage')
    await page.send('HeapProfiler.collectGarbage')
    const heapMb = (await metric(page, 'JSHeapUsedSize')) / 1e6
    const { nodes, jsEventListeners, documents } = (await page.send('Memory.getDOMCounters')) as {
      readonly [name in 'nodes' | 'jsEventListeners' | 'documents']: number
    }
    last = now()
    return {
      atS: (atMs - start.atMs) / 1000,
      messages,
      main,
      heapMb,
      nodes,
      listeners: jsEventListeners,
      documents,
      sockets,
    }
  }
}

export async function metric(page: BenchPage, name: string): Promise<number> {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    readonly metrics: readonly { readonly name: string; readonly value: number }[]
  }
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN
}

async function settledSockets(lane: Lane): Promise<number> {
  let least = lane.exchange.clients()
  for (let waitedMs = 0; waitedMs < HAND_OVER_MS; waitedMs += 250) {
    await pause(250)
    least = Math.min(least, lane.exchange.clients())
  }
  return least
}

export function inWords({ atS, messages, heapMb, nodes, listeners, documents, sockets, main }: HeldSample): string {
  const held = `${heapMb.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${documents} documents, ${sockets} sockets`
  return `${atS.toFixed(0)} s, ${messages} messages: ${held}, main thread ${(main * 100).toFixed(1)} %`
}
