/** Fault 9: a connection that looks well and carries nothing, or carries it late. */
import type { LinePath } from '../proxy'
import { ACCOUNT_TABS, clock, lineOf, marketLive, marketNotLive, marketStale, pause, type Row } from '../row'
import type { Sample } from '../sampler'

/** First try within 500 ms, handshake, first messages of all topics. */
const BACK_SOON_MS = 2_500
const MARKET_DEAD_MS = 15_000
/** The clock of the page moves once a second. */
const TICK_MS = 1_200

function hole(id: string, name: string, path: LinePath): Row {
  return {
    id,
    name,
    expected: 'market not live at 10 s, stale at 15 s, live by a new socket within 0.5 s + opening of that',
    ...(path === 'hole' ? { length: 'short' } : {}),
    async run(stage) {
      await stage.openLive('market')
      const faultAt = clock()
      const times = await stage.cycle({
        fault: () => stage.proxy.setPath(path),
        detected: marketNotLive,
        detectWithinMs: 10_000 + TICK_MS,
        meanwhile: async () => {
          await stage.until('stale', marketStale, MARKET_DEAD_MS + TICK_MS, faultAt)
        },
        recovered: marketLive,
        recoverWithinMs: MARKET_DEAD_MS + TICK_MS + BACK_SOON_MS,
      })
      return { ...times, said: 'recovery counted from the fault: only new sockets pass' }
    },
  }
}

const accountHole: Row = {
  id: '9-account',
  name: 'black hole on the account’s socket alone',
  expected: 'account delayed at 25 s, stale at 32 s, live within 0.5 s + opening of that; market live throughout',
  async run(stage) {
    await stage.openLive()
    const accountNotLive = (sample: Sample) => ACCOUNT_TABS.every((tab) => sample.states[tab] !== 'live')
    const faultAt = clock()
    let marketTrouble = 0
    const times = await stage.cycle({
      fault: () => lineOf(stage, stage.exchange.serving('account')[0]).setPath('hole'),
      detected: accountNotLive,
      detectWithinMs: 25_000 + TICK_MS,
      meanwhile: async () => {
        const stale = (sample: Sample) => ACCOUNT_TABS.every((tab) => sample.states[tab] === 'stale')
        await stage.until('account stale', stale, 32_000 + TICK_MS, faultAt)
        const seen = await stage.samplesSince(faultAt)
        marketTrouble = seen.filter((sample) => !marketLive(sample)).length
      },
      recoverWithinMs: 32_000 + TICK_MS + BACK_SOON_MS,
    })
    stage.demand(`the market was not live in ${marketTrouble} samples`, marketTrouble === 0)
    return { ...times, said: 'market live throughout' }
  },
}

const outage: Row = {
  id: '9-outage',
  name: 'black hole for old and new connections, 25 s',
  expected: 'not live at 10 s; stale; live within 10 s (a try in the hole) + 15.25 s of the end',
  async run(stage) {
    await stage.openLive()
    const times = await stage.cycle({
      fault: () => {
        stage.proxy.newPath = 'hole'
        stage.proxy.setPath('hole')
      },
      detected: marketNotLive,
      detectWithinMs: 10_000 + TICK_MS,
      meanwhile: () => pause(15_000),
      heal: () => {
        stage.proxy.newPath = 'pass'
      },
      recoverWithinMs: 10_000 + 15_250 + 7_000 + BACK_SOON_MS,
    })
    return { ...times, said: 'the account, silent for 32 s, comes last' }
  },
}

const stallThenBurst: Row = {
  id: '9-stall',
  name: 'stalled 13 s, then one burst of all that was held',
  expected: 'not live at 10 s; the old messages are not shown as live news; live after the burst with the newest',
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    const times = await stage.cycle({
      fault: () => stage.proxy.setPath('stall-down'),
      detected: marketNotLive,
      detectWithinMs: 10_000 + TICK_MS,
      meanwhile: () => pause(2_000),
      heal: () => stage.proxy.setPath('pass'),
      recovered: marketLive,
      recoverWithinMs: 2_000,
    })
    return { ...times, said: `${stage.exchange.clients.length} socket` }
  },
}

const stallTooLong: Row = {
  id: '9-late',
  name: 'stalled 20 s, given up, then the old socket’s burst',
  expected: 'a new socket at 15 s; what comes by the old one is shown nowhere',
  async run(stage) {
    await stage.openLive('market')
    const times = await stage.cycle({
      fault: () => stage.proxy.setPath('stall-down'),
      detected: marketNotLive,
      detectWithinMs: 10_000 + TICK_MS,
      recovered: marketLive,
      recoverWithinMs: MARKET_DEAD_MS + TICK_MS + BACK_SOON_MS,
    })
    await pause(2_000)
    // From now on nothing new would hide what the old socket brings.
    stage.exchange.streams = false
    stage.proxy.setPath('pass')
    await stage.during(3_000, 'live, undisturbed by the old socket', marketLive)
    stage.demand('no new socket', stage.exchange.clients.length === 2)
    return { ...times, said: 'the burst changed nothing' }
  },
}

const lag: Row = {
  id: '9-lag',
  name: 'every message 8 s late, in order',
  expected: 'delayed by the measured lag of more than 5 s although messages come',
  async run(stage) {
    await stage.openLive('market')
    await pause(3_000)
    const times = await stage.cycle({
      fault: () => {
        stage.proxy.weather.delayMs = 8_000
      },
      detected: (sample) => sample.states['Order book'] === 'delayed',
      detectWithinMs: 14_000,
      heal: () => {
        stage.proxy.weather.delayMs = 0
      },
      recovered: marketLive,
      recoverWithinMs: 12_000,
    })
    return { ...times, said: 'delayed while messages came' }
  },
}

export const holeRows: readonly Row[] = [
  hole('9-both', 'black hole both ways, no FIN', 'hole'),
  hole('9-down', 'black hole server to client', 'hole-down'),
  accountHole,
  outage,
  stallThenBurst,
  stallTooLong,
  lag,
]
