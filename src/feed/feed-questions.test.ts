import { describe, expect, it } from 'vitest'
import type { Subject } from '../domain/subject'
import { ACCOUNT, createRig, type FakeSocket, MARKET, message, NETWORK } from './test-kit'

/** A socket on which everything came once; then each question is answered by `reply`, which is given the topic. */
function asked(subject: Subject, first: readonly string[], reply: (topic: string, socket: FakeSocket) => void) {
  const rig = createRig()
  rig.feeds.open(subject, NETWORK)
  const socket = rig.socket()
  socket.opens()
  for (const topic of first) socket.brings(message(topic))
  const questions = () => socket.sent.length - subscribed
  const subscribed = socket.sent.length
  function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1) {
      const { length } = socket.sent
      rig.pass(1000)
      for (const text of socket.sent.slice(length)) reply(topicOf(text), socket)
    }
  }
  return { rig, socket, questions, pass }
}

function topicOf(text: string): string {
  return /"topic":"(\w+)"/.exec(text)?.[1] ?? ''
}

describe('a server that answers no empty list of orders', () => {
  it('is proven alive by the positions alone, however long the account is quiet', () => {
    const first = ['positions', 'order_history', 'trade_history']
    const { rig, pass } = asked(ACCOUNT, first, (topic, socket) => {
      if (topic === 'positions') socket.brings(message(topic))
    })
    pass(290)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.views.at(-1)).toMatchObject({ phase: 'confirmed', probing: true })
  })
})

describe('a server that answers a question with an error', () => {
  const topics = ['orderbook', 'recent_trades', 'live_funding_rate']
  const error = '{"error":"already subscribed"}'

  it('is asked no more after two questions, and a new socket takes over', () => {
    const { rig, socket, questions, pass } = asked(MARKET, topics, (_topic, to) => to.brings(error))
    pass(8)
    expect([questions(), rig.sockets.length]).toEqual([1, 1])
    pass(8)
    expect([questions(), rig.sockets.length]).toEqual([2, 2])
    expect(rig.views.at(-1)?.probing).toBe(false)
    rig.socket().opens()
    for (const topic of topics) rig.socket().brings(message(topic))
    expect(socket.closedWith).toEqual([4001])
    rig.pass(9000)
    expect(rig.socket().sent).toHaveLength(3)
  })

  it('is asked on when the answer comes as well', () => {
    const { rig, pass } = asked(MARKET, topics, (topic, socket) => {
      socket.brings(error)
      socket.brings(message(topic))
    })
    pass(55)
    expect(rig.sockets).toHaveLength(1)
    expect(rig.views.at(-1)?.probing).toBe(true)
  })
})
