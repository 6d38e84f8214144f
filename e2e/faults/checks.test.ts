import { describe, expect, it } from 'vitest'
import { judge } from './checks'
import { codedMid } from './claims'
import {
  allOf,
  BOOK,
  CALM,
  header,
  healthySample,
  later,
  OTHER,
  OWN,
  PROFILE,
  rulesBroken,
  silentFrom,
  socket,
  START,
  tell,
  verdictOn,
} from './made-up-log'
import type { HeaderFigure, Sample, SocketNote } from './sampler'

const stale = (serial: number): Partial<Sample> => ({
  states: allOf('stale'),
  connection: 'Stale',
  figures: header(serial, 'stale'),
  counts: { 'Tab Positions': { rows: 1, mark: 'stale' } },
  title: '(stale) APT-USD · Perpscope',
})

describe('a page that does well', () => {
  it('breaks no rule, and its figures are never late', () => {
    expect(judge(tell({ seconds: 40 }), CALM)).toEqual({ samples: 401, violations: [], worstLagMs: 0 })
  })

  it('breaks none either when all that it says of itself is stale, waiting or hidden', () => {
    const from = silentFrom(1_000)
    expect(verdictOn({ seconds: 60, brings: from, shows: later(1_000, stale(9)) })).toEqual([])
    const waiting = {
      states: allOf('waiting'),
      figures: header(0, 'waiting'),
      counts: {},
      title: 'APT-USD · Perpscope',
    }
    expect(verdictOn({ seconds: 60, brings: () => false, shows: () => waiting })).toEqual([])
    const hidden = { ...healthySample(0, 9), hidden: true, title: 'APT-USD · Perpscope' }
    expect(
      verdictOn({ seconds: 60, brings: from, shows: ({ t }, ms) => (ms < 1_000 ? {} : { ...hidden, t }) }),
    ).toEqual([])
  })
})

describe('the header', () => {
  it('must show one market, and one message at a time', () => {
    expect(verdictOn({ shows: () => ({ figures: header(1, 'live', OTHER) }) }).join()).toContain(
      "the header's mid is 110",
    )
    const spread = header(6).map((one) => (one.label === 'Spread' ? { ...one, text: '0.5000000' } : one))
    for (const figures of [header(4), spread]) {
      expect(rulesBroken({ shows: (_healthy, ms) => (ms === 500 ? { figures } : {}) })).toEqual(['torn picture'])
    }
  })

  it('must mark figures that are not live', () => {
    const shows = ({ figures }: Sample) => ({ figures: figures.map((one) => ({ ...one, state: 'stale' })) })
    expect(rulesBroken({ shows })).toEqual(['unmarked'])
  })

  it('must have no figure and no state that the suite does not know', () => {
    const more = (one: HeaderFigure) => ({ shows: ({ figures }: Sample) => ({ figures: [...figures, one] }) })
    expect(rulesBroken(more({ label: 'Mark', text: '1', state: 'live' }))).toEqual(['not judged'])
    expect(rulesBroken(more({ label: 'Last', text: '—', state: 'fine' }))).toEqual(['vocabulary', 'unmarked'])
  })

  it('has a mid that names its message, and a spread that does not', () => {
    for (const serial of [1, 100, 123_456, 499_999]) {
      expect(codedMid(header(serial)[1]?.text ?? '')).toEqual([BOOK, serial])
      expect(header(serial)[2]?.text).toBe('0.9999992')
    }
    expect(codedMid('—')).toBeNull()
  })
})

describe('figures of others', () => {
  it('must not stand on the page', () => {
    const shows = (codes: Sample['codes']) => rulesBroken({ shows: () => ({ codes }) })
    expect(shows({ Trades: [OTHER + 2] })).toEqual(['foreign figure'])
    expect(shows({ Account: [OWN + 10] })).toEqual(['foreign figure'])
    expect(shows({ 'Order book': [OWN + 10] })).toEqual(['foreign figure'])
    expect(shows({ '': [OTHER] })).toEqual(['foreign figure'])
    expect(shows({ 'Order book': [BOOK, OWN] })).toEqual([])
    expect(rulesBroken({ shows: ({ funding }) => ({ funding: [2, funding?.[1] ?? 0] }) })).toEqual(['foreign figure'])
  })

  it('may stand in the account when a socket brings that market’s book', () => {
    const codes = { Account: [OTHER] }
    expect(rulesBroken({ shows: () => ({ codes }) })).toEqual(['foreign figure'])
    const log = tell({ shows: () => ({ codes }), sockets: [socket('14'), socket(PROFILE), socket('15')] })
    log.frames.unshift([START, 2, 'orderbook', OTHER, 1, []])
    expect(judge(log, CALM).violations).toEqual([])
  })
})

describe('one picture', () => {
  it('must be of one message', () => {
    const once = (part: Partial<Sample>) => rulesBroken({ shows: (_healthy, ms) => (ms === 500 ? part : {}) })
    expect(once({ book: { 'Order book': [5, 5], 'Depth chart': [3, 3] } })).toEqual(['torn picture'])
    expect(once({ book: { 'Order book': [3, 5] } })).toEqual(['torn picture'])
    expect(once({ bidSize: 3 })).toEqual(['torn picture'])
  })
})

describe('words', () => {
  it('must be those of the interface, and figures must be figures', () => {
    expect(rulesBroken({ shows: () => ({ states: { Trades: 'fine' } }) })).toEqual(['vocabulary', 'unmarked'])
    expect(rulesBroken({ shows: () => ({ connection: 'Connected' }) })).toEqual(['vocabulary'])
    expect(rulesBroken({ shows: () => ({ broken: ['NaN'] }) })).toEqual(['broken figure'])
  })
})

describe('sockets', () => {
  const opened = (...more: SocketNote[]) => verdictOn({ sockets: [socket('14'), socket(PROFILE), ...more] })

  it('must be one a subject, but for a second of handing over', () => {
    expect(opened(socket('14', START, START + 1_000))).toEqual([])
    expect(opened(socket('14', START, START + 1_500))).toEqual([
      'too many sockets: two of perpetuals-indexer-ws.kana.trade 14 for 1500 ms',
    ])
    expect(opened(socket('14', START + 100, START + 200), socket('14', START + 150, START + 300)).join()).toContain(
      '3 of',
    )
  })

  it('may bring the book of another market beside', () => {
    expect(opened(socket('15'), socket('16'))).toEqual([])
  })
})

describe('the page as a whole', () => {
  it('must throw nothing and ask nobody else', () => {
    const log = tell({})
    log.errors.push('boom')
    const broken = judge(log, { ...CALM, strangers: ['https://elsewhere.test/'] }).violations
    expect(broken).toEqual([
      { t: 0, rule: 'uncaught error', what: 'boom' },
      { t: 0, rule: 'stranger', what: 'https://elsewhere.test/' },
    ])
  })
})
