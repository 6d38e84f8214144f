import { describe, expect, it } from 'vitest'
import type { Topic } from '../domain/update'
import { watchMultiplication } from './multiplication'

const EVERY_MS = 20_000

/** Asks in a row; each question gives the messages that come, as [ms after it, text, topic]. Says when it is sure. */
function ask(
  questions: readonly (readonly (readonly [ms: number, text: string, topic?: Topic | null])[])[],
  topics: readonly Topic[] = ['live_funding_rate'],
): number | null {
  const watch = watchMultiplication()
  for (const [index, messages] of questions.entries()) {
    const topic = topics[index % topics.length] ?? 'positions'
    watch.asked(topic, index * EVERY_MS)
    for (const [ms, text, of = topic] of messages) {
      if (watch.heard(of, text, index * EVERY_MS + ms)) return index
    }
  }
  return null
}

const copies = (count: number, text = 'list') =>
  Array.from({ length: count }, (_, index) => [index * 10, text] as const)

describe('answers that multiply', () => {
  it('are known by the second question that brings one more copy than the last', () => {
    expect(ask([copies(2), copies(3), copies(4)])).toBe(1)
  })

  it('are known whatever the list says each time', () => {
    expect(ask([copies(2, 'a'), copies(3, 'b')])).toBe(1)
  })

  it('are known topic by topic where the questions take turns', () => {
    const turns = ['positions', 'open_orders'] as const
    expect(ask([copies(2), copies(2), copies(3)], turns)).toBe(2)
    expect(ask([copies(2), copies(2), copies(2), copies(2)], turns)).toBeNull()
  })
})

describe('topics that are asked for at once', () => {
  const [positions, orders] = ['positions', 'open_orders'] as const

  /** Asks for both each time; the positions come `counts[n]` times the nth time, the orders once. */
  function askBoth(counts: readonly number[]): number | null {
    const watch = watchMultiplication()
    for (const [index, count] of counts.entries()) {
      for (const topic of [positions, orders]) watch.asked(topic, index * EVERY_MS)
      if (watch.heard(orders, 'list', index * EVERY_MS)) throw new Error('the orders come once each time')
      for (const [ms, text] of copies(count)) if (watch.heard(positions, text, index * EVERY_MS + ms)) return index
    }
    return null
  }

  it('are judged each for itself', () => {
    expect(askBoth([2, 3])).toBe(1)
    expect(askBoth([1, 1, 1, 1])).toBeNull()
    expect(askBoth([2, 2, 2, 2])).toBeNull()
  })
})

describe('what is no evidence', () => {
  const rows: readonly (readonly [string, Parameters<typeof ask>[0]])[] = [
    ['one answer a question', [copies(1), copies(1), copies(1)]],
    ['no answer', [[], [], []]],
    ['a push in the same words as the answer, once', [copies(2), copies(1), copies(2), copies(1)]],
    ['a list that is pushed every second in the same words', [copies(2), copies(2), copies(2), copies(2)]],
    ['a list that is pushed all the time, now once more, now once less', [copies(5), copies(4), copies(5), copies(4)]],
    ['messages of other words', [copies(2), [...copies(1, 'a'), ...copies(2, 'b')]]],
    ['messages of other topics', [copies(2), [...copies(2), [20, 'list', 'orderbook']], [[0, 'list', null]]]],
    ['what comes later than a second', [copies(2), [...copies(2), [1001, 'list']]]],
  ]
  it.each(rows)('%s', (_name, questions) => {
    expect(ask(questions)).toBeNull()
  })

  it('what comes before the first question', () => {
    expect(watchMultiplication().heard('positions', 'list', 0)).toBe(false)
  })
})
