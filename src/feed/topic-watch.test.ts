import { describe, expect, it } from 'vitest'
import { watchTopics } from './topic-watch'

describe('a topic that dies while its socket stays busy', () => {
  it('is a book silent for a minute: it is asked for once', () => {
    const watch = watchTopics()
    watch.heard('orderbook', 0)
    expect(watch.bookDue(59_999)).toBe(false)
    expect(watch.bookDue(60_000)).toBe(true)
    watch.asked(['orderbook'], 60_000)
    expect(watch.bookDue(65_000)).toBe(false)
  })

  it('is unproven ten seconds after the question, and proven again by its next message', () => {
    const watch = watchTopics()
    watch.heard('orderbook', 0)
    watch.asked(['orderbook'], 60_000)
    watch.heard('recent_trades', 69_000)
    expect(watch.unproven(69_999)).toEqual([])
    expect(watch.unproven(70_000)).toEqual(['orderbook'])
    watch.heard('orderbook', 71_000)
    expect(watch.unproven(200_000)).toEqual([])
  })

  it('counts from the first question that was not answered', () => {
    const watch = watchTopics()
    watch.heard('positions', 0)
    watch.asked(['positions'], 1000)
    watch.asked(['positions'], 9000)
    expect(watch.unproven(11_000)).toEqual(['positions'])
  })

  it('is none that was never heard: five of seven topics may be all there are', () => {
    const watch = watchTopics()
    watch.asked(['order_history', 'trade_history'], 0)
    expect(watch.unproven(60_000)).toEqual([])
    expect(watch.bookDue(600_000)).toBe(false)
  })
})
