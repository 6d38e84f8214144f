// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CandleSlot } from '../../domain/candles'
import { selectMarket } from '../../store/selectors'
import { state } from '../../store/test-kit'
import { candleSlots } from '../../domain/candles'
import { formatClock } from '../../ui/format'
import { CandleReadout } from './candle-readout'
import { CandleSlider } from './candle-slider'
import { at, type Mounted, mount, tell, textsOf } from './test-kit'

const DECIMALS = { price: 2, size: 1 }
let page: Mounted
let slots: readonly CandleSlot[]
const figures = () =>
  Object.fromEntries(
    [...page.element.querySelectorAll('dl > div')].map((pair) => [
      pair.querySelector('dt')?.textContent ?? '',
      pair.querySelector('dd')?.textContent ?? '',
    ]),
  )
function slot(index: number): CandleSlot {
  const found = slots.at(index)
  if (found === undefined) throw new Error('no slot')
  return found
}

beforeEach(async () => {
  page = await mount(null)
  tell([
    [1, 5, 1],
    [10, 5, 2],
    [12, 6, 3],
    [13, 5.5, 1],
  ])
  tell([[27, 6, 1]], 2)
  const market = selectMarket(state())
  slots = market === undefined ? [] : candleSlots(market.candles[5], market.gaps, 100)
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the figures of a candle', () => {
  const readout = (index: number, fields: Partial<Parameters<typeof CandleReadout>[0]> = {}) =>
    page.show(
      <CandleReadout
        slot={slot(index)}
        isLast={false}
        fills={[]}
        withheld={false}
        base="APT"
        decimals={DECIMALS}
        {...fields}
      />,
    )

  it('are its time, prices, change and volume, and that it was seen in part', async () => {
    await readout(2)
    expect(figures()).toEqual({
      At: formatClock(at(10)),
      O: '5.00',
      H: '6.00',
      L: '5.00',
      C: '5.50',
      Change: '+10.00 %',
      Vol: '6.0 APT $33.50',
      Remark: 'partly seen',
    })
  })

  it.each([
    ['in which nothing was traded', 1, 'no trade'],
    ['that nobody saw', 3, 'not seen'],
  ])('of a time %s are none', async (_what, index, remark) => {
    await readout(index)
    expect(figures()).toMatchObject({ O: '—', C: '—', Change: '—', Vol: '—', Remark: remark })
  })

  it('tell own fills in it', async () => {
    const mark = { startMs: at(10), side: 'buy', count: 2, size: 3, averagePrice: 5.25 } as const
    await readout(2, { fills: [mark] })
    expect(figures()).toMatchObject({ Own: '2 fills' })
    expect(page.element.querySelector('[title="2 buys: 3.0 at 5.250"]')).not.toBeNull()
  })

  it('are derived from no more when they are too old', async () => {
    await readout(2, { withheld: true })
    expect(figures()).toMatchObject({ C: '5.50', Change: '—' })
  })
})

describe('the crosshair by keyboard', () => {
  const picked: (number | null)[] = []
  const moves: string[] = []
  const slider = () => page.element.querySelector('input')
  const picture = { zoom: (way: string) => void moves.push(way), toNewest: () => void moves.push('newest') }
  const show = (index: number) =>
    page.show(
      <CandleSlider
        slots={slots}
        shown={slot(index)}
        picked
        base="APT"
        decimals={DECIMALS}
        picture={picture}
        onPick={(to) => picked.push(to?.startMs ?? null)}
      />,
    )
  const press = (name: string, fields: KeyboardEventInit = {}) =>
    act(() => void slider()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...fields })))

  beforeEach(() => {
    picked.length = 0
    moves.length = 0
  })

  it('stops at candles, and once at a time that nobody saw', async () => {
    await show(2)
    expect(slider()?.max).toBe('3')
    expect(slider()?.value).toBe('1')
    for (const value of ['2', '3']) {
      act(() => {
        const field = slider()
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
        field?.dispatchEvent(new Event('input', { bubbles: true }))
      })
    }
    expect(picked).toEqual([at(15), at(25)])
  })

  it('tells the candle as a sentence', async () => {
    await show(2)
    expect(slider()?.getAttribute('aria-valuetext')).toBe(
      `${formatClock(at(10))}: open 5.00, high 6.00, low 5.00, close 5.50, +10.00 %, volume 6.0 APT, partly seen`,
    )
    await show(3)
    expect(slider()?.getAttribute('aria-valuetext')).toBe(`${formatClock(at(15))}, not seen`)
  })

  it('zooms, goes to the newest and lets go, but leaves the browser its own keys', async () => {
    await show(2)
    for (const name of ['+', '-', '0', 'Escape']) press(name)
    expect(moves).toEqual(['in', 'out', 'newest'])
    expect(picked).toEqual([null])
    press('+', { ctrlKey: true })
    expect(moves).toHaveLength(3)
    expect(textsOf(page.element, 'dl')).toEqual([])
  })
})
