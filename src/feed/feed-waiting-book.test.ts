import { describe, expect, it } from 'vitest'
import { createRig, MARKET, message, NETWORK } from './test-kit'

const bookOf = (price: number) =>
  message('orderbook', [
    { is_ask: false, price: String(price), size: '1', market_id: '1338', last_updated: 1_700_000_000 },
  ])

function liveMarket() {
  const rig = createRig()
  const feed = rig.feeds.open(MARKET, NETWORK)
  rig.socket().opens()
  rig.socket().brings(bookOf(1))
  rig.holdsReads = true
  return { rig, feed }
}

function readAll({ reads }: ReturnType<typeof createRig>) {
  for (const read of reads.splice(0)) read()
}

const bids = ({ deliveries }: ReturnType<typeof createRig>) =>
  deliveries.flatMap(({ update }) => (update?.topic === 'orderbook' ? (update.book.bids[0]?.price ?? []) : []))

describe('books between two commits', () => {
  it('are replaced by the newest, which alone is read, and counted', () => {
    const { rig } = liveMarket()
    for (const price of [2, 3, 4]) rig.socket().brings(bookOf(price))
    expect(bids(rig)).toEqual([1])
    readAll(rig)
    expect(bids(rig)).toEqual([1, 4])
    expect(rig.superseded).toEqual([bookOf(2).length, bookOf(3).length])
  })

  it('bear the time at which they came', () => {
    const { rig } = liveMarket()
    rig.pass(1_000)
    rig.socket().brings(bookOf(2))
    rig.pass(500)
    readAll(rig)
    expect(rig.deliveries.map(({ at }) => at.mono)).toEqual([0, 1_000])
  })

  it('are not put off before the first of a socket', () => {
    const { rig } = liveMarket()
    rig.socket().closes(1006)
    rig.pass(9_000)
    rig.socket().opens()
    rig.socket().brings(bookOf(2))
    expect(bids(rig)).toEqual([1, 2])
  })

  it('come before what another topic brought after them', () => {
    const { rig } = liveMarket()
    rig.socket().brings(bookOf(2))
    rig.socket().brings(message('recent_trades'))
    expect(rig.deliveries.map(({ topic }) => topic)).toEqual(['orderbook', 'orderbook', 'recent_trades'])
  })

  it('count as a sign of life before silence is judged, though nobody has read them yet', () => {
    const { rig } = liveMarket()
    rig.sleep(14_000)
    rig.socket().brings(bookOf(2))
    rig.sleep(2_000)
    rig.pass(0)
    expect(bids(rig)).toEqual([1, 2])
    expect(rig.sockets).toHaveLength(1)
    expect(rig.views.at(-1)?.phase).toBe('confirmed')
  })

  it('are read when their socket closes, and forgotten when their market is left', () => {
    const lost = liveMarket()
    lost.rig.socket().brings(bookOf(2))
    lost.rig.socket().closes(1006)
    expect(bids(lost.rig)).toEqual([1, 2])
    const left = liveMarket()
    left.rig.socket().brings(bookOf(2))
    left.feed.close()
    readAll(left.rig)
    expect(bids(left.rig)).toEqual([1])
  })

  it('that cannot be read are refused when their turn comes', () => {
    const { rig } = liveMarket()
    rig.socket().brings('{"data":7,"message":"orderbook"}')
    readAll(rig)
    expect(rig.deliveries.at(-1)?.lost[0]?.reason).toBe('not-a-list')
  })
})
