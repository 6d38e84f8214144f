/** Books of markets that are not on show, in which the account holds something: a socket each, beside the two of the page. */
import { allLive, clock, lineOf, pause, type Row, RowFailure, type RowStage } from '../row'
import type { Client } from '../exchange'
import type { Sample } from '../sampler'
import { choose } from './switch'

const HELD = ['14', '15', '16'] as const
/** The account's list, the commit that names its markets, a socket's opening. */
const SOON_MS = 2_500
const DELAYED_MS = 10_000
const DEAD_MS = 15_000
const TICK_MS = 1_200

const marketsOf = (clients: readonly Client[]) =>
  clients.map(({ topics }) => topics.get('orderbook')?.market_id ?? '').toSorted()

/** Which markets are served how, from the exchange's side. */
async function demandServed(stage: RowStage, full: string, books: readonly string[]): Promise<void> {
  const from = clock()
  const served = () =>
    `${marketsOf(stage.exchange.serving('market')).join()} and ${marketsOf(stage.exchange.serving('book')).join()}`
  const due = `${full} and ${books.join()}`
  while (served() !== due) {
    if (clock() - from > SOON_MS) throw new RowFailure(`served in full and by book: ${served()} instead of ${due}`)
    await pause(50)
  }
}

const switches: Row = {
  id: 'B-switch',
  name: 'positions in three markets, 12 switches between them in 6 s',
  expected: 'one socket a market, in full for the one on show and the book alone for the others; no figure of those',
  async run(stage) {
    stage.exchange.heldIn = () => HELD
    await stage.openLive()
    await demandServed(stage, '14', ['15', '16'])
    const asked = stage.exchange.serving('book').flatMap(({ received }) => received.map(({ topic }) => topic))
    stage.demand(
      `a socket of a book asked for ${asked.join()}`,
      asked.every((topic) => topic === 'orderbook'),
    )
    let market = '14'
    const from = clock()
    for (let turn = 1; turn <= 12; turn += 1) {
      market = HELD[turn % HELD.length] ?? '14'
      await choose(stage, 'Market', market)
      await pause(Math.max(0, from + turn * 500 - clock()))
    }
    await choose(stage, 'Market', '31')
    const well = await stage.until('live', allLive, SOON_MS)
    stage.demand(`market ${well.market} is on show`, well.market === '31')
    await demandServed(stage, '31', HELD)
    stage.exchange.heldIn = () => ['15']
    await pause(4_000)
    await demandServed(stage, '31', ['15'])
    return { said: `${stage.exchange.clients.length} sockets in all; a market without a position is left` }
  },
}

const bookHole: Row = {
  id: 'B-hole',
  name: 'black hole on the socket of a book alone',
  expected: 'Connection not Live at 10 s; a new socket at 15 s; the market on show and the account live throughout',
  async run(stage) {
    stage.exchange.heldIn = () => ['14', '15']
    await stage.openLive()
    await demandServed(stage, '14', ['15'])
    const figuresLive = (sample: Sample) => allLive({ ...sample, connection: 'Live' })
    const [book] = stage.exchange.serving('book')
    const faultAt = clock()
    const times = await stage.cycle({
      fault: () => lineOf(stage, book).setPath('hole'),
      detected: ({ connection }) => !connection.startsWith('Live'),
      detectWithinMs: DELAYED_MS + TICK_MS,
      recoverWithinMs: DEAD_MS + TICK_MS + SOON_MS,
    })
    const wrong = (await stage.samplesSince(faultAt)).filter((sample) => !figuresLive(sample))
    stage.demand(`the others were not live in ${wrong.length} samples`, wrong.length === 0)
    // The exchange hears nothing of the end of the old one.
    const fresh = stage.exchange.serving('book').filter((client) => client !== book)
    stage.demand(`new sockets bring the books of ${marketsOf(fresh).join()}`, marketsOf(fresh).join() === '15')
    return { ...times, said: 'recovery counted from the fault: only new sockets pass' }
  },
}

export const ownBookRows: readonly Row[] = [switches, bookHole]
