import { describe, expect, it } from 'vitest'
import {
  afterAnswer,
  afterConfirmation,
  afterLoss,
  afterMultiplication,
  afterRefusal,
  FULL_TRUST,
  type ProbeTrust,
  trusts,
} from './probe-trust'

const AT_ONCE = true
const LATER = false

/** A socket leaves its question unanswered, and another takes its place. */
const unanswered = (trust: ProbeTrust, atOnce: boolean) => afterConfirmation(afterLoss(trust, 7000, true), atOnce)
const lost = (trust: ProbeTrust, askedAgoMs: number | null) => afterLoss(trust, askedAgoMs, false)

it('begins with trust', () => {
  expect(trusts(FULL_TRUST)).toBe(true)
})

describe('questions that are not answered', () => {
  it('end the asking when two sockets in a row left them so, although fresh ones worked at once', () => {
    const once = unanswered(FULL_TRUST, AT_ONCE)
    expect(trusts(once)).toBe(true)
    expect(trusts(unanswered(once, AT_ONCE))).toBe(false)
  })

  it('tell nothing until a fresh socket has worked', () => {
    const once = unanswered(FULL_TRUST, AT_ONCE)
    expect(trusts(afterLoss(once, 7000, true))).toBe(true)
  })

  it("tell nothing when the fresh socket did not work at once: that was the reader's own network", () => {
    let trust = FULL_TRUST
    for (let count = 0; count < 5; count += 1) trust = unanswered(trust, LATER)
    expect(trust).toEqual(FULL_TRUST)
  })

  it('are forgiven by an answer', () => {
    const answered = afterAnswer(unanswered(FULL_TRUST, AT_ONCE))
    expect(trusts(unanswered(answered, AT_ONCE))).toBe(true)
  })

  it('are no punishment, however soon the loss comes', () => {
    let trust = FULL_TRUST
    for (let count = 0; count < 3; count += 1) trust = afterLoss(trust, 0, true)
    expect(trust.punished).toBe(0)
  })
})

describe('losses within 2 s of a question', () => {
  it('end the asking when they come twice in a row', () => {
    const once = lost(FULL_TRUST, 2000)
    expect(trusts(once)).toBe(true)
    expect(trusts(lost(once, 0))).toBe(false)
  })

  it.each([2001, null])('are forgotten with a loss after %s ms', (askedAgoMs) => {
    const trust = lost(lost(lost(FULL_TRUST, 100), askedAgoMs), 100)
    expect(trusts(trust)).toBe(true)
  })
})

describe('errors in place of answers', () => {
  it('end the asking when they come twice in a row', () => {
    const once = afterRefusal(FULL_TRUST)
    expect(trusts(once)).toBe(true)
    expect(trusts(afterRefusal(once))).toBe(false)
  })

  it('are forgotten with an answer', () => {
    expect(trusts(afterRefusal(afterAnswer(afterRefusal(FULL_TRUST))))).toBe(true)
  })

  it('are for good once they are two', () => {
    const gone = afterRefusal(afterRefusal(FULL_TRUST))
    expect(afterAnswer(gone)).toEqual(gone)
  })
})

it('ends the asking when answers multiplied on two sockets', () => {
  const once = afterMultiplication(FULL_TRUST)
  expect(trusts(once)).toBe(true)
  expect(trusts(afterMultiplication(once))).toBe(false)
})

it('counts each kind of evidence for itself', () => {
  expect(trusts(afterMultiplication(lost(unanswered(FULL_TRUST, AT_ONCE), 100)))).toBe(true)
})

it('is lost for good, whatever comes of the sockets that ask nothing', () => {
  const gone = lost(lost(FULL_TRUST, 100), 100)
  expect(afterConfirmation(lost(gone, null), AT_ONCE)).toEqual(gone)
  const mute = unanswered(unanswered(FULL_TRUST, AT_ONCE), AT_ONCE)
  expect(afterAnswer(mute)).toEqual(mute)
})
