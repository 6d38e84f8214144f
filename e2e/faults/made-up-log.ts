/** Logs of pages that never were, by which the checks are tested: each rule has to be broken once. */
import { judge } from './checks'
import { accountCode, figure, marketCode } from './coding'
import type { FrameNote, HeaderFigure, Sample, SocketNote, WatchLog } from './sampler'

const HOST = 'perpetuals-indexer-ws.kana.trade'
export const PROFILE = '0xfa1'
export const BOOK = marketCode('mainnet', '14')
export const OTHER = marketCode('mainnet', '15')
export const OWN = accountCode('mainnet', PROFILE)
export const START = 1_000_000
const STEP = 100

export const MARKET_TOPICS = { orderbook: 200, recent_trades: 1_000, live_funding_rate: 2_000 } as const
const ACCOUNT_TOPICS = { positions: 3_000, open_orders: 3_000, order_history: 10_000, trade_history: 10_000 } as const
const TABS = ['Tab Positions', 'Tab Open orders', 'Tab Order history', 'Tab Fills'] as const

export const socket = (subject: string, openedAt = START - 500, closedAt: number | null = null): SocketNote => ({
  url: `wss://${HOST}/ws/`,
  openedAt,
  subject: `${HOST} ${subject}`,
  closedAt,
  sent: [],
})

/** What the header shows of one book and one trade. */
export function header(serial: number, state = 'live', code = BOOK): HeaderFigure[] {
  const bid = figure(code, serial, 9)
  const ask = figure(code + 1, serial, 1)
  const shown = (label: string, text: string) => ({ label, text, state })
  return [
    shown('Last', figure(code + 2, serial, 1)),
    shown('Mid', ((Number(bid) + Number(ask)) / 2).toFixed(8)),
    shown('Spread', (Number(ask) - Number(bid)).toFixed(7)),
    shown('Session high', figure(code + 2, serial, 1)),
    shown('Session low', figure(code + 2, 1, 1)),
    shown('Funding', `+0.1${String(serial).padStart(6, '0')}1`),
    ...(state === 'live' ? [] : [shown('State', state)]),
  ]
}

export const titleOf = (serial: number, code = BOOK) => `${header(serial, 'live', code)[1]?.text} APT-USD · Perpscope`

const PANELS = ['Order book', 'Depth chart', 'Trades', 'Funding', ...TABS]
export const allOf = (state: string) => Object.fromEntries(PANELS.map((panel) => [panel, state]))

export function healthySample(t: number, serial: number): Sample {
  return {
    t,
    hidden: false,
    online: true,
    network: 'mainnet',
    market: '14',
    states: allOf('live'),
    withheld: [],
    connection: 'Live',
    bid: [BOOK, serial],
    bidSize: serial,
    best: [Number(figure(BOOK, serial, 9)), Number(figure(BOOK + 1, serial, 1))],
    trade: [BOOK + 2, serial],
    position: [OWN, serial],
    funding: [1, serial],
    addresses: [PROFILE],
    codes: { 'Order book': [BOOK, BOOK + 1], Account: [OWN], '': [BOOK, BOOK + 1] },
    book: { 'Order book': [serial, serial], '': [serial, serial] },
    broken: [],
    zeros: 0,
    account: '',
    figures: header(serial),
    counts: Object.fromEntries(TABS.map((tab) => [tab, { rows: 1, mark: '' }])),
    title: titleOf(serial),
  }
}

interface Story {
  readonly seconds?: number
  /** Topics that bring something at a moment, counted from the start in ms; all of them unless it says otherwise. */
  readonly brings?: (topic: string, ms: number) => boolean
  /** Another sample than the healthy one. */
  readonly shows?: (healthy: Sample, ms: number) => Partial<Sample>
  readonly sockets?: readonly SocketNote[]
  readonly rows?: (topic: string, ms: number) => readonly string[]
}

/** A page that does well, but for what the story says: its serial is the number of the step. */
export function tell(story: Story): WatchLog {
  const { seconds = 2, brings = () => true, shows = () => ({}), rows = () => ['1'] } = story
  const frames: FrameNote[] = []
  const samples: Sample[] = []
  let serial = 0
  for (let ms = 0; ms <= seconds * 1000; ms += STEP) {
    const t = START + ms
    for (const [number, topics] of [MARKET_TOPICS, ACCOUNT_TOPICS].entries()) {
      for (const [topic, every] of Object.entries(topics)) {
        if (ms % every !== 0 || !brings(topic, ms)) continue
        serial = ms / STEP + 1
        frames.push([t, number, topic, BOOK, serial, number === 0 ? [] : rows(topic, ms)])
      }
    }
    const healthy = healthySample(t + 50, serial)
    samples.push({ ...healthy, ...shows(healthy, ms) })
  }
  return { id: 1, frames, samples, sockets: [...(story.sockets ?? [socket('14'), socket(PROFILE)])], errors: [] }
}

/** Nothing about the row but its log. */
export const CALM = { strangers: [], setsAside: false }
export const verdictOn = (story: Story) =>
  judge(tell(story), CALM).violations.map(({ rule, what }) => `${rule}: ${what}`)
export const rulesBroken = (story: Story) => [...new Set(judge(tell(story), CALM).violations.map(({ rule }) => rule))]
export const silentFrom = (from: number) => (_topic: string, ms: number) => ms < from
/** From a moment on. */
export const later = (from: number, part: Partial<Sample>) => (_healthy: Sample, ms: number) => (ms >= from ? part : {})
