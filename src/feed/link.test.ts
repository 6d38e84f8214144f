import { describe, expect, it } from 'vitest'
import { DrivenLink } from './test-kit'

type Row = readonly [name: string, run: (link: DrivenLink) => unknown, did: readonly string[]]

const market = () => new DrivenLink('market')
const account = () => new DrivenLink('account')

// Chance stands at the middle: the first try after 250 ms, a keep-alive every 20 s.
function check(make: () => DrivenLink, rows: readonly Row[]) {
  it.each(rows)('%s', (_name, run, did) => {
    const link = make()
    run(link)
    expect(link.did).toEqual(did)
  })
}

describe('until the first frame', () => {
  check(market, [
    ['nothing happens before the start', (link) => link.pass(60_000), []],
    ['starting connects, once', (link) => link.is('start').is('start').is('resume'), ['0 connect']],
    ['a handshake may take 10 s', (link) => link.is('start').pass(9999), ['0 connect']],
    [
      'a handshake that nobody answers is given up at 10 s',
      (link) => link.is('start').pass(10_250),
      ['0 connect', '10000 drop', '10250 connect'],
    ],
    [
      'an open socket subscribes everything',
      (link) => link.is('start').pass(100).is('opened').pass(4999),
      ['0 connect', '100 all'],
    ],
    [
      'without a frame everything is subscribed once more at 5 s, and at 10 s comes a new socket',
      (link) => link.is('start').is('opened').pass(10_250),
      ['0 connect', '0 all', '5000 all', '10000 drop', '10250 connect'],
    ],
    [
      'frames that cannot be read count as none',
      (link) => {
        link.is('start').is('opened')
        for (let second = 0; second < 11; second += 1) link.frame(false).pass(1000)
      },
      ['0 connect', '0 all', '5000 all', '10000 drop', '10250 connect'],
    ],
    [
      'one valid frame ends both deadlines',
      (link) => link.is('start').is('opened').pass(4999).frame().pass(7999),
      ['0 connect', '0 all'],
    ],
    ['a frame before the opening is no news', (link) => link.is('start').frame().pass(9999), ['0 connect']],
  ])

  it('is unconfirmed until the first valid frame', () => {
    const link = market().is('start').is('opened').frame(false)
    expect(link.state.phase).toBe('unconfirmed')
    expect(link.frame().state.phase).toBe('confirmed')
  })
})

describe('keep-alive', () => {
  const busy = (link: DrivenLink, seconds: number) => {
    for (let second = 0; second < seconds; second += 1) link.pass(1000).frame()
  }
  check(market, [
    [
      'every 20 s, whatever comes in',
      (link) => busy(link.live(), 61),
      ['0 connect', '0 all', '20000 heartbeat', '40000 heartbeat', '60000 heartbeat'],
    ],
  ])
  it.each([
    [0, 18_000],
    [0.5, 20_000],
    [1 - 2 ** -53, 22_000],
  ])('with 10 %% of jitter: chance %d, %d ms', (chance, ms) => {
    const link = market()
    link.random = () => chance
    busy(link.live(), 17)
    expect(link.did).toHaveLength(2)
    link.pass(ms - 17_000)
    expect(link.did.at(-1)).toBe(`${ms} heartbeat`)
  })
})

describe('silence of a market', () => {
  check(market, [
    ['is nothing below 8 s', (link) => link.live().pass(7999), ['0 connect', '0 all']],
    ['at 8 s a sign of life is asked for', (link) => link.live().pass(14_999), ['0 connect', '0 all', '8000 probe']],
    [
      'at 15 s the link is dead',
      (link) => link.live().pass(15_250),
      ['0 connect', '0 all', '8000 probe', '15000 drop', '15250 connect'],
    ],
    [
      'any frame is a sign of life, even one that cannot be read',
      (link) => link.live().pass(14_999).frame(false).pass(7999),
      ['0 connect', '0 all', '8000 probe'],
    ],
    [
      'every answer starts the silence anew',
      (link) => link.live().pass(8100).frame().pass(8100).frame(),
      ['0 connect', '0 all', '8000 probe', '16100 probe'],
    ],
  ])
})

describe('silence of an account', () => {
  check(account, [
    ['is nothing below 20 s', (link) => link.live().pass(19_999), ['0 connect', '0 all']],
    [
      'at 20 s a sign of life is asked for, at 32 s the link is dead',
      (link) => link.live().pass(32_250),
      ['0 connect', '0 all', '20000 probe', '32000 drop', '32250 connect'],
    ],
    [
      'a quiet account lives on its probes alone',
      (link) => {
        link.live()
        for (let minute = 0; minute < 3; minute += 1) link.pass(20_000).frame()
      },
      ['0 connect', '0 all', '20000 probe', '40000 probe', '60000 probe'],
    ],
  ])
})

describe('doubt: visible again, woken, online, offline', () => {
  check(market, [
    [
      'a live link has 3 s to prove itself',
      (link) => link.live().pass(1000).is('doubt').pass(3250),
      ['0 connect', '0 all', '1000 probe', '4000 drop', '4250 connect'],
    ],
    [
      'a frame is the proof',
      (link) => link.live().pass(1000).is('doubt').pass(2999).frame().pass(7999),
      ['0 connect', '0 all', '1000 probe'],
    ],
    [
      'doubts in a row put nothing off',
      (link) => {
        link.live().pass(1000)
        for (let count = 0; count < 3; count += 1) link.is('doubt').is('retry-now').pass(1000)
        link.pass(250)
      },
      ['0 connect', '0 all', '1000 probe', '4000 drop', '4250 connect'],
    ],
    [
      'it shortens the wait for an answer that is awaited anyway',
      (link) => link.live().pass(9000).is('doubt').pass(3000),
      ['0 connect', '0 all', '8000 probe', '9000 probe', '12000 drop'],
    ],
    [
      'it never lengthens it',
      (link) => link.live().pass(13_000).is('doubt').pass(2000),
      ['0 connect', '0 all', '8000 probe', '15000 drop'],
    ],
    ['a young handshake goes on', (link) => link.is('start').pass(2999).is('doubt').pass(7000), ['0 connect']],
    [
      'a handshake of 3 s is replaced at once',
      (link) => link.is('start').pass(3000).is('doubt'),
      ['0 connect', '3000 connect'],
    ],
    [
      'so is a socket that has been open for 3 s without a valid frame',
      (link) => link.is('start').is('opened').pass(3000).is('doubt'),
      ['0 connect', '0 all', '3000 connect'],
    ],
    ['who waits tries at once', (link) => link.is('start').lost().is('doubt'), ['0 connect', '0 drop', '0 connect']],
  ])

  it('counts no failure for a socket that it replaced', () => {
    expect(market().is('start').pass(3000).is('doubt').state.failures).toBe(0)
  })
})
