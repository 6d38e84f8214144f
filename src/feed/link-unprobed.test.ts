import { describe, expect, it } from 'vitest'
import { viewLink } from './link-state'
import { FULL_TRUST } from './probe-trust'
import { DrivenLink } from './test-kit'

type Row = readonly [name: string, run: (link: DrivenLink) => unknown, did: readonly string[]]

/** Links that are not asked for signs of life any more. */
const market = () => new DrivenLink('market', { ...FULL_TRUST, punished: 2 })
const account = () => new DrivenLink('account', { ...FULL_TRUST, unanswered: 2 })

function check(make: () => DrivenLink, rows: readonly Row[]) {
  it.each(rows)('%s', (_name, run, did) => {
    const link = make()
    link.missing = true
    run(link)
    expect(link.did).toEqual(did)
  })
}

const busy = (link: DrivenLink, seconds: number) => {
  for (let second = 0; second < seconds; second += 1) link.pass(1000).frame()
  return link
}

describe('a market that is not asked', () => {
  check(market, [
    [
      'lives on its own messages: no heartbeat, no probe, no refresh, no question for what is missing',
      (link) => busy(link.live(), 279),
      ['0 connect', '0 all'],
    ],
    ['is not given up below 45 s of silence', (link) => link.live().pass(44_999), ['0 connect', '0 all']],
    [
      'is dead after 45 s of silence',
      (link) => link.live().pass(45_250),
      ['0 connect', '0 all', '45000 drop', '45250 connect'],
    ],
    [
      'gets a new socket in time to have it after five minutes, however busy the old one, and again if that one fails',
      (link) => busy(link.live(), 600),
      ['0 connect', '0 all', '280000 renew', '560000 renew'],
    ],
  ])

  it('says why it was lost', () => {
    expect(market().live().pass(45_000).state).toMatchObject({ phase: 'waiting', reason: 'silent for 45 s' })
  })

  it('is told to the page', () => {
    expect(viewLink(market().live().state).probing).toBe(false)
  })

  it('is still not asked on its later sockets', () => {
    const link = busy(market().live().lost().pass(250).is('opened').frame(), 60)
    expect(link.did.filter((line) => /heartbeat|probe/.test(line))).toEqual([])
  })
})

describe('an account that is not asked', () => {
  check(account, [
    [
      'is renewed by plan before its silence is that of a dead one',
      (link) => link.live().pass(299_999),
      ['0 connect', '0 all', '280000 renew'],
    ],
    [
      'is dead after 5 min of silence',
      (link) => link.live().pass(300_250),
      ['0 connect', '0 all', '280000 renew', '300000 drop', '300250 connect'],
    ],
  ])
})

describe('doubt, where no question can dispel it', () => {
  check(market, [
    ['a new socket comes at once', (link) => busy(link.live(), 3).is('doubt'), ['0 connect', '0 all', '3000 connect']],
    [
      'also when the reader asks',
      (link) => busy(link.live(), 3).is('retry-now'),
      ['0 connect', '0 all', '3000 connect'],
    ],
    [
      'a socket that was opened less than 3 s ago is proof enough: doubts in a row cost one socket',
      (link) => {
        busy(link.live(), 3).is('doubt').is('doubt').is('opened').frame().pass(2999).is('doubt').is('retry-now')
      },
      ['0 connect', '0 all', '3000 connect', '3000 all'],
    ],
  ])

  it('counts no failure', () => {
    expect(busy(market().live(), 3).is('doubt').state.failures).toBe(0)
  })
})
