/** Whether what a page holds stays as it is while messages come and go. */

/** What a page holds after forced collections. */
export interface Held {
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
  readonly documents: number
  /** Open ones, counted at the server's end. */
  readonly sockets: number
}

export interface Flatness {
  readonly isFlat: boolean
  /** The most that a sample had beyond the first one. */
  readonly heapMb: number
  /** How far the least of the last third lies above the least of the first; below 0 where it is less. */
  readonly nodes: number
  readonly listeners: number
  /** What is not flat, in words; none where all is. */
  readonly troubles: readonly string[]
}

/**
 * Heap: what the page keeps by design, its candles, trades and histories up to their limits. Nodes and listeners: rows of tape
 * and tables, marks and notices stand at one look and not at the next, so each third of the samples counts by its least; that
 * one varies by what a screen's last rows hold. One that is left behind every thousand messages makes hundreds in a million.
 */
const ALLOWED = { heapMb: 2, nodes: 100, listeners: 60 }

/** The first sample should be of a page whose lists have filled. */
export function flatness(samples: readonly Held[]): Flatness {
  const [first, ...rest] = samples
  if (first === undefined) throw new RangeError('nothing was measured')
  const heapMb = Math.max(0, ...rest.map((sample) => sample.heapMb - first.heapMb))
  const third = Math.ceil(samples.length / 3)
  const least = (name: 'nodes' | 'listeners', part: readonly Held[]) => Math.min(...part.map((sample) => sample[name]))
  const grown = (name: 'nodes' | 'listeners') =>
    least(name, samples.slice(-third)) - least(name, samples.slice(0, third))
  const figures = { heapMb, nodes: grown('nodes'), listeners: grown('listeners') }
  const troubles = (['heapMb', 'nodes', 'listeners'] as const).flatMap((name) =>
    figures[name] > ALLOWED[name]
      ? `${name} grew by ${Number(figures[name].toFixed(2))}, more than ${ALLOWED[name]}`
      : [],
  )
  for (const name of ['sockets', 'documents'] as const) {
    const other = rest.find((sample) => sample[name] !== first[name])
    if (other !== undefined) troubles.push(`${name} were ${first[name]} and ${other[name]}`)
  }
  return { isFlat: troubles.length === 0, ...figures, troubles }
}
