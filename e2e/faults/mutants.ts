/** Builds that are broken on purpose: the suite is worth something only if each of them fails its rows. */
import type { Plugin } from 'vite'

export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Rows that have to fail, by id. */
  readonly rows: readonly string[]
}

export interface Edit {
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
  // Not asked for, but each proves one of the invariants: silence, foreign figures, the newest serial, header, title, counts.
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
        fragment: '[key]: emptyMarket(',
        instead: '[key]: Object.values(markets)[0] ?? emptyMarket(',
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
  {
    name: 'a commit for every message',
    edits: [
      {
        file: 'src/app/runtime.ts',
        fragment: '() => document.hidden && performance.now() - committedMono > HIDDEN_FLUSH_MS',
        instead: '() => performance.now() - committedMono >= 0',
      },
    ],
    rows: ['31'],
  },
  {
    name: 'header called live',
    edits: [
      {
        file: 'src/app/market-figures.tsx',
        fragment: '<FigureGroup freshness={book}>',
        instead: "<FigureGroup freshness={{ ...book, state: 'live' }}>",
      },
    ],
    rows: ['9-both'],
  },
  {
    name: 'title not taken back',
    edits: [
      {
        file: 'src/app/tab-signals.tsx',
        fragment: "const { state } = useFreshness('orderbook')",
        instead: "const state = useFreshness('orderbook').state === 'waiting' ? 'waiting' : 'live'",
      },
    ],
    rows: ['9-both', '11'],
  },
  {
    name: 'every tab counts positions',
    edits: [
      {
        file: 'src/panels/account/account-panel.tsx',
        fragment: 'lists[id].length : null',
        instead: 'lists.positions.length : null',
      },
    ],
    rows: ['5-lost'],
  },
  {
    name: 'no topic judged by its own',
    edits: [
      {
        file: 'src/feed/topic-watch.ts',
        fragment: 'atMono - since >= ANSWER_WITHIN_MS',
        instead: 'atMono - since >= Infinity',
      },
    ],
    rows: ['T-book'],
  },
]

/** A source with its edits; throws when a fragment is not found exactly once, so that no mutant rots in silence. */
export function edited(code: string, edits: readonly Edit[]): string {
  return edits.reduce((text, { file, fragment, instead }) => {
    if (text.split(fragment).length !== 2) throw new Error(`${file} does not hold exactly one "${fragment.trim()}"`)
    return text.replace(fragment, () => instead)
  }, code)
}

/** Replaces the fragments during a build; ends it when one is not found, or when its file is no part of the site. */
export function mutate({ name, edits }: Mutant): Plugin {
  const done = new Set<Edit>()
  return {
    name: `perpscope:mutant, ${name}`,
    enforce: 'pre',
    transform(code, id) {
      const here = edits.filter(({ file }) => id.replaceAll('\\', '/').endsWith(`/${file}`))
      if (here.length === 0) return null
      for (const edit of here) done.add(edit)
      return { code: edited(code, here), map: null }
    },
    buildEnd(error) {
      const missed = edits.find((edit) => !done.has(edit))
      if (error === undefined && missed !== undefined) throw new Error(`${missed.file} is not part of the site`)
    },
  }
}
