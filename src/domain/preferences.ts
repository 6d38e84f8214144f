/** What the reader has chosen and this browser keeps. Nothing in it tells of an account. */

export const PRICE_BASES = ['mid', 'last', 'exit'] as const
/** What an open position is valued at: mid or last price, or what closing it through the book would bring after fees. */
export type PriceBasis = (typeof PRICE_BASES)[number]

export const CANDLE_SECONDS = [1, 5, 60, 300] as const
export type CandleSeconds = (typeof CANDLE_SECONDS)[number]

export const FLOW_MINUTES = [1, 5, 15] as const
export type FlowMinutes = (typeof FLOW_MINUTES)[number]

/** Of a trade's value: what is typed beyond it is no size that anybody trades. */
export const MAX_TRADE_USD = 1e9

export const THEMES = ['system', 'dark', 'light'] as const
/** The direction up is named first. */
export const PALETTES = ['green-red', 'red-green', 'blue-orange'] as const
export const DENSITIES = ['comfortable', 'compact'] as const
/** How thousands and decimals are parted, by what stands between thousands; `system`: as the browser's language does. */
export const NUMBER_STYLES = ['system', 'comma', 'dot', 'space', 'apostrophe'] as const
export type NumberStyle = (typeof NUMBER_STYLES)[number]
export const TIME_STYLES = ['clock', 'ago'] as const

/** Under which they are kept; the number grows when a field changes its meaning. */
export const KEPT_PREFERENCES = 'perpscope.preferences.1'

export interface Preferences {
  readonly theme: (typeof THEMES)[number]
  readonly palette: (typeof PALETTES)[number]
  readonly density: (typeof DENSITIES)[number]
  readonly numbers: NumberStyle
  /** Changed figures stand out for a moment. */
  readonly flash: boolean
  /** Single keys do something. */
  readonly shortcuts: boolean
  /** Sizes of parts of the page whose borders the reader has moved: px, or percent, as the part counts them. */
  readonly paneSizes: Readonly<Record<string, number>>
  readonly priceBasis: PriceBasis
  readonly candleSeconds: CandleSeconds
  /** The unit of the ladder's totals and of sizes typed in. */
  readonly totalIn: 'base' | 'quote'
  /** Levels of a group, as a power of ten of the tick, by market: networkId/marketId. */
  readonly ladderSteps: Readonly<Record<string, number>>
  /** How far from mid the two sides are weighed against each other. */
  readonly imbalanceBps: number
  /** Levels of a smaller value are drawn back. */
  readonly dimBelowUsd: number
  /** Half of the depth chart's window, in percent of mid. */
  readonly depthPercent: number
  /** The window follows the book's reach instead. */
  readonly depthFits: boolean
  /** The size whose cost is shown, and the unit it is typed in. */
  readonly costAmount: number
  readonly costUnit: 'base' | 'quote'
  /** What the exchange is assumed to take of a trade's value. Source of the first value: the vendor's 5 bp. */
  readonly feeBps: number
  readonly minTradeUsd: number
  readonly largeTradeUsd: number
  /** Of the taker flow. */
  readonly flowMinutes: FlowMinutes
  /** One row a transaction instead of one a match. */
  readonly groupTrades: boolean
  readonly times: 'local' | 'utc'
  /** Of rows in the account's lists: the time of day, or how long ago. */
  readonly timeStyle: (typeof TIME_STYLES)[number]
  /** New fills of the account on show are told at the page's edge. */
  readonly fillToasts: 'on' | 'off'
  /** They are told by the browser's notifications while the page is hidden. */
  readonly notifyFills: boolean
  /** A position nearer to its liquidation, in percent of the price, is warned of; 0: none is. */
  readonly liquidationPercent: number
}

type Check<Value> = (value: unknown) => Value

const oneOf =
  <const Value>(values: readonly Value[], first: NoInfer<Value>): Check<Value> =>
  (value) =>
    values.find((known) => known === value) ?? first

const within =
  (least: number, most: number, first: number): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : first

/** Of the depth chart's half window. */
export const MIN_DEPTH_PERCENT = 0.01
export const MAX_DEPTH_PERCENT = 50
/** No size or value that anybody types in on purpose lies outside. */
export const MIN_AMOUNT = 1e-9
export const MAX_AMOUNT = 1e12
/** Of the distance to liquidation that is warned of, in percent of the price. */
export const MIN_LIQUIDATION_PERCENT = 0.1
export const MAX_LIQUIDATION_PERCENT = 50
/** As much as a tenth of a trade's value. */
export const MAX_FEE_BPS = 1_000

/** Steps beyond it make one group of the whole book. */
export const MAX_LADDER_STEP = 6
const MAX_MARKETS = 100

const ladderSteps: Check<Readonly<Record<string, number>>> = (value) => {
  if (typeof value !== 'object' || value === null) return {}
  const sound = Object.entries(value).filter(
    (entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] >= 0 && entry[1] <= MAX_LADDER_STEP,
  )
  return Object.fromEntries(sound.slice(0, MAX_MARKETS))
}

const MAX_PANES = 20
const MAX_PANE_PX = 10_000

const paneSizes: Check<Readonly<Record<string, number>>> = (value) => {
  if (typeof value !== 'object' || value === null) return {}
  const sound = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= MAX_PANE_PX,
  )
  return Object.fromEntries(sound.slice(0, MAX_PANES))
}

/** Whatever was kept, as preferences: a field that is missing or makes no sense has its first value. Never throws. */
export function checkPreferences(kept: unknown): Preferences {
  const fields = new Map<string, unknown>(typeof kept === 'object' && kept !== null ? Object.entries(kept) : [])
  const field = (name: keyof Preferences) => fields.get(name)
  return {
    theme: oneOf(THEMES, 'system')(field('theme')),
    palette: oneOf(PALETTES, 'green-red')(field('palette')),
    density: oneOf(DENSITIES, 'comfortable')(field('density')),
    numbers: oneOf(NUMBER_STYLES, 'system')(field('numbers')),
    flash: oneOf([true, false], true)(field('flash')),
    shortcuts: oneOf([true, false], true)(field('shortcuts')),
    paneSizes: paneSizes(field('paneSizes')),
    priceBasis: oneOf(PRICE_BASES, 'mid')(field('priceBasis')),
    candleSeconds: oneOf(CANDLE_SECONDS, 5)(field('candleSeconds')),
    totalIn: oneOf(['base', 'quote'], 'base')(field('totalIn')),
    ladderSteps: ladderSteps(field('ladderSteps')),
    imbalanceBps: within(1, 1_000, 50)(field('imbalanceBps')),
    dimBelowUsd: within(0, 1e9, 0)(field('dimBelowUsd')),
    depthPercent: within(MIN_DEPTH_PERCENT, MAX_DEPTH_PERCENT, 1)(field('depthPercent')),
    depthFits: oneOf([true, false], true)(field('depthFits')),
    costAmount: within(MIN_AMOUNT, MAX_AMOUNT, 10_000)(field('costAmount')),
    costUnit: oneOf(['base', 'quote'], 'quote')(field('costUnit')),
    feeBps: within(0, MAX_FEE_BPS, 5)(field('feeBps')),
    minTradeUsd: within(0, MAX_TRADE_USD, 0)(field('minTradeUsd')),
    largeTradeUsd: within(0, MAX_TRADE_USD, 10_000)(field('largeTradeUsd')),
    flowMinutes: oneOf(FLOW_MINUTES, 5)(field('flowMinutes')),
    groupTrades: oneOf([true, false], false)(field('groupTrades')),
    times: oneOf(['local', 'utc'], 'local')(field('times')),
    timeStyle: oneOf(TIME_STYLES, 'clock')(field('timeStyle')),
    fillToasts: oneOf(['on', 'off'], 'on')(field('fillToasts')),
    notifyFills: oneOf([true, false], false)(field('notifyFills')),
    liquidationPercent: within(MIN_LIQUIDATION_PERCENT, MAX_LIQUIDATION_PERCENT, 0)(field('liquidationPercent')),
  }
}

export const FIRST_PREFERENCES = checkPreferences(null)
