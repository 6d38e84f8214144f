import type { Topic } from '../domain/update'

const WINDOW_MS = 1_000
/** Once may be a list that was pushed at that moment; a list that is pushed all the time comes no more often each time. */
const ENOUGH = 2

/** Watches one socket for answers that multiply: a server that adds a subscription each time it is asked. */
export interface MultiplicationWatch {
  asked(topic: Topic, atMono: number): void
  /** True once two questions in a row for a topic brought more copies of one list than the question before. */
  heard(topic: Topic | null, text: unknown, atMono: number): boolean
}

/** The last question for a topic. */
interface Question {
  readonly atMono: number
  /** How often the question before brought its list, and how many in a row had brought more than their forerunner. */
  readonly before: Yield
  /** How often each list came since. */
  readonly counts: Map<unknown, number>
}

interface Yield {
  readonly copies: number
  readonly rises: number
}

const NOTHING_YET: Yield = { copies: 1, rises: 0 }

export function watchMultiplication(): MultiplicationWatch {
  const questions = new Map<Topic, Question>()

  return {
    asked(topic, atMono) {
      const last = questions.get(topic)
      questions.set(topic, { atMono, before: last === undefined ? NOTHING_YET : yieldOf(last), counts: new Map() })
    },
    heard(topic, text, atMono) {
      const question = topic === null ? undefined : questions.get(topic)
      if (question === undefined || atMono - question.atMono > WINDOW_MS) return false
      question.counts.set(text, (question.counts.get(text) ?? 0) + 1)
      return yieldOf(question).rises >= ENOUGH
    },
  }
}

function yieldOf({ before, counts }: Question): Yield {
  const most = Math.max(1, ...counts.values())
  return { copies: most, rises: most > before.copies ? before.rises + 1 : 0 }
}
