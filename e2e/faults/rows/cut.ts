/** Faults 7, 8 and 10: a connection that was well is lost. */
import {
  allStale,
  clock,
  MARKET_PANELS,
  marketLive,
  marketNotLive,
  notLive,
  pause,
  type Row,
  RowFailure,
  type RowStage,
} from '../row'
import type { Sample } from '../sampler'

/** Close, first try within 500 ms, handshake, first messages of all topics. */
const BACK_SOON_MS = 2_500

function cut(id: string, name: string, how: (stage: RowStage) => void): Row {
  return {
    id,
    name,
    expected: 'stale within 0.5 s; live again within 0.5 s + opening',
    length: 'short',
    async run(stage) {
      await stage.openLive()
      const times = await stage.cycle({
        fault: () => how(stage),
        detected: allStale,
        detectWithinMs: 700,
        recoverWithinMs: BACK_SOON_MS,
      })
      return { ...times, said: `${stage.exchange.clients.length} sockets in all` }
    },
  }
}

type CloseCode = number | 'none' | 'abrupt'
const CODES: readonly CloseCode[] = [
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4000, 4001, 4999],
  'none',
  'abrupt',
]

function close(stage: RowStage, code: CloseCode): void {
  if (code === 'abrupt') for (const { socket } of stage.exchange.open) socket.terminate()
  else stage.exchange.closeAll(code === 'none' ? undefined : code)
}

const everyCode: Row = {
  id: '8',
  name: 'every close code, the next try hurried by hand',
  expected: 'after each of 18 codes stale within 0.5 s and a next try set; live within 2.5 s of "Retry now"',
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    const detected: number[] = []
    const recovered: number[] = []
    for (const code of CODES) {
      const times = await stage
        .cycle({
          fault: () => close(stage, code),
          detected: marketNotLive,
          detectWithinMs: 700,
          heal: async () => {
            const button = stage.page.getByRole('button', { name: 'Retry now' })
            // The first tries are due so soon that there may be nothing left to hurry.
            await button.click({ timeout: 300 }).catch(() => undefined)
          },
          recovered: (sample) => marketLive(sample) && sample.connection === 'Live',
          recoverWithinMs: BACK_SOON_MS,
        })
        .catch((error: unknown) => {
          throw new RowFailure(`after ${code}: ${String(error)}`)
        })
      detected.push(times.detectedMs)
      recovered.push(times.recoveredMs)
    }
    return {
      detectedMs: Math.max(...detected),
      recoveredMs: Math.max(...recovered),
      said: `worst of ${CODES.length} codes`,
    }
  },
}

/** Milliseconds within which the first try comes, and then the opening. */
const FIRST_TRY: readonly (readonly [code: CloseCode, ms: number])[] = [
  [1000, 500],
  [1001, 3_000],
  [1006, 500],
  [1011, 500],
  [1012, 3_000],
  [1013, 8_250],
  [4000, 500],
]

const codesUnaided: Row = {
  id: '8-unaided',
  name: 'close codes, each after 11 s of health, nobody helps',
  expected: 'first try ≤ 0.5 s; ≤ 3 s after 1001 and 1012; ≤ 8.25 s after 1013',
  async run(stage) {
    await stage.openLive('market')
    const said: string[] = []
    const detected: number[] = []
    const recovered: number[] = []
    for (const [code, limitMs] of FIRST_TRY) {
      await pause(11_000)
      const times = await stage.cycle({
        fault: () => close(stage, code === 1006 ? 'abrupt' : code),
        detected: marketNotLive,
        detectWithinMs: 700,
        recovered: marketLive,
        recoverWithinMs: limitMs + BACK_SOON_MS,
      })
      detected.push(times.detectedMs)
      recovered.push(times.recoveredMs)
      said.push(`${code}: ${times.recoveredMs}`)
    }
    return {
      detectedMs: Math.max(...detected),
      recoveredMs: Math.max(...recovered),
      said: `ms until live by code: ${said.join(', ')}`,
    }
  },
}

const flapping: Row = {
  id: '10',
  name: 'flapping: each connection is cut after 1 s',
  expected:
    'never live without a socket, backoff grows: at most 11 connections in 25 s; live within 15.25 s of the end',
  async run(stage) {
    stage.exchange.greet = ({ socket }) => void setTimeout(() => socket.terminate(), 1_000)
    const from = clock()
    await stage.open('')
    const seen = await stage.until('not live after being live', notLiveAfterLive(), 6_000, from)
    await pause(Math.max(0, 25_000 - (clock() - from)))
    const tries = stage.exchange.connectedAt.length
    stage.exchange.greet = () => undefined
    for (const { socket } of stage.exchange.open) socket.terminate()
    const healedAt = clock()
    const live = (sample: Sample) => MARKET_PANELS.every((panel) => sample.states[panel] === 'live')
    const well = await stage.until('live', live, 15_250 + BACK_SOON_MS, healedAt + 500)
    stage.demand(`${tries} connections in 25 s`, tries <= 11)
    return {
      detectedMs: Math.round(seen.t - from - 1_000),
      recoveredMs: Math.round(well.t - healedAt),
      said: `${tries} connections in 25 s`,
    }
  },
}

function notLiveAfterLive() {
  let wasLive = false
  return (sample: Sample) => {
    wasLive ||= marketLive(sample)
    return wasLive && notLive(sample)
  }
}

export const cutRows: readonly Row[] = [
  cut('7-fin', 'FIN', (stage) => stage.proxy.fin()),
  cut('7-rst', 'RST', (stage) => stage.proxy.rst()),
  everyCode,
  codesUnaided,
  flapping,
]
