import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Subject } from '../domain/subject'
import { msToNextDeadline, reduceLink } from './link'
import { idleLink, type LinkEvent, type LinkStep, viewLink } from './link-state'
import type { ProbeTrust } from './probe-trust'

type Step =
  | LinkEvent
  | { readonly type: 'pass'; readonly mono: number; readonly wall: number }
  | { readonly type: 'wait' }
  | { readonly type: 'live' }

const plain = fc.constantFrom('start', 'opened', 'tick', 'retry-now', 'suspend', 'resume', 'doubt', 'multiplied')
const ms = fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.double({ min: 0, max: 30_000, noNaN: true }))
const jump = fc.integer({ min: -10_000_000, max: 10_000_000 })
const code = fc.option(fc.constantFrom(1000, 1001, 1006, 1012, 1013, 4001))
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plain.map((type) => ({ type }) as const) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.boolean(), fc.boolean())
        .map(([valid, answers]) => ({ type: 'frame', valid, answers }) as const),
    },
    { weight: 1, arbitrary: fc.boolean().map((refuses) => ({ type: 'garbled', refuses }) as const) },
    { weight: 2, arbitrary: code.map((closeCode) => ({ type: 'lost', reason: 'lost', closeCode }) as const) },
    { weight: 4, arbitrary: fc.constant({ type: 'wait' } as const) },
    { weight: 3, arbitrary: fc.constant({ type: 'live' } as const) },
    { weight: 3, arbitrary: ms.map((mono) => ({ type: 'pass', mono, wall: mono }) as const) },
    { weight: 1, arbitrary: fc.tuple(ms, jump).map(([mono, wall]) => ({ type: 'pass', mono, wall }) as const) },
  ),
  { maxLength: 60 },
)

/** What a correct page would hold: at most one socket. */
interface Model {
  socket: number | null
  sockets: number
}

const count = fc.integer({ min: 0, max: 2 })
const trusts: fc.Arbitrary<ProbeTrust> = fc.record({
  unanswered: count,
  suspected: fc.boolean(),
  punished: count,
  multiplied: count,
  refused: count,
})

function follow(model: Model, { state, effects }: LinkStep) {
  for (const effect of effects) {
    if (effect.type === 'connect') {
      expect(effect.generation).toBe(model.sockets)
      model.socket = effect.generation
    } else if (effect.type === 'drop') model.socket = null
    else {
      // Only what is open is asked, and only a confirmed link that is not asked any more is renewed.
      expect(model.socket).toBe(state.generation)
      if (effect.type === 'renew') expect([state.phase, viewLink(state).probing]).toEqual(['confirmed', false])
      else if (state.phase === 'confirmed') expect(viewLink(state).probing).toBe(true)
    }
  }
  const open = state.phase === 'connecting' || state.phase === 'unconfirmed' || state.phase === 'confirmed'
  expect(model.socket).toBe(open ? state.generation : null)
}

it('holds its promises whatever happens, and whenever', () => {
  const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  const kinds = fc.constantFrom<Subject['kind']>('market', 'account')
  fc.assert(
    fc.property(
      kinds,
      fc.boolean(),
      random,
      trusts,
      fc.boolean(),
      steps,
      (kind, hidden, chances, trust, missing, all) => {
        let now = { mono: 0, wall: 1_700_000_000_000 }
        let state = idleLink(now, { trust, lastFrame: null })
        const model: Model = { socket: null, sockets: 0 }
        const nextGeneration = () => {
          model.sockets += 1
          return model.sockets
        }
        const env = { kind, hidden, random: () => Number(chances.next().value), nextGeneration, missing: () => missing }
        const due = () => msToNextDeadline(state, now, env)
        const send = (event: LinkEvent) => {
          const before = state
          const step = reduceLink(state, event, now, env)
          state = step.state
          follow(model, step)
          expect(state.generation).toBeGreaterThanOrEqual(before.generation)
          return step
        }
        for (const step of all) {
          if (step.type === 'pass') now = { mono: now.mono + step.mono, wall: now.wall + step.wall }
          else if (step.type === 'wait') {
            const wait = Math.ceil(due() ?? 0)
            now = { mono: now.mono + wait, wall: now.wall + wait }
            send({ type: 'tick' })
          } else if (step.type === 'live') {
            // By chance alone a link is seldom confirmed.
            for (const type of ['start', 'retry-now', 'opened'] as const) send({ type })
            send({ type: 'frame', valid: true, answers: false })
          } else send(step)

          const left = due()
          // Only a page at rest awaits nothing; no deadline is farther than the longest backoff, or the next renewal.
          expect(left === null).toBe(state.phase === 'idle' || state.phase === 'suspended')
          expect(left ?? 0).toBeLessThanOrEqual(
            viewLink(state).probing || state.phase !== 'confirmed' ? 60_250 : 280_000,
          )
          expect(left ?? 0).toBeGreaterThanOrEqual(0)
          // A tick that comes early does nothing.
          if ((left ?? 0) > 0) expect(send({ type: 'tick' }).effects).toEqual([])
          if (state.phase === 'confirmed') expect(state.lastFrame?.generation).toBe(state.generation)
          // Trust that is lost does not come back by itself.
          if (Math.max(trust.unanswered, trust.punished, trust.multiplied, trust.refused) === 2)
            expect(viewLink(state).probing).toBe(false)
        }
        // No busy loop: a due tick moves its deadline away, by way of one new connection at most.
        if (due() === 0) send({ type: 'tick' })
        if (due() === 0) send({ type: 'tick' })
        expect(due()).not.toBe(0)
      },
    ),
    { numRuns: 500 },
  )
})
