// @vitest-environment jsdom
import { act, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePreferences } from '../../store/preferences'
import { DepthReadout } from './depth-readout'
import { DepthStage } from './depth-stage'
import { BOOK, fieldOf, type Mounted, mount, typeInto } from './test-kit'
import { useDepthWindow } from './use-depth-window'

const FITTED = 5
let page: Mounted
let byKey: boolean | null

/** The chart without its picture. */
function Stage() {
  const window = useDepthWindow(BOOK, FITTED)
  const [place, setPlace] = useState<number | null>(null)
  const { percent } = window
  const distance = place === null ? null : Math.abs(place) * percent
  function onPlace(next: number | null, key: boolean) {
    byKey = key
    setPlace(next)
  }
  return (
    <>
      <DepthReadout
        {...{ book: BOOK, mid: 100, percent, distance, base: 'APT', decimals: { price: 2, size: 1 } }}
        controls={null}
      />
      <DepthStage window={window} place={place} onPlace={onPlace}>
        <i />
      </DepthStage>
    </>
  )
}

const slider = () => fieldOf(page.element, 'Distance from mid')
const stage = () => {
  const element = slider().parentElement
  if (element === null) throw new Error('no stage')
  return element
}
const readout = () => [...page.element.querySelectorAll('figcaption p')].map(({ textContent }) => textContent)
const percent = () => {
  const { depthFits, depthPercent } = usePreferences.getState()
  return depthFits ? 'fits' : Number(depthPercent.toPrecision(3))
}

/** Whether the page's own action was prevented. */
function send(event: Event): boolean {
  act(() => void stage().dispatchEvent(event))
  return event.defaultPrevented
}
const pointer = (type: string, clientX: number, fields: PointerEventInit = {}) =>
  send(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse', clientX, ...fields }))
const wheel = (deltaY: number, fields: WheelEventInit = {}) =>
  send(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY, ...fields }))
function press(key: string, fields: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...fields })
  act(() => void slider().dispatchEvent(event))
  return event.defaultPrevented
}

beforeEach(async () => {
  byKey = null
  page = await mount(<Stage />)
  vi.spyOn(stage(), 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 400, 200))
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the crosshair', () => {
  it('tells both sides at the same distance from mid, and the whole window without one', () => {
    expect(readout()).toEqual([
      'Bids ≥ 95.00',
      '6.0 APT $590.00',
      'Within ±5 % of mid',
      'Asks ≤ 105.00',
      '4.0 APT $407.00',
    ])
    // 1 % below mid.
    pointer('pointermove', 100 + 160)
    expect(readout()).toEqual([
      'Bids ≥ 99.00',
      '2.0 APT $198.00',
      '1.00 % · 100.0 bps from mid',
      'Asks ≤ 101.00',
      '1.0 APT $101.00',
    ])
    expect(slider().getAttribute('aria-valuetext')).toBe('1.00 % below mid')
    pointer('pointermove', 100 + 240)
    expect(slider().getAttribute('aria-valuetext')).toBe('1.00 % above mid')
    expect(readout()[2]).toBe('1.00 % · 100.0 bps from mid')
  })

  it('goes with the mouse, and stays where a finger was lifted until the focus leaves', () => {
    pointer('pointermove', 200)
    pointer('pointerleave', 90)
    expect(readout()[2]).toBe('Within ±5 % of mid')
    const finger = { pointerType: 'touch', pointerId: 1 }
    pointer('pointerdown', 200, finger)
    pointer('pointermove', 220, finger)
    pointer('pointerup', 220, finger)
    pointer('pointerleave', 220, finger)
    expect(readout()[2]).toBe('2.00 % · 200.0 bps from mid')
    act(() => {
      slider().focus()
      slider().blur()
    })
    expect(readout()[2]).toBe('Within ±5 % of mid')
  })

  it('is moved by the keys of a slider, which is said, and sent away by Escape', () => {
    typeInto(slider(), '8')
    expect(slider().getAttribute('aria-valuetext')).toBe('1.00 % above mid')
    expect(byKey).toBe(true)
    expect(press('Escape')).toBe(true)
    expect(slider().getAttribute('aria-valuetext')).toBe('the whole window, ±5 %')
  })
})

describe('zooming', () => {
  it('by keys goes from stop to stop, and 0 fits the book again', () => {
    for (const key of ['+', '=']) expect(press(key)).toBe(true)
    // The spread is 2 % of the mid: no narrower window shows it well.
    expect(percent()).toBe(2)
    press('-')
    expect(percent()).toBe(5)
    press('_')
    expect(percent()).toBe(10)
    press('0')
    expect(percent()).toBe('fits')
  })

  it('leaves the browser its own keys', () => {
    expect(press('+', { ctrlKey: true })).toBe(false)
    expect(press('0', { metaKey: true })).toBe(false)
    expect(press('Tab')).toBe(false)
    expect(percent()).toBe('fits')
  })

  it('by wheel follows its turns, several between two pictures too, and never scrolls the page', () => {
    expect(wheel(100)).toBe(true)
    expect(percent()).toBe(5.99)
    wheel(-100)
    expect(percent()).toBe(5)
    act(() => {
      stage().dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true }))
      stage().dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true }))
    })
    expect(percent()).toBe(7.17)
    expect(wheel(0, { deltaX: 50 })).toBe(true)
    expect(percent()).toBe(7.17)
  })

  it('by wheel in lines and by a pinch on a touchpad comes out alike', () => {
    wheel(100 / 16, { deltaMode: WheelEvent.DOM_DELTA_LINE })
    expect(percent()).toBe(5.99)
    press('0')
    wheel(18, { ctrlKey: true })
    expect(percent()).toBe(5.99)
  })

  it('ends at the limits and still holds the page', () => {
    for (let turn = 0; turn < 20; turn += 1) wheel(1000)
    expect(percent()).toBe(50)
    expect(wheel(1000)).toBe(true)
    for (let turn = 0; turn < 20; turn += 1) wheel(-1000)
    expect(percent()).toBe(2)
  })

  it('by two fingers goes with their distance', () => {
    const finger = (type: string, pointerId: number, clientX: number) =>
      pointer(type, clientX, { pointerType: 'touch', pointerId })
    finger('pointerdown', 1, 200)
    finger('pointerdown', 2, 300)
    finger('pointermove', 2, 350)
    expect(percent()).toBe(3.33)
    finger('pointermove', 1, 150)
    expect(percent()).toBe(2.5)
    finger('pointerup', 2, 350)
    finger('pointermove', 1, 300)
    expect(percent()).toBe(2.5)
    expect(readout()[2]).toBe('0.00 % · 0.0 bps from mid')
  })
})
