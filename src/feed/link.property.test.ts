import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Subject } from '../domain/subject'
import { type LinkEvent, type LinkStep, idleLink, msToNextDeadline, reduceLink } from './link'

type Step = LinkEvent | { readonly type: 'pass'; readonly mono: number; readonly wall: number } | { type: 'wait' }

const plain = fc.constantFrom('start', 'opened', 'tick', 'retry-now', 'suspend', 'resume', 'doubt')
const ms = fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.double({ min: 0, max: 30_000, noNaN: true }))
const jump = fc.integer({ min: -10_000_000, max: 10_000_000 })
const code = fc.option(fc.constantFrom(1000, 1001, 1006, 1012, 1013, 4001))
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plain.map((type) => ({ type }) as const) },
    { weight: 4, arbitrary: fc.boolean().map((valid) => ({ type: 'frame', valid }) as const) },
    { weight: 2, arbitrary: code.map((closeCode) => ({ type: 'lost', reason: 'lost', closeCode }) as const) },
    { weight: 4, arbitrary: fc.constant({ type: 'wait' } as const) },
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

function follow(model: Model, { state, effects }: LinkStep) {
  for (const effect of effects) {
    if (effect.type === 'connect') {
      expect(effect.generation).toBe(model.sockets)
      model.socket = effect.generation
    } else if (effect.type === 'drop') model.socket = null
    else expect(model.socket).toBe(state.generation)
  }
  const open = state.phase === 'connecting' || state.phase === 'unconfirmed' || state.phase === 'confirmed'
  expect(model.socket).toBe(open ? state.generation : null)
}

it('holds its promises whatever happens, and whenever', () => {
  const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  const kinds = fc.constantFrom<Subject['kind']>('market', 'account')
  fc.assert(
    fc.property(kinds, fc.boolean(), random, steps, (kind, hidden, chances, all) => {
      let now = { mono: 0, wall: 1_700_000_000_000 }
      let state = idleLink(now)
      const model: Model = { socket: null, sockets: 0 }
      const nextGeneration = () => {
        model.sockets += 1
        return model.sockets
      }
      const env = { kind, hidden, random: () => Number(chances.next().value), nextGeneration }
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
        } else send(step)

        const left = due()
        // Only a page at rest awaits nothing; no deadline is farther than the longest backoff.
        expect(left === null).toBe(state.phase === 'idle' || state.phase === 'suspended')
        expect(left ?? 0).toBeLessThanOrEqual(60_250)
        expect(left ?? 0).toBeGreaterThanOrEqual(0)
        // A tick that comes early does nothing.
        if ((left ?? 0) > 0) expect(send({ type: 'tick' }).effects).toEqual([])
        if (state.phase === 'confirmed') expect(state.lastFrame?.generation).toBe(state.generation)
      }
      // No busy loop: a due tick moves its deadline away, by way of one new connection at most.
      if (due() === 0) send({ type: 'tick' })
      if (due() === 0) send({ type: 'tick' })
      expect(due()).not.toBe(0)
    }),
    { numRuns: 500 },
  )
})
