/** Where a page's main thread spends its time: the browser's own tasks by kind, and functions by name. */
import { type Lane, pause } from './lane'
import { type Load, openReady, type Times } from './measure'
import type { SubjectPage } from './subjects'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** µs; `tdur`: on the processor. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface Part {
  readonly name: string
  /** Of one core, in percent, without what it called. */
  readonly percent: number
}

export interface Profile {
  readonly tasks: readonly Part[]
  readonly functions: readonly Part[]
}

/** The site has to be built without minifying, or the functions have no names. */
export async function profile(lane: Lane, subject: SubjectPage, load: Load, times: Times): Promise<Profile> {
  const page = await openReady(lane, subject, load)
  lane.exchange.stream(load.books, load.trades)
  await pause(times.warmMs)
  const events: TraceEvent[] = []
  const done = new Promise<void>((resolve) => {
    page.on((method, params) => {
      if (method === 'Tracing.dataCollected') events.push(...(params.value as TraceEvent[]))
      if (method === 'Tracing.tracingComplete') resolve()
    })
  })
  await page.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', '__metadata'] },
  })
  await pause(times.measureMs)
  await page.send('Tracing.end')
  await done
  await page.send('Profiler.enable')
  await page.send('Profiler.setSamplingInterval', { interval: 200 })
  await page.send('Profiler.start')
  await pause(times.measureMs)
  const { profile: samples } = (await page.send('Profiler.stop')) as { readonly profile: CpuProfile }
  lane.exchange.stream(0, 0)
  await page.close()
  return { tasks: byTask(events, times.measureMs), functions: byFunction(samples, times.measureMs) }
}

/** Self times of nested events on the busiest renderer's main thread. */
function byTask(events: readonly TraceEvent[], ms: number): Part[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const threads = new Map<string, TraceEvent[]>()
  for (const event of events) {
    const thread = `${event.pid}/${event.tid}`
    if (event.ph !== 'X' || !mains.has(thread)) continue
    const list = threads.get(thread)
    if (list === undefined) threads.set(thread, [event])
    else list.push(event)
  }
  const busiest = [...threads.values()].sort((a, b) => b.length - a.length)[0] ?? []
  busiest.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const selfUs = new Map<string, number>()
  const add = (name: string, us: number) => selfUs.set(name, (selfUs.get(name) ?? 0) + us)
  const open: TraceEvent[] = []
  for (const event of busiest) {
    let parent = open.at(-1)
    while (parent !== undefined && parent.ts + (parent.dur ?? 0) <= event.ts) {
      open.pop()
      parent = open.at(-1)
    }
    const us = event.tdur ?? event.dur ?? 0
    if (parent !== undefined) add(parent.name, -us)
    add(event.name, us)
    open.push(event)
  }
  return parts(selfUs, ms)
}

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

function byFunction({ nodes, samples, timeDeltas }: CpuProfile, ms: number): Part[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.replace(/^.*\/|-[\w-]{8}\.js.*$/g, '')}:${lineNumber + 1}`,
    ]),
  )
  const selfUs = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? ''
    if (!name.startsWith('(idle)')) selfUs.set(name, (selfUs.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return parts(selfUs, ms)
}

function parts(selfUs: ReadonlyMap<string, number>, ms: number): Part[] {
  return [...selfUs]
    .map(([name, us]) => ({ name, percent: us / ms / 10 }))
    .filter(({ percent }) => percent > 0.05)
    .sort((a, b) => b.percent - a.percent)
}
