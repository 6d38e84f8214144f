/** What must hold in every sample of every row, whatever the fault. */
import { EXCHANGE_NETWORKS } from '../../src/config'
import { accountCode, marketCode, subjectOfCode } from './coding'
import { homeMarket } from './exchange'
import type { Coded, FrameNote, Sample, SocketNote, WatchLog } from './sampler'

/** Silence after which nothing may be called live: the limit of its kind and a tick of the page's clock. */
const MARKET_LIVE_MS = 11_500
const ACCOUNT_LIVE_MS = 26_500
/** A message is on screen with the next frame; samples, timers and a busy machine may take this long. */
const SHOWN_WITHIN_MS = 600
const HAND_OVER_MS = 1_200

const STATES: ReadonlySet<string> = new Set(['waiting', 'live', 'delayed', 'stale', 'unverified', 'error'])
const CONNECTION = /^(Connecting|Live|Delayed|Stale|Reconnecting|Offline)/

const TOPIC_OF: Readonly<Record<string, string>> = {
  'Order book': 'orderbook',
  'Depth chart': 'orderbook',
  Trades: 'recent_trades',
  Funding: 'live_funding_rate',
  'Tab Positions': 'positions',
  'Tab Open orders': 'open_orders',
  'Tab Order history': 'order_history',
  'Tab Fills': 'trade_history',
}
const isAccountPanel = (panel: string) => panel.startsWith('Tab ')

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

const hostOf = (networkId: string) => {
  const network = EXCHANGE_NETWORKS.find(({ id }) => id === networkId)
  return network === undefined ? '' : new URL(network.wsUrl).hostname
}

/** Judges a page's log; its frames and samples are in the order of time. */
export function judge(log: WatchLog, strangers: readonly string[]): Verdict {
  const violations: Violation[] = []
  const add = (t: number, rule: string, what: string) => violations.push({ t, rule, what })
  for (const error of log.errors) add(0, 'uncaught error', error)
  for (const url of strangers) add(0, 'stranger', url)
  sockets(log, add)
  let worstLagMs = 0
  let reached = 0
  const sofar = new Deliveries(log.sockets)
  for (const sample of log.samples) {
    for (; reached < log.frames.length; reached += 1) {
      const frame = log.frames[reached]
      if (frame === undefined || frame[0] > sample.t) break
      sofar.take(frame)
    }
    vocabulary(sample, add)
    foreign(sample, add)
    // Nobody sees a hidden page; what counts is what it shows when it is back.
    if (sample.hidden) continue
    liveness(sample, sofar, add)
    worstLagMs = Math.max(worstLagMs, newest(sample, sofar, add))
    onePicture(sample, add)
  }
  return { samples: log.samples.length, violations, worstLagMs: Math.round(worstLagMs) }
}

type Add = (t: number, rule: string, what: string) => void

/** What each socket had brought up to a moment. */
class Deliveries {
  private readonly bySocket = new Map<number, { last: number; topics: Map<string, FrameNote[]> }>()
  private readonly sockets: readonly SocketNote[]

  constructor(all: readonly SocketNote[]) {
    this.sockets = all
  }

  take(frame: FrameNote): void {
    const [t, socket, topic] = frame
    const closedAt = this.sockets[socket]?.closedAt ?? null
    // Dropped: what still comes by it belongs to nobody.
    if (closedAt !== null && t > closedAt) return
    const entry = this.bySocket.get(socket) ?? { last: 0, topics: new Map<string, FrameNote[]>() }
    this.bySocket.set(socket, entry)
    entry.last = t
    const recent = entry.topics.get(topic) ?? []
    recent.push(frame)
    // The newest serial of 600 ms ago has to be found, in a burst as well.
    while ((recent[1]?.[0] ?? Infinity) < t - 2 * SHOWN_WITHIN_MS) recent.shift()
    entry.topics.set(topic, recent)
  }

  /** Sockets of a subject that stood at a moment, with what they had brought. */
  of(subject: string, t: number) {
    return [...this.bySocket].flatMap(([number, entry]) => {
      const note = this.sockets[number]
      if (note?.subject !== subject || (note.closedAt !== null && note.closedAt < t - SHOWN_WITHIN_MS)) return []
      return [entry]
    })
  }
}

function subjectsOf(sample: Sample, panel: string): readonly string[] {
  const host = hostOf(sample.network)
  return isAccountPanel(panel) ? sample.addresses.map((address) => `${host} ${address}`) : [`${host} ${sample.market}`]
}

function liveness(sample: Sample, sofar: Deliveries, add: Add): void {
  for (const [panel, topic] of Object.entries(TOPIC_OF)) {
    if (sample.states[panel] !== 'live') continue
    const limit = isAccountPanel(panel) ? ACCOUNT_LIVE_MS : MARKET_LIVE_MS
    const open = subjectsOf(sample, panel).flatMap((subject) => sofar.of(subject, sample.t))
    const last = Math.max(0, ...open.map((socket) => socket.last))
    const silence = sample.t - last
    if (silence > limit) {
      const age = last === 0 ? 'nothing at all came by an open socket' : `silent for ${Math.round(silence)} ms`
      add(sample.t, 'live in silence', `${panel}: ${age}`)
    } else if (!open.some((socket) => socket.topics.has(topic))) {
      add(sample.t, 'live unconfirmed', `${panel}: no ${topic} by an open socket of this subject`)
    }
  }
}

/** Gives the time for which the newest serial has not been on show. */
function newest(sample: Sample, sofar: Deliveries, add: Add): number {
  let lagMs = 0
  const shown: readonly (readonly [panel: string, topic: string, figure: Coded | null])[] = [
    ['Order book', 'orderbook', sample.bid],
    ['Trades', 'recent_trades', sample.trade],
    ['Funding', 'live_funding_rate', sample.funding],
    ['Tab Positions', 'positions', sample.position],
  ]
  for (const [panel, topic, figure] of shown) {
    if (sample.states[panel] !== 'live' || figure === null) continue
    const frames = subjectsOf(sample, panel)
      .flatMap((subject) => sofar.of(subject, sample.t))
      .flatMap((socket) => socket.topics.get(topic) ?? [])
      .filter(([, , , , serial]) => serial > 0)
    const missing = frames.filter(([, , , , serial]) => serial > figure[1])
    if (missing.length === 0) continue
    const overdueMs = sample.t - Math.min(...missing.map(([t]) => t))
    lagMs = Math.max(lagMs, overdueMs)
    if (overdueMs <= SHOWN_WITHIN_MS) continue
    const due = Math.max(...missing.map(([, , , , serial]) => serial))
    add(sample.t, 'not the newest', `${panel} shows ${figure[1]}, ${due} had come ${Math.round(overdueMs)} ms before`)
  }
  return lagMs
}

function foreign(sample: Sample, add: Add): void {
  if (!EXCHANGE_NETWORKS.some(({ id }) => id === sample.network)) return
  const market = marketCode(sample.network, sample.market)
  const home = marketCode(sample.network, homeMarket(sample.network))
  const accounts = sample.addresses.map((address) => accountCode(sample.network, address))
  for (const [region, codes] of Object.entries(sample.codes)) {
    for (const code of codes) {
      const subject = subjectOfCode(code)
      const own = region === 'Account' && (accounts.includes(subject) || subject === home)
      if (subject !== market && !own) {
        add(
          sample.t,
          'foreign figure',
          `${region === '' ? 'the page' : region} shows code ${code} with market ${market}`,
        )
      }
    }
  }
  const digit = sample.network === 'mainnet' ? 1 : 2
  if (sample.funding !== null && sample.funding[0] !== digit) {
    add(sample.t, 'foreign figure', `funding of network ${sample.funding[0]} on ${sample.network}`)
  }
}

/** Ladder, depth and header show one and the same message, and a row is of one message. */
function onePicture({ t, states, book, bid, bidSize }: Sample, add: Add): void {
  if (states['Order book'] !== 'live') return
  const serials = ['Order book', 'Depth chart', ''].flatMap((region) => book[region] ?? [])
  if (new Set(serials).size > 1) add(t, 'torn picture', `books of ${[...new Set(serials)].join(', ')} at once`)
  if (bid !== null && bidSize !== null && bid[1] !== bidSize) {
    add(t, 'torn picture', `price of ${bid[1]} with size of ${bidSize}`)
  }
}

function vocabulary({ t, states, connection, broken }: Sample, add: Add): void {
  for (const [region, state] of Object.entries(states)) {
    if (!STATES.has(state)) add(t, 'vocabulary', `${region} is "${state}"`)
  }
  if (connection !== '' && !CONNECTION.test(connection)) add(t, 'vocabulary', `Connection says "${connection}"`)
  for (const text of broken) add(t, 'broken figure', text.slice(0, 80))
}

/** One open socket a subject, two for a second at a hand-over. */
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
