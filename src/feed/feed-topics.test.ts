import { describe, expect, it } from 'vitest'
import { createRig, type FeedRig, MARKET, message, NETWORK } from './test-kit'

const TOPICS = ['orderbook', 'recent_trades', 'live_funding_rate']

/** A market that brought all its topics; then only trades go on, one a second. */
function bookDied(seconds: number) {
  const rig = createRig()
  rig.feeds.open(MARKET, NETWORK)
  const first = rig.socket()
  first.opens()
  for (const topic of TOPICS) first.brings(message(topic))
  trade(rig, seconds)
  return { rig, first }
}

function trade(rig: FeedRig, seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    rig.pass(1000)
    rig.socket().brings(message('recent_trades'))
  }
}

describe('a book that dies while its socket stays busy', () => {
  it('is asked for after a minute', () => {
    const { first } = bookDied(59)
    const asked = () => first.sent.filter((text) => text.includes('orderbook')).length
    expect(asked()).toBe(1)
    expect(bookDied(61).first.sent.filter((text) => text.includes('orderbook'))).toHaveLength(2)
  })

  it('is no longer proven by its socket ten seconds later, and a second socket is opened', () => {
    const { rig, first } = bookDied(72)
    expect(rig.views.some(({ unproven }) => unproven?.includes('orderbook'))).toBe(true)
    expect(rig.socket()).not.toBe(first)
    expect(first.closedWith).toEqual([])
  })

  it('comes back with the second socket, which takes over', () => {
    const { rig, first } = bookDied(72)
    const second = rig.socket()
    second.opens()
    for (const topic of TOPICS) second.brings(message(topic))
    expect(first.closedWith).toEqual([4001])
    expect(rig.views.at(-1)).toMatchObject({ phase: 'confirmed', unproven: [] })
  })

  it('leaves the first socket alone when it answers', () => {
    const { rig, first } = bookDied(65)
    first.brings(message('orderbook'))
    trade(rig, 20)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.views.at(-1)?.unproven).toEqual([])
  })
})

describe('a message that nobody can tell apart', () => {
  it('is told with its reason, and everything is asked for anew, at most every 30 s', () => {
    const { rig, first } = bookDied(40)
    const before = first.sent.length
    first.brings('cut { json')
    expect(rig.views.at(-1)?.garbled?.detail).toContain('not JSON')
    expect(first.sent.slice(before).map((text) => TOPICS.find((topic) => text.includes(topic)))).toEqual(TOPICS)
    first.brings(new ArrayBuffer(8))
    expect(first.sent).toHaveLength(before + 3)
  })

  it('is not a topic of others, which is no news of ours', () => {
    const { rig } = bookDied(40)
    rig.socket().brings(message('best_price'))
    expect(rig.views.at(-1)?.garbled).toBeNull()
  })
})
