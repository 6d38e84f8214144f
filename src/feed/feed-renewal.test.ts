import { describe, expect, it } from 'vitest'
import { bringAll, busy, isOpen, RENEWED_AT, renewing, TOPICS } from './renewal-kit'
import { createRig, type FakeSocket, type FeedRig, MARKET, message, NETWORK } from './test-kit'

describe('a planned renewal', () => {
  it('opens the new socket before the old one closes, and asks nothing of the old', () => {
    const { rig, old, next, view } = renewing()
    expect(next).not.toBe(old)
    expect([isOpen(old), isOpen(next)]).toEqual([true, true])
    expect(old.sent).toHaveLength(3)
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 3, nextGeneration: null, probing: false })
    expect(rig.log.at(-1)).toBe('connecting')
  })

  it('hands over at once when the new socket has brought all that the old one did', () => {
    const { rig, old, next, view } = renewing()
    next.opens()
    bringAll(next)
    expect(old.closedWith).toEqual([4001])
    expect(old.handlers()).toEqual({ message: null, close: null, error: null, open: null })
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 4, nextGeneration: null })
    expect(rig.deliveries.map(({ topic, generation }) => [topic, generation])).toEqual(
      TOPICS.map((topic) => [topic, 4]),
    )
    expect(rig.timers.size).toBe(1)
  })

  it('is never seen as anything but confirmed', () => {
    const { rig, next } = renewing()
    rig.views.length = 0
    next.opens()
    bringAll(next)
    expect(new Set(rig.views.map(({ phase }) => phase))).toEqual(new Set(['confirmed']))
  })

  it('names the new generation from its first message on', () => {
    const { next, view } = renewing()
    next.opens()
    expect(view()?.nextGeneration).toBeNull()
    next.brings(message('orderbook'))
    expect(view()).toMatchObject({ generation: 3, nextGeneration: 4 })
  })

  it('waits for the rest of the topics a second at most', () => {
    const { rig, old, next, view } = renewing()
    next.opens()
    next.brings(message('orderbook'))
    rig.pass(999)
    expect([isOpen(old), isOpen(next)]).toEqual([true, true])
    rig.pass(1)
    expect(isOpen(old)).toBe(false)
    expect(view()).toMatchObject({ generation: 4, nextGeneration: null })
  })

  it('does not wait longer in a hidden tab, whose timers come late', () => {
    const { rig, old, next } = renewing()
    next.opens()
    next.brings(message('orderbook'))
    rig.sleep(1000)
    next.brings(message('orderbook'))
    expect(isOpen(old)).toBe(false)
  })

  it("keeps the old socket's late lists off what the new one has brought, and takes its others", () => {
    const { rig, old, next } = renewing()
    next.opens()
    next.brings(message('orderbook'))
    old.brings(message('orderbook'))
    old.brings(message('recent_trades'))
    old.brings('not JSON')
    expect(rig.deliveries.map(({ topic, generation }) => [topic, generation])).toEqual([
      ['orderbook', 4],
      ['recent_trades', 3],
      [null, 3],
    ])
  })

  it('is followed by the next one five minutes later, and by no more than one', () => {
    const { rig, next, begun } = renewing()
    next.opens()
    bringAll(next)
    busy(rig, next, RENEWED_AT / 1000 - 1)
    expect(rig.sockets).toHaveLength(begun)
    busy(rig, next, 5)
    expect(rig.sockets).toHaveLength(begun + 1)
    expect(rig.sockets.filter(isOpen)).toHaveLength(2)
  })

  it.each([
    ['does not connect', () => undefined],
    ['brings nothing', (next: FakeSocket) => next.opens()],
  ])('never has more than two sockets, though the new one %s', (_name, begin) => {
    const { rig, old, next } = renewing()
    begin(next)
    for (let second = 0; second < 1200; second += 1) {
      busy(rig, old, 1)
      expect(rig.sockets.filter(isOpen).length).toBeLessThanOrEqual(2)
    }
    expect(isOpen(old)).toBe(true)
  })
})

describe('an old socket that dies meanwhile', () => {
  it('leaves the new one as the connection, while it connects', () => {
    const { rig, old, next, begun, view } = renewing()
    old.closes(1006)
    expect(view()).toMatchObject({ phase: 'connecting', generation: 4, nextGeneration: null })
    expect(view()?.lastFrame?.generation).toBe(3)
    next.opens()
    bringAll(next)
    rig.pass(0)
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 4, failures: 0 })
    expect(rig.sockets).toHaveLength(begun)
  })

  it('leaves it so during the hand-over too, without a trace of itself', () => {
    const { rig, old, next, view } = renewing()
    next.opens()
    next.brings(message('orderbook'))
    old.closes(1006)
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 4, nextGeneration: null })
    rig.pass(2000)
    expect(isOpen(next)).toBe(true)
    expect(rig.timers.size).toBe(1)
  })

  it('leaves a new one that fails later to be tried again', () => {
    const { rig, old, next, begun, view } = renewing()
    old.closes(1006)
    next.closes(1006)
    expect(view()).toMatchObject({ phase: 'waiting', failures: 1 })
    rig.pass(500)
    expect(rig.sockets).toHaveLength(begun + 1)
  })
})

describe('a renewal that is called off', () => {
  const stages: readonly (readonly [string, (next: FakeSocket) => void])[] = [
    ['while the new socket connects', () => undefined],
    ['while it waits for its first message', (next) => next.opens()],
    [
      'during the hand-over',
      (next) => {
        next.opens()
        next.brings(message('orderbook'))
      },
    ],
  ]

  it.each(stages)('by closing, leaves no socket and no timer: %s', (_name, reach) => {
    const { rig, feed, next } = renewing()
    reach(next)
    feed.close()
    expect(rig.sockets.filter((socket) => isOpen(socket) && socket.readyState !== 3)).toEqual([])
    expect(rig.timers.size).toBe(0)
    const { length } = rig.views
    rig.pass(600_000)
    expect([rig.views.length, rig.timers.size]).toEqual([length, 0])
  })

  it.each(stages)('by suspending the page, leaves no socket and no timer: %s', (_name, reach) => {
    const { rig, next, view } = renewing()
    reach(next)
    rig.feeds.notify({ type: 'suspend' })
    expect(rig.sockets.filter((socket) => isOpen(socket) && socket.readyState !== 3)).toEqual([])
    expect(rig.timers.size).toBe(0)
    expect(view()).toMatchObject({ phase: 'suspended', nextGeneration: null })
  })

  it.each(stages)('by a doubt, leaves one fresh socket: %s', (_name, reach) => {
    const { rig, next, begun, view } = renewing()
    reach(next)
    rig.feeds.notify({ type: 'doubt' })
    expect(rig.sockets).toHaveLength(begun + 1)
    expect(rig.sockets.filter((socket) => isOpen(socket) && socket.readyState !== 3)).toEqual([rig.socket()])
    expect(view()).toMatchObject({ phase: 'connecting', nextGeneration: null })
    expect(rig.timers.size).toBe(1)
  })
})

describe('a socket whose answers multiply', () => {
  /** A server that adds a subscription with each question. */
  function multiply(rig: FeedRig, socket: FakeSocket) {
    for (let question = 1; socket === rig.socket() && question < 4; question += 1) {
      busy(rig, socket, 20)
      for (let copy = 0; copy <= question; copy += 1) socket.brings(message('live_funding_rate'))
    }
  }

  it('is replaced without a gap; after the second one nothing is asked any more', () => {
    const rig = createRig()
    rig.feeds.open(MARKET, NETWORK)
    for (let round = 1; round <= 2; round += 1) {
      const socket = rig.socket()
      socket.opens()
      bringAll(socket)
      multiply(rig, socket)
      expect(rig.sockets).toHaveLength(round + 1)
      expect(isOpen(socket)).toBe(true)
      rig.socket().opens()
      bringAll(rig.socket())
      expect(isOpen(socket)).toBe(false)
      expect(rig.views.at(-1)?.probing).toBe(round === 1)
    }
    busy(rig, rig.socket(), 100)
    expect(rig.socket().sent).toHaveLength(3)
  })
})
