import { describe, expect, it } from 'vitest'
import { freshness, silenceLimits, type TopicStatus, topicsState } from './freshness'
import type { LinkView } from './link'
import type { Stamp } from './time'

const at = (ms: number): Stamp => ({ mono: 1000 + ms, wall: 1_700_000_000_000 + ms })

const LINK: LinkView = {
  phase: 'confirmed',
  generation: 2,
  since: at(0),
  delayMs: 0,
  failures: 0,
  reason: null,
  probing: true,
  nextGeneration: null,
  lastFrame: { at: at(0), generation: 2 },
}

const TOPIC: TopicStatus = {
  confirmed: { generation: 2, at: at(0) },
  trouble: null,
  doubt: null,
  lostCount: 0,
  lost: [],
}

function judge(
  ms: number,
  topic: Partial<TopicStatus>,
  link: Partial<LinkView> = {},
  kind: 'market' | 'account' = 'market',
) {
  return freshness({ kind, topic: { ...TOPIC, ...topic }, link: { ...LINK, ...link } }, at(ms))
}

describe('figures that come late', () => {
  it('are delayed beyond 5 s of lag, although the link is in touch', () => {
    expect(judge(0, {}, { lagMs: null }).state).toBe('live')
    expect(judge(0, {}, { lagMs: 5000 }).state).toBe('live')
    expect(judge(0, {}, { lagMs: 5001 }).state).toBe('delayed')
  })

  it('are so of every topic of the socket, for as long as nothing else was measured', () => {
    const inTouch = { lastFrame: { at: at(600_000), generation: 2 } }
    expect(judge(600_000, {}, { ...inTouch, lagMs: 20_000 }).state).toBe('delayed')
  })

  it('are stale when the link is', () => {
    expect(judge(0, {}, { lagMs: 7000, phase: 'waiting' }).state).toBe('stale')
  })
})

describe('figures that contradict each other', () => {
  const doubted = { doubt: 'a trade id names another market' }

  it('are unverified however fresh, and nothing is derived from them', () => {
    expect(judge(0, doubted)).toMatchObject({ state: 'unverified', withheld: true })
  })

  it('stay withheld when they are stale', () => {
    expect(judge(0, doubted, { phase: 'waiting' })).toMatchObject({ state: 'stale', withheld: true })
  })

  it('are withheld as well while rows of another market come', () => {
    const trouble = { topic: 'positions', reason: 'foreign-market', detail: '', lost: 'row' } as const
    expect(judge(0, { trouble })).toMatchObject({ state: 'unverified', withheld: true })
  })
})

describe('during a planned renewal', () => {
  const handOver = { nextGeneration: 3 }

  it('topics of the old socket and of the new one are both current', () => {
    expect(judge(0, {}, handOver).state).toBe('live')
    expect(judge(0, { confirmed: { generation: 3, at: at(0) } }, handOver).state).toBe('live')
  })

  it('those of an earlier socket are not', () => {
    expect(judge(0, { confirmed: { generation: 1, at: at(0) } }, handOver).state).toBe('stale')
  })

  it('those of the new one are not before it stands, nor after it was given up', () => {
    expect(judge(0, { confirmed: { generation: 3, at: at(0) } }).state).toBe('stale')
  })

  it("the old socket's messages make no topic of the new one younger", () => {
    const judged = judge(
      9000,
      { confirmed: { generation: 3, at: at(1000) } },
      { ...handOver, lastFrame: { at: at(8000), generation: 2 } },
    )
    expect(judged.ageMs).toBe(8000)
  })
})

describe('a link that is not asked for signs of life', () => {
  it.each([
    ['market', 9_999, 'live'],
    ['market', 10_000, 'delayed'],
    ['market', 44_999, 'delayed'],
    ['market', 45_000, 'stale'],
    ['account', 59_999, 'live'],
    ['account', 60_000, 'delayed'],
    ['account', 299_999, 'delayed'],
    ['account', 300_000, 'stale'],
  ] as const)('%s, %d ms of silence: %s', (kind, ms, state) => {
    expect(judge(ms, {}, { probing: false }, kind).state).toBe(state)
  })

  it('has no time for a probe', () => {
    expect([silenceLimits('market', false).probe, silenceLimits('account', false).probe]).toEqual([null, null])
  })
})

describe('a topic whose socket lives', () => {
  const busy = { lastFrame: { at: at(60_000), generation: 2 } }

  it('is as old as its own last message once it did not answer', () => {
    const source = { kind: 'market', topic: TOPIC, link: { ...LINK, ...busy } } as const
    expect(freshness(source, at(60_000))).toMatchObject({ state: 'live', ageMs: 0 })
    expect(freshness({ ...source, unproven: true }, at(60_000))).toMatchObject({ state: 'stale', ageMs: 60_000 })
  })

  it('is in error when a message that nobody can tell apart came after its last one, and nothing confirmed it since', () => {
    const garbled = { at: at(1000), detail: 'a binary message' }
    expect(judge(60_000, {}, { ...busy, garbled }).state).toBe('error')
    expect(judge(9_000, {}, { lastFrame: { at: at(9_000), generation: 2 }, garbled }).state).toBe('live')
    const since = { confirmed: { generation: 2, at: at(2000) } }
    expect(judge(60_000, since, { ...busy, garbled }).state).toBe('live')
  })
})

describe('the word for a connection that is well', () => {
  it('is taken down by a topic that is late or has died', () => {
    expect(topicsState(['live', 'waiting'], 60_000)).toBe('Live')
    expect(topicsState(['live', 'delayed'], 60_000)).toBe('Delayed')
    expect(topicsState(['delayed', 'stale'], 60_000)).toBe('Stale')
  })

  it('stays Reconnecting for five seconds while the topics come one after the other', () => {
    expect(topicsState(['live', 'stale'], 4_999)).toBe('Reconnecting')
    expect(topicsState(['live', 'stale'], 5_000)).toBe('Stale')
  })
})
