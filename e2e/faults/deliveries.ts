/** What each socket of a page had brought up to a moment, as the log tells. */
import type { FrameNote, SocketNote } from './sampler'

/** A message is on screen with the next frame; samples, timers and a busy machine may take this long. */
export const SHOWN_WITHIN_MS = 600
/** Messages older than this are asked for by no check but the newest of them; in ms. */
const KEPT_MS = 5_000

/** The two lists that only grow: what a message does not repeat stays. */
const GROWING: ReadonlySet<string> = new Set(['order_history', 'trade_history'])

/** Rows that a tab may count from a moment on. */
interface RowCount {
  readonly t: number
  readonly rows: number
}

/** One topic on one socket. */
interface Brought {
  /** The last few seconds, and the newest message before. */
  readonly frames: FrameNote[]
  /** The same as numbers of rows: those of the message, or of the list that has grown by it. */
  readonly counts: RowCount[]
  readonly ids: Set<string>
}

interface SocketEntry {
  last: number
  readonly topics: Map<string, Brought>
}

export class Deliveries {
  private readonly bySocket = new Map<number, SocketEntry>()
  private readonly grown = new Map<string, Set<string>>()
  private readonly sockets: readonly SocketNote[]

  constructor(all: readonly SocketNote[]) {
    this.sockets = all
  }

  take(frame: FrameNote): void {
    const [t, socket, topic, , , rows] = frame
    const { closedAt = null, subject = '' } = this.sockets[socket] ?? {}
    // Dropped: what still comes by it belongs to nobody.
    if (closedAt !== null && t > closedAt) return
    const entry = this.bySocket.get(socket) ?? { last: 0, topics: new Map<string, Brought>() }
    this.bySocket.set(socket, entry)
    entry.last = t
    const brought = entry.topics.get(topic) ?? { frames: [], counts: [], ids: new Set<string>() }
    entry.topics.set(topic, brought)
    brought.frames.push(frame)
    if (GROWING.has(topic)) {
      const all = this.grownRows(subject, topic)
      for (const id of rows) {
        brought.ids.add(id)
        all.add(id)
      }
    }
    brought.counts.push({ t, rows: GROWING.has(topic) ? brought.ids.size : rows.length })
    let old = 0
    while ((brought.frames[old + 1]?.[0] ?? Infinity) < t - KEPT_MS) old += 1
    if (old === 0) return
    brought.frames.splice(0, old)
    brought.counts.splice(0, old)
  }

  /** Sockets of a subject that stood at a moment, with what they had brought. */
  of(subject: string, t: number): readonly SocketEntry[] {
    return [...this.bySocket].flatMap(([number, entry]) => {
      const note = this.sockets[number]
      if (note?.subject !== subject || (note.closedAt !== null && note.closedAt < t - SHOWN_WITHIN_MS)) return []
      return [entry]
    })
  }

  /** Fewest and most rows that a tab may count at a moment; null where no list has stood long enough to be shown. */
  rowsOf(subject: string, topic: string, t: number): { readonly least: number; readonly most: number } | null {
    const counts = this.of(subject, t).flatMap(({ topics }) => {
      const all = topics.get(topic)?.counts ?? []
      const settled = all.findLastIndex((count) => count.t <= t - SHOWN_WITHIN_MS)
      return settled < 0 ? [] : [all.slice(settled)]
    })
    if (counts.length === 0) return null
    const rows = counts.flat().map((count) => count.rows)
    if (!GROWING.has(topic)) return { least: Math.min(...rows), most: Math.max(...rows) }
    // A new socket repeats the newest rows only; what earlier ones brought may still stand in the list.
    const settled = counts.map(([first]) => first?.rows ?? 0)
    return { least: Math.max(...settled), most: this.grownRows(subject, topic).size }
  }

  private grownRows(subject: string, topic: string): Set<string> {
    const key = `${subject} ${topic}`
    const known = this.grown.get(key) ?? new Set<string>()
    this.grown.set(key, known)
    return known
  }
}
