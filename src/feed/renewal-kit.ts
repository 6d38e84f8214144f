/** What the tests of planned renewals share. */
import type { Topic } from '../domain/update'
import { createRig, type FakeSocket, type FeedRig, MARKET, message, NETWORK } from './test-kit'

export const TOPICS: readonly Topic[] = ['orderbook', 'recent_trades', 'live_funding_rate']
export const RENEWED_AT = 280_000

export const isOpen = ({ closedWith }: FakeSocket) => closedWith.length === 0

export function bringAll(socket: FakeSocket) {
  for (const topic of TOPICS) socket.brings(message(topic))
}

/** Its messages come every second. */
export function busy(rig: FeedRig, socket: FakeSocket, seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    rig.pass(1000)
    socket.brings(message('orderbook'))
  }
}

/** A market whose server closed twice when it was asked, until its first planned renewal: `old` stands, `next` connects. */
export function renewing() {
  const rig = createRig()
  const feed = rig.feeds.open(MARKET, NETWORK)
  for (let punished = 0; punished < 2; punished += 1) {
    rig.socket().opens()
    bringAll(rig.socket())
    busy(rig, rig.socket(), 20)
    rig.socket().closes(1008)
    rig.pass(500)
  }
  const old = rig.socket()
  old.opens()
  bringAll(old)
  busy(rig, old, RENEWED_AT / 1000)
  rig.deliveries.length = 0
  const begun = rig.sockets.length
  return { rig, feed, old, next: rig.socket(), begun, view: () => rig.views.at(-1) }
}
