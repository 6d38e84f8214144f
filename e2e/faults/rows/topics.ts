/** Part of fault 5: a topic that was heard dies, while its socket stays busy with others. */
import type { Topic } from '../exchange'
import { ACCOUNT_TABS, allLive, clock, marketLive, MARKET_PANELS, pause, type Row, RowFailure } from '../row'
import type { Sample } from '../sampler'

/** A question that is not answered for so long condemns its topic. */
const UNANSWERED_MS = 10_000
/** The next message of the same socket, by which it is noticed, and a tick of the page's clock. */
const NOTICED_MS = 3_000 + 1_200
/** A second socket is opened at once; handshake, first messages of all topics. */
const BACK_SOON_MS = 2_500

interface Death {
  readonly id: string
  readonly topic: Topic
  readonly panels: readonly string[]
  /** Figures of the header that come from the same topic. */
  readonly figures: readonly string[]
  /** After so much silence of the topic alone, at most, the app asks for it. */
  readonly askedWithinMs: number
  readonly of: 'market' | 'account'
  readonly goOn: string
  readonly length?: 'long'
}

function dies({ id, topic, panels, figures, askedWithinMs, of, goOn, length }: Death): Row {
  const limitMs = askedWithinMs + UNANSWERED_MS
  const noneLive = ({ states, figures: header }: Sample) =>
    panels.every((panel) => states[panel] !== 'live') &&
    header.every(({ label, state }) => !figures.includes(label) || state !== 'live')
  const others = [...MARKET_PANELS, ...(of === 'account' ? ACCOUNT_TABS : [])].filter(
    (panel) => !panels.includes(panel),
  )
  const othersLive = ({ states }: Sample) => others.every((panel) => states[panel] === 'live')
  return {
    id,
    name: `${topic} stop on a socket on which ${goOn} go on`,
    expected: `asked for within ${askedWithinMs / 1000} s, not live 10 s later, live by a new socket at once; the others live throughout`,
    limitMs: limitMs + 60_000,
    ...(length === undefined ? {} : { length }),
    async run(stage) {
      await stage.openLive(of === 'account' ? 'all' : 'market')
      const { exchange } = stage
      const [dying] = exchange.serving(of)
      if (dying === undefined) throw new RowFailure(`no socket of the ${of} is open`)
      const live = of === 'account' ? allLive : marketLive
      // So that what is seen is not the opening's: topics that have not come yet are asked for after 5 s.
      await pause(6_000)
      const sockets = exchange.clients.length
      const faultAt = clock()
      const times = await stage.cycle({
        fault: () => {
          exchange.edit = (said, text, client) => (said === topic && client === dying ? [] : [text])
        },
        // A second socket may be so quick that no look falls in between.
        detected: (sample) => noneLive(sample) || !exchange.open.includes(dying),
        detectWithinMs: limitMs + NOTICED_MS,
        recovered: (sample) => live(sample) && !exchange.open.includes(dying),
        recoverWithinMs: limitMs + NOTICED_MS + BACK_SOON_MS,
      })
      await pause(2_000)
      const wrong = (await stage.samplesSince(faultAt)).filter((sample) => !othersLive(sample))
      stage.demand(`the others were not live in ${wrong.length} samples`, wrong.length === 0)
      const opened = exchange.clients.length - sockets
      stage.demand(`${opened} sockets were opened`, opened === 1)
      const asked = dying.received.filter((subscription) => subscription.topic === topic).length - 1
      return { ...times, said: `asked for ${asked} times; recovery counted from the fault` }
    },
  }
}

export const topicRows: readonly Row[] = [
  dies({
    id: 'T-book',
    topic: 'orderbook',
    panels: ['Order book', 'Depth chart'],
    figures: ['Mid', 'Spread'],
    askedWithinMs: 60_000,
    of: 'market',
    goOn: 'trades',
  }),
  // Rightly silent for hours, so only the refresh of all lists, every five minutes, can tell.
  dies({
    id: 'T-trades',
    topic: 'recent_trades',
    panels: ['Trades'],
    figures: ['Last', 'Session high', 'Session low', 'Session volume'],
    askedWithinMs: 300_000,
    of: 'market',
    goOn: 'books',
    length: 'long',
  }),
  dies({
    id: 'T-positions',
    topic: 'positions',
    panels: ['Tab Positions'],
    figures: [],
    askedWithinMs: 300_000,
    of: 'account',
    goOn: 'open orders',
    length: 'long',
  }),
]
