/** `npm run bench` and `npm run soak`: measure, print, and write the tables into BENCHMARKS.md. */
import type { BrowserOptions } from '../rig/chromium'
import { compare } from './compare'
import { measureFirstLoad } from './first-load'
import { measureGrowth } from './growth'
import { measureHeap } from './heap'
import { type Lane, openLane } from './lane'
import type { Load, Times } from './measure'
import { profile } from './profile'
import { compareTable, heapTable, writeSection } from './report'
import { firstLoadTable, growthTable, millionTable, profileTable, soakTable } from './report-sections'
import { type Sites, withSites } from './sites'
import { million, soak as soakPage } from './soak'
import { appBook, appWhole, FLOOR_HOST, floorLadder, floorWhole, lab49, orderkit, RIVALS_HOST } from './subjects'

const USAGE = `npm run bench -- [--only book,page] [--runs 5] [--quick]
npm run soak -- [--minutes 60]

  --only     parts of the benchmark: book, page, heap, load, growth, million, profile
  --runs     repeats what is compared; the tables have medians
  --quick    one short run of each, to see that it works; BENCHMARKS.md stays as it is`

type Print = (line: string) => void

const PARTS = ['book', 'page', 'heap', 'load', 'growth', 'million', 'profile'] as const
type Part = (typeof PARTS)[number]

interface Options {
  readonly only: readonly Part[]
  readonly runs: number
  readonly quick: boolean
}

const load = (levels: number, books: number, trades = 0): Load => ({ levels, books, trades })
const BOOK_LOADS = [20, 200].flatMap((levels) => [10, 100, 1000].map((books) => load(levels, books)))
const PAGE_LOADS = [load(20, 10, 2), load(20, 100, 20), load(20, 1000, 20), load(200, 100, 20), load(20, 0)]
const HEAP_MESSAGES = 100_000

export async function bench(args: readonly string[], browser: BrowserOptions, print: Print): Promise<number> {
  const options = readBench(args)
  if (options === null) {
    print(USAGE)
    return 1
  }
  const { runs, quick } = options
  const times: Times = quick ? { warmMs: 500, measureMs: 1000 } : { warmMs: 1500, measureMs: 2500 }
  const write = quick ? (name: string, text: string) => print(`\n${name}\n${text}`) : writeSection
  await withSites(async (sites) => {
    const withLane = <T>(work: (lane: Lane) => Promise<T>) => onLane(browser, sites.app, sites, work)
    const parts: Readonly<Record<Part, () => Promise<void>>> = {
      async book() {
        const subjects = [floorLadder, appBook, lab49, orderkit]
        const rows = await withLane((lane) => compare(lane, subjects, BOOK_LOADS, runs, times, print))
        write('book', compareTable(rows))
      },
      async page() {
        const rows = await withLane((lane) => compare(lane, [floorWhole, appWhole], PAGE_LOADS, runs, times, print))
        write('page', compareTable(rows))
      },
      async heap() {
        const messages = quick ? 2_000 : HEAP_MESSAGES
        const rows = await withLane(async (lane) => [
          await measureHeap(lane, floorLadder, messages),
          await measureHeap(lane, appBook, messages),
          await measureHeap(lane, appWhole, messages),
          await measureHeap(lane, lab49, messages),
          await measureHeap(lane, orderkit, messages),
        ])
        write('heap', heapTable(rows))
      },
      async load() {
        write('load', firstLoadTable(await measureFirstLoad(browser, sites.app, runs, print)))
      },
      async growth() {
        write('growth', growthTable(await withLane((lane) => measureGrowth(lane, times, print))))
      },
      async million() {
        write('million', millionTable(await withLane((lane) => million(lane, print, quick ? 2_000 : 1_000_000))))
      },
      async profile() {
        const found = await onLane(browser, sites.plain, sites, (lane) =>
          profile(lane, appWhole, load(20, 100, 20), times),
        )
        write('profile', profileTable(found))
      },
    }
    for (const part of options.only) {
      print(`\n${part}`)
      await parts[part]()
    }
  })
  return 0
}

export async function soak(args: readonly string[], browser: BrowserOptions, print: Print): Promise<number> {
  const minutes = args[0] === '--minutes' ? Number(args[1]) : args.length === 0 ? 60 : Number.NaN
  if (!(minutes > 0)) {
    print(USAGE)
    return 1
  }
  const samples = await withSites((sites) =>
    onLane(browser, sites.app, sites, (lane) => soakPage(lane, minutes, print)),
  )
  const { text, flat } = soakTable(samples)
  writeSection('soak', text)
  return flat ? 0 : 1
}

async function onLane<T>(
  browser: BrowserOptions,
  site: string,
  { floor, rivals }: Sites,
  work: (lane: Lane) => Promise<T>,
): Promise<T> {
  const lane = await openLane(browser, site, { [FLOOR_HOST]: floor, [RIVALS_HOST]: rivals })
  try {
    return await work(lane)
  } finally {
    await lane.close()
  }
}

const isPart = (name: string): name is Part => PARTS.some((part) => part === name)

/** Null where the arguments are not understood. */
function readBench(args: readonly string[]): Options | null {
  let options: Options = { only: PARTS, runs: 5, quick: false }
  const rest = [...args]
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--quick') options = { ...options, quick: true, runs: 1 }
    else if (name === '--runs') options = { ...options, runs: Number(rest.shift()) }
    else if (name === '--only') {
      const only = (rest.shift() ?? '').split(',')
      if (!only.every(isPart)) return null
      options = { ...options, only }
    } else return null
  }
  return options.runs >= 1 ? options : null
}
