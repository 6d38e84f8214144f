/** What a row of the fault table is, and what it works with. */
import type { BrowserContext, Page } from '@playwright/test'
import { SITE_HOST } from '../rig/server'
import type { Client, CodedExchange } from './exchange'
import type { Line, Proxy } from './proxy'
import type { Sample, WatchLog } from './sampler'

export interface Measured {
  /** From the fault to the first look at the page that did not call the figures live. */
  readonly detectedMs?: number
  /** From the end of the fault to the first look at which all was live again. */
  readonly recoveredMs?: number
  /** What was seen, in a few words. */
  readonly said: string
}

export interface Row {
  /** The fault's number in truth.md, and a word where it has several rows. */
  readonly id: string
  readonly name: string
  readonly expected: string
  /** `short` ones run with `npm test`, `long` ones only with --long. */
  readonly length?: 'short' | 'long'
  /** Sends rows of accounts that the page is to set aside: its tabs count fewer than were sent. */
  readonly setsAside?: boolean
  /** Wants the machine for itself. */
  readonly heavy?: boolean
  /** Two and a half minutes, unless it says otherwise. */
  readonly limitMs?: number
  readonly run: (stage: RowStage) => Promise<Measured>
}

/** The page did something else than expected. */
export class RowFailure extends Error {}

export const WALLET = `0x${'a1'.repeat(32)}`
export const clock = () => performance.timeOrigin + performance.now()
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const POLL_MS = 60
/** A page that gives no sample for so long is taken for dead. */
const SILENT_PAGE_MS = 5_000

export class RowStage {
  readonly context: BrowserContext
  readonly page: Page
  readonly exchange: CodedExchange
  /** In front of the exchange's socket hosts. */
  readonly proxy: Proxy
  /** In front of its REST hosts. */
  readonly rest: Proxy
  /** One log a document. */
  readonly logs: WatchLog[] = []

  constructor(parts: Pick<RowStage, 'context' | 'page' | 'exchange' | 'proxy' | 'rest'>) {
    this.context = parts.context
    this.page = parts.page
    this.exchange = parts.exchange
    this.proxy = parts.proxy
    this.rest = parts.rest
  }

  async open(query = `?address=${WALLET}`): Promise<void> {
    await this.page.goto(`https://${SITE_HOST}/${query}`)
  }

  /** Opens the page with all seven topics, or with a market's three, and waits until they are live. */
  async openLive(topics: 'all' | 'market' = 'all'): Promise<void> {
    const from = clock()
    await this.open(topics === 'all' ? undefined : '')
    await this.until('live at the start', topics === 'all' ? allLive : marketLive, 15_000, from)
  }

  /** Parts that the page says it set aside. */
  async setAside(): Promise<number> {
    const text = (await this.page.getByRole('contentinfo').textContent()) ?? ''
    return Number(/([\d,]+) messages? or parts? set aside/.exec(text)?.[1]?.replaceAll(',', '') ?? 0)
  }

  /** Waits until the page has set aside so many parts, not for ever: the row counts them at its end. */
  async setAsideOf(parts: number, limitMs = 1000): Promise<void> {
    const from = clock()
    while ((await this.setAside()) < parts && clock() - from < limitMs) await pause(10)
  }

  /** Takes over what the page has noted so far: before it is left for another document, and in long rows. */
  async keepLog(): Promise<void> {
    const part = await this.page.evaluate(() => {
      const log = window.faultWatch
      if (log === undefined) return null
      const { id, samples, frames, sockets, errors } = log
      return { id, sockets, samples: samples.splice(0), frames: frames.splice(0), errors: errors.splice(0) }
    })
    if (part === null) return
    const known = this.logs.find(({ id }) => id === part.id)
    if (known === undefined) {
      this.logs.push(part)
      return
    }
    for (const sample of part.samples) known.samples.push(sample)
    for (const frame of part.frames) known.frames.push(frame)
    known.errors.push(...part.errors)
    known.sockets.splice(0, Infinity, ...part.sockets)
  }

  async samplesSince(from: number): Promise<readonly Sample[]> {
    return this.page.evaluate((t) => window.faultWatch?.samples.filter((sample) => sample.t > t) ?? [], from)
  }

  async look(): Promise<Sample> {
    return this.until('a look at the page', () => true, 5_000)
  }

  /** The first sample since `from` that fits. Judged by the page's own times: this process may be late. */
  async until(what: string, fits: (sample: Sample) => boolean, limitMs: number, from = clock()): Promise<Sample> {
    let seen = from
    let last: Sample | undefined
    while (seen - from <= limitMs && clock() - from <= limitMs + SILENT_PAGE_MS) {
      for (const sample of await this.samplesSince(seen)) {
        seen = sample.t
        last = sample
        if (seen - from > limitMs) break
        if (fits(sample)) return sample
      }
      await pause(POLL_MS)
    }
    throw new RowFailure(`${what}: not within ${limitMs / 1000} s; ${describe(last)}`)
  }

  /** Waits, and wants every sample of that time to fit. */
  async during(ms: number, what: string, fits: (sample: Sample) => boolean): Promise<void> {
    const from = clock()
    await pause(ms)
    const wrong = (await this.samplesSince(from)).find((sample) => !fits(sample))
    if (wrong !== undefined) throw new RowFailure(`${what}: after ${Math.round(wrong.t - from)} ms ${describe(wrong)}`)
  }

  demand(what: string, holds: boolean): void {
    if (!holds) throw new RowFailure(what)
  }

  /** Brings a fault about, waits until it shows, ends it, waits until all is live again. */
  async cycle(steps: Cycle): Promise<{ readonly detectedMs: number; readonly recoveredMs: number }> {
    const { detected = notLive, detectWithinMs, heal, recovered = allLive, recoverWithinMs } = steps
    const faultAt = clock()
    await steps.fault()
    const seen = await this.until('noticing the fault', detected, detectWithinMs, faultAt)
    await steps.meanwhile?.()
    const healedAt = heal === undefined ? faultAt : clock()
    await heal?.()
    const well = await this.until('live again', recovered, recoverWithinMs, Math.max(healedAt, seen.t))
    return { detectedMs: Math.round(seen.t - faultAt), recoveredMs: Math.round(well.t - healedAt) }
  }
}

interface Cycle {
  readonly fault: () => Promise<void> | void
  readonly detected?: (sample: Sample) => boolean
  readonly detectWithinMs: number
  readonly meanwhile?: () => Promise<void>
  /** Without it the fault ends by itself, and recovery is counted from its beginning. */
  readonly heal?: () => Promise<void> | void
  readonly recovered?: (sample: Sample) => boolean
  readonly recoverWithinMs: number
}

export const MARKET_PANELS = ['Order book', 'Depth chart', 'Trades', 'Funding'] as const
export const ACCOUNT_TABS = ['Tab Positions', 'Tab Open orders', 'Tab Order history', 'Tab Fills'] as const

const all = (state: string, panels: readonly string[]) => (sample: Sample) =>
  panels.every((panel) => sample.states[panel] === state)
const none = (state: string, panels: readonly string[]) => (sample: Sample) =>
  panels.every((panel) => sample.states[panel] !== state)

export const marketLive = all('live', MARKET_PANELS)
export const marketStale = all('stale', MARKET_PANELS)
export const marketNotLive = none('live', MARKET_PANELS)
export const allLive = (sample: Sample) =>
  all('live', [...MARKET_PANELS, ...ACCOUNT_TABS])(sample) && sample.connection.startsWith('Live')
export const notLive = none('live', [...MARKET_PANELS, ...ACCOUNT_TABS])
export const allStale = all('stale', [...MARKET_PANELS, ...ACCOUNT_TABS])
/** Tabs may be missing as well: their part of the page is loaded later. */
export const allWaiting = ({ states }: Sample) =>
  [...MARKET_PANELS, ...ACCOUNT_TABS].every((panel) => (states[panel] ?? 'waiting') === 'waiting')

/** The proxy's end of a socket. */
export function lineOf(stage: RowStage, client: Client | undefined): Line {
  const line = [...stage.proxy.lines].find(({ upstreamPort }) => upstreamPort === client?.port)
  if (line === undefined) throw new RowFailure('the proxy does not know this socket')
  return line
}

function describe(sample: Sample | undefined): string {
  if (sample === undefined) return 'the page gave no sample'
  const states = Object.entries(sample.states).map(([region, state]) => `${region.replace('Tab ', '')} ${state}`)
  return `Connection "${sample.connection}", ${states.join(', ')}`
}
