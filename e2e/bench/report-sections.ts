/** The tables of what stands alone: loads, growth, long runs, profiles. */
import type { FirstLoad } from './first-load'
import { flatness } from './flatness'
import type { GrowthCurve } from './growth'
import type { Part, Profile } from './profile'
import { figure, percent, table } from './report'
import type { SoakSample } from './soak'

export function firstLoadTable(loads: readonly FirstLoad[]): string {
  const head = [
    'line and processor',
    'visit',
    'first paint, ms',
    'largest paint, ms',
    'layout shift',
    'blocking, ms',
    'socket asked for / open, ms',
    'first book, ms',
    'kB',
    'requests',
  ]
  return table(
    head,
    loads.map((load) => [
      load.profile,
      load.visit,
      figure(load.fcpMs, 0),
      figure(load.lcpMs, 0),
      figure(load.layoutShift, 3),
      figure(load.blockingMs, 0),
      `${figure(load.socketMs, 0)} / ${figure(load.socketOpenMs, 0)}`,
      figure(load.bookMs, 0),
      figure(load.bytes / 1000, 0),
      figure(load.requests, 0),
    ]),
  )
}

export function growthTable(curves: readonly GrowthCurve[]): string {
  const rows = curves.map(({ over, page, points, slope, kind, why }) => [
    `${over} (${page})`,
    points.map(({ x, y }) => `${x}: ${figure(y, 2)}`).join(', '),
    `${kind} (slope ${figure(slope, 2)})`,
    why,
  ])
  return table(['over', 'main thread, ms a message', 'growth', 'why'], rows)
}

export function millionTable(samples: readonly SoakSample[]): string {
  const rows = samples.map(({ messages, heapMb, nodes, listeners, sockets }) =>
    [messages, figure(heapMb, 2), nodes, listeners, sockets].map(String),
  )
  return `${table(['messages', 'heap, MB', 'DOM nodes', 'listeners', 'sockets'], rows)}\n\n${verdict(samples)}`
}

const MOST_ROWS = 12
/** Until then a page keeps more by design: its shortest candles are a thousand seconds, the last of its lists to fill. */
const FILLED_AFTER_S = 1000

/** `flat`: nothing grew. A row for each few minutes. */
export function soakTable(samples: readonly SoakSample[]): { readonly text: string; readonly flat: boolean } {
  const every = Math.ceil(samples.length / MOST_ROWS)
  const shown = samples.filter((sample, index) => index % every === every - 1 || sample.back !== undefined)
  const rows = shown.map(({ atS, messages, heapMb, nodes, listeners, sockets, main, isHidden }) => [
    `${figure(atS / 60, 0)} min${isHidden ? ', hidden' : ''}`,
    ...[messages, figure(heapMb, 2), nodes, listeners, sockets].map(String),
    percent(main),
  ])
  const filled = samples.filter(({ atS }) => atS >= FILLED_AFTER_S)
  const judged = filled.length > MOST_ROWS ? filled : samples
  const back = samples.flatMap((sample) => sample.back ?? [])[0]
  const returned =
    back === undefined
      ? ''
      : `Back on screen: the first frame showed a book ${back.behind} behind the newest sent, and the newest of those handed to the page ` +
        `${back.missing === 0 ? 'was shown' : `was missed by ${back.missing}`}; while hidden ${back.frames} animation frames, ` +
        `${back.layouts} layouts and ${back.styles} style passes.`
  return {
    text: [
      table(['after', 'messages', 'heap, MB', 'DOM nodes', 'listeners', 'sockets', 'main thread'], rows),
      verdict(judged),
      returned,
    ].join('\n\n'),
    flat: flatness(judged).isFlat,
  }
}

function verdict(samples: readonly SoakSample[]): string {
  const { isFlat, heapMb, nodes, listeners, troubles } = flatness(samples)
  const at = `${figure((samples[0]?.messages ?? 0) / 1000, 0)},000 messages`
  const grown = `at most ${figure(heapMb, 2)} MB over the look at ${at}, ${nodes} nodes and ${listeners} listeners from the first third to the last`
  return isFlat ? `Flat: ${grown}.` : `Not flat: ${troubles.join('; ')} (${grown}).`
}

const MOST_PARTS = 14

export function profileTable({ tasks, functions }: Profile): string {
  const rows = (parts: readonly Part[]) =>
    table(
      ['what', 'of a core'],
      parts.slice(0, MOST_PARTS).map(({ name, percent: share }) => [name, `${figure(share)} %`]),
    )
  return `By task of the browser, without what it called:\n\n${rows(tasks)}\n\nBy function:\n\n${rows(functions)}`
}
