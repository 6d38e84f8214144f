/** What a page tells of its own loading, and the figures made of it. All times in ms since the navigation began. */
import { quantile } from './measure'

export interface LoadedFile {
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  /** With its headers; 0: from the browser's cache. */
  readonly bytes: number
}

export interface RawLoad {
  /** null where there was none, here and below. */
  readonly fcpMs: number | null
  readonly lcpMs: number | null
  /** Of each, the time and the shift. */
  readonly shifts: readonly (readonly [number, number])[]
  /** Tasks over 50 ms: start and length. */
  readonly longTasks: readonly (readonly [number, number])[]
  readonly sockets: readonly { readonly madeMs: number; readonly openMs: number | null }[]
  /** Behind the frame with the first figure of the book. */
  readonly bookMs: number | null
  /** The document first. */
  readonly files: readonly LoadedFile[]
}

/** Of one load, or medians of several. Infinity: it did not come. */
export interface LoadFigures {
  readonly fcpMs: number
  readonly lcpMs: number
  /** Sum of the first ten seconds. */
  readonly layoutShift: number
  /** What tasks had beyond 50 ms each, up to 5 s after the largest paint. */
  readonly blockingMs: number
  /** When the first socket was asked for, and when it was open. */
  readonly socketMs: number
  readonly socketOpenMs: number
  readonly bookMs: number
  /** Sent over the network in the first ten seconds. */
  readonly bytes: number
  readonly requests: number
}

const NEVER = Number.POSITIVE_INFINITY
export const WATCHED_MS = 10_000
const LONG_MS = 50
export const BLOCKING_AFTER_LCP_MS = 5_000

export function figuresOf(load: RawLoad): LoadFigures {
  const early = load.files.filter(({ startMs, bytes }) => startMs < WATCHED_MS && bytes > 0)
  const [socket] = load.sockets
  const lcpMs = load.lcpMs ?? NEVER
  return {
    fcpMs: load.fcpMs ?? NEVER,
    lcpMs,
    layoutShift: sum(load.shifts.map(([atMs, shift]) => (atMs < WATCHED_MS ? shift : 0))),
    blockingMs: blockingMs(load.longTasks, lcpMs + BLOCKING_AFTER_LCP_MS),
    socketMs: socket?.madeMs ?? NEVER,
    socketOpenMs: socket?.openMs ?? NEVER,
    bookMs: load.bookMs ?? NEVER,
    bytes: sum(early.map(({ bytes }) => bytes)),
    requests: early.length,
  }
}

/** Of tasks that began before `untilMs`. */
export function blockingMs(longTasks: RawLoad['longTasks'], untilMs: number): number {
  return sum(longTasks.map(([startMs, ms]) => (startMs < untilMs ? Math.max(0, ms - LONG_MS) : 0)))
}

/** Each figure's own median, so that they need not come from one and the same load. */
export function medians(loads: readonly LoadFigures[]): LoadFigures {
  const of = (name: keyof LoadFigures) =>
    quantile(
      loads.map((load) => load[name]),
      0.5,
    )
  return {
    fcpMs: of('fcpMs'),
    lcpMs: of('lcpMs'),
    layoutShift: of('layoutShift'),
    blockingMs: of('blockingMs'),
    socketMs: of('socketMs'),
    socketOpenMs: of('socketOpenMs'),
    bookMs: of('bookMs'),
    bytes: of('bytes'),
    requests: of('requests'),
  }
}

/** A line each, in the order of their starts, with what happened in between. */
export function waterfall(load: RawLoad): string[] {
  const marks = [
    ['first contentful paint', load.fcpMs],
    ['largest contentful paint', load.lcpMs],
    ['first figure of the book', load.bookMs],
    ...load.sockets.flatMap(
      ({ madeMs, openMs }) =>
        [
          ['socket asked for', madeMs],
          ['socket open', openMs],
        ] as const,
    ),
  ] as const
  const ms = (value: number) => value.toFixed(0).padStart(6)
  const lines = [
    ...load.files.map(({ name, startMs, endMs, bytes }) => ({
      at: startMs,
      text: `${ms(startMs)} ${ms(endMs)} ${bytes.toFixed(0).padStart(8)}  ${name}`,
    })),
    ...marks.flatMap(([what, atMs]) =>
      atMs === null ? [] : { at: atMs, text: `${ms(atMs)} ${' '.repeat(15)}  — ${what}` },
    ),
    ...load.longTasks.map(([startMs, length]) => ({
      at: startMs,
      text: `${ms(startMs)} ${ms(startMs + length)} ${' '.repeat(8)}  — task of ${length.toFixed(0)} ms`,
    })),
  ]
  return [' start    end    bytes', ...lines.sort((a, b) => a.at - b.at).map(({ text }) => text)]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
