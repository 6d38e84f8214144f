/** What is called live must be: confirmed, not silent, and the newest. Judged for panels, header, title and counts. */
import { EXCHANGE_NETWORKS } from '../../src/config'
import { marketName } from '../../src/domain/market'
import { type Claim, claimsOf, codedMid, readTitle, sourceOf, subjectsOf } from './claims'
import { marketCode } from './coding'
import { type Deliveries, SHOWN_WITHIN_MS } from './deliveries'
import type { Sample } from './sampler'

/** Silence after which nothing may be called live: the limit of its kind and a tick of the page's clock. */
const LIVE_MS = { market: 11_500, account: 26_500 } as const
/** The title moves with the page's clock. */
const TITLE_MOVES_MS = 1_000
/** With a hidden page's timers, one that commits and one that moves the clock. */
const HIDDEN_MS = 2_000
/** Timers of a hidden page are held back, the sampler's like the app's: then its figure is judged by its silence alone. */
const HELD_BACK_MS = 1_500

export type Add = (t: number, rule: string, what: string) => void

/** Gives the time for which the newest serial has not been on show. */
export function judgeClaims(sample: Sample, sofar: Deliveries, add: Add): number {
  const live = claimsOf(sample).filter((claim) => claim.live)
  for (const claim of live) confirmed(claim, LIVE_MS[claim.kind], sample, sofar, add)
  return Math.max(0, ...live.map((claim) => newest(claim, SHOWN_WITHIN_MS, sample, sofar, add)))
}

function confirmed({ name, topic, kind }: Claim, limitMs: number, sample: Sample, sofar: Deliveries, add: Add): void {
  const open = subjectsOf(sample, kind).flatMap((subject) => sofar.of(subject, sample.t))
  const last = Math.max(0, ...open.map((socket) => socket.last))
  const silence = sample.t - last
  if (silence > limitMs) {
    const age = last === 0 ? 'nothing at all came by an open socket' : `silent for ${Math.round(silence)} ms`
    add(sample.t, 'live in silence', `${name}: ${age}`)
  } else if (!open.some((socket) => socket.topics.has(topic))) {
    add(sample.t, 'live unconfirmed', `${name}: no ${topic} by an open socket of this subject`)
  }
}

function newest(claim: Claim, withinMs: number, sample: Sample, sofar: Deliveries, add: Add): number {
  const { name, topic, kind, figure } = claim
  if (figure === null) return 0
  const missing = subjectsOf(sample, kind)
    .flatMap((subject) => sofar.of(subject, sample.t))
    .flatMap(({ topics }) => topics.get(topic)?.frames ?? [])
    .filter(([, , , , serial]) => serial > 0 && serial > figure[1])
  if (missing.length === 0) return 0
  const overdueMs = sample.t - Math.min(...missing.map(([t]) => t))
  if (overdueMs > withinMs) {
    const due = Math.max(...missing.map(([, , , , serial]) => serial))
    add(sample.t, 'not the newest', `${name} shows ${figure[1]}, ${due} had come ${Math.round(overdueMs)} ms before`)
  }
  return overdueMs
}

/**
 * The title is read where the page is not seen, so it is judged in a hidden page too. `sinceLastMs`: how long the sampler's
 * timer took to come again.
 */
export function judgeTitle(sample: Sample, sinceLastMs: number, sofar: Deliveries, add: Add): void {
  const title = readTitle(sample.title)
  const network = EXCHANGE_NETWORKS.find(({ id }) => id === sample.network)
  if (title === null || network === undefined) return
  const name = marketName(network, sample.market)
  if (title.market !== name) add(sample.t, 'foreign title', `"${sample.title}" with ${name} on show`)
  if (title.price === null) return
  const figure = codedMid(title.price)
  if (figure?.[0] !== marketCode(sample.network, sample.market)) {
    add(sample.t, 'foreign title', `"${sample.title}" shows no mid of market ${sample.market}`)
  }
  if (title.mark !== '') return
  const claim: Claim = { name: 'Title', topic: 'orderbook', kind: 'market', live: true, figure }
  const throttledMs = sample.hidden ? TITLE_MOVES_MS + sinceLastMs : 0
  confirmed(claim, LIVE_MS.market + throttledMs, sample, sofar, add)
  if (sample.hidden && sinceLastMs > HELD_BACK_MS) return
  // Where the sampler's timer came late, the clock's did too.
  const withinMs = SHOWN_WITHIN_MS + TITLE_MOVES_MS + sinceLastMs + (sample.hidden ? HIDDEN_MS : 0)
  newest(claim, withinMs, sample, sofar, add)
}

/** A number of rows is a figure too. `exact`: every row that was sent is one that is shown. */
export function judgeCounts(sample: Sample, exact: boolean, sofar: Deliveries, add: Add): void {
  for (const [tab, { rows, mark }] of Object.entries(sample.counts)) {
    const live = sample.states[tab] === 'live'
    if (!live && mark === '') add(sample.t, 'unmarked', `${tab} is ${sample.states[tab]}, its count of ${rows} not`)
    const source = sourceOf(tab)
    if (!live || mark !== '' || source === undefined || !exact) continue
    for (const subject of subjectsOf(sample, source.kind)) {
      const due = sofar.rowsOf(subject, source.topic, sample.t)
      if (due === null || (rows >= due.least && rows <= due.most)) continue
      add(sample.t, 'wrong count', `${tab} counts ${rows} rows, ${due.least} to ${due.most} were sent`)
    }
  }
}

/** What must have been read at least once where its panel was live; else a change of the page has put a check out of work. */
const READ: readonly (readonly [what: string, panel: string, read: (sample: Sample) => boolean])[] = [
  ['its best bid', 'Order book', ({ bid }) => bid !== null],
  ['its newest trade', 'Trades', ({ trade }) => trade !== null],
  ['its first rate', 'Funding', ({ funding }) => funding !== null],
  ['its first row', 'Tab Positions', ({ position }) => position !== null],
  ['its count', 'Tab Positions', ({ counts }) => counts['Tab Positions'] !== undefined],
  ['the header’s last price', 'Trades', (sample) => shows(sample, 'Header Last')],
  ['the header’s mid', 'Order book', (sample) => shows(sample, 'Header Mid')],
  ['the title’s price', 'Order book', ({ title }) => readTitle(title)?.price != null],
]
const ENOUGH_SAMPLES = 20

const shows = (sample: Sample, claim: string) =>
  claimsOf(sample).some(({ name, figure }) => name === claim && figure !== null)

export function judgeReading(samples: readonly Sample[], add: Add): void {
  for (const [what, panel, read] of READ) {
    const live = samples.filter(({ hidden, states }) => !hidden && states[panel] === 'live')
    if (live.length < ENOUGH_SAMPLES || live.some(read)) continue
    add(
      live[0]?.t ?? 0,
      'not judged',
      `${panel} was live in ${live.length} samples and ${what} never read: mend sampler.ts`,
    )
  }
}
