import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fill } from './account'
import type { ToldFills } from './fill-news'
import { fill } from './test-kit'
import { NO_TOASTS, reduceToasts, type Toasts } from './toasts'

const account = { address: '0xa' }

const told = (fields: Partial<Fill> = {}, news: Partial<ToldFills> = {}): ToldFills => ({
  owner: account,
  arrival: 'new',
  sure: true,
  fills: [fill(fields)],
  ...news,
})

/** What was told when, in seconds. */
const after = (...news: readonly (readonly [seconds: number, ToldFills])[]) =>
  news.reduce<Toasts>(
    (toasts, [seconds, each]) => reduceToasts(toasts, { type: 'told', told: each, atMs: seconds * 1000 }),
    NO_TOASTS,
  )

const keys = ({ shown }: Toasts) => shown.map((toast) => toast.told.fills.map(({ key }) => key).join())

describe('toasts', () => {
  it('are one a piece of news, the newest last', () => {
    expect(keys(after([0, told({ key: 'a' })], [5, told({ key: 'b' })]))).toEqual(['a', 'b'])
  })

  it('tell fills of one market that come soon after each other in one', () => {
    expect(keys(after([0, told({ key: 'a' })], [1, told({ key: 'b' })], [2.5, told({ key: 'c' })]))).toEqual(['c,b,a'])
    expect(keys(after([0, told({ key: 'a' })], [2, told({ key: 'b' })]))).toEqual(['a', 'b'])
  })

  it.each([
    ['of another market', { marketId: '15' }, {}],
    ['that were missed', {}, { arrival: 'missed' as const }],
    ['that are not sure', {}, { sure: false }],
  ])('tell fills %s apart', (_what, fields, news) => {
    expect(after([0, told()], [1, told(fields, news)]).shown).toHaveLength(2)
  })

  it('are three at most: the oldest two become one, and go by the younger one’s name', () => {
    const four = after(
      [0, told({ key: 'a' })],
      [3, told({ key: 'b' })],
      [6, told({ key: 'c' })],
      [9, told({ key: 'd' })],
    )
    expect(keys(four)).toEqual(['b,a', 'c', 'd'])
    expect(four.shown.map(({ id }) => id)).toEqual([2, 3, 4])
  })

  it('are closed one by one', () => {
    const two = after([0, told({ key: 'a' })], [5, told({ key: 'b' })])
    expect(keys(reduceToasts(two, { type: 'closed', id: 1 }))).toEqual(['b'])
  })

  it('of an account that was left are gone with the first news of the next', () => {
    const next = { address: '0xb' }
    expect(keys(after([0, told({ key: 'a' })], [1, told({ key: 'b' }, { owner: next })]))).toEqual(['b'])
  })

  it('hold every fill once, whatever comes, and never more than three', () => {
    const news = fc.record({ seconds: fc.integer({ min: 0, max: 4 }), marketId: fc.constantFrom('14', '15') })
    fc.assert(
      fc.property(fc.array(news), (all) => {
        let seconds = 0
        const toasts = after(
          ...all.map(({ marketId, seconds: later }, index) => {
            seconds += later
            return [seconds, told({ key: String(index), marketId })] as const
          }),
        )
        expect(toasts.shown.length).toBeLessThanOrEqual(3)
        const held = toasts.shown.flatMap((toast) => toast.told.fills.toReversed().map(({ key }) => key))
        expect(held).toEqual(all.map((_each, index) => String(index)))
      }),
    )
  })
})
