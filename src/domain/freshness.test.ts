import { describe, expect, it } from 'vitest'
import {
  type ConnectionState,
  connectionState,
  type Freshness,
  freshness,
  type TopicStatus,
  worstConnection,
} from './freshness'
import type { LinkPhase, LinkView } from './link'
import type { Stamp } from './time'
import type { RejectionReason } from './update'

const WALL = 1_700_000_000_000
/** Both clocks, `ms` after the start; `set` by which the wall clock was put forward meanwhile. */
const at = (ms: number, set = 0): Stamp => ({ mono: 1000 + ms, wall: WALL + ms + set })

const HOUR = 3_600_000

/** A link whose newest frame came at 0 by its socket 2. */
function link(phase: LinkPhase = 'confirmed', lastFrame: Stamp | null = at(0), generation = 2): LinkView {
  return {
    phase,
    generation,
    since: at(0),
    delayMs: 0,
    failures: 0,
    reason: null,
    probing: true,
    nextGeneration: null,
    lastFrame: lastFrame && { at: lastFrame, generation },
  }
}

function topic(confirmed: Stamp | null, generation = 2, trouble: RejectionReason | null = null): TopicStatus {
  return {
    confirmed: confirmed && { generation, at: confirmed },
    trouble: trouble && { topic: null, reason: trouble, detail: '', lost: 'message' },
    doubt: null,
    lostCount: 0,
    lost: [],
  }
}

const judge = (
  now: Stamp,
  status: TopicStatus | undefined,
  view: LinkView | undefined,
  kind: 'market' | 'account' = 'market',
) => freshness({ kind, topic: status, link: view }, now)

const rows: readonly (readonly [string, Freshness['state'], Freshness])[] = [
  ['before any message', 'waiting', judge(at(0), undefined, undefined)],
  ['while only other topics came', 'waiting', judge(at(0), undefined, link())],
  ['before any good message', 'waiting', judge(at(0), topic(null), link())],
  ['confirmed, the link below 10 s of silence', 'live', judge(at(9999), topic(at(0)), link())],
  ['confirmed long ago, the link in touch', 'live', judge(at(HOUR), topic(at(0)), link('confirmed', at(HOUR - 9999)))],
  ['a market from 10 s of silence on', 'delayed', judge(at(10_000), topic(at(0)), link())],
  ['a market below 15 s of silence', 'delayed', judge(at(14_999), topic(at(0)), link())],
  ['a market from 15 s of silence on, though its socket looks open', 'stale', judge(at(15_000), topic(at(0)), link())],
  ['an account below 25 s of silence', 'live', judge(at(24_999), topic(at(0)), link(), 'account')],
  ['an account from 25 s of silence on', 'delayed', judge(at(25_000), topic(at(0)), link(), 'account')],
  ['an account from 32 s of silence on', 'stale', judge(at(32_000), topic(at(0)), link(), 'account')],
  ['a link that is unknown', 'stale', judge(at(0), topic(at(0)), undefined)],
  ['a socket that connects', 'stale', judge(at(0), topic(at(0)), link('connecting'))],
  ['a socket that has brought nothing valid', 'stale', judge(at(0), topic(at(0)), link('unconfirmed'))],
  ['a link that waits', 'stale', judge(at(0), topic(at(0)), link('waiting'))],
  ['a page that was suspended', 'stale', judge(at(0), topic(at(0)), link('suspended'))],
  ['a topic that the new socket has not confirmed', 'stale', judge(at(0), topic(at(0), 1), link())],
  ['a message that could not be read', 'error', judge(at(0), topic(at(0), 2, 'not-a-list'), link())],
  ['even the first one', 'error', judge(at(0), topic(null, 2, 'not-a-list'), link())],
  ['figures of another market', 'unverified', judge(at(0), topic(at(0), 2, 'foreign-market'), link())],
  ['figures of another account', 'unverified', judge(at(0), topic(at(0), 2, 'foreign-account'), link(), 'account')],
]

describe('the state of a topic', () => {
  it.each(rows)('%s: %s', (_name, state, judged) => {
    expect(judged.state).toBe(state)
  })

  it('is live only on proof of the present socket, below its silence', () => {
    const phases: readonly LinkPhase[] = ['idle', 'connecting', 'unconfirmed', 'waiting', 'suspended']
    for (const phase of phases) expect(judge(at(0), topic(at(0)), link(phase)).state).not.toBe('live')
  })
})

describe('the age of the figures', () => {
  it('is none while there are no figures', () => {
    expect(judge(at(5), topic(null, 2, 'not-json'), link())).toMatchObject({ ageMs: null, asOf: null, withheld: false })
  })

  it('counts from the newest message of the socket, of whatever topic', () => {
    expect(judge(at(9000), topic(at(1000)), link('confirmed', at(8000)))).toMatchObject({ ageMs: 1000, asOf: at(8000) })
  })

  it('counts from its own message when that is the newer one', () => {
    expect(judge(at(9000), topic(at(8500)), link('confirmed', at(8000))).asOf).toEqual(at(8500))
  })

  it("is not renewed by another socket's messages", () => {
    expect(judge(at(9000), topic(at(1000), 1), link('confirmed', at(8000))).asOf).toEqual(at(1000))
  })

  it('is not renewed by other topics while its own newest message cannot be read', () => {
    const judged = judge(at(90_000), topic(at(1000), 2, 'not-a-list'), link('confirmed', at(89_000)))
    expect(judged).toMatchObject({ state: 'error', ageMs: 89_000, withheld: true })
  })
})

describe('derived figures', () => {
  const lost = link('waiting')
  it('stand for 60 s of a stale state, then are withheld', () => {
    expect(judge(at(60_000), topic(at(0)), lost)).toMatchObject({ state: 'stale', withheld: false })
    expect(judge(at(60_001), topic(at(0)), lost)).toMatchObject({ state: 'stale', withheld: true })
  })

  it('are not withheld from a topic that is merely quiet', () => {
    expect(judge(at(HOUR), topic(at(0)), link('confirmed', at(HOUR)))).toMatchObject({ state: 'live', withheld: false })
  })
})

describe('two clocks', () => {
  it('sleep ages the figures although the steady clock stood still', () => {
    expect(judge(at(0, HOUR), topic(at(0)), link())).toMatchObject({ state: 'stale', ageMs: HOUR, withheld: true })
  })

  it('a wall clock set back makes nothing younger', () => {
    expect(judge(at(12_000, -HOUR), topic(at(0)), link())).toMatchObject({ state: 'delayed', ageMs: 12_000 })
  })

  it.each([HOUR, -HOUR])('a clock that was set by %d ms spoils healthy figures until the next message only', (set) => {
    const after = link('confirmed', at(1000, set))
    expect(judge(at(1001, set), topic(at(0)), after)).toMatchObject({ state: 'live', ageMs: 1 })
  })

  it('a message younger than the look at the clock is no time ago', () => {
    expect(judge(at(0), topic(at(500)), link('confirmed', at(500)))).toMatchObject({ state: 'live', ageMs: 0 })
  })
})

describe('the word for a connection', () => {
  const lost = { ...link('connecting'), failures: 1 }
  const words: readonly (readonly [string, ConnectionState, ConnectionState])[] = [
    ['none yet', 'Connecting', connectionState('market', undefined, at(0), true)],
    ['none yet, offline', 'Offline', connectionState('market', undefined, at(0), false)],
    ['idle', 'Connecting', connectionState('market', link('idle', null), at(0), true)],
    ['the first try', 'Connecting', connectionState('market', link('connecting', null), at(0), true)],
    ['open, unconfirmed', 'Connecting', connectionState('market', link('unconfirmed', null), at(0), true)],
    ['in touch', 'Live', connectionState('market', link(), at(9999), true)],
    ['in touch, whatever the browser says of the network', 'Live', connectionState('market', link(), at(0), false)],
    ['silent for 10 s', 'Delayed', connectionState('market', link(), at(10_000), true)],
    ['silent for 15 s', 'Stale', connectionState('market', link(), at(15_000), true)],
    ['an account silent for 20 s', 'Live', connectionState('account', link(), at(20_000), true)],
    ['another try', 'Reconnecting', connectionState('market', lost, at(0), true)],
    ['another try, offline', 'Offline', connectionState('market', lost, at(0), false)],
    ['suspended', 'Stale', connectionState('market', link('suspended'), at(0), true)],
  ]
  it.each(words)('%s: %s', (_name, word, said) => {
    expect(said).toBe(word)
  })

  it.each<readonly [ConnectionState, readonly ConnectionState[]]>([
    ['Connecting', []],
    ['Live', ['Live', 'Live']],
    ['Connecting', ['Live', 'Connecting']],
    ['Delayed', ['Connecting', 'Delayed', 'Live']],
    ['Reconnecting', ['Delayed', 'Reconnecting']],
    ['Stale', ['Stale', 'Reconnecting', 'Live']],
    ['Offline', ['Live', 'Offline', 'Stale']],
  ])('%s is the worst of %j', (worst, states) => {
    expect(worstConnection(states)).toBe(worst)
  })
})
