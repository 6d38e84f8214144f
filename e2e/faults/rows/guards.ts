/** Not in the list of faults, but in the rules of the link: servers that bear no questions, and figures withheld. */
import { allLive, clock, marketLive, pause, type Row, type RowStage } from '../row'
import type { Sample } from '../sampler'

const delayed = ({ states }: Sample) => states['Order book'] === 'delayed'
const ASKED_AT_THE_START = 3

const unanswered: Row = {
  id: 'L-silent',
  name: 'repeated subscriptions are never answered, nothing streams',
  expected: 'given up at 15 s twice; then no more questions, delayed at 10 s, not given up at 20 s',
  async run(stage) {
    stage.exchange.streams = false
    stage.exchange.answersTo = (nth) => (nth === 1 ? 1 : 0)
    const from = clock()
    await stage.openLive('market')
    await until(stage, 'the third socket', () => stage.exchange.clients.length === 3, 36_000)
    const thirdAt = clock()
    const late = await stage.until('delayed', delayed, 12_500, thirdAt)
    await pause(Math.max(0, 20_000 - (clock() - thirdAt)))
    stage.demand(`${stage.exchange.clients.length} sockets`, stage.exchange.clients.length === 3)
    const asked = stage.exchange.clients.map(({ received }) => received.length)
    stage.demand(`subscriptions by socket: ${asked.join(', ')}`, asked[2] === ASKED_AT_THE_START)
    return {
      detectedMs: Math.round(late.t - thirdAt),
      said: `third socket ${Math.round((thirdAt - from) / 1000)} s after the opening; subscriptions ${asked.join(', ')}`,
    }
  },
}

const multiplying: Row = {
  id: 'L-multiply',
  name: 'the nth repeated subscription is answered n times',
  expected: 'no more questions on this socket, a planned renewal; live throughout, two sockets for a second at most',
  async run(stage) {
    stage.exchange.streamed = new Set(['orderbook', 'recent_trades'])
    stage.exchange.answersTo = (nth) => nth
    await stage.openLive('market')
    const from = clock()
    await until(stage, 'a second socket', () => stage.exchange.clients.length >= 2, 90_000)
    const renewedAfter = Math.round((clock() - from) / 1000)
    await pause(5_000)
    demandLive(stage, await stage.samplesSince(from), marketLive)
    const asked = stage.exchange.clients[0]?.received.length ?? 0
    return { said: `renewed after ${renewedAfter} s and ${asked - ASKED_AT_THE_START} questions` }
  },
}

const closing: Row = {
  id: 'L-close',
  name: 'the server closes half a second after each question',
  expected: 'after two such losses no more questions: the third socket stands',
  async run(stage) {
    stage.exchange.answersTo = (nth, { socket }) => {
      if (nth > 1) setTimeout(() => socket.close(1008), 500)
      return 0 ** (nth - 1)
    }
    await stage.openLive('market')
    await until(stage, 'the third socket', () => stage.exchange.clients.length === 3, 60_000)
    await pause(2_000)
    const from = clock()
    await pause(30_000)
    const asked = stage.exchange.clients[2]?.received.length
    stage.demand(`${stage.exchange.clients.length} sockets`, stage.exchange.clients.length === 3)
    stage.demand(`the third socket was asked ${asked} times`, asked === ASKED_AT_THE_START)
    demandLive(stage, await stage.samplesSince(from), marketLive)
    return { said: 'the third socket stands for 30 s without a question' }
  },
}

const renewal: Row = {
  id: 'L-renewal',
  name: 'no questions borne: planned renewals',
  expected: 'a new socket every five minutes, opened before the old one closes; live throughout',
  length: 'long',
  limitMs: 460_000,
  async run(stage) {
    await closing.run(stage)
    const from = clock()
    await until(stage, 'the fourth socket', () => stage.exchange.clients.length === 4, 300_000)
    await pause(3_000)
    demandLive(stage, await stage.samplesSince(from), marketLive)
    return { said: `renewed ${Math.round((clock() - from) / 1000) + 32} s after the third socket` }
  },
}

const withheld: Row = {
  id: 'L-withheld',
  name: 'no connection for 80 s',
  expected: 'stale, and from 60 s on withheld; live within 10 s (a try in the hole) + 15.25 s of the end',
  async run(stage) {
    await stage.openLive()
    const faultAt = clock()
    let withheldAt = 0
    const times = await stage.cycle({
      fault: () => {
        stage.proxy.newPath = 'hole'
        stage.proxy.setPath('hole')
      },
      detected: ({ states }) => states['Order book'] !== 'live',
      detectWithinMs: 11_500,
      meanwhile: async () => {
        const all = ['Order book', 'Account']
        const seen = await stage.until(
          'withheld',
          (sample) => all.every((panel) => sample.withheld.includes(panel)),
          95_000,
        )
        withheldAt = seen.t - faultAt
        stage.demand(`withheld after ${Math.round(withheldAt)} ms already`, withheldAt > 58_000)
      },
      heal: () => {
        stage.proxy.newPath = 'pass'
      },
      recovered: (sample) => allLive(sample) && sample.withheld.length === 0,
      recoverWithinMs: 10_000 + 15_250 + 2_500,
    })
    return { ...times, said: `withheld ${Math.round(withheldAt / 1000)} s after the last message` }
  },
}

async function until(stage: RowStage, what: string, holds: () => boolean, limitMs: number): Promise<void> {
  const from = clock()
  while (!holds()) {
    stage.demand(`${what}: not within ${limitMs / 1000} s`, clock() - from <= limitMs)
    await pause(50)
  }
}

function demandLive(stage: RowStage, samples: readonly Sample[], live: (sample: Sample) => boolean): void {
  const wrong = samples.filter((sample) => !live(sample))
  stage.demand(
    `not live in ${wrong.length} of ${samples.length} samples: ${JSON.stringify(wrong[0]?.states)}`,
    wrong.length === 0,
  )
}

export const guardRows: readonly Row[] = [unanswered, multiplying, closing, renewal, withheld]
