/** What must hold in every sample of every row, whatever the fault. */
import { EXCHANGE_NETWORKS } from '../../src/config'
import { codedMid, headerFigures, headerMarks, hostOf, isJudgedFigure, isJudgedRegion } from './claims'
import { accountCode, marketCode, subjectOfCode } from './coding'
import { Deliveries } from './deliveries'
import { type Add, judgeClaims, judgeCounts, judgeReading, judgeTitle } from './live-checks'
import type { Sample, SocketNote, WatchLog } from './sampler'

const HAND_OVER_MS = 1_200

const STATES: ReadonlySet<string> = new Set(['waiting', 'live', 'delayed', 'stale', 'unverified', 'error'])
const CONNECTION = /^(Connecting|Live|Delayed|Stale|Reconnecting|Offline)/

export interface Violation {
  readonly t: number
  readonly rule: string
  readonly what: string
}

export interface Verdict {
  readonly samples: number
  readonly violations: readonly Violation[]
  /** The longest that a delivered serial was not on show in a live panel, ms. */
  readonly worstLagMs: number
}

export interface Circumstances {
  /** Addresses asked for that are not in the table of hosts. */
  readonly strangers: readonly string[]
  /** Lists hold rows that the page is to set aside, so that tabs do not count what was sent. */
  readonly setsAside: boolean
}

/** Judges a page's log; its frames and samples are in the order of time. */
export function judge(log: WatchLog, { strangers, setsAside }: Circumstances): Verdict {
  const violations: Violation[] = []
  const add: Add = (t, rule, what) => void violations.push({ t, rule, what })
  for (const error of log.errors) add(0, 'uncaught error', error)
  for (const url of strangers) add(0, 'stranger', url)
  sockets(log, add)
  judgeReading(log.samples, add)
  let worstLagMs = 0
  let reached = 0
  let lookedAt = log.samples[0]?.t ?? 0
  const sofar = new Deliveries(log.sockets)
  for (const sample of log.samples) {
    for (; reached < log.frames.length; reached += 1) {
      const frame = log.frames[reached]
      if (frame === undefined || frame[0] > sample.t) break
      sofar.take(frame)
    }
    vocabulary(sample, add)
    foreign(sample, sofar, add)
    judgeTitle(sample, sample.t - lookedAt, sofar, add)
    lookedAt = sample.t
    // Nobody sees a hidden page but for its title; what counts is what it shows when it is back.
    if (sample.hidden) continue
    worstLagMs = Math.max(worstLagMs, judgeClaims(sample, sofar, add))
    judgeCounts(sample, !setsAside, sofar, add)
    onePicture(sample, add)
  }
  return { samples: log.samples.length, violations, worstLagMs: Math.round(worstLagMs) }
}

/**
 * Figures are of the market or an account on show: an entry may be marked in the book. An account's rows may show the price of
 * another market too, as long as a socket brings its book.
 */
function foreign(sample: Sample, sofar: Deliveries, add: Add): void {
  const network = EXCHANGE_NETWORKS.find(({ id }) => id === sample.network)
  if (network === undefined) return
  const market = marketCode(network.id, sample.market)
  const own = [market, ...sample.addresses.map((address) => accountCode(network.id, address))]
  const served = network.markets.filter(({ id }) =>
    sofar.of(`${hostOf(network.id)} ${id}`, sample.t).some(({ topics }) => topics.has('orderbook')),
  )
  const ofAccount = [...own, ...served.map(({ id }) => marketCode(network.id, id))]
  for (const [region, codes] of Object.entries(sample.codes)) {
    const allowed = region === 'Account' ? ofAccount : own
    for (const code of codes) {
      if (allowed.includes(subjectOfCode(code))) continue
      const where = region === '' ? 'the page' : region
      add(sample.t, 'foreign figure', `${where} shows code ${code} with market ${sample.market}`)
    }
  }
  const mid = figureOf(sample, 'Mid')
  if (mid !== undefined && codedMid(mid)?.[0] !== market) {
    add(sample.t, 'foreign figure', `the header's mid is ${mid} with market ${sample.market}`)
  }
  const digit = sample.network === 'mainnet' ? 1 : 2
  if (sample.funding !== null && sample.funding[0] !== digit) {
    add(sample.t, 'foreign figure', `funding of network ${sample.funding[0]} on ${sample.network}`)
  }
}

const figureOf = (sample: Sample, name: string) =>
  headerFigures(sample).find(({ label, text }) => label === name && /\d/.test(text))?.text

/** Half of the last of the seven decimals of a coded price. */
const ROUNDING = 5e-8

/** Ladder, depth and header show one and the same message, and a row is of one message. */
function onePicture(sample: Sample, add: Add): void {
  const { t, states, book, bid, bidSize, best } = sample
  if (best !== null) {
    const [bestBid, bestAsk] = best
    // Not a number where the header shows none: that differs from nothing.
    const [mid, spread] = [Number(figureOf(sample, 'Mid')), Number(figureOf(sample, 'Spread'))]
    if (Math.abs(mid - (bestBid + bestAsk) / 2) > ROUNDING || Math.abs(spread - (bestAsk - bestBid)) > ROUNDING) {
      add(
        t,
        'torn picture',
        `mid ${mid} and spread ${spread} of the header with ${bestBid} and ${bestAsk} in the ladder`,
      )
    }
  }
  if (states['Order book'] !== 'live') return
  const serials = ['Order book', 'Depth chart', ''].flatMap((region) => book[region] ?? [])
  if (new Set(serials).size > 1) add(t, 'torn picture', `books of ${[...new Set(serials)].join(', ')} at once`)
  if (bid !== null && bidSize !== null && bid[1] !== bidSize) {
    add(t, 'torn picture', `price of ${bid[1]} with size of ${bidSize}`)
  }
}

function vocabulary(sample: Sample, add: Add): void {
  const { t, states, connection, broken } = sample
  for (const { label, state } of headerFigures(sample)) {
    if (!isJudgedFigure(label)) add(t, 'not judged', `the header's "${label}": name its topic in claims.ts`)
    if (!STATES.has(state)) add(t, 'vocabulary', `the header's ${label} is "${state}"`)
    const sure = state === 'live' || state === 'waiting'
    if (!sure && !headerMarks(sample).includes(state))
      add(t, 'unmarked', `the header's ${label} is ${state} in silence`)
  }
  for (const [region, state] of Object.entries(states)) {
    if (!isJudgedRegion(region)) add(t, 'not judged', `the region "${region}": name its topic in claims.ts`)
    if (!STATES.has(state)) add(t, 'vocabulary', `${region} is "${state}"`)
  }
  if (connection !== '' && !CONNECTION.test(connection)) add(t, 'vocabulary', `Connection says "${connection}"`)
  for (const text of broken) add(t, 'broken figure', text.slice(0, 80))
}

/**
 * One open socket a subject, two for a second at a hand-over. A market is one subject, whether its socket brings all of it or
 * the book alone.
 */
function sockets({ sockets: all, samples }: WatchLog, add: Add): void {
  const endOf = (note: SocketNote) => note.closedAt ?? samples.at(-1)?.t ?? note.openedAt
  const bySubject = new Map<string, SocketNote[]>()
  for (const note of all) {
    if (note.subject !== '') bySubject.set(note.subject, [...(bySubject.get(note.subject) ?? []), note])
  }
  for (const [subject, notes] of bySubject) {
    for (const note of notes) {
      const at = note.openedAt
      const others = notes.filter((other) => other !== note && other.openedAt <= at && endOf(other) > at)
      if (others.length > 1) add(at, 'too many sockets', `${others.length + 1} of ${subject}`)
      const overlapMs = Math.max(0, ...others.map((other) => Math.min(endOf(other), endOf(note)) - at))
      if (overlapMs > HAND_OVER_MS) add(at, 'too many sockets', `two of ${subject} for ${Math.round(overlapMs)} ms`)
    }
  }
}
