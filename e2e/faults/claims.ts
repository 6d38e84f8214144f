/** What a page says of its figures in one sample: which topic each comes from, and whether it is called live. */
import { EXCHANGE_NETWORKS } from '../../src/config'
import type { Coded, HeaderFigure, Sample } from './sampler'

/** Something on the page that tells how sure it is. */
export interface Claim {
  readonly name: string
  readonly topic: string
  readonly kind: 'market' | 'account'
  readonly live: boolean
  /** Names the message it came from; null where it shows none. */
  readonly figure: Coded | null
}

type Source = Pick<Claim, 'topic' | 'kind'>

const market = (topic: string): Source => ({ topic, kind: 'market' })
const account = (topic: string): Source => ({ topic, kind: 'account' })

const PANELS: Readonly<Record<string, Source>> = {
  'Order book': market('orderbook'),
  'Depth chart': market('orderbook'),
  Trades: market('recent_trades'),
  Funding: market('live_funding_rate'),
  'Price chart': market('recent_trades'),
  'Tab Positions': account('positions'),
  'Tab Open orders': account('open_orders'),
  'Tab Order history': account('order_history'),
  'Tab Fills': account('trade_history'),
}

const HEADER: Readonly<Record<string, Source>> = {
  Last: market('recent_trades'),
  Mid: market('orderbook'),
  Spread: market('orderbook'),
  'Session high': market('recent_trades'),
  'Session low': market('recent_trades'),
  'Session volume': market('recent_trades'),
  Funding: market('live_funding_rate'),
  'Next (inferred)': market('live_funding_rate'),
}

/** Not a figure, but the mark of a group of them. */
const MARK = 'State'

export const headerFigures = ({ figures }: Sample): readonly HeaderFigure[] =>
  figures.filter(({ label }) => label !== MARK)

export const headerMarks = ({ figures }: Sample): readonly string[] =>
  figures.filter(({ label }) => label === MARK).map(({ text }) => text)

/** The state of the account's region is its chosen tab's, and the diagnostics show no figure of the exchange. */
const NO_CLAIM: ReadonlySet<string> = new Set(['Account', 'Diagnostics'])

export const isJudgedFigure = (label: string) => Object.hasOwn(HEADER, label)
export const isJudgedRegion = (name: string) => Object.hasOwn(PANELS, name) || NO_CLAIM.has(name)
export const sourceOf = (panel: string) => PANELS[panel]

/** Panels, tabs and header. */
export function claimsOf(sample: Sample): readonly Claim[] {
  const shown: Readonly<Record<string, Coded | null>> = {
    'Order book': sample.bid,
    Trades: sample.trade,
    Funding: sample.funding,
    'Tab Positions': sample.position,
  }
  const panels = Object.entries(PANELS).map(
    ([name, source]): Claim => ({ ...source, name, live: sample.states[name] === 'live', figure: shown[name] ?? null }),
  )
  const header = headerFigures(sample).flatMap(({ label, text, state }): Claim[] => {
    const source = HEADER[label]
    return source === undefined
      ? []
      : [{ ...source, name: `Header ${label}`, live: state === 'live', figure: headerCoded(label, text) }]
  })
  return [...panels, ...header]
}

/**
 * The last price and the rate are coded themselves, as is the session's high, since serials rise; the mid is by its parts. A
 * spread is the same in every message, and a low, a sum or a countdown names none.
 */
function headerCoded(label: string, text: string): Coded | null {
  if (label === 'Mid') return codedMid(text)
  const found =
    label === 'Funding' ? /^\+?0\.([12])(\d{6})1$/.exec(text) : label === 'Session low' ? null : CODED_PRICE.exec(text)
  return found === null ? null : [Number(found[1]), Number(found[2])]
}

const CODED_PRICE = /^(\d{3})\.(\d{6})[1-9]$/

/**
 * Bid and ask of one message are c.SSSSSS and (c + 1).SSSSSS, so their mid is c + 0.5 + S·10⁻⁶ and less than 10⁻⁶ of
 * what the rows' digits add; unambiguous up to serial 499,999, which no row reaches.
 */
export function codedMid(text: string): Coded | null {
  if (!/^\d{3}\.[5-9]\d{6,}$/.test(text)) return null
  const code = Math.floor(Number(text))
  return [code, Math.floor((Number(text) - code - 0.5) * 1e6)]
}

interface Title {
  /** The word in front that warns; empty without one. */
  readonly mark: string
  /** The price on show; null without one. */
  readonly price: string | null
  readonly market: string
}

/** Null before the app has set it. */
export function readTitle(title: string): Title | null {
  const found = /^(?:\(([a-z]+)\) )?(?:[▲▼] )?(?:(\d[\d,]*(?:\.\d+)?) )?(.+) · Perpscope$/.exec(title)
  return found === null ? null : { mark: found[1] ?? '', price: found[2] ?? null, market: found[3] ?? '' }
}

/** `host subject` of what a claim is about; an account goes by wallet and profile address, and both stand on the page. */
export function subjectsOf({ network, market: id, addresses }: Sample, kind: Claim['kind']): readonly string[] {
  const host = hostOf(network)
  return kind === 'account' ? addresses.map((address) => `${host} ${address}`) : [`${host} ${id}`]
}

export function hostOf(networkId: string): string {
  const network = EXCHANGE_NETWORKS.find(({ id }) => id === networkId)
  return network === undefined ? '' : new URL(network.wsUrl).hostname
}
