/** One page at one rate: what it costs, then, in a page of its own that bears a probe, how late it shows and what it drops. */
import type { AccountSize } from './account'
import { serialIn } from './book-feed'
import { cpuTime } from './cpu'
import { type BenchPage, type Lane, pause } from './lane'
import { type Probed, probeScript } from './probe'
import type { SubjectPage } from './subjects'

export interface Load {
  readonly levels: number
  /** Messages a second. */
  readonly books: number
  readonly trades: number
  readonly account?: AccountSize
}

export interface Times {
  readonly warmMs: number
  readonly measureMs: number
}

export interface Cost {
  /** Messages that the page was sent in a second. */
  readonly perSecond: number
  /** Shares of one core. */
  readonly main: number
  readonly total: number
  /** ms of the main thread, and of all, a message. */
  readonly mainMs: number
  readonly totalMs: number
  /** Shares of the main thread's time. */
  readonly script: number
  readonly style: number
  readonly layout: number
  readonly nodes: number
}

export interface Latency {
  /** ms from the server's stamp to the frame that showed it first. */
  readonly p50: number
  readonly p99: number
  /** How many messages the page was behind when the stream ended. */
  readonly behind: number
  readonly dropped: number
  readonly frames: number
  readonly longTasks: number
}

export async function measureCost(lane: Lane, subject: SubjectPage, load: Load, times: Times): Promise<Cost> {
  const page = await openAtRate(lane, subject, load, times)
  try {
    await page.send('Performance.enable', { timeDomain: 'threadTicks' })
    const before = await take(lane, page)
    await pause(times.measureMs)
    const after = await take(lane, page)
    lane.exchange.stream(0, 0)
    const seconds = (after.atMs - before.atMs) / 1000
    const messages = after.sent - before.sent
    const mainMs = after.cpu.mainMs - before.cpu.mainMs
    const totalMs = after.cpu.totalMs - before.cpu.totalMs
    const share = (name: keyof typeof before.metrics) => ((after.metrics[name] - before.metrics[name]) * 1000) / mainMs
    return {
      perSecond: messages / seconds,
      main: mainMs / seconds / 1000,
      total: totalMs / seconds / 1000,
      mainMs: mainMs / messages,
      totalMs: totalMs / messages,
      script: share('ScriptDuration'),
      style: share('RecalcStyleDuration'),
      layout: share('LayoutDuration'),
      nodes: after.metrics.Nodes,
    }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
}

export async function measureLatency(lane: Lane, subject: SubjectPage, load: Load, times: Times): Promise<Latency> {
  const page = await openAtRate(lane, subject, load, times, probeScript(subject.bestBidSize))
  try {
    await page.evaluate('benchTaken(), 0')
    await pause(times.measureMs)
    const last = lane.exchange.serial()
    const { shown, frames, longTasks } = await page.evaluate<Probed>('benchTaken()')
    lane.exchange.stream(0, 0)
    const seen = shown.map(([text, atMs]) => ({ serial: serialIn(text), atMs }))
    const late = seen.flatMap(({ serial, atMs }) => atMs - lane.exchange.sentAtMs(serial) || [])
    const dropped = droppedFrames(frames)
    return {
      p50: quantile(late, 0.5),
      p99: quantile(late, 0.99),
      behind: last - (seen.at(-1)?.serial ?? 0),
      dropped,
      frames: frames.length,
      longTasks: longTasks.length,
    }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
}

async function openAtRate(lane: Lane, subject: SubjectPage, load: Load, times: Times, before?: string) {
  const page = await openReady(lane, subject, load, before)
  lane.exchange.stream(load.books, load.trades)
  await pause(times.warmMs)
  return page
}

/** The page with its first figures, and everything that it loads later. */
export async function openReady(lane: Lane, subject: SubjectPage, load: Load, before?: string): Promise<BenchPage> {
  lane.exchange.setUp(load.levels, load.account)
  const scripts = [subject.before, before].filter((script) => script !== undefined).join(';\n')
  const page = await lane.open(subject.url, { size: subject.size, before: scripts })
  await page.until(subject.ready)
  if (subject.prepare !== undefined) await page.evaluate(subject.prepare)
  await pause(500)
  return page
}

async function take(lane: Lane, page: BenchPage) {
  const { metrics } = (await page.send('Performance.getMetrics')) as {
    readonly metrics: readonly { readonly name: string; readonly value: number }[]
  }
  const read = (wanted: string) => {
    const found = metrics.find(({ name }) => name === wanted)
    if (found === undefined) throw new Error(`the browser tells no ${wanted}`)
    return found.value
  }
  return {
    atMs: performance.now(),
    sent: lane.exchange.sent(),
    cpu: cpuTime(lane.pid),
    metrics: {
      ScriptDuration: read('ScriptDuration'),
      RecalcStyleDuration: read('RecalcStyleDuration'),
      LayoutDuration: read('LayoutDuration'),
      Nodes: read('Nodes'),
    },
  }
}

const FRAME_MS = 1000 / 60

/** Frames that a steady 60 a second would have had and the page did not. */
export function droppedFrames(frames: readonly number[]): number {
  let dropped = 0
  for (let index = 1; index < frames.length; index += 1) {
    const gap = (frames[index] ?? 0) - (frames[index - 1] ?? 0)
    dropped += Math.max(0, Math.round(gap / FRAME_MS) - 1)
  }
  return dropped
}

/** NaN for nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
