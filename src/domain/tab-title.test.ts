import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTitleFigure, type TitleFigure } from './tab-title'

const shown = (value: number, subject = 'mainnet/14') => ({ subject, value, text: value.toFixed(2) })
const directions = (...values: readonly number[]) => {
  let figure: TitleFigure | null = null
  return values.map((value) => (figure = nextTitleFigure(figure, shown(value))).direction)
}

describe('the direction of the figure in the title', () => {
  it('is against the last figure that differed, and the first has none', () => {
    expect(directions(5, 5.1, 5.1, 5.05, 5.05)).toEqual([null, 'up', 'up', 'down', 'down'])
  })

  it('does not turn on what nobody can read', () => {
    expect(directions(5, 5.1, 5.0999)).toEqual([null, 'up', 'up'])
  })

  it('is not taken from another market', () => {
    const first = nextTitleFigure(null, shown(5))
    expect(nextTitleFigure(first, shown(97_000, 'mainnet/15')).direction).toBeNull()
  })

  it('always says how the figure on show came from the one before it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (values) => {
        const steps = values.flatMap((value, index) => (value === values[index - 1] ? [] : [value]))
        const [last = 0, earlier] = steps.toReversed()
        const direction = earlier === undefined ? null : last > earlier ? 'up' : 'down'
        expect(directions(...values).at(-1)).toBe(direction)
      }),
    )
  })
})
