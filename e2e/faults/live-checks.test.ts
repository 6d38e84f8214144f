import { describe, expect, it } from 'vitest'
import { judge } from './checks'
import {
  allOf,
  BOOK,
  CALM,
  header,
  later,
  MARKET_TOPICS,
  OTHER,
  OWN,
  PROFILE,
  rulesBroken,
  silentFrom,
  socket,
  START,
  tell,
  titleOf,
  verdictOn,
} from './made-up-log'
import type { Sample } from './sampler'

describe('figures called live', () => {
  it('must have a socket that brought something lately', () => {
    const broken = verdictOn({ seconds: 13, brings: silentFrom(500) })
    expect(broken).toContain('live in silence: Order book: silent for 11550 ms')
    expect(broken).toContain('live in silence: Header Last: silent for 11550 ms')
    expect(broken).toContain('live in silence: Header Mid: silent for 11550 ms')
    expect(broken).toContain('live in silence: Title: silent for 11550 ms')
    expect(broken.join()).not.toContain('Tab Positions')
    expect(verdictOn({ seconds: 28, brings: silentFrom(500) }).join()).toContain('Tab Positions: silent for')
  })

  it('must have a socket that is open', () => {
    const sockets = [socket('14', START, START + 1_000), socket(PROFILE)]
    const broken = verdictOn({ sockets, brings: (topic, ms) => !(topic in MARKET_TOPICS) || ms < 1_000 })
    expect(broken).toContain('live in silence: Order book: nothing at all came by an open socket')
    expect(broken).toContain('live in silence: Title: nothing at all came by an open socket')
  })

  it('must have been brought by a socket of this subject', () => {
    expect(verdictOn({ sockets: [socket('15'), socket(PROFILE)] }).join()).toContain('Order book: nothing at all came')
    expect(verdictOn({ sockets: [socket('14'), socket('0xfa2')] }).join()).toContain('Tab Fills: nothing at all came')
  })

  it('must be of a topic that was heard there', () => {
    const broken = verdictOn({ brings: (topic) => topic !== 'recent_trades' })
    expect(broken).toContain('live unconfirmed: Trades: no recent_trades by an open socket of this subject')
    expect(broken).toContain('live unconfirmed: Header Last: no recent_trades by an open socket of this subject')
    expect(verdictOn({ brings: (topic) => topic !== 'orderbook' }).join()).toContain('live unconfirmed: Title')
  })

  it('must be the newest', () => {
    const late = (part: (serial: number) => Partial<Sample>) => (_healthy: Sample, ms: number) =>
      ms < 900 ? {} : part(8)
    const panels: Partial<Sample> = { bid: [BOOK, 8], bidSize: 8, book: { 'Order book': [8, 8] } }
    const broken = verdictOn({ shows: late((serial) => ({ ...panels, figures: header(serial) })) })
    expect(broken).toContain('not the newest: Order book shows 8, 15 had come 650 ms before')
    expect(broken).toContain('not the newest: Header Mid shows 8, 15 had come 650 ms before')
    expect(broken).toContain('not the newest: Header Session high shows 8, 11 had come 950 ms before')
    expect(verdictOn({ shows: late(() => ({ trade: [BOOK + 2, 1] })) }).join()).toContain('Trades shows 1, 11 had come')
    expect(verdictOn({ seconds: 4, shows: () => ({ funding: [1, 1] }) }).join()).toContain(
      'Funding shows 1, 21 had come',
    )
    expect(verdictOn({ seconds: 4, shows: () => ({ position: [OWN, 1] }) }).join()).toContain(
      'Tab Positions shows 1, 31',
    )
  })
})

describe('what the suite cannot read', () => {
  const unread = (part: Partial<Sample>) => verdictOn({ seconds: 2, shows: () => part })

  it('is a fault of the suite, and says so', () => {
    const words = (panel: string, what: string) =>
      `not judged: ${panel} was live in 21 samples and ${what} never read: mend sampler.ts`
    expect(unread({ bid: null })).toEqual([words('Order book', 'its best bid')])
    expect(unread({ trade: null })).toEqual([words('Trades', 'its newest trade')])
    expect(unread({ funding: null })).toEqual([words('Funding', 'its first rate')])
    expect(unread({ position: null })).toEqual([words('Tab Positions', 'its first row')])
    expect(unread({ counts: {} })).toEqual([words('Tab Positions', 'its count')])
    expect(unread({ figures: [] })).toEqual([
      words('Trades', 'the header’s last price'),
      words('Order book', 'the header’s mid'),
    ])
    expect(unread({ title: 'APT-USD · Perpscope' })).toEqual([words('Order book', 'the title’s price')])
  })

  it('is no fault while the panel has hardly been live', () => {
    expect(verdictOn({ seconds: 1, shows: () => ({ bid: null }) })).toEqual([])
  })

  it('is a region of which nobody has said where its figures come from', () => {
    const states = { ...allOf('live'), Whales: 'live' }
    expect(rulesBroken({ shows: () => ({ states }) })).toEqual(['not judged'])
  })
})

describe('the title', () => {
  it('may lag a second behind the panels, and no longer', () => {
    const lags = (ms: number) => ({
      seconds: 5,
      shows: (_healthy: Sample, at: number) => ({ title: titleOf(Math.max(1, Math.floor((at - ms) / 200) * 2 + 1)) }),
    })
    expect(verdictOn(lags(1_400))).toEqual([])
    expect(rulesBroken(lags(1_800))).toEqual(['not the newest'])
  })

  it('may say nothing, or be old with its mark', () => {
    for (const title of ['APT-USD · Perpscope', '(stale) APT-USD · Perpscope', 'Perpscope']) {
      expect(verdictOn({ shows: later(1_000, { title }) })).toEqual([])
    }
  })

  it('must name the market on show, and show its price alone', () => {
    const after = (title: string) => rulesBroken({ shows: later(1_000, { title }) })
    expect(after('BTC-USD · Perpscope')).toEqual(['foreign title'])
    expect(after(titleOf(11, OTHER))).toEqual(['foreign title'])
    expect(after('7.5 APT-USD · Perpscope')).toEqual(['foreign title'])
    expect(after(`▲ ${titleOf(11, OTHER)}`)).toEqual(['foreign title'])
  })

  it('is judged in a hidden page, by its silence and more calmly', () => {
    const hidden = { hidden: true, title: titleOf(5) }
    const story = { brings: silentFrom(500), shows: later(500, hidden) }
    expect(verdictOn({ ...story, seconds: 12 })).toEqual([])
    expect(rulesBroken({ ...story, seconds: 14 })).toEqual(['live in silence'])
    expect(rulesBroken({ seconds: 5, shows: later(500, hidden) })).toEqual(['not the newest'])
  })

  it('of a page whose timers come once a minute is allowed that minute', () => {
    const { samples, ...log } = tell({ seconds: 200, brings: silentFrom(500) })
    const seldom = samples
      .filter((_sample, step) => step % 600 === 0)
      .map((sample) => ({ ...sample, hidden: true, title: titleOf(5) }))
    const broken = judge({ ...log, samples: seldom }, CALM).violations
    expect(broken.map(({ t }) => Math.round((t - START) / 60_000))).toEqual([2, 3])
  })
})

describe('the number of rows beside a tab', () => {
  const counting = (tab: string, rows: number, mark = '') => ({
    counts: { 'Tab Positions': { rows: 1, mark: '' }, [tab]: { rows, mark } },
  })

  it('must be that of the newest list', () => {
    const rows = (_topic: string, ms: number) => (ms < 3_000 ? ['1', '2'] : ['1'])
    const shows = (_healthy: Sample, ms: number) => counting('Tab Positions', ms < 3_400 ? 2 : 1)
    expect(verdictOn({ seconds: 6, rows, shows })).toEqual([])
    expect(verdictOn({ seconds: 6, rows, shows: () => counting('Tab Positions', 2) })[0]).toBe(
      'wrong count: Tab Positions counts 2 rows, 1 to 1 were sent',
    )
    expect(rulesBroken({ shows: () => counting('Tab Open orders', 2) })).toEqual(['wrong count'])
  })

  it('must be that of all rows that came, where a list only grows', () => {
    const rows = (topic: string, ms: number) => {
      if (!topic.endsWith('history')) return ['1']
      return ms === 0 ? ['1', '2'] : ['2', '3']
    }
    const shows = (tab: string, count: number) => (_healthy: Sample, ms: number) =>
      counting(tab, ms < 10_400 ? 2 : count)
    for (const tab of ['Tab Order history', 'Tab Fills']) {
      expect(verdictOn({ seconds: 12, rows, shows: shows(tab, 3) })).toEqual([])
      expect(rulesBroken({ seconds: 12, rows, shows: shows(tab, 2) })).toEqual(['wrong count'])
      expect(rulesBroken({ seconds: 12, rows, shows: shows(tab, 4) })).toEqual(['wrong count'])
    }
  })

  it('does not include what came by a socket after it was dropped', () => {
    const sockets = [socket('14'), socket(PROFILE, START - 500, START + 500), socket(PROFILE, START + 400)]
    const log = tell({ sockets, shows: (_healthy, ms) => counting('Tab Order history', ms < 700 ? 1 : 2) })
    const own = ['positions', 'open_orders', 'order_history', 'trade_history']
    for (const topic of own) log.frames.push([START + 450, 2, topic, BOOK, 1, ['1']])
    log.frames.push([START + 650, 1, 'order_history', BOOK, 1, ['1', '2']])
    const inOrder = { ...log, frames: log.frames.toSorted(([a], [b]) => a - b) }
    expect(judge(inOrder, CALM).violations[0]?.what).toBe('Tab Order history counts 2 rows, 1 to 1 were sent')
  })

  it('is not judged where rows are to be set aside, or where it bears a mark', () => {
    const wrong = tell({ shows: () => counting('Tab Fills', 7) })
    expect(judge(wrong, CALM).violations).not.toEqual([])
    expect(judge(wrong, { ...CALM, setsAside: true }).violations).toEqual([])
    expect(verdictOn({ shows: () => counting('Tab Fills', 7, 'delayed') })).toEqual([])
  })

  it('must bear a mark when its tab is not live', () => {
    const states = { ...allOf('live'), 'Tab Fills': 'stale' }
    expect(rulesBroken({ shows: () => ({ states }) })).toEqual(['unmarked'])
  })
})
