// @vitest-environment jsdom
import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fadeWithFrame, firstDifference, setChangedMarks, useChanged } from './changed'

/** The browser's own is a set of ranges as well. */
class FakeHighlight extends Set<StaticRange> {}

const painted = new Map<string, FakeHighlight>()
const textsOf = (name: string) =>
  [...(painted.get(name) ?? [])].map((range) =>
    (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
  )

let root: Root
let reduced = false
const onPreference = new Set<() => void>()

/** As the system’s settings do. */
function preferLessMotion(on: boolean) {
  reduced = on
  for (const listener of onPreference) listener()
}

function Figure({ text, scope }: { readonly text: string; readonly scope: string }) {
  const element = useRef<HTMLParagraphElement>(null)
  useChanged(element, text, scope)
  return <p ref={element}>{text}</p>
}

const show = (text: string, scope = 'APT') => act(() => root.render(<Figure text={text} scope={scope} />))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('Highlight', FakeHighlight)
  vi.stubGlobal('CSS', { highlights: painted })
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return reduced
    },
    addEventListener(_type: string, listener: () => void) {
      onPreference.add(listener)
    },
  }))
  preferLessMotion(false)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
})

afterEach(() => {
  act(() => root.unmount())
  vi.advanceTimersByTime(5_000)
  setChangedMarks(true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('changed digits', () => {
  it('stand out from the first that differs on, and fade in three steps', () => {
    show('5.4810')
    show('5.4825')
    expect(textsOf('changed-1')).toEqual(['25'])
    vi.advanceTimersByTime(360)
    expect([textsOf('changed-1'), textsOf('changed-2')]).toEqual([[], ['25']])
    vi.advanceTimersByTime(360)
    expect([textsOf('changed-2'), textsOf('changed-3')]).toEqual([[], ['25']])
    vi.advanceTimersByTime(360)
    expect(textsOf('changed-3')).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fade in a frame in which the page changes anyhow, where one comes about then, and in none of their own', () => {
    fadeWithFrame()
    show('5.4810')
    show('5.4825')
    vi.advanceTimersByTime(200)
    fadeWithFrame()
    expect(textsOf('changed-1')).toEqual(['25'])
    for (const step of [2, 3]) {
      vi.advanceTimersByTime(step === 2 ? 60 : 260)
      fadeWithFrame()
      expect(textsOf(`changed-${step}`)).toEqual(['25'])
    }
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(260)
    fadeWithFrame()
    expect([textsOf('changed-3'), vi.getTimerCount()]).toEqual([[], 0])
  })

  it('of a figure that never rests are marked again only when the last mark has faded', () => {
    show('5.4810')
    show('5.4820')
    vi.advanceTimersByTime(200)
    show('5.4931')
    expect(textsOf('changed-1')).toEqual(['31'])
    vi.advanceTimersByTime(400)
    show('5.5000')
    expect(textsOf('changed-1')).toEqual([])
    vi.advanceTimersByTime(300)
    show('5.5001')
    expect(textsOf('changed-1')).toEqual(['1'])
  })

  it('are none at first, nor where none was known', () => {
    show('—')
    show('5.4810')
    expect(textsOf('changed-1')).toEqual([])
  })

  it('are none where the figure is of something else now', () => {
    show('5.4810', 'APT')
    show('9.1000', 'BTC')
    expect(textsOf('changed-1')).toEqual([])
    show('9.2000', 'BTC')
    expect(textsOf('changed-1')).toEqual(['2000'])
  })

  it('are not marked for a reader who wants calm, by choice or by his system', () => {
    show('1')
    setChangedMarks(false)
    show('2')
    setChangedMarks(true)
    preferLessMotion(true)
    show('3')
    expect(textsOf('changed-1')).toEqual([])
  })

  it('begin after all that the two have in common', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (common, before, after) => {
        const place = firstDifference(common + before, common + after)
        expect((common + after).slice(0, place)).toBe((common + before).slice(0, place))
        expect(place).toBeGreaterThanOrEqual(common.length)
        expect(place === (common + after).length || (common + before)[place] !== (common + after)[place]).toBe(true)
      }),
    )
  })
})
