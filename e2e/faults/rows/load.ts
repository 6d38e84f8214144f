/** Faults 30 to 32: very much, and for long. */
import { allLive, clock, pause, type Row, type RowStage } from '../row'
import type { Sample } from '../sampler'

const PERIOD_MS = 20

/** So many book messages a second, whatever the timer does. */
async function flood(stage: RowStage, perSecond: number, seconds: number): Promise<number> {
  const from = clock()
  let sent = 0
  let keptAt = from
  while (clock() - from < seconds * 1000) {
    const due = ((clock() - from) / 1000) * perSecond
    for (; sent < due; sent += 1) stage.exchange.speak('orderbook')
    await pause(PERIOD_MS)
    if (clock() - keptAt > 30_000) {
      keptAt = clock()
      await stage.keepLog()
    }
  }
  return sent
}

function steadyFlood(id: string, seconds: number, length?: 'short' | 'long'): Row {
  return {
    id,
    name: `200 frames/s for ${seconds} s`,
    expected: 'live in every sample, the newest serial on show, no new socket',
    heavy: true,
    limitMs: seconds * 1000 + 60_000,
    ...(length === undefined ? {} : { length }),
    async run(stage) {
      await stage.openLive()
      const from = clock()
      const sent = await flood(stage, 200, seconds)
      const rate = Math.round(sent / ((clock() - from) / 1000))
      await stage.keepLog()
      demandHealth(stage, from)
      return { said: `${rate} frames/s` }
    },
  }
}

function demandHealth(stage: RowStage, from: number): void {
  const unwell: Sample[] = stage.logs
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.t > from && !allLive(sample))
  const first = unwell[0]
  stage.demand(
    `not all live in ${unwell.length} samples, first ${Math.round((first?.t ?? 0) - from)} ms in: ${JSON.stringify(first?.states)}`,
    first === undefined,
  )
  stage.demand(`${stage.exchange.clients.length} sockets were opened`, stage.exchange.clients.length === 2)
}

const BURST = 20_000
/**
 * Measured on two cores: 3.1 to 3.9 s, and 5.3 to 6.2 s beside a busy loop on each of them; the rest is reserve. A page that
 * commits every message by itself is not done after 25 s.
 */
const BURST_WITHIN_MS = 8_000

const burst: Row = {
  id: '31',
  name: 'a burst of 20,000 frames',
  expected: 'the newest serial on show within 8 s of the last frame on a busy machine, then live; no new socket',
  heavy: true,
  length: 'short',
  async run(stage) {
    await stage.openLive('market')
    stage.exchange.streams = false
    const from = clock()
    for (let index = 0; index < BURST; index += 1) {
      stage.exchange.speak('orderbook')
      // Otherwise a thousand megabytes would wait in this process.
      if (index % 500 === 0) await pause(0)
    }
    const last = stage.exchange.serial
    const sentAt = clock()
    const well = await stage.until('the newest serial', ({ bid }) => bid?.[1] === last, 25_000, from)
    stage.exchange.streams = true
    stage.demand(`${stage.exchange.clients.length} sockets were opened`, stage.exchange.clients.length === 1)
    const afterMs = Math.round(well.t - sentAt)
    stage.demand(`the newest serial came ${afterMs} ms after the last frame was sent`, afterMs <= BURST_WITHIN_MS)
    return { recoveredMs: Math.max(0, afterMs), said: `sent within ${Math.round(sentAt - from)} ms` }
  },
}

function health(id: string, seconds: number, length?: 'long'): Row {
  return {
    id,
    name: `health for ${seconds} s`,
    expected: 'no reconnect, no change of state',
    limitMs: seconds * 1000 + 60_000,
    ...(length === undefined ? {} : { length }),
    async run(stage) {
      await stage.openLive()
      const from = clock()
      while (clock() - from < seconds * 1000) {
        await pause(Math.min(30_000, seconds * 1000 - (clock() - from)))
        await stage.keepLog()
      }
      demandHealth(stage, from)
      const asked = stage.exchange.clients.map(({ received }) => received.length)
      return { said: `subscriptions sent by socket: ${asked.join(', ')}` }
    },
  }
}

export const loadRows: readonly Row[] = [
  steadyFlood('30-brief', 20),
  steadyFlood('30', 600, 'long'),
  burst,
  health('32-brief', 180),
  health('32', 3_600, 'long'),
]
