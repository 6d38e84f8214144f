/** How long a first visit waits for the page, over a slow line with a slow processor and over none, and a second visit. */
import type { BrowserOptions } from '../rig/chromium'
import { type CompressedSite, type Encoding, startCompressedSite } from './compressed-site'
import { type BenchPage, type Lane, openLaneOn, pause } from './lane'
import {
  BLOCKING_AFTER_LCP_MS,
  figuresOf,
  type LoadFigures,
  medians,
  type RawLoad,
  WATCHED_MS,
  waterfall,
} from './load-figures'
import { loadScript } from './load-script'
import { APP_BEST_BID, appBook, WIDE } from './subjects'

export interface FirstLoad extends LoadFigures {
  readonly profile: string
  /** `repeat`: in the same browser, with its cache. */
  readonly visit: 'first' | 'repeat'
}

interface Profile {
  readonly name: string
  readonly encoding: Encoding
  readonly isSlow: boolean
}

const PROFILES: readonly Profile[] = [
  { name: 'gzip, slow 4G, CPU 4x slower', encoding: 'gzip', isSlow: true },
  { name: 'brotli, slow 4G, CPU 4x slower', encoding: 'br', isSlow: true },
  { name: 'brotli, not throttled', encoding: 'br', isSlow: false },
]

/**
 * Lighthouse's slow 4G as a line: 150 ms each way round, 1.6 Mbit/s down, 750 kbit/s up (bytes a second here). The browser
 * puts the delay on each answer and on a socket's opening, none on TCP and TLS; it slows a socket's messages as well. Its
 * Network domain, which mirrors every message to the driver, has to be on for that: loads are measured here, no rates.
 */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

const SLOW = [
  ['Network.enable', {}],
  ['Network.emulateNetworkConditions', SLOW_4G],
  ['Emulation.setCPUThrottlingRate', { rate: 4 }],
] as const

const BOOKS_PER_SECOND = 10
const BOOK_LIMIT_MS = 60_000

interface Options {
  /** Prints what was loaded when, once for each profile. */
  readonly waterfall?: boolean
}

type Print = (line: string) => void

/** `site`: the folder of the built one. */
export async function measureFirstLoad(
  browser: BrowserOptions,
  site: string,
  runs: number,
  print: Print,
  options: Options = {},
): Promise<FirstLoad[]> {
  const server = await startCompressedSite(site)
  const lane = await openLaneOn(server, browser, [], [`--ignore-certificate-errors-spki-list=${server.fingerprint}`])
  const loads = PROFILES.map(() => ({ first: [] as LoadFigures[], repeat: [] as LoadFigures[] }))
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const [index, profile] of PROFILES.entries()) {
        const { first, repeat } = await visitTwice(lane, server, profile)
        loads[index]?.first.push(figuresOf(first))
        loads[index]?.repeat.push(figuresOf(repeat))
        print(`${profile.name}: ${inWords(figuresOf(first))}; again: ${inWords(figuresOf(repeat))}`)
        if (options.waterfall === true && run === 0) for (const line of waterfall(first)) print(line)
      }
    }
  } finally {
    await lane.close()
  }
  return PROFILES.flatMap(({ name }, index) =>
    (['first', 'repeat'] as const).map((visit) => ({ profile: name, visit, ...medians(loads[index]?.[visit] ?? []) })),
  )
}

async function visitTwice(lane: Lane, server: CompressedSite, { encoding, isSlow }: Profile) {
  server.use(encoding)
  lane.exchange.setUp(20)
  lane.exchange.stream(BOOKS_PER_SECOND, 0)
  const page = await lane.open(appBook.url, {
    size: WIDE,
    before: `${appBook.before};\n${loadScript(APP_BEST_BID)}`,
    commands: isSlow ? SLOW : [],
    isFresh: true,
  })
  try {
    const first = await settled(page)
    await page.send('Page.navigate', { url: 'about:blank' })
    await page.send('Page.navigate', { url: appBook.url })
    return { first, repeat: await settled(page) }
  } finally {
    lane.exchange.stream(0, 0)
    await page.close()
  }
}

async function settled(page: BenchPage): Promise<RawLoad> {
  await pause(WATCHED_MS)
  await page.until('benchLoad().bookMs !== null', BOOK_LIMIT_MS)
  const { lcpMs } = await page.evaluate<RawLoad>('benchLoad()')
  const agoMs = (await page.evaluate<number>('performance.now()')) - (lcpMs ?? 0)
  await pause(Math.max(0, BLOCKING_AFTER_LCP_MS - agoMs))
  return page.evaluate<RawLoad>('benchLoad()')
}

function inWords({ fcpMs, lcpMs, bookMs, blockingMs, bytes, requests }: LoadFigures): string {
  const ms = (value: number) => value.toFixed(0)
  return `first paint ${ms(fcpMs)}, largest ${ms(lcpMs)}, book ${ms(bookMs)}, blocked ${ms(blockingMs)} ms, ${(bytes / 1000).toFixed(1)} kB in ${requests} requests`
}
