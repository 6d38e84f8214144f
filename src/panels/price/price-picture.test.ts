// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { colors } from '../../ui/tokens'
import { createPricePicture } from './price-picture'

let isRemoved = false

/** A chart whose every part answers, and throws when the chart is gone, as the library's does. */
function part(): unknown {
  return new Proxy(() => undefined, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => 0 : part()),
    apply() {
      if (isRemoved) throw new Error('Object is disposed')
      return part()
    },
  })
}

vi.mock('lightweight-charts', () => ({
  createChart: () => {
    const remove = () => {
      isRemoved = true
    }
    return new Proxy({}, { get: (_target, name) => (name === 'remove' ? remove : part()) })
  },
  CandlestickSeries: {},
  HistogramSeries: {},
  ColorType: {},
  CrosshairMode: {},
  LineStyle: {},
}))

it('a picture that was removed is drawn no more: candles that come with another look belong to the next', () => {
  const options = { priceDecimals: 2, withSeconds: false, onPoint: () => undefined, onAway: () => undefined }
  const picture = createPricePicture(document.createElement('div'), colors.dark['green-red'], options)
  picture.remove()
  expect(() => {
    picture.draw([])
    picture.mark([], true)
    picture.markFills([])
    picture.point(null)
    picture.zoom('in')
    picture.toNewest()
    picture.remove()
  }).not.toThrow()
})
