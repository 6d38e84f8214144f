import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addToSession, sessionStats } from './session-stats'
import { anyTape, match } from './test-kit'

it('there are no statistics before the first trade', () => {
  expect(addToSession(null, [])).toBeNull()
})

it('the session is told from the first trade seen to the last', () => {
  const session = addToSession(null, [
    match({ price: 110, timeMs: 3000, size: 2 }),
    match({ price: 90, timeMs: 2000, size: 1 }),
    match({ price: 100, timeMs: 1000, size: 1 }),
  ])
  expect(session && sessionStats(session)).toEqual({
    high: 110,
    low: 90,
    firstPrice: 100,
    lastPrice: 110,
    changePercent: 10,
    size: 4,
    valueUsd: 410,
    trades: 3,
    sinceMs: 1000,
  })
})

it('what comes piece by piece is the same session as what comes at once', () => {
  fc.assert(
    fc.property(anyTape, fc.nat(40), (tape, cut) => {
      const pieces = addToSession(addToSession(null, tape.slice(cut)), tape.slice(0, cut))
      const once = addToSession(null, tape)
      expect(pieces && sessionStats(pieces)).toEqual(once && sessionStats(once))
    }),
  )
})
