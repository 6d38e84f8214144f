import { describe, expect, it } from 'vitest'
import { viewLink } from './link-state'
import { DrivenLink } from './test-kit'

const market = () => new DrivenLink('market')
const probing = (link: DrivenLink) => viewLink(link.state).probing
const questions = (link: DrivenLink) => link.did.filter((line) => /heartbeat|probe/.test(line)).length

/** The link waits; the next try works. */
const reconnect = (link: DrivenLink) => link.pass(250).is('opened').frame()
const fallSilent = (link: DrivenLink) => link.pass(15_000)
const busy = (link: DrivenLink, seconds: number) => {
  for (let second = 0; second < seconds; second += 1) link.pass(1000).frame()
  return link
}

describe('a server that leaves questions unanswered', () => {
  it('is asked no more after two sockets in a row, although fresh ones work', () => {
    const link = reconnect(fallSilent(market().live()))
    expect(probing(link)).toBe(true)
    reconnect(fallSilent(link))
    expect(probing(link)).toBe(false)
    const asked = questions(link)
    link.pass(44_999)
    expect(questions(link)).toBe(asked)
    expect(link.state.phase).toBe('confirmed')
  })

  it('is trusted again with an answer', () => {
    const link = reconnect(fallSilent(market().live())).pass(8000).answer()
    reconnect(fallSilent(link))
    expect(probing(link)).toBe(true)
  })

  it('is not trusted for messages that happen to come after a question', () => {
    const link = reconnect(fallSilent(market().live())).pass(9000).frame()
    reconnect(fallSilent(link))
    expect(probing(link)).toBe(false)
  })
})

describe("outages of the reader's own network", () => {
  it('cost no trust while no socket can be opened', () => {
    const link = market().live()
    for (let outage = 0; outage < 5; outage += 1) {
      reconnect(fallSilent(link).pass(250).lost().is('retry-now').lost())
      link.pass(2000).is('opened').frame()
    }
    expect(link.state.phase).toBe('confirmed')
    expect(probing(link)).toBe(true)
  })

  it.each(['doubt', 'retry-now'] as const)('cost no trust when a question out of %s stays unanswered', (type) => {
    const link = market().live()
    for (let count = 0; count < 5; count += 1) reconnect(busy(link, 11).is(type).pass(3000))
    expect(link.state.generation).toBe(6)
    expect(probing(link)).toBe(true)
  })

  it('cost no trust when a doubt comes upon a question that is being waited for', () => {
    const link = market().live()
    for (let count = 0; count < 5; count += 1) reconnect(link.pass(13_000).is('doubt').pass(2000))
    expect(link.state.generation).toBe(6)
    expect(probing(link)).toBe(true)
  })

  it('cost no trust when the browser closes the socket right after the question that a doubt asked', () => {
    const link = market().live()
    for (let count = 0; count < 5; count += 1) reconnect(busy(link, 11).is('doubt').frame().pass(50).lost())
    expect(link.state.generation).toBe(6)
    expect(probing(link)).toBe(true)
  })
})

describe('a server that closes within 2 s of a question', () => {
  const asked = (link: DrivenLink) => busy(link, 20)

  it('is asked no more after two times in a row', () => {
    const link = reconnect(asked(market().live()).pass(1999).lost())
    expect(probing(link)).toBe(true)
    reconnect(asked(link).pass(2000).lost())
    expect(probing(link)).toBe(false)
    expect(questions(busy(link, 60))).toBe(2)
  })

  it('is trusted again when a loss comes at another time', () => {
    const link = reconnect(asked(market().live()).lost())
    reconnect(busy(link, 5).lost())
    reconnect(asked(link).lost())
    expect(probing(link)).toBe(true)
  })

  it('is as well known by the question for what is missing', () => {
    const link = market()
    link.missing = true
    reconnect(busy(link.live(), 5).lost())
    busy(link, 5).lost().pass(2000).is('opened').frame()
    expect(probing(link)).toBe(false)
    expect(busy(link, 10).did.at(-1)?.split(' ')[1]).toBe('all')
  })
})

describe('a server whose answers multiply', () => {
  it('is asked nothing more on that socket, which is renewed at once', () => {
    const link = busy(market().live(), 41).is('multiplied').is('multiplied')
    expect(link.did.slice(-3)).toEqual(['20000 heartbeat', '40000 heartbeat', '41000 renew'])
    expect(probing(link)).toBe(false)
    expect(busy(link, 279).did.at(-1)).toBe('41000 renew')
    expect(busy(link, 1).did.at(-1)).toBe('321000 renew')
  })

  it('is asked again on the next socket, and after the second time no more', () => {
    const link = reconnect(market().live().is('multiplied').lost())
    expect(probing(link)).toBe(true)
    reconnect(link.is('multiplied').lost())
    expect(probing(link)).toBe(false)
  })

  it('is nothing to a link that is not confirmed', () => {
    const link = market().is('start').is('opened')
    const { state } = link
    expect(link.is('multiplied').state).toBe(state)
  })

  it('need not answer the question that was being waited for', () => {
    const link = market().live().pass(8000).is('multiplied').pass(36_999)
    expect(link.state.phase).toBe('confirmed')
  })
})

describe('a server that answers a question with an error', () => {
  const refused = (link: DrivenLink) => busy(link, 20).frame(false).garbled(true)

  it('is asked no more after two times in a row, and gets a new socket, which brings what the error may have hidden', () => {
    const link = refused(market().live())
    expect(probing(link)).toBe(true)
    refused(link)
    expect(probing(link)).toBe(false)
    expect(link.did.at(-1)).toBe('40000 renew')
    expect(questions(busy(link, 200))).toBe(2)
  })

  it('is trusted again with an answer', () => {
    const link = refused(market().live()).answer()
    expect(probing(refused(link))).toBe(true)
  })

  it('is not known by a message that answers nothing and that nobody can tell apart', () => {
    const link = market().live()
    for (let count = 0; count < 5; count += 1) busy(link, 20).garbled(false)
    expect(probing(link)).toBe(true)
  })
})

describe('everything is asked for anew', () => {
  const all = (link: DrivenLink) => link.did.filter((line) => line.endsWith('all'))

  it('every five minutes on a busy market, in place of the heartbeat', () => {
    const link = busy(market().live(), 620)
    expect(all(link)).toEqual(['0 all', '300000 all', '600000 all'])
    expect(link.did).not.toContain('300000 heartbeat')
  })

  it.each([0, 1 - 2 ** -53])('every five minutes on a quiet account, whatever its keep-alive: chance %d', (chance) => {
    const link = new DrivenLink('account')
    link.random = () => chance
    link.live()
    for (let tenth = 0; tenth < 6100; tenth += 1) {
      const before = link.did.length
      link.pass(100)
      if (link.did.length > before) link.answer()
    }
    expect(all(link)).toHaveLength(3)
    expect(link.state.generation).toBe(1)
  })

  it('not before the sign of life that is being waited for', () => {
    const link = busy(market().live(), 291).pass(14_999)
    expect(link.did.at(-1)).toBe('299000 probe')
    expect(link.answer().pass(0).did.at(-1)).toBe('305999 all')
  })
})

describe('topics that have brought nothing', () => {
  const missing = (link: DrivenLink) => link.did.filter((line) => line.endsWith('missing'))

  it('are asked for once more at 5 s, and only once', () => {
    const link = market()
    link.missing = true
    expect(missing(busy(link.live(), 4))).toEqual([])
    expect(missing(busy(link, 60))).toEqual(['5000 missing'])
  })

  it('are not asked for where none is missing', () => {
    expect(missing(busy(market().live(), 60))).toEqual([])
  })

  it('are not asked for again where everything was when the first message was late', () => {
    const link = market().is('start').is('opened').pass(6000).frame()
    link.missing = true
    expect(missing(busy(link, 60))).toEqual([])
  })

  it('do not put off a sign of life when the tick comes late', () => {
    const link = market().live()
    link.missing = true
    link.shift(60_000, 60_000).is('tick')
    expect(link.did.slice(2)).toEqual(['60000 missing', '60000 probe'])
    expect(link.due()).toBe(3000)
  })
})
