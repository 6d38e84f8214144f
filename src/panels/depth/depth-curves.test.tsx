// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DepthCurves } from '../../domain/depth'
import { DepthCurvesPicture, stepPath } from './depth-curves'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a stepped line', () => {
  it('begins on the ground at the mid, holds a size until the next is reached, and ends at the edge', () => {
    expect(stepPath([0, 0, 10, 10, 40], 40, 4, 1)).toBe('M4 1000H6V750H8V0H8')
    expect(stepPath([0, 20, 20, 30], 40, 3, -1)).toBe('M3 1000H2V500H0V250H0')
  })

  it('lies on the ground where a side is empty', () => {
    expect(stepPath([0, 0, 0], 1, 2, 1)).toBe('M2 1000H4')
  })

  it('rises at the mid where a size stands there', () => {
    expect(stepPath([5, 5], 10, 1, 1)).toBe('M1 1000H1V500H2')
  })

  it('has one line for sizes that differ by less than the eye can see', () => {
    expect(stepPath([0, 10, 10.0004, 10.0008], 20, 3, 1)).toBe('M3 1000H4V500H6')
  })

  it('moves up as often as the size changes, each time at the step of the change and to its height', () => {
    // Whole sizes of a top of 1000, one unit each: no change is too small to be seen.
    const added = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 200 })
    fc.assert(
      fc.property(added, fc.constantFrom(1 as const, -1 as const), (parts, direction) => {
        let size = 0
        const sizes = parts.map((part) => (size += part))
        const from = sizes.length - 1
        const edge = from + direction * from
        const path = stepPath(sizes, 1000, from, direction)
        expect(path.startsWith(`M${from} 1000H`)).toBe(true)
        expect(path.endsWith(`H${edge}`)).toBe(true)
        const moves = [...path.matchAll(/H(\d+)V([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
        const changes = sizes.flatMap((next, step) =>
          next === (sizes[step - 1] ?? 0) ? [] : [[from + direction * step, 1000 - next]],
        )
        expect(moves).toEqual(changes)
      }),
    )
  })
})

describe('the picture of the depth', () => {
  function draw(curves: DepthCurves, top: number) {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    const page = document.createElement('div')
    const root = createRoot(page)
    act(() => root.render(<DepthCurvesPicture curves={curves} top={top} />))
    const sides = [...page.querySelectorAll('g')].map((side) => ({
      tone: side.getAttribute('class'),
      gradient: side.querySelector('linearGradient')?.id,
      paths: [...side.querySelectorAll('path')],
    }))
    const viewBox = page.querySelector('svg')?.getAttribute('viewBox')
    act(() => root.unmount())
    return { viewBox, sides }
  }
  const CURVES = { bids: [0, 10, 20], asks: [0, 0, 30] }

  it('has the bids from the middle to the left and the asks to the right, over the whole width', () => {
    const { viewBox, sides } = draw(CURVES, 40)
    expect(viewBox).toBe('0 0 4 1000')
    expect(sides.map(({ tone }) => tone)).toEqual(['text-up', 'text-down'])
    const lines = sides.map(({ paths }) => paths.at(-1)?.getAttribute('d'))
    expect(lines).toEqual(['M2 1000H1V750H0V500H0', 'M2 1000H4V250H4'])
  })

  it('fills each side down to the ground, in its own colour', () => {
    const { sides } = draw(CURVES, 40)
    const areas = sides.map(({ paths }) => paths[0])
    expect(areas.map((area) => area?.getAttribute('d'))).toEqual([
      'M2 1000H1V750H0V500H0H0V1000Z',
      'M2 1000H4V250H4H4V1000Z',
    ])
    const [bids, asks] = sides.map(({ gradient }) => gradient)
    expect(bids).not.toBe(asks)
    expect(areas.map((area) => area?.getAttribute('fill'))).toEqual([`url(#${bids})`, `url(#${asks})`])
  })
})
