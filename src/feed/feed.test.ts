import { describe, expect, it } from 'vitest'
import { ACCOUNT, createRig, MARKET, message, NETWORK } from './test-kit'

function openMarket() {
  const rig = createRig()
  return { rig, feed: rig.feeds.open(MARKET, NETWORK) }
}

function liveMarket() {
  const opened = openMarket()
  opened.rig.socket().opens()
  for (const topic of ['orderbook', 'recent_trades', 'live_funding_rate']) opened.rig.socket().brings(message(topic))
  return opened
}

const phases = ({ views }: { readonly views: readonly { readonly phase: string }[] }) => views.map(({ phase }) => phase)

describe('opening', () => {
  it("connects at once to the network's address and subscribes when the socket is open", () => {
    const { rig } = openMarket()
    expect(rig.socket().url).toBe('wss://ws.invalid/ws/')
    expect(rig.socket().sent).toEqual([])
    rig.socket().opens()
    expect(rig.socket().sent.map((text) => JSON.parse(text) as unknown)).toEqual([
      { topic: 'orderbook', market_id: '1338' },
      { topic: 'recent_trades', market_id: '1338' },
      { topic: 'live_funding_rate' },
    ])
  })

  it('subscribes again on every socket', () => {
    const { rig } = liveMarket()
    for (let round = 1; round < 4; round += 1) {
      rig.socket().closes(1000)
      rig.pass(9000)
      expect(rig.sockets).toHaveLength(round + 1)
      rig.socket().opens()
      expect(rig.socket().sent).toHaveLength(3)
    }
  })

  it('hands on what the messages say, with the socket they came by', () => {
    const { rig } = openMarket()
    rig.socket().opens()
    rig.socket().brings(message('orderbook'))
    rig.socket().brings('not JSON')
    rig.socket().brings(new ArrayBuffer(4))
    expect(rig.deliveries.map(({ topic, generation, lostCount }) => [topic, generation, lostCount])).toEqual([
      ['orderbook', 1, 0],
      [null, 1, 1],
      [null, 1, 1],
    ])
    expect(phases(rig).slice(0, 3)).toEqual(['connecting', 'unconfirmed', 'confirmed'])
  })

  it('numbers the sockets of all feeds in one row', () => {
    const rig = createRig()
    rig.feeds.open(MARKET, NETWORK)
    rig.feeds.open(ACCOUNT, NETWORK)
    for (const socket of rig.sockets.slice()) socket.closes(1006)
    rig.pass(250)
    const connecting = rig.views.filter(({ phase }) => phase === 'connecting')
    expect(connecting.map(({ generation }) => generation)).toEqual([1, 2, 3, 4])
  })

  it('tells every open feed, and none that was closed', () => {
    const rig = createRig()
    const market = rig.feeds.open(MARKET, NETWORK)
    rig.feeds.open(ACCOUNT, NETWORK)
    market.close()
    rig.views.length = 0
    rig.feeds.notify({ type: 'suspend' })
    rig.feeds.notify({ type: 'resume' })
    expect(phases(rig)).toEqual(['suspended', 'connecting'])
  })
})

describe('a socket that is replaced', () => {
  it('loses its handlers first, then is closed with our own code, and the next goes on at once', () => {
    const { rig } = liveMarket()
    const [old] = rig.sockets
    rig.pass(15_250)
    expect(old?.handlers()).toEqual({ message: null, close: null, error: null, open: null })
    expect(old?.closedWith).toEqual([4001])
    expect(rig.sockets).toHaveLength(2)
  })

  it('has nothing to say any more, not even by events that were in the queue', () => {
    const { rig } = liveMarket()
    const [old] = rig.sockets
    rig.pass(15_250)
    const { views, deliveries } = rig
    const before = [views.length, deliveries.length]
    old?.opens()
    old?.brings(message('orderbook'))
    old?.fails()
    old?.closes(1006)
    rig.pass(0)
    expect([views.length, deliveries.length]).toEqual(before)
    expect(rig.sockets).toHaveLength(2)
  })
})

describe('a socket that fails', () => {
  it('is waited for when the constructor throws, with its reason', () => {
    const rig = createRig()
    rig.refuse = 'blocked by policy'
    rig.feeds.open(MARKET, NETWORK)
    expect(rig.views.at(-1)).toMatchObject({ phase: 'waiting', reason: 'blocked by policy', failures: 1 })
    rig.pass(60_000)
    expect(rig.timers.size).toBe(1)
    rig.refuse = null
    rig.pass(16_000)
    expect(rig.sockets).toHaveLength(1)
  })

  it('is lost by an error that no close follows', () => {
    const { rig } = openMarket()
    rig.socket().fails()
    rig.pass(0)
    expect(rig.views.at(-1)).toMatchObject({ phase: 'waiting', reason: 'no connection to the exchange', failures: 1 })
  })

  it('is lost once, with the code, when the close follows', () => {
    const { rig } = openMarket()
    rig.socket().fails()
    rig.socket().fails()
    rig.socket().closes(1006)
    rig.pass(0)
    expect(rig.views.at(-1)).toMatchObject({ reason: 'no connection, or it was cut (1006)', failures: 1 })
    expect(rig.timers.size).toBe(1)
  })

  it('gives the reason of a close as cleaned text', () => {
    const { rig } = liveMarket()
    rig.socket().closes(1013, 'over\u202eloaded\n')
    expect(rig.views.at(-1)?.reason).toBe('the exchange asks to try later (1013: overloaded)')
  })

  it('is sent nothing while it is not open', () => {
    const { rig } = liveMarket()
    const socket = rig.socket()
    socket.readyState = 2
    rig.feeds.notify({ type: 'doubt' })
    expect(socket.sent).toHaveLength(3)
    rig.pass(3250)
    expect(rig.sockets).toHaveLength(2)
  })
})

describe('closing', () => {
  it.each([
    ['while it connects', () => openMarket()],
    ['while it is live', () => liveMarket()],
    [
      'while it waits',
      () => {
        const opened = liveMarket()
        opened.rig.socket().closes(1006)
        return opened
      },
    ],
    [
      'right after an error',
      () => {
        const opened = openMarket()
        opened.rig.socket().fails()
        return opened
      },
    ],
  ])('stops everything %s: socket, timers, pending messages', (_name, make) => {
    const { rig, feed } = make()
    feed.close()
    feed.close()
    expect(rig.timers.size).toBe(0)
    expect(rig.socket().handlers()).toEqual({ message: null, close: null, error: null, open: null })
    expect(rig.dropped).toContain('testnet/market/1338')
    const views = rig.views.length
    feed.notify({ type: 'retry-now' })
    feed.notify({ type: 'resume' })
    rig.pass(120_000)
    expect(rig.views).toHaveLength(views)
    expect(rig.sockets).toHaveLength(1)
  })
})

describe('timers', () => {
  it('are not set a thousand times for a thousand messages', () => {
    const { rig } = liveMarket()
    const before = rig.timersSet()
    for (let count = 0; count < 1000; count += 1) {
      rig.pass(10)
      rig.socket().brings(message('orderbook'))
    }
    expect(rig.timersSet() - before).toBeLessThanOrEqual(3)
    expect(rig.timers.size).toBe(1)
  })

  it('still come in time when the messages stop', () => {
    const { rig } = liveMarket()
    rig.pass(5000)
    rig.socket().brings(message('orderbook'))
    rig.pass(7999)
    expect(rig.socket().sent).toHaveLength(3)
    rig.pass(1)
    expect(rig.socket().sent).toHaveLength(4)
    rig.pass(6999)
    expect(rig.sockets).toHaveLength(1)
    rig.pass(251)
    expect(rig.sockets).toHaveLength(2)
  })

  it('come earlier when a doubt brings the deadline nearer', () => {
    const { rig } = liveMarket()
    rig.pass(100.3)
    rig.feeds.notify({ type: 'doubt' })
    rig.pass(3000)
    expect(rig.views.at(-1)?.phase).toBe('waiting')
  })

  it('are whole milliseconds, never early and never asked for in a circle', () => {
    const { rig } = openMarket()
    rig.pass(0.7)
    rig.socket().opens()
    const before = rig.timersSet()
    rig.pass(30_000)
    expect(rig.timersSet() - before).toBeLessThanOrEqual(6)
  })
})
