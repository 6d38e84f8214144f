/** Faults 1 to 6: the connection does not come about, or brings nothing. */
import { TOPICS } from '../exchange'
import {
  ACCOUNT_TABS,
  allLive,
  allStale,
  allWaiting,
  clock,
  MARKET_PANELS,
  pause,
  type Row,
  type RowStage,
} from '../row'
import type { Sample } from '../sampler'

/** Opening a socket through the proxy, the first messages, and a look at the page. */
const OPENING_MS = 1_500
const CAP_MS = 15_250
const SILENT = ['recent_trades', 'order_history'] as const
const SILENT_PANELS: readonly string[] = ['Trades', 'Tab Order history']
const SPEAKING_PANELS = [...MARKET_PANELS, ...ACCOUNT_TABS].filter((panel) => !SILENT_PANELS.includes(panel))

const noEmptyWords = (sample: Sample) => !/No (open|orders|fills|trades)/i.test(sample.account)
const reconnecting = (sample: Sample) => sample.connection.startsWith('Reconnecting')
const waitingInWords = (sample: Sample) => allWaiting(sample) && noEmptyWords(sample)

async function coldStart(stage: RowStage, heal: () => Promise<void> | void, downMs: number) {
  const from = clock()
  await stage.open()
  const seen = await stage.until('Reconnecting in the header', reconnecting, 12_000, from)
  await stage.during(downMs, 'nothing but waiting, in words', waitingInWords)
  await stage.page.getByText(/Try \d+ in \d+ s/).waitFor({ timeout: 5_000 })
  const healedAt = clock()
  await heal()
  const well = await stage.until('live', allLive, CAP_MS + OPENING_MS, healedAt)
  return { detectedMs: Math.round(seen.t - from), recoveredMs: Math.round(well.t - healedAt) }
}

const refusedThenUp: Row = {
  id: '1',
  name: 'refused, then up',
  expected: 'Reconnecting with attempt and countdown, panels waiting; live within 15.25 s + opening',
  length: 'short',
  async run(stage) {
    stage.proxy.refuse()
    const times = await coldStart(stage, () => stage.proxy.accept(), 3_000)
    return { ...times, said: `${stage.exchange.connectedAt.length} connections` }
  },
}

const acceptedNeverAnswered: Row = {
  id: '2-tcp',
  name: 'accepted by TCP, never answered',
  expected: 'given up at 10 s, a new socket; live ≤ 10 s + backoff after the end',
  length: 'short',
  async run(stage) {
    stage.proxy.behind = 'nobody'
    const from = clock()
    await stage.open()
    // The page's socket is opened on the way to its load event, which a busy machine may put off.
    await stage.until('giving up', reconnecting, 11_500)
    const gaveUpMs = clock() - from
    stage.demand(`given up after ${Math.round(gaveUpMs)} ms, before its time`, gaveUpMs > 9_500)
    stage.proxy.behind = 'rig'
    const healedAt = clock()
    const well = await stage.until('live', allLive, 12_500 + OPENING_MS, healedAt)
    return { detectedMs: Math.round(gaveUpMs), recoveredMs: Math.round(well.t - healedAt), said: 'panels waiting' }
  },
}

const handshakeNeverAnswered: Row = {
  id: '2-http',
  name: 'TLS up, handshake never answered',
  expected: 'stale within 1 s of the loss; the hanging try given up at 10 s; live after',
  async run(stage) {
    await stage.openLive()
    const times = await stage.cycle({
      fault: () => {
        stage.exchange.handshake = () => 'hang'
        stage.proxy.rst()
      },
      detected: allStale,
      detectWithinMs: 1_500,
      meanwhile: () => pause(5_000),
      heal: () => {
        stage.exchange.handshake = () => 'accept'
      },
      recoverWithinMs: 10_000 + CAP_MS,
    })
    return { ...times, said: `${stage.proxy.accepted} TCP connections` }
  },
}

const refusedHandshake = (status: number): Row => ({
  id: `3-${status}`,
  name: `handshake refused with ${status}`,
  expected: 'Reconnecting, panels waiting, fewer than 12 tries; live within 15.25 s + opening',
  async run(stage) {
    let tries = 0
    stage.exchange.handshake = () => {
      tries += 1
      return status
    }
    const times = await coldStart(
      stage,
      () => {
        stage.exchange.handshake = () => 'accept'
      },
      4_000,
    )
    stage.demand(`${tries} tries of two sockets in 4 s`, tries <= 24)
    return { ...times, said: `${tries} tries` }
  },
})

const openThenNothing: Row = {
  id: '4',
  name: 'open, then no frame ever',
  expected: 'asked again at 5 s, new socket at 10 s, panels waiting; live within 10 s + backoff of the end',
  length: 'short',
  async run(stage) {
    stage.exchange.answers = false
    stage.exchange.streams = false
    const from = clock()
    await stage.open()
    await stage.during(
      9_000,
      'nothing but waiting, in words',
      (sample) => sample.t < from + 1_000 || waitingInWords(sample),
    )
    const counts = stage.exchange.clients.map(({ received }) => received.length)
    stage.demand(
      `subscriptions by socket: ${counts.join(', ')}, not 6 and 8`,
      counts.join() === '6,8' || counts.join() === '8,6',
    )
    const seen = await stage.until('giving up', reconnecting, 3_500)
    stage.exchange.answers = true
    stage.exchange.streams = true
    const healedAt = clock()
    const well = await stage.until('live', allLive, 11_000 + OPENING_MS, healedAt)
    return {
      detectedMs: Math.round(seen.t - from),
      recoveredMs: Math.round(well.t - healedAt),
      said: 'asked again once on each socket',
    }
  },
}

const fiveOfSeven: Row = {
  id: '5-cold',
  name: 'five of seven topics answer',
  expected: 'five live, two waiting in words, Connection Live; the two asked again; live when they speak',
  async run(stage) {
    stage.exchange.spoken = new Set(TOPICS.filter((topic) => !SILENT.some((silent) => silent === topic)))
    const from = clock()
    await stage.open()
    const five = await stage.until('five live', fiveLive('waiting'), 8_000, from)
    await stage.during(10_000, 'five live, two waiting', fiveLive('waiting'))
    const asked = SILENT.map((silent) => countAsked(stage, silent))
    stage.exchange.spoken = new Set(TOPICS)
    const healedAt = clock()
    const well = await stage.until('live', allLive, 12_000, healedAt)
    stage.demand(
      `the silent topics were asked ${asked.join(' and ')} times in 10 s`,
      asked.every((count) => count >= 2),
    )
    return {
      detectedMs: Math.round(five.t - from),
      recoveredMs: Math.round(well.t - healedAt),
      said: `silent topics asked ${asked.join(' and ')} times in 10 s`,
    }
  },
}

const fiveOfSevenAfterLoss: Row = {
  id: '5-lost',
  name: 'five of seven answer after a reconnect',
  expected: 'the two stay stale with their old rows, never live',
  length: 'short',
  async run(stage) {
    await stage.openLive()
    const times = await stage.cycle({
      fault: () => {
        stage.exchange.spoken = new Set(TOPICS.filter((topic) => !SILENT.some((silent) => silent === topic)))
        stage.exchange.closeAll(1011)
      },
      detected: fiveLive('stale'),
      detectWithinMs: 5_000,
      meanwhile: () => stage.during(6_000, 'five live, two stale', fiveLive('stale')),
      heal: () => {
        stage.exchange.spoken = new Set(TOPICS)
      },
      recoverWithinMs: 12_000,
    })
    return { recoveredMs: times.recoveredMs, said: `five live again after ${times.detectedMs} ms, two stale` }
  },
}

const fiveLive = (rest: string) => (sample: Sample) =>
  SPEAKING_PANELS.every((panel) => sample.states[panel] === 'live') &&
  SILENT_PANELS.every((panel) => sample.states[panel] === rest)

const countAsked = (stage: RowStage, silent: string) =>
  stage.exchange.clients.flatMap(({ received }) => received).filter(({ topic }) => topic === silent).length

const closedAtOnce: Row = {
  id: '6',
  name: 'closed at once, for ever',
  expected: 'backoff grows: at most 14 tries in 12 s; live within 15.25 s + opening of the end',
  length: 'short',
  async run(stage) {
    stage.exchange.greet = ({ socket }) => socket.close(1011)
    const from = clock()
    await stage.open('')
    const seen = await stage.until('Reconnecting', reconnecting, 3_000, from)
    await pause(Math.max(0, 12_000 - (clock() - from)))
    const tries = stage.exchange.connectedAt.length
    stage.exchange.greet = () => undefined
    const healedAt = clock()
    const well = await stage.until('live', (sample) => sample.connection === 'Live', CAP_MS + OPENING_MS, healedAt)
    stage.demand(`${tries} tries in 12 s`, tries >= 3 && tries <= 14)
    return {
      detectedMs: Math.round(seen.t - from),
      recoveredMs: Math.round(well.t - healedAt),
      said: `${tries} tries in 12 s`,
    }
  },
}

export const connectRows: readonly Row[] = [
  refusedThenUp,
  acceptedNeverAnswered,
  handshakeNeverAnswered,
  refusedHandshake(403),
  refusedHandshake(429),
  refusedHandshake(503),
  openThenNothing,
  fiveOfSeven,
  fiveOfSevenAfterLoss,
  closedAtOnce,
]
