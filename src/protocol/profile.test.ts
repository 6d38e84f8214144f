import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import documentedAnswer from './fixtures/profile-address.json?raw'
import { profileUrl, readProfileAnswer } from './profile'

const DOCUMENTED_PROFILE = '0x3c78886aa67752706b3502b12959edf92e68d85ae64b24226783d26ce6efc1e'
const answer = (data: unknown, success: unknown = true) => JSON.stringify({ success, message: 'said', data })

describe('the look-up of a profile address', () => {
  it('asks for the wallet address, escaped', () => {
    expect(profileUrl('https://rest.invalid', '0x1&x=/#')).toBe(
      'https://rest.invalid/getProfileAddress?userAddress=0x1%26x%3D%2F%23',
    )
  })

  it('takes the documented answer, its 63 digits as received', () => {
    expect(readProfileAnswer(200, documentedAnswer)).toEqual({ kind: 'found', profileAddress: DOCUMENTED_PROFILE })
  })

  it.each([
    ['status 400', 400, '{"success":false,"message":"no such user"}'],
    ['no address', 200, answer(null)],
    ['an empty address', 200, answer('')],
  ])('takes %s for a wallet without a profile', (_what, status, body) => {
    expect(readProfileAnswer(status, body)).toEqual({ kind: 'unknown' })
  })

  it.each([
    [401, false],
    [403, false],
    [404, false],
    [418, false],
    [302, false],
    [429, true],
    [500, true],
    [503, true],
  ])('status %i is a failure; asking again may help: %s', (status, retry) => {
    for (const body of ['', '<html>', documentedAnswer]) {
      expect(readProfileAnswer(status, body)).toMatchObject({ kind: 'failed', retry })
    }
  })

  it.each([
    ['HTML', '<!doctype html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['success: false', answer(DOCUMENTED_PROFILE, false)],
    ['success: "true"', answer(DOCUMENTED_PROFILE, 'true')],
    ['a number', answer(12)],
    ['a list of addresses', answer([DOCUMENTED_PROFILE])],
    ['data that is missing', '{"success":true}'],
    ['prose', answer('created')],
    ['an address without 0x', answer(DOCUMENTED_PROFILE.slice(2))],
    ['65 digits', answer(`0x${'1'.repeat(65)}`)],
    ['the zero address', answer('0x0')],
    ['an address with a line break', answer(`${DOCUMENTED_PROFILE}\n`)],
    ['an address with a blank before it', answer(` ${DOCUMENTED_PROFILE}`)],
  ])('%s is no address, and asking again is no help', (_what, body) => {
    expect(readProfileAnswer(200, body)).toMatchObject({ kind: 'failed', retry: false })
  })

  it('repeats what the exchange said, clipped and cleaned', () => {
    const body = JSON.stringify({ message: `\u202eno key\u0000${'x'.repeat(10_000)}` })
    const read = readProfileAnswer(403, body)
    if (read.kind !== 'failed') throw new Error('not failed')
    expect(read.reason).toMatch(/^The exchange refused the look-up \(403\); it may want a key: “no keyx+…”$/)
    expect(read.reason.length).toBeLessThan(300)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.integer(), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(['found', 'unknown', 'failed']).toContain(readProfileAnswer(status, body).kind)
      }),
    )
  })
})
