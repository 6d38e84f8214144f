import {
  CandlestickSeries,
  ColorType,
  createChart,
  CrosshairMode,
  HistogramSeries,
  type IPriceLine,
  LineStyle,
  type Time,
} from 'lightweight-charts'
import type { CandleSlot } from '../../domain/candles'
import type { FillMark } from '../../domain/fill-marks'
import type { OwnMark } from '../../domain/own-marks'
import { formatClock, formatDateTime, formatFixed } from '../../ui/format'
import { type Colors, fontSans } from '../../ui/tokens'
import { candleBar, firstNews, unseenBar, volumeBar } from './candle-bars'
import { candlePrices } from './candle-words'
import { toMs, toTime } from './chart-time'
import { createFillArrows } from './fill-arrows'
import { markColor, markName } from './mark-lines'

export interface PricePicture {
  /** Slots of one interval, oldest first and evenly spaced; only what has changed since the last call is drawn anew. */
  readonly draw: (slots: readonly CandleSlot[]) => void
  readonly mark: (marks: readonly OwnMark[], sure: boolean) => void
  readonly markFills: (fills: readonly FillMark[]) => void
  /** Puts the crosshair on a slot and brings it into view; null takes it away. */
  readonly point: (slot: CandleSlot | null) => void
  readonly zoom: (direction: 'in' | 'out') => void
  readonly toNewest: () => void
  /** After it the others do nothing. */
  readonly remove: () => void
}

interface PictureOptions {
  readonly priceDecimals: number
  /** Candles shorter than a minute. */
  readonly withSeconds: boolean
  /** Start of the slot under the pointer; null: none. */
  readonly onPoint: (startMs: number | null) => void
  /** Whether the newest candle has been moved out of view. */
  readonly onAway: (isAway: boolean) => void
}

const BAR_PX = 8
const AXIS_PX = 72
const ROOM_FOR_NEXT = 4
const ZOOM = 1.25
/** Slots that have left stay in the library until there are so many. */
const MAX_HELD = 700

/** Candles with their volume below, and a wash behind times that were not or only partly seen. */
export function createPricePicture(
  container: HTMLElement,
  colors: Colors,
  { priceDecimals, withSeconds, onPoint, onAway }: PictureOptions,
): PricePicture {
  const clock = (time: Time) => {
    const text = formatClock(toMs(time))
    return withSeconds ? text : text.slice(0, 5)
  }
  const chart = createChart(container, {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: 'transparent' },
      textColor: colors.muted,
      fontFamily: fontSans,
      fontSize: 11,
      // Its own logo needs an inline style; the link the licence asks for stands in the footer.
      attributionLogo: false,
    },
    grid: { vertLines: { color: colors.line }, horzLines: { color: colors.line } },
    // Labels of other digits are some pixels wider or narrower, and the plot is not to move for them.
    rightPriceScale: { borderColor: colors.line, scaleMargins: { top: 0.06, bottom: 0.24 }, minimumWidth: AXIS_PX },
    timeScale: {
      borderColor: colors.line,
      barSpacing: BAR_PX,
      rightOffset: ROOM_FOR_NEXT,
      timeVisible: true,
      secondsVisible: withSeconds,
      tickMarkFormatter: clock,
      allowBoldLabels: false,
    },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: { color: colors.faint, labelBackgroundColor: colors.raised },
      horzLine: { color: colors.faint, labelBackgroundColor: colors.raised },
    },
    localization: {
      priceFormatter: (price: number) => formatFixed(price, priceDecimals),
      timeFormatter: (time: Time) =>
        withSeconds ? clock(time) : formatDateTime(toMs(time)).replace(/:\d\d(?= UTC|$)/, ''),
    },
    // A finger that moves up and down scrolls the page.
    handleScroll: { vertTouchDrag: false },
    handleScale: { axisPressedMouseMove: { time: true, price: false } },
  })
  const plain = { priceLineVisible: false, lastValueVisible: false }
  const unseen = chart.addSeries(HistogramSeries, {
    ...plain,
    priceScaleId: 'unseen',
    color: colors['warn-wash'],
    autoscaleInfoProvider: () => ({ priceRange: { minValue: 0, maxValue: 1 } }),
  })
  unseen.priceScale().applyOptions({ scaleMargins: { top: 0, bottom: 0 } })
  const volume = chart.addSeries(HistogramSeries, { ...plain, priceScaleId: 'volume' })
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } })
  // Hollow when it closed higher: up and down are told by more than their colour.
  const candles = chart.addSeries(CandlestickSeries, {
    upColor: colors.panel,
    downColor: colors.down,
    borderUpColor: colors.up,
    borderDownColor: colors.down,
    wickUpColor: colors.up,
    wickDownColor: colors.down,
    ...plain,
    priceFormat: { type: 'price', precision: priceDecimals, minMove: 10 ** -priceDecimals },
  })
  const arrows = createFillArrows({ fill: colors.accent, edge: colors.panel })
  candles.attachPrimitive(arrows)
  let drawn: readonly CandleSlot[] = []
  let held = 0
  let lines: IPriceLine[] = []
  let isOurs = false
  // The library's own line takes the colour of the candle's body, which may be hollow.
  const lastLine = candles.createPriceLine({ price: 0, lineVisible: false, axisLabelVisible: false })

  chart.subscribeCrosshairMove(({ time }) => {
    if (!isOurs) onPoint(time === undefined ? null : toMs(time))
  })
  const isAway = () => chart.timeScale().scrollPosition() < -1
  chart.timeScale().subscribeVisibleLogicalRangeChange(() => onAway(isAway()))

  function point(slot: CandleSlot | null) {
    isOurs = true
    if (slot === null) chart.clearCrosshairPosition()
    else {
      bringIntoView(slot)
      // Where nothing is known there is no price either: the line stays at the last one.
      const { price } = (slot.candle ?? drawn.findLast(({ candle }) => candle !== null)?.candle)?.newest ?? { price: 0 }
      chart.setCrosshairPosition(price, toTime(slot.startMs), candles)
    }
    isOurs = false
  }

  function bringIntoView({ startMs }: CandleSlot) {
    const scale = chart.timeScale()
    const range = scale.getVisibleLogicalRange()
    const index = scale.timeToIndex(toTime(startMs))
    if (range === null || index === null || (index >= range.from && index <= range.to)) return
    const shift = index < range.from ? index - range.from - 1 : index - range.to + 1
    scale.setVisibleLogicalRange({ from: range.from + shift, to: range.to + shift })
  }

  const picture: PricePicture = {
    draw(slots) {
      const from = held > MAX_HELD ? 0 : firstNews(drawn, slots)
      const news = slots.slice(from)
      const follows = drawn.length === 0 || !isAway()
      held = from === 0 ? slots.length : held + news.length - 1
      // Candles first: the view follows the newest bar of the series that knows a time first.
      if (from === 0) {
        candles.setData(slots.map((slot) => candleBar(slot, colors)))
        volume.setData(slots.map((slot) => volumeBar(slot, colors)))
        unseen.setData(slots.map(unseenBar))
      } else {
        for (const slot of news) {
          candles.update(candleBar(slot, colors))
          volume.update(volumeBar(slot, colors))
          unseen.update(unseenBar(slot))
        }
      }
      drawn = slots
      if (follows && isAway()) chart.timeScale().scrollToPosition(ROOM_FOR_NEXT, false)
      const last = slots.findLast(({ candle }) => candle !== null)?.candle
      if (last == null) return
      const { open, close } = candlePrices(last)
      const color = close < open ? colors.down : colors.up
      lastLine.applyOptions({ ...LAST_LINE, price: close, color, axisLabelTextColor: colors.bg })
    },
    mark(marks, sure) {
      for (const line of lines) candles.removePriceLine(line)
      lines = marks.map((mark) =>
        candles.createPriceLine({
          price: mark.price,
          title: `${markName(mark)}${sure ? '' : ' (last known)'}`,
          color: sure ? colors[markColor(mark)] : colors.faint,
          lineWidth: 1,
          lineStyle: mark.kind === 'entry' ? LineStyle.Solid : LineStyle.Dashed,
          axisLabelVisible: true,
        }),
      )
    },
    markFills: arrows.show,
    point,
    zoom(direction) {
      const { barSpacing } = chart.timeScale().options()
      chart.timeScale().applyOptions({ barSpacing: direction === 'in' ? barSpacing * ZOOM : barSpacing / ZOOM })
    },
    toNewest() {
      chart.timeScale().applyOptions({ barSpacing: BAR_PX })
      // At once: a candle that comes on the way would stop an animation.
      chart.timeScale().scrollToPosition(ROOM_FOR_NEXT, false)
    },
    remove() {
      chart.remove()
      isGone = true
    },
  }
  let isGone = false
  // Where looks and candles change at once, its owner has the candles drawn before it knows of the next picture.
  const whileThere = <Args extends unknown[]>(run: (...args: Args) => void) => {
    return (...args: Args) => {
      if (!isGone) run(...args)
    }
  }
  return {
    draw: whileThere(picture.draw),
    mark: whileThere(picture.mark),
    markFills: whileThere(picture.markFills),
    point: whileThere(picture.point),
    zoom: whileThere(picture.zoom),
    toNewest: whileThere(picture.toNewest),
    remove: whileThere(picture.remove),
  }
}

const LAST_LINE = { lineVisible: true, axisLabelVisible: true, lineWidth: 1, lineStyle: LineStyle.Dotted } as const
