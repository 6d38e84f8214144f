import { describe, expect, it } from 'vitest'
import { viewLink } from './link-state'
import { DrivenLink } from './test-kit'

const market = () => new DrivenLink('market')

describe('a lost connection', () => {
  const codes = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 3000, 4001]
  it.each([...codes, null])('is replaced whatever its close code: %s', (code) => {
    const link = market().live().lost(code).pass(60_250)
    expect(link.did.slice(0, 4).map((line) => line.split(' ')[1])).toEqual(['connect', 'all', 'drop', 'connect'])
  })

  it('is lost once: what is heard of it later changes nothing', () => {
    const link = market().live().lost()
    const { state } = link
    expect(link.lost().frame().is('opened').state).toBe(state)
  })

  it('says why, which try comes next and when', () => {
    const link = market().is('start').pass(70)
    link.send({ type: 'lost', reason: 'refused', closeCode: 1006 })
    expect(viewLink(link.state)).toMatchObject({ phase: 'waiting', failures: 1, reason: 'refused', delayMs: 250 })
    expect(link.state.since.mono).toBe(70)
  })

  it('is tried again at once when the reader asks', () => {
    const link = market().is('start').lost().lost().is('retry-now')
    expect(link.state.phase).toBe('connecting')
    expect(link.is('retry-now').did).toEqual(['0 connect', '0 drop', '0 connect'])
  })

  it('is never given up, however often it fails', () => {
    const link = market().is('start')
    for (let count = 1; count <= 2000; count += 1) {
      link.lost()
      expect(link.due()).toBeLessThanOrEqual(15_250)
      link.pass(link.due() ?? 0)
      expect(link.state.phase).toBe('connecting')
      expect(link.state.failures).toBe(count)
    }
  })

  it('waits up to a minute in a hidden tab', () => {
    const link = market().is('start')
    link.hidden = true
    link.random = () => 0.999
    for (let count = 0; count < 12; count += 1) link.lost().is('retry-now')
    link.lost()
    expect(link.due()).toBeGreaterThan(60_000)
    expect(link.due()).toBeLessThanOrEqual(60_250)
  })
})

describe('earlier failures', () => {
  function failedThrice() {
    return market()
      .is('start')
      .lost()
      .is('retry-now')
      .lost()
      .is('retry-now')
      .lost()
      .is('retry-now')
      .is('opened')
      .frame()
  }

  it('are kept while the connection has not lasted 10 s', () => {
    expect(failedThrice().pass(7900).frame().pass(2099).lost().state.failures).toBe(4)
  })

  it('are forgiven after 10 s and one valid frame, though nothing came since', () => {
    const link = failedThrice().pass(7900).frame().pass(2100)
    expect(link.lost().state.failures).toBe(1)
  })

  it('are forgiven when the page is suspended after 10 s as well', () => {
    expect(failedThrice().pass(7900).frame().pass(2100).is('suspend').state.failures).toBe(0)
  })

  it('are not forgiven to a socket that is merely open', () => {
    const link = market().is('start').lost().is('retry-now').is('opened').frame(false).pass(9999)
    expect(link.lost().state.failures).toBe(2)
  })
})

describe('a page that the browser suspends', () => {
  it('gives its socket up at once and awaits nothing', () => {
    const link = market().live().is('suspend')
    expect(link.did.at(-1)).toBe('0 drop')
    expect(link.state.phase).toBe('suspended')
    expect(link.due()).toBeNull()
  })

  it('does nothing until it is resumed', () => {
    const link = market().live().is('suspend')
    const { state } = link
    expect(link.is('suspend').is('doubt').is('retry-now').is('tick').lost().frame().is('opened').state).toBe(state)
  })

  it('connects at once when it is resumed, as the next generation', () => {
    const link = market().live().pass(5000).is('suspend').shift(0, 3_600_000).is('resume')
    expect(link.did.slice(2)).toEqual(['5000 drop', '5000 connect'])
    expect(link.state.generation).toBe(2)
  })

  it('has nothing to resume when it was never suspended', () => {
    const link = market().live()
    expect(link.is('resume').is('start').did).toEqual(['0 connect', '0 all'])
  })
})

describe('clocks that jump and ticks that come late', () => {
  it('asks after sleep instead of giving a healthy link up', () => {
    const link = new DrivenLink('account').live().pass(5000).shift(0, 3_600_000).is('doubt').pass(200).frame()
    expect(link.did).toEqual(['0 connect', '0 all', '5000 probe'])
    expect(link.state.phase).toBe('confirmed')
  })

  it('asks as well when the first that is heard after sleep is its own tick', () => {
    const link = market().live().shift(0, 3_600_000).is('tick')
    expect(link.did.at(-1)).toBe('0 probe')
    expect(link.pass(2999).state.phase).toBe('confirmed')
    expect(link.pass(1).state).toMatchObject({ phase: 'waiting', reason: 'silent for 3603 s' })
  })

  it('keeps a link whose clock is set forward by hours, and its frames cure the silence', () => {
    const link = market().live().shift(0, 7_200_000).frame().pass(7999)
    // By that clock the lists are hours old, so all of them are asked for.
    expect(link.did).toEqual(['0 connect', '0 all', '0 all'])
    expect(link.state.phase).toBe('confirmed')
  })

  it('holds its deadlines when the clock is set back by hours', () => {
    const link = market().live().shift(0, -7_200_000).pass(15_000)
    expect(link.did.slice(2)).toEqual(['8000 probe', '15000 drop'])
  })

  it('asks a quiet link before it gives it up, though timers run once a minute', () => {
    const link = market().live()
    for (let minute = 0; minute < 5; minute += 1) link.shift(60_000, 60_000).is('tick').shift(100, 100).frame()
    expect(link.did.filter((line) => line.endsWith('probe'))).toHaveLength(5)
    expect(link.did.filter((line) => line.endsWith('drop'))).toEqual([])
  })

  it('gives a late question at least 3 s', () => {
    const link = market().live().shift(14_900, 14_900).is('tick')
    expect(link.due()).toBe(3000)
  })

  it('tries at once after sleep when the wait is over by the wall clock', () => {
    const link = market().is('start').lost().shift(0, 3_600_000).is('tick')
    expect(link.state.phase).toBe('connecting')
  })
})
