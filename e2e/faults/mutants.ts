/** Builds that are broken on purpose: the suite is worth something only if each of them fails its rows. */
import type { Plugin } from 'vite'

export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Rows that have to fail, by id. */
  readonly rows: readonly string[]
}

interface Edit {
  /** The end of the source file's path. */
  readonly file: string
  readonly fragment: string
  readonly instead: string
}

export const mutants: readonly Mutant[] = [
  {
    name: 'no silence timer',
    edits: [
      {
        file: 'src/feed/link-confirmed.ts',
        fragment: 'return lastFrame === null ? 0 : ageMs(lastFrame.at, now)',
        instead: 'return lastFrame === null ? 0 : ageMs(now, now)',
      },
    ],
    rows: ['9-both', '9-down'],
  },
  {
    name: 'content filter instead of generation',
    edits: [
      {
        file: 'src/domain/freshness.ts',
        fragment: 'generation === link.generation || generation === link.nextGeneration',
        instead: 'generation >= 0 && link.generation >= 0',
      },
      {
        file: 'src/feed/connection.ts',
        fragment: '    old.onmessage = null\n',
        instead: '    if (old.readyState === SOCKET_OPEN) return\n',
      },
    ],
    rows: ['5-lost', '9-late'],
  },
  {
    name: 'ids as numbers',
    edits: [
      {
        file: 'src/protocol/fields.ts',
        fragment: 'value.length <= MAX_ID_LENGTH && DIGITS.test(value) ? value : null',
        instead: 'value.length <= MAX_ID_LENGTH && DIGITS.test(value) ? BigInt(Number(value)).toString() : null',
      },
    ],
    rows: ['19'],
  },
  {
    name: 'backoff reset on open',
    edits: [
      {
        file: 'src/feed/link.ts',
        fragment: "state: { ...common(state), phase: 'unconfirmed', since: now, resubscribed: false },",
        instead: "state: { ...common(state), failures: 0, phase: 'unconfirmed', since: now, resubscribed: false },",
      },
    ],
    rows: ['6', '10'],
  },
  // Not asked for, but each proves one of the invariants: silence, foreign figures, the newest serial.
  {
    name: 'silence not shown',
    edits: [
      {
        file: 'src/domain/freshness.ts',
        fragment: "age >= dead ? 'stale' : age >= delayed || late ? 'delayed' : 'live'",
        instead: "late ? 'delayed' : age >= dead + delayed ? 'stale' : 'live'",
      },
    ],
    rows: ['9-both'],
  },
  {
    name: 'figures kept over a switch',
    edits: [
      {
        file: 'src/store/store.ts',
        fragment: 'markets: { [key]: emptyMarket(',
        instead: 'markets: { [key]: Object.values(markets)[0] ?? emptyMarket(',
      },
    ],
    rows: ['24'],
  },
  {
    name: 'books of two seconds in four lost',
    edits: [
      {
        file: 'src/store/market-slice.ts',
        fragment: "if (update?.topic === 'orderbook') book = update.book",
        instead: "if (update?.topic === 'orderbook' && (book === null || Date.now() % 4000 < 2000)) book = update.book",
      },
    ],
    rows: ['30-brief'],
  },
]

/** Replaces each fragment in its file; ends the build when one is not found, so that no mutant rots in silence. */
export function mutate({ name, edits }: Mutant): Plugin {
  const done = new Set<Edit>()
  return {
    name: 'perpscope:mutant',
    enforce: 'pre',
    transform(code, id) {
      const here = edits.filter(({ file }) => id.replaceAll('\\', '/').endsWith(file))
      let changed = code
      for (const edit of here) {
        if (changed.split(edit.fragment).length !== 2) {
          throw new Error(`mutant "${name}": ${edit.file} does not hold exactly one "${edit.fragment.trim()}"`)
        }
        changed = changed.replace(edit.fragment, () => edit.instead)
        done.add(edit)
      }
      return here.length === 0 ? null : { code: changed, map: null }
    },
    buildEnd(error) {
      const missed = edits.find((edit) => !done.has(edit))
      if (error === undefined && missed !== undefined) {
        throw new Error(`mutant "${name}": ${missed.file} is not part of the site`)
      }
    },
  }
}
