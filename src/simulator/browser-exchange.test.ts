import { beforeEach, expect, test } from 'vitest'
import { DEMO_PROFILE_ADDRESS, DEMO_WALLET_ADDRESS } from './addresses'
import { type FromExchange, serveMessages, type ToExchange } from './browser-exchange'
import { Exchange } from './exchange'
import { parseFrame } from './test-client'

const START_MS = 1_760_000_000_000

let nowMs = START_MS
let timer: (() => void) | null
let posted: FromExchange[]
let tell: (message: ToExchange) => void

beforeEach(() => {
  nowMs = START_MS
  timer = null
  posted = []
  const exchange = new Exchange({ startMs: START_MS })
  const setTimer = (callback: () => void) => {
    timer = callback
    return () => {
      timer = null
    }
  }
  tell = serveMessages({ exchange, rate: 10, now: () => nowMs, setTimer }, (message) => posted.push(message))
})

function pass(ms: number): void {
  nowMs += ms
  timer?.()
}

const book = (id: number, market_id = '14'): ToExchange => ({
  type: 'send',
  id,
  text: JSON.stringify({ topic: 'orderbook', market_id }),
})
const read = (id: number) =>
  posted.flatMap((message) => (message.type === 'message' && message.id === id ? [parseFrame(message.text).topic] : []))

test('a connection is opened, answered and kept up to date, each by its number', () => {
  tell({ type: 'open', id: 1 })
  tell({ type: 'open', id: 2 })
  expect(posted).toEqual([
    { type: 'opened', id: 1 },
    { type: 'opened', id: 2 },
  ])
  tell(book(1))
  expect(read(1)).toEqual(['orderbook'])
  pass(100)
  expect(read(1)).toEqual(['orderbook', 'orderbook'])
  expect(read(2)).toEqual([])
})

test('a closed connection brings nothing more, and nothing is taken of one that is not there', () => {
  tell({ type: 'open', id: 1 })
  tell({ type: 'open', id: 2 })
  tell(book(1))
  tell({ type: 'close', id: 1 })
  pass(1000)
  tell(book(1))
  tell(book(3))
  tell({ type: 'close', id: 3 })
  expect(read(1)).toEqual(['orderbook'])
  expect(read(3)).toEqual([])
})

test('the exchange moves while somebody is connected, and stands still otherwise', () => {
  expect(timer).toBeNull()
  tell({ type: 'ask', id: 1, url: `demo:rest/getProfileAddress?userAddress=${DEMO_WALLET_ADDRESS}` })
  expect(timer).toBeNull()
  tell({ type: 'open', id: 2 })
  tell({ type: 'open', id: 3 })
  tell({ type: 'close', id: 2 })
  expect(timer).not.toBeNull()
  tell({ type: 'close', id: 3 })
  expect(timer).toBeNull()
  nowMs += 600_000
  tell({ type: 'open', id: 4 })
  tell(book(4))
  pass(100)
  expect(read(4)).toEqual(['orderbook', 'orderbook'])
})

test('the look-up of a profile is answered as over HTTP', () => {
  const ask = (url: string) => {
    tell({ type: 'ask', id: 7, url })
    return posted.at(-1)
  }
  expect(ask(`demo:rest/getProfileAddress?userAddress=${DEMO_WALLET_ADDRESS}`)).toEqual({
    type: 'answer',
    id: 7,
    status: 200,
    body: JSON.stringify({
      success: true,
      message: 'Profile address fetched successfully',
      data: DEMO_PROFILE_ADDRESS,
    }),
  })
  expect(ask('demo:rest/getProfileAddress?userAddress=0x1')).toMatchObject({ status: 400 })
  expect(ask('demo:rest/getProfileAddress')).toMatchObject({ status: 400 })
  expect(ask('demo:rest/else?userAddress=0x1')).toEqual({ type: 'answer', id: 7, status: 404, body: '' })
})
