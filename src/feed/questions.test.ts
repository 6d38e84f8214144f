import { describe, expect, it } from 'vitest'
import { watchQuestions } from './questions'

const FUNDING = ['live_funding_rate'] as const
const SMALL = ['positions', 'open_orders'] as const

/** A socket whose funding was subscribed and came at once. */
function subscribed() {
  const watch = watchQuestions()
  watch.sent(FUNDING)
  watch.heard('live_funding_rate', 100)
  return watch
}

describe('a message', () => {
  it('is owed when its topic was subscribed and has brought nothing since', () => {
    const watch = watchQuestions()
    watch.sent(FUNDING)
    expect(watch.heard('recent_trades', 100).owed).toBe(false)
    expect(watch.heard('live_funding_rate', 100).owed).toBe(true)
    expect(watch.heard('live_funding_rate', 200).owed).toBe(false)
  })

  it('is owed twice at most, however many questions were left unanswered', () => {
    const watch = watchQuestions()
    for (let second = 0; second < 100; second += 20) watch.sent(FUNDING)
    expect([1, 2, 3].map((ms) => watch.heard('live_funding_rate', 100_000 + ms).owed)).toEqual([true, true, false])
  })

  it('answers the last question within 12 s, by any of its topics', () => {
    const watch = watchQuestions()
    expect(watch.heard('positions', 0).answers).toBe(false)
    watch.sent(SMALL)
    expect(watch.heard('positions', 1100).answers).toBe(false)
    watch.asked(SMALL, 20_000)
    expect(watch.heard('trade_history', 20_100).answers).toBe(false)
    expect(watch.heard(null, 20_100).answers).toBe(false)
    expect(watch.heard('open_orders', 20_100).answers).toBe(true)
    expect(watch.heard('positions', 32_000).answers).toBe(true)
    expect(watch.heard('positions', 32_001).answers).toBe(false)
  })
})

describe('an answer is prompt', () => {
  it('within 2 s of its question', () => {
    const [soon, later] = [subscribed(), subscribed()]
    soon.asked(FUNDING, 20_000)
    later.asked(FUNDING, 20_000)
    expect(soon.heard('live_funding_rate', 22_000)).toEqual({ owed: true, answers: true, prompt: true })
    expect(later.heard('live_funding_rate', 22_001)).toEqual({ owed: true, answers: true, prompt: false })
  })

  it('once: what follows may be of the stream', () => {
    const watch = subscribed()
    watch.asked(FUNDING, 20_000)
    watch.heard('live_funding_rate', 20_100)
    expect(watch.heard('live_funding_rate', 20_200).prompt).toBe(false)
  })

  it('not of a topic that streams: it may be a late one of the stream', () => {
    const watch = subscribed()
    watch.heard('live_funding_rate', 15_001)
    watch.asked(FUNDING, 20_000)
    expect(watch.heard('live_funding_rate', 20_100).prompt).toBe(false)
  })

  it('not while earlier answers are owed: on a way that is 21 s late each answer comes 1 s after the next question', () => {
    const watch = watchQuestions()
    watch.sent(FUNDING)
    for (let second = 20; second <= 200; second += 20) {
      watch.asked(FUNDING, second * 1000)
      expect(watch.heard('live_funding_rate', second * 1000 + 1000).prompt).toBe(false)
    }
  })
})

describe('an error', () => {
  it('refuses the question that it follows within 2 s, once', () => {
    const watch = subscribed()
    expect(watch.refused(200)).toBe(false)
    watch.asked(FUNDING, 20_000)
    expect(watch.refused(22_000)).toBe(true)
    expect(watch.refused(22_000)).toBe(false)
    watch.asked(FUNDING, 40_000)
    expect(watch.refused(42_001)).toBe(false)
  })

  it('refuses nothing that was answered', () => {
    const watch = subscribed()
    watch.asked(FUNDING, 20_000)
    watch.heard('live_funding_rate', 20_100)
    expect(watch.refused(20_200)).toBe(false)
  })
})
