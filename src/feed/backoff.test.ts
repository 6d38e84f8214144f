import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff'

/** As near to 1 as Math.random comes. */
const MOST = 1 - 2 ** -53
const VISIBLE = false
const HIDDEN = true

/** [failures, close code, hidden, least ms, most ms] */
const bounds: readonly (readonly [string, number, number | null, boolean, number, number])[] = [
  ['the first try comes within 500 ms', 1, 1006, VISIBLE, 0, 500],
  ['a connection lost without a close code is no other case', 1, null, VISIBLE, 0, 500],
  ['the first try is as quick in a hidden tab', 1, 1006, HIDDEN, 0, 500],
  ['after 1001 (going away) the first try is spread over 3 s', 1, 1001, VISIBLE, 0, 3000],
  ['after 1012 (restart) the first try is spread over 3 s', 1, 1012, VISIBLE, 0, 3000],
  ['the second try: 250 ms and up to 1 s', 2, 1006, VISIBLE, 250, 1250],
  ['1001 changes nothing about the second try', 2, 1001, VISIBLE, 250, 1250],
  ['the third try: 250 ms and up to 2 s', 3, 1006, VISIBLE, 250, 2250],
  ['the fifth try: 250 ms and up to 8 s', 5, 1006, VISIBLE, 250, 8250],
  ['from the sixth try on the cap of 15 s holds', 6, 1006, VISIBLE, 250, 15_250],
  ['the sixth try of a hidden tab: up to 16 s', 6, 1006, HIDDEN, 250, 16_250],
  ['from the eighth try on the cap of 60 s holds in a hidden tab', 8, 1006, HIDDEN, 250, 60_250],
  ['after 1013 (try later) the first try counts as the fifth', 1, 1013, VISIBLE, 250, 8250],
  ['and the second as the sixth', 2, 1013, HIDDEN, 250, 16_250],
  ['1013 keeps the cap', 9, 1013, VISIBLE, 250, 15_250],
]

describe('the wait before the next try', () => {
  it.each(bounds)('%s', (_name, failures, code, hidden, least, most) => {
    expect(backoffMs(failures, code, hidden, 0)).toBe(least)
    expect(backoffMs(failures, code, hidden, 0.5)).toBe((least + most) / 2)
    expect(backoffMs(failures, code, hidden, MOST)).toBeLessThanOrEqual(most)
    expect(backoffMs(failures, code, hidden, MOST)).toBeGreaterThan(most - 1)
  })

  it('stays finite and below its cap however often the connection was lost', () => {
    const code = fc.option(fc.integer({ min: 1000, max: 4999 }))
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        code,
        fc.boolean(),
        random,
        (failures, code, hidden, at) => {
          const ms = backoffMs(failures, code, hidden, at)
          expect(ms).toBeGreaterThanOrEqual(0)
          expect(ms).toBeLessThanOrEqual(250 + (hidden ? 60_000 : 15_000))
        },
      ),
    )
  })

  it('never shrinks with one more failure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.boolean(), (failures, hidden) => {
        const wait = (count: number) => backoffMs(count, 1006, hidden, 0.9)
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures))
      }),
    )
  })
})
